import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { hostileAnswers, huge } from '../../../support/hostile-answers.ts';

vi.stubGlobal('window', { rushes: { request: () => undefined, on: () => undefined } });
const { Markdown } = await import('../../../../src/renderer/chat/markdown.tsx');

const answers = hostileAnswers('https://hostile.example');

/** Tags and attributes of what an answer becomes; texts are left out. */
function partsOf(markup: string): { readonly tags: ReadonlySet<string>; readonly attributes: readonly string[] } {
  const tags = markup.match(/<\/?[^>\s/]+(?:\s[^>]*)?>/g) ?? [];
  return {
    tags: new Set(tags.map((tag) => /^<\/?([^\s>/]+)/.exec(tag)?.[1] ?? '')),
    attributes: tags.flatMap((tag) => tag.match(/\s[^\s=>"]+(?:="[^"]*")?/g) ?? []).map((text) => text.trim()),
  };
}

const tags =
  /^(?:a|blockquote|br|button|code|del|div|em|h[1-6]|hr|input|li|ol|p|pre|section|span|strong|sup|table|tbody|td|th|thead|tr|ul)$/;
const attributes = [
  /^(?:class|dir|title|id|start|draggable|type|aria-[a-z]+|data-[a-z-]+|tabindex)(?:=|$)/,
  /^(?:disabled|checked)(?:=""|$)/,
  /^href="(?:https:\/\/[^"]*|#[^"]*)"$/,
  /^style="text-align:(?:left|right|center)"$/,
];

describe('an answer that means harm', () => {
  it('is one of more than a hundred', () => expect(new Set(answers).size).toBeGreaterThan(120));

  it.each(answers.map((text) => [JSON.stringify(text.slice(0, 60)), text] as const))(
    'leaves no trace: %s',
    (_, text) => {
      const parts = partsOf(renderToStaticMarkup(<Markdown text={`Before\n\n${text}\n\nAfter`} />));
      expect([...parts.tags].filter((tag) => !tags.test(tag))).toEqual([]);
      expect(parts.attributes.filter((one) => !attributes.some((allowed) => allowed.test(one)))).toEqual([]);
    },
  );

  it.each(Object.entries(huge))('is shown, however long: %s', (_, text) => {
    expect(renderToStaticMarkup(<Markdown text={text} />).length).toBeGreaterThan(1_000);
  });
});
