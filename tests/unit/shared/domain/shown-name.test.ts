import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolated, shownName } from '../../../../src/shared/domain/shown-name.ts';

describe('a name that is shown', () => {
  it.each([
    ['sea.mp4', 'sea.mp4'],
    ['海上的日落.mp4', '海上的日落.mp4'],
    ['שלום עולם.mov', 'שלום עולם.mov'],
    ['👨‍👩‍👧 family 🏴󠁧󠁢󠁥󠁮󠁧󠁿.png', '👨‍👩‍👧 family 🏴󠁧󠁢󠁥󠁮󠁧󠁿.png'],
    ['می‌خواهم.mp4', 'می‌خواهم.mp4'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['\u2067a\u2069\u200f.mp4', 'a.mp4'],
    ['two\nlines\u0007.mp4', 'two lines .mp4'],
    ['\u200b.mp4', 'U+200B.mp4'],
    ['\u202e\u2800\u3164\u200d\ufeff.mp4', 'U+202E U+2800 U+3164….mp4'],
    ['   ', 'U+0020 U+0020 U+0020'],
    ['\u{e0041}\u{e0042}', 'U+E0041 U+E0042'],
    ['.mp4', '.mp4'],
    ['', ''],
  ])('%j is %j', (name, shown) => expect(shownName(name)).toBe(shown));

  it('is shown once as twice, can be seen, and turns nothing around', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x10ffff), { maxLength: 40 }), (points) => {
        const name = String.fromCodePoint(...points);
        const shown = shownName(name);
        expect(shownName(shown)).toBe(shown);
        expect(shown).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Cc}]/u);
      }),
    );
  });
});

describe('words in the middle of a sentence', () => {
  it.each([
    ['sea.mp4', 'sea.mp4'],
    ['海.mp4', '海.mp4'],
    ['שלום.mp4', '\u2068שלום.mp4\u2069'],
    ['a\u202eb', '\u2068ab\u2069'],
    ['\u2069\u2069 a', '\u2068 a\u2069'],
  ])('%j are %j', (words, shown) => expect(isolated(words)).toBe(shown));
});
