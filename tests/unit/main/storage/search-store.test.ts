import { beforeEach, describe, expect, it } from 'vitest';
import { fold, mostSearched, plainText, snippetOf } from '../../../../src/main/storage/search-text.ts';
import type { Stores } from '../../../../src/main/storage/stores.ts';
import type { Turn } from '../../../../src/shared/domain/turn.ts';
import { temporaryStores } from '../../../support/temporary-stores.ts';
import { aProject, aTurn } from './samples.ts';

describe('search', () => {
  const project = aProject({ name: 'Neon City 霓虹', updatedAt: 50 });
  let stores: Stores;
  beforeEach(() => {
    stores = temporaryStores();
    stores.projects.save(project);
  });

  const add = (change: Partial<Turn>): Turn => {
    const turn = aTurn(project.id, change);
    stores.turns.save(turn);
    return turn;
  };
  const found = (query: string): readonly string[] =>
    stores.search.find(query, 50).map(({ pieces }) => pieces.map((p, i) => (i % 2 ? `[${p}]` : p)).join(''));

  it('finds names, messages and answers, newest first', () => {
    const old = add({ prompt: 'A neon sign', startedAt: 10 });
    const fresh = add({ prompt: 'x', parts: [{ kind: 'text', text: 'The **neon** is on' }], startedAt: 90 });
    expect(stores.search.find('neon', 50)).toEqual([
      { projectId: project.id, turnId: fresh.id, pieces: ['The ', 'neon', ' is on'], at: 90 },
      { projectId: project.id, turnId: null, pieces: ['', 'Neon', ' City 霓虹'], at: 50 },
      { projectId: project.id, turnId: old.id, pieces: ['A ', 'neon', ' sign'], at: 10 },
    ]);
    expect(stores.search.find('neon', 1)).toHaveLength(1);
  });

  it.each([
    ['two Chinese characters', '视频', '请把[视频]变亮一点'],
    ['one Chinese character', '亮', '请把视频变[亮]一点'],
    ['two characters at the very end', '一点', '请把视频变亮[一点]'],
    ['one character at the very end', '点', '请把视频变亮一[点]'],
    ['several', '视频变亮', '请把[视频变亮]一点'],
    ['one letter', 'Q', 'A [q]uay'],
    ['part of a word', 'UAY', 'A q[uay]'],
    ['another case beyond English', 'übER при', '[Über ПРИ]ЮТ'],
    ['English among Chinese', 'hdr', '要[HDR]的画面'],
    ['a word with two small forms', 'ΟΔΟΣ', '[οδος] και [οδοσ]'],
    ['the small form at the end of a word', 'ΝΑΟΣ', 'ο [ναος]'],
    ['what looks like a query', '"a" OR *', 'say ["a" or *] b'],
    ['a sign of SQL', '100%_', 'to [100%_] now'],
    ['the other form of an accent', 'cafe\u0301', 'the [café]'],
    ['over white space', 'two  words', 'here [two words]'],
    ['an emoji', '🎬', 'go [🎬] now'],
  ])('finds %s', (_what, query, expected) => {
    for (const prompt of [
      '请把视频变亮一点',
      'A quay',
      'Über ПРИЮТ',
      'ο ναος',
      '要HDR的画面',
      'οδος και οδοσ',
      'say "a" or * b',
      'to 100%_ now',
    ])
      add({ prompt });
    for (const prompt of ['the café', 'here two\n words', 'go 🎬 now']) add({ prompt });
    expect(found(query)).toEqual([expected]);
  });

  it('finds nothing for nothing, and nothing across a message and its answer', () => {
    add({ prompt: 'one', parts: [{ kind: 'text', text: 'two' }] });
    expect([found(' \n'), found('one two'), found('zebra'), found('z"')]).toEqual([[], [], [], []]);
    expect(found('two')).toEqual(['[two]']);
  });

  it.each([
    ['abcabc', 'abcab'],
    ['one two', 'two one tw, one t'],
    ['剪掉前三秒', '掉前三秒，剪掉前，前三秒'],
  ])('finds %j only where it stands as a whole', (query, pieces) => {
    const whole = add({ prompt: `Here: ${query}` });
    add({ prompt: pieces });
    expect(stores.search.find(query, 1)).toMatchObject([{ turnId: whole.id }]);
    stores.turns.remove(whole.id);
    expect(found(query)).toEqual([]);
  });

  it('finds a long query with many repeats', () => {
    const long = '"shot" of the sea, '.repeat(10).trim();
    add({ prompt: `Take this: ${long}` });
    expect(stores.search.find(long, 50)).toHaveLength(1);
  });

  it('looks through the first million characters of an answer, and no further', () => {
    const [early, late] = [' walrus ', ' otter '];
    add({ parts: [{ kind: 'text', text: `${'sea '.repeat(mostSearched / 4 - 3)}${early}${late}` }] });
    expect([found('walrus').length, found('otter').length]).toEqual([1, 0]);
  });

  it('follows what is saved', () => {
    const turn = add({ prompt: 'a walrus' });
    stores.turns.save({ ...turn, prompt: 'a seal' });
    expect([found('walrus'), found('seal')]).toEqual([[], ['a [seal]']]);
    stores.projects.save({ ...project, name: 'Otters' });
    expect([found('Neon City'), found('otter')]).toEqual([[], ['[Otter]s']]);
  });

  it('does not find what is in a deleted project', () => {
    add({ prompt: 'a walrus' });
    stores.projects.markDeleted(project.id, 1);
    expect([found('walrus'), found('neon'), found('wa')]).toEqual([[], [], []]);
    stores.projects.markDeleted(project.id, null);
    expect(found('walrus')).toHaveLength(1);
  });

  it('shows the same around a hit deep in a long answer', () => {
    const long = `${'word '.repeat(400)}here is the walrus and another walrus ${'tail '.repeat(400)}`;
    add({ prompt: 'p', parts: [{ kind: 'text', text: long }] });
    expect(found('walrus')).toEqual(['…word word word word here is the [walrus] and another [walrus] tail tail tail…']);
  });
});

describe('a snippet', () => {
  it('has about 80 characters, cut between words where there are some', () => {
    const pieces = snippetOf(`${'alpha '.repeat(30)}target ${'omega '.repeat(30)}`, 'target')!;
    expect(pieces.join('').length).toBeLessThanOrEqual(82);
    expect(pieces[0]).toMatch(/^…alpha /);
    expect(pieces.at(-1)).toMatch(/ omega…$/);
  });

  it('has as many where the hit begins its line', () => {
    const length = snippetOf(`target ${'omega '.repeat(30)}`, 'target')!.join('').length;
    expect(length).toBeGreaterThan(68);
    expect(length).toBeLessThanOrEqual(82);
  });

  it('does not cut a character in two', () => {
    const pieces = snippetOf(`${'🌊'.repeat(60)}x${'🌊'.repeat(60)}`, 'x')!;
    expect(pieces.join('')).not.toMatch(/\p{Cs}/u);
    const shifted = snippetOf(`a${'🌊'.repeat(60)}x${'🌊'.repeat(60)}`, 'x')!;
    expect(shifted.join('')).not.toMatch(/\p{Cs}/u);
  });

  it('stays within its line', () => {
    expect(snippetOf('first line\nthe hit\nthird', 'hit')).toEqual(['the ', 'hit', '']);
  });
});

describe('the folded text', () => {
  it('keeps every character at its place', () => {
    const every = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).join('');
    const folded = fold(every);
    expect(folded).toHaveLength(every.length);
    expect(fold(folded)).toBe(folded);
    expect(fold('İstanbul ẞ')).toHaveLength('İstanbul ẞ'.length);
  });
});

describe('plain text', () => {
  it.each([
    ['# A *big* **day**\n\n- one\n- `two`', 'A big day one two'],
    ['see [the cut](https://example.com/x) ![still](y.png)', 'see the cut still'],
    ['```js\nlet a = 1\n```\n> said __so__', 'let a = 1 said so'],
    ['| a | b |\n|---|:-:|\n| 1 | 2 |', 'a b 1 2'],
    ['snake_case_name, 2 * 3 * 4 and 5* hotel', 'snake_case_name, 2 * 3 * 4 and 5* hotel'],
    ['~~old~~ _new_\u2028line\u0000', 'old new line'],
  ])('of %j', (markdown, plain) => {
    expect(plainText(markdown)).toBe(plain);
  });

  it.each(['[', '*a', '_', '`', '| ', '> ', '**', '- ', '](', '\n'])('takes long repeats of %j', (piece) => {
    expect(plainText(piece.repeat(100_000))).toBeTypeOf('string');
  });
});
