import { describe, expect, it } from 'vitest';
import { isBlack } from '../../../../src/renderer/player/capture.ts';
import { splitName } from '../../../../src/renderer/ui/file-name.tsx';
import { initialsOf } from '../../../../src/renderer/ui/picture.tsx';

describe('a file name', () => {
  it.each([
    ['short.mp4', ['', 'short.mp4']],
    ['a-very-long-name-of-a-clip-2024.final.mp4', ['a-very-long-name-of-a-clip-2024', '.final.mp4']],
    ['the boats, the long cut, version 12.mp4', ['the boats, the long cut, version ', '12.mp4']],
    ['walk 1796083839645.mp4', ['walk 1796083', '839645.mp4']],
    ['海边的日落与海浪声音素材.mp4', ['海边的日落与', '海浪声音素材.mp4']],
    ['nothing-but-a-long-name-without-end', ['nothing-but-a-long-name-without-', 'end']],
  ] as const)('%s keeps its end in sight', (name, parts) => {
    expect(splitName(name)).toEqual(parts);
    expect(parts.join('')).toBe(name);
  });
});

it.each([
  ['Make a video of the sea', 'MA'],
  ['ocean.mp4', 'OM'],
  ['夏日海滩', '夏'],
  ['🌊', ''],
] as const)('the initials of %s are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

it('a frame is black where nothing can be made out', () => {
  expect(isBlack([0, 0, 0, 255, 16, 12, 10, 255])).toBe(true);
  expect(isBlack([0, 0, 0, 255, 16, 90, 10, 255])).toBe(false);
});
