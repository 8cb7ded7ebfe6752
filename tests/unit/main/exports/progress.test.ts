import { expect, it } from 'vitest';
import { noProgress, progressAfter } from '../../../../src/main/exports/render.ts';

function shares(...raw: readonly (number | null)[]): readonly (number | null)[] {
  let progress = noProgress;
  return raw.map((value) => (progress = progressAfter(progress, value)).share);
}

it.each([
  ['of 1', [0, 0.3, 1], [0, 0.3, 1]],
  ['of 100', [0, 1, 30, 100], [0, 0.01, 0.3, 1]],
  ['of 100, with fractions', [0.5, 12.5, 0.8], [0.5, 0.125, 0.008]],
  ['that is missing now and then', [null, 0.3, null], [null, 0.3, 0.3]],
  ['of one answer alone', [1], [0.01]],
] as const)('reads progress %s', (_, raw, expected) => expect(shares(...raw)).toEqual(expected));
