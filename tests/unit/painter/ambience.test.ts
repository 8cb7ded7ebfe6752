import { describe, expect, it } from 'vitest';
import { ambienceOf } from '../../../src/painter/ambience.ts';
import { readScene } from '../../../src/shared/scene/read-scene.ts';

const rate = 8000;

/** Root mean square of what is heard from one second to another. */
function loudness(values: Float32Array, from: number, to: number): number {
  const part = values.subarray(from * rate, to * rate);
  return Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / part.length);
}

describe('the sound of a scene', () => {
  const scene = readScene('a boat on the sea, 4 seconds');

  it('is as long as the scene, the same each time, and another on either side', () => {
    const { left, right } = ambienceOf(scene, rate);
    expect([left.length, right.length]).toEqual([4 * rate, 4 * rate]);
    expect(ambienceOf(scene, rate)).toEqual({ left, right });
    expect(left).not.toEqual(right);
    expect(ambienceOf({ ...scene, seed: scene.seed + 1 }, rate).left).not.toEqual(left);
  });

  it('is quiet and never silent, throughout, where one shot follows another', () => {
    const city = readScene('a taxi in the city at night, 9 seconds');
    const { left } = ambienceOf(city, rate);
    expect(Math.max(...left.map(Math.abs))).toBeLessThan(0.5);
    for (let second = 0; second < 9; second += 1) expect(loudness(left, second, second + 1)).toBeGreaterThan(0.0005);
  });

  it('has the rain in it', () => {
    const [first] = scene.shots;
    const [dry, wet] = (['clear', 'rain'] as const).map((weather) =>
      ambienceOf({ ...scene, shots: [{ ...first, weather, seconds: 4 }] }, rate),
    );
    expect(loudness(wet?.left ?? new Float32Array(), 1, 3)).toBeGreaterThan(
      loudness(dry?.left ?? new Float32Array(), 1, 3),
    );
  });
});
