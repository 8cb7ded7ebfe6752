import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Markdown } from '../../src/renderer/chat/markdown.tsx';
import { AgentMessage } from '../../src/renderer/chat/agent-message.tsx';
import { turn } from '../unit/renderer/state/fixtures.ts';
import { show } from './rig.ts';

const toCome = { en: /still to come/, zh: /稍后加入/ } as const;

describe.each(['en', 'zh'] as const)('the raw clip of a generation, in %s', (locale) => {
  it.each([
    ['streaming', 1],
    ['settling', 1],
    ['done', 0],
    ['failed', 0],
    ['unknown', 0],
  ] as const)('of a turn that is %s', (state, count) => {
    const one = turn({ state, parts: [{ kind: 'raw-clip', name: 'sea' }] });
    show(<AgentMessage turn={one} working={false} />, locale, {});
    expect(screen.queryAllByText(toCome[locale])).toHaveLength(count);
  });
});

it('keeps the elements of each paragraph, and what is selected in them, while more comes', () => {
  const { rerender } = render(<Markdown text="The first" />);
  const first = screen.getByText('The first');
  const words = first.firstChild;
  for (const text of ['The first\n\n', 'The first\n\nThe second', 'The first\n\nThe second\n\n- a\n\nThe last']) {
    rerender(<Markdown text={text} />);
    expect(screen.getByText('The first')).toBe(first);
    expect(first.firstChild).toBe(words);
  }
});
