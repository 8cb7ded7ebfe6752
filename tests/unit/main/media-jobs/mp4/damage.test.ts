import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bodyOf, readBoxes } from '../../../../../src/main/media/boxes.ts';
import { readMovie } from '../../../../../src/main/media-jobs/mp4/movie.ts';
import { writeMoov } from '../../../../../src/main/media-jobs/mp4/moov.ts';
import { planCut } from '../../../../../src/main/media-jobs/mp4/plan.ts';

const film = new Uint8Array(readFileSync(join(import.meta.dirname, '../../../../../resources/samples/ocean.mp4')));
const moov = bodyOf(readBoxes(film) ?? [], 'moov') ?? new Uint8Array();

/** Everything but reading and writing media; whether the film could be cut. */
function canCut(bytes: Uint8Array): boolean {
  const movie = readMovie(bytes);
  const plan = movie === null ? null : planCut(movie, 5.3, 8);
  if (movie === null || plan === null) return false;
  return writeMoov(movie, plan.parts, { move: (offset) => offset, wide: false }).length > 0;
}

it('leaves a damaged table of contents alone, or cuts by what it says, but never breaks down', () => {
  expect(canCut(moov)).toBe(true);
  const damage = fc.record({ at: fc.nat(moov.length - 1), value: fc.integer({ min: 0, max: 255 }) });
  // Tables are the most of it; most of the sense is in the headers.
  const early = fc.record({ at: fc.nat(1200), value: fc.constantFrom(0, 1, 8, 127, 128, 255) });
  fc.assert(
    fc.property(fc.array(fc.oneof(damage, early), { minLength: 1, maxLength: 8 }), (changes) => {
      const bytes = moov.slice();
      for (const { at, value } of changes) bytes[at] = value;
      canCut(bytes);
    }),
    { numRuns: 2000 },
  );
});

it.each(['mvhd', 'tkhd', 'mdhd', 'hdlr', 'dref', 'elst', 'stsd', 'stsz', 'stts', 'stsc', 'stco'])(
  'leaves a film alone whose %s is missing',
  (type) => {
    const bytes = moov.slice();
    bytes.set(Buffer.from('xxxx'), Buffer.from(moov).indexOf(type));
    expect(canCut(bytes)).toBe(false);
  },
);
