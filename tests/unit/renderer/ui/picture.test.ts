import { expect, it } from 'vitest';
import { hues } from '../../../../src/renderer/ui/picture.tsx';

it('gives an id its hues for good, and another id others', () => {
  expect(hues('a1')).toEqual(hues('a1'));
  expect(hues('a1')).not.toEqual(hues('a2'));
  for (const hue of hues('a1')) expect(hue).toSatisfy((value: number) => value >= 0 && value < 360);
});
