import { describe, expect, it } from 'vitest';
import { createBlocks, foldTables, inGroups, rowsOf } from '../../../../src/renderer/chat/blocks.ts';

const split = (text: string) => createBlocks()(text);

describe('blocks of a text', () => {
  it('end at blank lines, as soon as the next line is whole', () => {
    expect(split('One\n\nTwo')).toEqual({ finished: [], rest: 'One\n\nTwo' });
    expect(split('One\n\nTwo\n')).toEqual({ finished: ['One\n\n'], rest: 'Two\n' });
  });

  it('never end within a fence', () => {
    const code = '```js\na\n\nb\n```\n';
    expect(split(`Look\n\n${code}\nDone\n`)).toEqual({ finished: ['Look\n\n', `${code}\n`], rest: 'Done\n' });
  });

  it('hold a fence until as many marks close it', () => {
    const code = '~~~~\na\n\n~~~\n\nb\n~~~~\n';
    expect(split(`${code}\nDone\n`).finished).toEqual([`${code}\n`]);
  });

  it('keep what is indented with what stands above it', () => {
    const list = '1. One\n\n   more of it\n';
    expect(split(`${list}\nDone\n`)).toEqual({ finished: [`${list}\n`], rest: 'Done\n' });
  });

  it('keep a table whole', () => {
    const table = '| a | b |\n|---|---|\n| 1 | 2 |\n';
    expect(split(`${table}\nDone\n`).finished).toEqual([`${table}\n`]);
  });

  it('are the same however the text arrives, and nothing of it is lost', () => {
    const text =
      `# Title\n\nWords and ${'more '.repeat(50)}\n\n- a\n- b\n\n\`\`\`\nx\n\ny\n\`\`\`\n\n> quote\n\nend\n`.repeat(9);
    const whole = split(text);
    const grow = createBlocks();
    for (let at = 0; at < text.length; at += 7) grow(text.slice(0, at));
    const grown = grow(text);
    expect(grown).toEqual(whole);
    expect(grown.finished.join('') + grown.rest).toBe(text);
  });

  it('keep their array while no block was added', () => {
    const grow = createBlocks();
    const { finished } = grow('One\n\nTwo\n');
    expect(grow('One\n\nTwo\nmore').finished).toBe(finished);
  });

  it('begin anew for another text', () => {
    const grow = createBlocks();
    grow('One\n\nTwo\n');
    expect(grow('Three')).toEqual({ finished: [], rest: 'Three' });
  });

  it.each([
    ['a line without an end', 'word '.repeat(20_000)],
    ['many lines without a blank one', 'a line of words\n'.repeat(5000)],
    ['letters without a space', '字'.repeat(50_000)],
  ])('stay short enough to be drawn at once: %s', (_, text) => {
    const { finished, rest } = split(text);
    for (const block of [...finished, rest]) expect(block.length).toBeLessThan(7000);
    expect(finished.join('') + rest).toBe(text);
  });

  it('reopen a fence that was cut', () => {
    const { finished, rest } = split(`\`\`\`js\n${'const x = 1;\n'.repeat(2000)}`);
    for (const block of finished) {
      expect(block).toMatch(/^```js\n/);
      expect(block).toMatch(/\n```$/);
    }
    expect(rest).toMatch(/^```js\n/);
  });
});

describe('a table that is too long to be drawn at once', () => {
  const head = '| shot | what is seen |\n|:---|---:|\n';
  const bare = 'shot | what is seen\n--- | ---\n';
  const rows = (from: number, to: number, row = (n: number) => `| ${n} | the sea at ${n} o'clock |\n`) =>
    Array.from({ length: to - from }, (_, index) => row(from + index)).join('');

  it.each([
    ['with a line around it', head, undefined],
    ['with lines only between its columns', bare, (n: number) => `${n} | the sea\n`],
  ])('has its head again in each piece, %s', (_, top, row) => {
    const all = rows(0, 1500, row);
    const { finished, rest } = split(`Look:\n\n${top}${all}\nDone\n`);
    const pieces = finished.join('').replace('Look:\n\n', '').split(top).slice(1);
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.join('')).toBe(`${all}\n`);
    for (const block of finished.slice(2)) expect(block.startsWith(top)).toBe(true);
    for (const block of finished) expect(block.length).toBeLessThanOrEqual(6000);
    expect(rest).toBe('Done\n');
  });

  it('is parted at the same rows however it arrives', () => {
    const text = `${head}${rows(0, 800)}\nAnd | more\n\nDone\n`;
    const grow = createBlocks();
    for (let at = 0; at < text.length; at += 7) grow(text.slice(0, at));
    expect(grow(text)).toEqual(split(text));
  });

  it('is over with the first line that is no row', () => {
    const { finished, rest } = split(`${head}${rows(0, 300)}\n${'a line of words\n'.repeat(1000)}`);
    const parts = [...finished, rest];
    const last = parts.findLastIndex((block) => block.startsWith(head));
    expect(last).toBeGreaterThan(0);
    expect(parts.slice(last + 1).join('')).toMatch(/^(a line of words\n)+$/);
  });

  it('does not take words with a bar for a table, nor code', () => {
    const words = 'this | that\n'.repeat(1000);
    const { finished, rest } = split(words);
    expect(finished.join('') + rest).toBe(words);
    const code = split(`~~~\n${head}${rows(0, 800)}~~~\n\nDone\n`).finished;
    expect(code.join('').split(head)).toHaveLength(2);
  });

  it('still has pieces of a limited length where a row is longer than that', () => {
    const { finished, rest } = split(`${head}| 1 | ${'word '.repeat(4000)}|\n${rows(2, 9)}\nDone\n`);
    for (const block of [...finished, rest]) expect(block.length).toBeLessThanOrEqual(6200);
    expect(finished.join('')).toContain(rows(2, 9));
  });
});

describe('a table of very many rows', () => {
  const head = '| a | b |\n|---|---|\n';
  const rows = Array.from({ length: 5_000 }, (_, index) => `| ${index} | sea |\n`).join('');
  const { finished, rest } = split(`Look:\n\n${head}${rows}\nDone\n`);

  it('shows its first pieces, and counts the rows that are left out', () => {
    const { items } = foldTables({ finished, rest });
    const more = items.find((item) => typeof item !== 'string') ?? expect.fail();
    const shown = items.filter((item) => typeof item === 'string');
    expect(shown.length).toBeLessThan(6);
    expect([...shown, ...more.blocks].join('').split(head).join('')).toBe(`Look:\n\n${rows}\n`);
    const inSight = shown.join('').split(head).join('').split('| sea |').length - 1;
    expect(rowsOf(more) + inSight).toBe(5_000);
  });

  it.each(['Done', 'Done.\n\nReally', '**Done**'])('leaves in sight what ends an answer below it: %s', (end) => {
    const folded = foldTables(split(`${head}${rows}\n${end}`));
    expect(folded.rest).toBe(end);
    expect(rowsOf(folded.items.at(-1) as Parameters<typeof rowsOf>[0])).toBeGreaterThan(1_000);
  });

  it('leaves other blocks, and a short table, as they are', () => {
    const blocks = ['a\n\n', `${head}| 1 | 2 |\n`, 'b\n\n', `${head}| 3 | 4 |\n`];
    expect(foldTables({ finished: blocks, rest: 'c' })).toEqual({ items: blocks, rest: 'c' });
  });

  it('keeps the rows that still come with those that are left out', () => {
    const growing = split(`${head}${rows}`);
    const folded = foldTables(growing);
    expect(folded.rest).toBe('');
    expect(folded.items.at(-1)).toMatchObject({ blocks: expect.arrayContaining([growing.rest]) as unknown });
  });
});

it('groups blocks by their length', () => {
  expect(inGroups(['aaa', 'bbb', 'cc', 'd'], 5)).toEqual([
    ['aaa', 'bbb'],
    ['cc', 'd'],
  ]);
});
