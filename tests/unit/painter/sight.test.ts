import { describe, expect, it } from 'vitest';
import type { Cover } from '../../../src/painter/cover.ts';
import { partsSeen } from '../../../src/painter/sight.ts';

const still = { size: 1, x: 0, y: 0 };
const everywhere: Cover = () => 'all';
/** Covers wholly what lies below a line, and nothing above it. */
const below =
  (line: number): Cover =>
  (_left, top, _right, bottom) =>
    top >= line ? 'all' : bottom <= line ? 'none' : 'some';
const layer = (cover: Cover | undefined, standing = still) => ({ cover, standing, isWhole: cover === undefined });

describe('the parts of a frame in which a layer is drawn', () => {
  it('are the whole frame at once where nothing hides it', () => {
    expect(partsSeen(128, 128, [layer(everywhere)])).toEqual([[{ x: 0, y: 0, width: 128, height: 128 }]]);
  });

  it('leave out what nearer ones hide, and where it is empty itself', () => {
    const [sky, hill, cast] = partsSeen(128, 256, [layer(everywhere), layer(below(100)), layer(undefined)]);
    // The row from 64 to 128 is hidden in part only, and so is seen of both.
    expect(sky).toEqual([{ x: 0, y: 0, width: 128, height: 128 }]);
    expect(hill).toEqual([{ x: 0, y: 64, width: 128, height: 192 }]);
    expect(cast).toEqual([{ x: 0, y: 0, width: 128, height: 256 }]);
  });

  it('follow the camera', () => {
    const nearer = { size: 2, x: 0, y: -200 };
    const [sky, hill] = partsSeen(64, 256, [layer(everywhere), layer(below(150), nearer)]);
    expect(sky).toEqual([{ x: 0, y: 0, width: 64, height: 128 }]);
    expect(hill).toEqual([{ x: 0, y: 64, width: 64, height: 192 }]);
  });

  it('are none of a layer that is hidden wholly, and one piece of one that is dear in several', () => {
    const ring: Cover = (left, _top, right) => (left >= 0 && right <= 0 ? 'all' : 'some');
    expect(partsSeen(64, 64, [layer(ring), layer(everywhere)])[0]).toEqual([]);
    const middle: Cover = (left, _top, right) => (left > 50 && right < 150 ? 'all' : 'none');
    const [behind] = partsSeen(192, 64, [{ ...layer(everywhere), isWhole: true }, layer(middle)]);
    expect(behind).toEqual([{ x: 0, y: 0, width: 192, height: 64 }]);
  });
});
