import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { GifDialog } from '../../src/renderer/exports/gif-dialog.tsx';
import { still, usePlayhead } from '../../src/renderer/state/playhead.ts';
import { expectAccessible, show } from './rig.ts';

const names = {
  en: { to: 'End (seconds)', start: 'Save GIF…', long: 'A GIF can have at most 15 seconds.' },
  zh: { to: '结束（秒）', start: '保存 GIF…', long: 'GIF 最长 15 秒。' },
} as const;

describe.each(['en', 'zh'] as const)('a GIF, in %s', (locale) => {
  const t = names[locale];

  it('takes the marked part, and says how long is too long', async () => {
    usePlayhead.setState({ ...still, duration: 30, loop: { from: 2, to: 4 } });
    const { user, requests, state } = show(<GifDialog projectId="p1" />, locale, {
      dialog: { kind: 'gif', projectId: 'p1' },
    });
    // It begins with its first field, not with the way out.
    await waitFor(() => expect(document.activeElement).toBe(screen.getAllByRole('spinbutton')[0]));
    await expectAccessible();
    const to = screen.getByRole('spinbutton', { name: t.to });
    await user.clear(to);
    await user.type(to, '18');
    expect(screen.getByText(t.long)).toBeDefined();
    expect(screen.getByRole('button', { name: t.start }).hasAttribute('disabled')).toBe(true);
    await user.clear(to);
    await user.type(to, '3.5');
    await user.click(screen.getByRole('button', { name: t.start }));
    const input = { projectId: 'p1', fromMs: 2000, toMs: 3500, width: 480 };
    expect(requests()).toEqual([{ name: 'gif.start', input }]);
    expect(state().dialog).toBeNull();
  });
});
