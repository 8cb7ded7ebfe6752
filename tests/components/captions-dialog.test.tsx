import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CaptionsDialog } from '../../src/renderer/import-review/captions-dialog.tsx';
import type { CaptionsDialog as Shown } from '../../src/renderer/state/model.ts';
import { captionMessages } from '../../src/shared/domain/captions.ts';
import { project, view } from '../unit/renderer/state/fixtures.ts';
import { expectAccessible, show } from './rig.ts';

const names = {
  en: {
    send: 'Send',
    many: 'Send 2 messages',
    edit: 'Put into the message',
    bad: /lines 7, 9 of the file/,
    none: /no video yet/,
  },
  zh: { send: '发送', many: '发送 2 条消息', edit: '放进输入框', bad: /文件第 7、9 行/, none: /还没有视频/ },
} as const;

const dialog: Shown = {
  kind: 'captions',
  projectId: 'p1',
  name: 'talk.srt',
  captions: [{ startMs: 1000, endMs: 2000, text: 'Hello' }],
  unreadable: [7, 9],
};
const many: Shown = {
  ...dialog,
  captions: Array.from({ length: 200 }, (_, at) => ({ startMs: at * 10, endMs: at * 10 + 9, text: 'Word' })),
};
const around = (shown: Shown, hasVideo = true) => ({
  dialog: shown,
  projects: [project()],
  openProjectId: 'p1',
  views: { p1: view({ timeline: hasVideo ? { version: 1, durationMs: 10_000, tracks: [], summary: '' } : null }) },
});

describe.each(['en', 'zh'] as const)('captions, in %s', (locale) => {
  const t = names[locale];
  const [message = ''] = captionMessages(dialog.captions, locale);

  it('shows the very message, tells what is wrong, and sends it', async () => {
    const { user, requests, state } = show(<CaptionsDialog dialog={dialog} />, locale, around(dialog));
    expect(screen.getByText(t.bad)).toBeDefined();
    expect(screen.getByRole('region').textContent).toBe(message);
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: t.send }));
    expect(
      requests()
        .filter(({ name }) => name === 'turn.send')
        .map(({ input }) => input),
    ).toMatchObject([{ text: message }]);
    expect(state().dialog).toBeNull();
  });

  it('puts it into the composer, to be changed first', async () => {
    const { user, requests, state } = show(<CaptionsDialog dialog={dialog} />, locale, around(dialog));
    await user.click(screen.getByRole('button', { name: t.edit }));
    expect(state().composers['p1']?.unsent).toBe(message);
    expect(requests().some(({ name }) => name === 'turn.send')).toBe(false);
  });

  it('sends a long file as several messages, in order', async () => {
    const { user, requests } = show(<CaptionsDialog dialog={many} />, locale, around(many));
    await user.click(screen.getByRole('button', { name: t.many }));
    const sent = requests().filter(({ name }) => name === 'turn.send');
    expect(sent.map(({ input }) => (input as { text: string }).text)).toEqual(captionMessages(many.captions, locale));
  });

  it('waits for a video', async () => {
    show(<CaptionsDialog dialog={dialog} />, locale, around(dialog, false));
    expect(screen.getByText(t.none)).toBeDefined();
    expect(screen.getByRole('button', { name: t.send }).hasAttribute('disabled')).toBe(true);
    await expectAccessible();
  });
});
