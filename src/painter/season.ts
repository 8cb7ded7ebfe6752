import { seen } from './light.ts';
import type { Sheet, Stage } from './stage.ts';
import { fir, type Leaves } from './trees.ts';

/** The leaves of the season. */
export function leavesOf({ shot: { weather } }: Stage): readonly Leaves[] {
  if (weather === 'leaves')
    return [
      { lit: '#f0b03f', shade: '#c05f26' },
      { lit: '#e8763a', shade: '#a33a20' },
      { lit: '#f5cf5a', shade: '#c98a2a' },
    ];
  if (weather === 'petals')
    return [
      { lit: '#ffe3ec', shade: '#f29dba' },
      { lit: '#ffd0e0', shade: '#e880a6' },
    ];
  if (weather === 'snow')
    return [
      { lit: '#ffffff', shade: '#b9c8de' },
      { lit: '#eef4fc', shade: '#9fb2cc' },
    ];
  return [
    { lit: '#9ccf5a', shade: '#3f7a38' },
    { lit: '#b5d86a', shade: '#55893a' },
    { lit: '#7fba58', shade: '#2f6a3a' },
  ];
}

/** A shore of firs. */
export function firShore(stage: Stage, depth: number, base: number, tall: number, distance: number): Sheet {
  const { random, left, right, height, unit, light, shot } = stage;
  return stage.sheet(
    depth,
    (context) => {
      for (let index = 0; index < 110; index += 1) {
        const x = left + random.next() * (right - left);
        const own =
          shot.weather === 'leaves'
            ? random.pick(['#c9782f', '#d9a040', '#5a6a3a'])
            : shot.weather === 'snow'
              ? '#8fa3b8'
              : random.pick(['#274a3c', '#2f5a44', '#1f3f38']);
        fir(
          context,
          random,
          x,
          base * height + unit * 0.004,
          unit * tall * (0.5 + random.next() * 0.7),
          seen(light, own, distance + random.next() * 0.12),
        );
      }
      context.fillStyle = seen(light, '#3a4a38', distance);
      context.fillRect(left, base * height - unit * 0.006, right - left, unit * 0.012);
    },
    base - tall * 1.4,
    base + 0.02,
  );
}
