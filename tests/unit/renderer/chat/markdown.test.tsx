import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';

vi.stubGlobal('window', { rushes: { request: () => undefined, on: () => undefined } });
const { Markdown } = await import('../../../../src/renderer/chat/markdown.tsx');

function html(text: string): string {
  return renderToStaticMarkup(<Markdown text={text} />)
    .replaceAll(/<div[^>]*>|<\/div>| dir="(?:auto|ltr)"| (?:class|title|draggable)="[^"]*"/g, '')
    .trim();
}

describe('Chinese, Japanese and Korean in Markdown', () => {
  it.each([
    ['请看**“标题”**的位置', '<p>请看<strong>“标题”</strong>的位置</p>'],
    ['**注意：**请检查', '<p><strong>注意：</strong>请检查</p>'],
    ['这是**「重点」**内容', '<p>这是<strong>「重点」</strong>内容</p>'],
    ['他说**《山海经》**很好', '<p>他说<strong>《山海经》</strong>很好</p>'],
    ['使用*（斜体）*文字', '<p>使用<em>（斜体）</em>文字</p>'],
    ['これは**「太字」**です', '<p>これは<strong>「太字」</strong>です</p>'],
    ['이것은 **(굵게)**입니다', '<p>이것은 <strong>(굵게)</strong>입니다</p>'],
    ['a ** b ** c', '<p>a ** b ** c</p>'],
  ])('%s', (text, shown) => expect(html(text)).toBe(shown));

  it.each(['1~2 秒，转场 3~4 秒', 'about 5~10 s, then 2~3 s', '~5 s and ~7 s'])('no single tilde strikes: %s', (text) =>
    expect(html(text)).toBe(`<p>${text}</p>`),
  );

  it('two tildes strike', () => expect(html('~~旧~~ 新')).toBe('<p><del>旧</del> 新</p>'));
});

describe('an address', () => {
  const link = (url: string, text = url) => `<a href="${url}">${text}</a>`;
  it.each([
    ['https://example.com/a，谢谢。', `${link('https://example.com/a')}，谢谢。`],
    ['见 https://example.com/a。', `见 ${link('https://example.com/a')}。`],
    ['（https://example.com/a?b=1&c=2）', `（${link('https://example.com/a?b=1&amp;c=2')}）`],
    ['“https://example.com/a”', `“${link('https://example.com/a')}”`],
    [
      'https://example.com、https://example.org：好',
      `${link('https://example.com')}、${link('https://example.org')}：好`,
    ],
    ['https://example.com/a.，好', `${link('https://example.com/a')}.，好`],
    ['**https://example.com/a。**谢谢', `<strong>${link('https://example.com/a')}。</strong>谢谢`],
    ['**https://example.com/a**，谢谢', `<strong>${link('https://example.com/a')}</strong>，谢谢`],
    ['https://example.com/_a_/b_c 好', `${link('https://example.com/_a_/b_c')} 好`],
    ['https://example.com/a(b), ok', `${link('https://example.com/a(b)')}, ok`],
    ['<https://example.com/a，b>', link('https://example.com/a%EF%BC%8Cb', 'https://example.com/a，b')],
    ['[这里](https://example.com/a，b)', link('https://example.com/a%EF%BC%8Cb', '这里')],
    ['`https://example.com/a，b`', '<code>https://example.com/a，b</code>'],
  ])('%s', (text, shown) => expect(html(text)).toBe(`<p>${shown}</p>`));

  it('stays as it is in code', () =>
    expect(html('```\nhttps://example.com/a，b\n```')).toBe('<pre><code>https://example.com/a，b\n</code></pre>'));
});

describe('lines', () => {
  it('end where they end', () => {
    expect(html('第一行\n第二行')).toBe('<p>第一行<br/>\n第二行</p>');
    expect(html('- one\n  two **and\n  three**')).toBe(
      '<ul>\n<li>one<br/>\ntwo <strong>and<br/>\nthree</strong></li>\n</ul>',
    );
  });

  it('each have their own direction, and what holds them that of its first letter', () => {
    const shown = renderToStaticMarkup(<Markdown text={'1. *مرحبا*\n2. sea\n\nHello\n\n> שלום\n'} />);
    expect(shown.match(/<(?:ol|li|p|blockquote) dir="\w+"/g)).toEqual([
      '<ol dir="rtl"',
      '<p dir="auto"',
      '<blockquote dir="rtl"',
      '<p dir="auto"',
    ]);
  });
});

describe('what is nested deeper than anybody writes', () => {
  const deep: readonly (readonly [string, string])[] = [
    ['quotations', '>'.repeat(2_500)],
    ['quotations apart', '> '.repeat(2_500)],
    ['items', '- '.repeat(1_500)],
    ['numbers', '1. '.repeat(1_500)],
    ['all kinds', '> - 1) + * '.repeat(500)],
    ['footnotes', '[^a]: '.repeat(500)],
    ['strong words', `${'**'.repeat(1_400)}a${'**'.repeat(1_400)}`],
    ['stressed words', `${'*_'.repeat(700)}a${'_*'.repeat(700)}`],
    ['brackets', `${'['.repeat(2_000)}a${']'.repeat(2_000)}`],
    ['pictures', `${'!['.repeat(1_400)}a${'](b)'.repeat(700)}`],
    ['lazy lines', `${'>'.repeat(2_500)} a\n${'b\n'.repeat(50)}`],
  ];
  it.each(deep)('%s: is shown as it is written', (_, text) => {
    const shown = html(`Before\n\n${text}\n\nAfter **this**\n`);
    expect(shown).toContain('<p>Before</p>');
    expect(shown).toContain('After <strong>this</strong>');
    const letters = (all: string) =>
      all
        .replaceAll('&gt;', '>')
        .replaceAll('<br/>', '')
        .replaceAll(/<\/?p>|\s/g, '');
    expect(letters(shown)).toContain(letters(text));
  });

  it('shows the first cells of a row that is wider than a window', () => {
    const row = (cell: string) => `|${`${cell}|`.repeat(300)}`;
    const shown = html([row('a'), row('-'), row('b'), ''].join('\n'));
    expect(shown.match(/<t[hd]>/g)).toHaveLength(62);
    expect(shown).toContain('… +270');
  });

  it('leaves what people nest', () => {
    const list = Array.from({ length: 8 }, (_, depth) => `${'  '.repeat(depth)}- ${depth}`).join('\n');
    expect(html(list).match(/<ul>/g)).toHaveLength(8);
    expect(html('> > > a')).toContain('<blockquote>\n<blockquote>\n<blockquote>');
    expect(html('word **bold** '.repeat(200)).match(/<strong>/g)).toHaveLength(200);
  });
});
