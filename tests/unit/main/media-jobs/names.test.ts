import { expect, it } from 'vitest';
import { resultName } from '../../../../src/main/media-jobs/work.ts';

it.each([
  ['clip.MOV', 'mp4', null, 'clip.mp4'],
  ['海边 🎬.webm', 'mp4', null, '海边 🎬.mp4'],
  ['two.dots.mkv', 'mkv', { inMs: 65_900, outMs: 3_723_000 }, 'two.dots 01.05-1.02.03.mkv'],
])('%s becomes %s', (name, extension, cut, result) => {
  expect(resultName(name, extension, cut)).toBe(result);
});

it('a long name is cut between characters', () => {
  const name = resultName(`${'长'.repeat(84)}.mp4`, 'mp4', { inMs: 0, outMs: 1000 });
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  expect(name).toMatch(/^长+ 00\.00-00\.01\.mp4$/);
});
