import { expect, it, vi } from 'vitest';

vi.stubGlobal('window', {});
const { isOfWords } = await import('../../../../src/renderer/shell/drop-zone.tsx');

it.each([
  ['a paragraph of an office program', ['text/plain', 'text/html', 'text/rtf', 'Files'], 'A calm sea', true],
  ['cells of a table', ['text/plain', 'text/html', 'Files'], '1\t2', true],
  ['a picture of a page', ['text/html', 'Files'], '', false],
  ['a picture of a page with blanks beside it', ['text/plain', 'text/html', 'Files'], ' \n', false],
  ['a screenshot', ['Files'], '', false],
  ['a file out of a folder', ['text/plain', 'Files'], 'photo.png', false],
] as const)('%s', (_, types, text, words) => expect(isOfWords({ types, getData: () => text })).toBe(words));
