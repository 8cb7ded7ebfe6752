import { describe, expect, it } from 'vitest';
import { matching } from '../../../../src/renderer/commands/palette.tsx';
import { stepFrom } from '../../../../src/renderer/commands/combobox-dialog.tsx';

const items = [
  { id: 'dark', words: ['Dark appearance', '深色外观'] },
  { id: 'export', words: ['Export', '导出'] },
  { id: 'city', words: ['Neon city at night'] },
  { id: 'attach', words: ['Attach files', '添加文件'] },
];
const found = (query: string) => matching(items, query).map(({ id }) => id);

describe('what a query finds in the palette', () => {
  it.each([
    ['', ['dark', 'export', 'city', 'attach']],
    ['EXP', ['export']],
    ['深色', ['dark']],
    ['文件', ['attach']],
    ['night neon', ['city']],
    ['ｅｘｐｏｒｔ', ['export']],
    ['a', ['attach', 'dark', 'city']],
    ['nothing like it', []],
  ])('%s', (query, ids) => expect(found(query)).toEqual(ids));
});

describe('keys among choices', () => {
  it.each([
    ['ArrowDown', 2, 3, 0],
    ['ArrowUp', 0, 3, 2],
    ['PageDown', 0, 3, 2],
    ['PageUp', 2, 3, 0],
    ['a', 0, 3, null],
    ['ArrowDown', 0, 0, null],
  ])('%s at %d of %d', (key, at, count, to) => expect(stepFrom(key, at, count)).toBe(to));
});
