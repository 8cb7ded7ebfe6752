import { describe, expect, it } from 'vitest';
import { groundOf } from '../../../src/painter/footing.ts';
import { drawPassing, paceOf } from '../../../src/painter/pace.ts';
import { createRandom } from '../../../src/shared/random.ts';
import { readScene } from '../../../src/shared/scene/read-scene.ts';
import { lightOf } from '../../../src/painter/light.ts';
import { Stage } from '../../../src/painter/stage.ts';

const shotOf = (prompt: string) => readScene(prompt).shots[0];
const stageOf = (prompt: string) => {
  const shot = shotOf(prompt);
  return new Stage(1280, 720, shot, lightOf(shot, 0.3), createRandom(1));
};

describe('where a subject stands', () => {
  it.each([
    ['a child flies a kite at the sea', 'beach'],
    ['fireworks over the sea, people watching', 'beach'],
    ['a sailboat on the sea', 'sea'],
    ['a lighthouse in a storm', 'sea'],
    ['a robot in the city', 'city'],
  ])('is no water for whoever cannot swim: "%s"', (prompt, place) => {
    expect(groundOf(shotOf(prompt))).toBe(place);
  });

  it('is water for a boat, wherever it was put', () => {
    expect(shotOf('a rowing boat in the mountains').place).toBe('lake');
    expect(shotOf('竹林边的乌篷船').place).toBe('river');
    expect(shotOf('a rowing boat on the sea').place).toBe('sea');
  });
});

describe('how a subject gets on', () => {
  it('is past the ground where that is open, and across the frame elsewhere, but not out of it', () => {
    expect(paceOf(stageOf('a dog in a meadow'), 260)).toEqual({ ground: 364, across: 0 });
    const { ground, across } = paceOf(stageOf('a dog on the beach, 10 s'), 260);
    expect(ground).toBe(0);
    expect(across * shotOf('a dog on the beach, 10 s').seconds).toBeCloseTo(0.46);
  });

  it.each(['a dog in a room', 'a car on a road', 'a sleeping dog in a meadow', 'a castle in a meadow', 'a meadow'])(
    'is not at all: "%s"',
    (prompt) => {
      expect(paceOf(stageOf(prompt), 260)).toEqual({ ground: 0, across: 0 });
    },
  );

  it('leaves no gap in the ground that passes by', () => {
    const box = { x: -100, y: 0, width: 1400, height: 100 };
    for (const seconds of [0, 0.7, 3.84, 9, 14.9]) {
      const drawn: number[] = [];
      const saved: number[] = [];
      let origin = 0;
      const context = {
        save: () => saved.push(origin),
        restore: () => (origin = saved.pop() ?? 0),
        translate: (x: number) => (origin += x),
        scale: () => undefined,
        // What is turned over lies to the left of its origin.
        drawImage: (_: unknown, x: number) => drawn.push(origin === 0 ? x : origin - box.width),
      };
      const layer = { depth: 1, canvas: {}, box, draw: () => undefined };
      drawPassing(context as never, layer, { seconds, share: 0 }, 364);
      const [first = 0, second = 0] = drawn.toSorted((a, b) => a - b);
      expect(first).toBeLessThanOrEqual(box.x + 1e-6);
      expect(second).toBeCloseTo(first + box.width);
      expect(second + box.width).toBeGreaterThanOrEqual(box.x + box.width);
    }
  });
});
