import type { Random } from '../../shared/random.ts';
import type { Context } from '../brush.ts';
import { mix } from '../colour.ts';
import { type Light, seen } from '../light.ts';
import { leavesOf } from '../season.ts';
import type { Layer, Stage } from '../stage.ts';
import type { Leaves } from '../trees.ts';

/** A willow is green when the peaches blossom. */
export const willowLeaves = (stage: Stage): readonly Leaves[] =>
  stage.shot.weather === 'petals' ? [{ lit: '#b8dc6a', shade: '#6a9a48' }] : leavesOf(stage);

/** A trunk that leans, and hundreds of thin branches that hang. */
export function willow(
  context: Context,
  random: Random,
  x: number,
  base: number,
  tall: number,
  leaves: Leaves,
  light: Light,
): void {
  context.strokeStyle = seen(light, '#5a4a3a', 0.12);
  context.lineCap = 'round';
  context.lineWidth = tall * 0.05;
  context.beginPath();
  context.moveTo(x, base + tall * 0.03);
  context.quadraticCurveTo(x + tall * 0.04, base - tall * 0.4, x - tall * 0.02, base - tall * 0.72);
  context.stroke();
  for (let strand = 0; strand < 120; strand += 1) {
    const across = (random.next() + random.next() - 1) * tall * 0.42;
    const top = base - tall * (0.98 - Math.abs(across / tall) * 0.7 - random.next() * 0.12);
    context.strokeStyle = seen(light, mix(leaves.shade, leaves.lit, random.next()), 0.1);
    context.lineWidth = tall * 0.011;
    context.beginPath();
    context.moveTo(x + across * 0.5, top);
    context.quadraticCurveTo(
      x + across * 1.25,
      top + tall * 0.06,
      x + across * 1.3,
      Math.min(base, top + tall * (0.36 + random.next() * 0.42)),
    );
    context.stroke();
  }
}

/** Branches that hang into the picture from above and sway. */
export function hangingWillow(stage: Stage): Layer {
  const { random, unit, width, light } = stage;
  const leaves = willowLeaves(stage);
  const strands = Array.from({ length: 34 }, (_, index) => {
    const isLeft = index % 2 === 0;
    const far = random.next();
    return {
      x: isLeft ? far * 0.26 * width - unit * 0.06 : width - far * 0.2 * width + unit * 0.06,
      long: unit * (0.5 - far * 0.26) * (0.6 + random.next() * 0.5),
      phase: random.next() * 7,
      colour: seen(light, mix(random.pick(leaves).shade, random.pick(leaves).lit, random.next() * 0.7), 0),
    };
  });
  return {
    depth: 1.3,
    draw: (context, { seconds }) => {
      context.save();
      context.lineWidth = unit * 0.0085;
      context.lineCap = 'round';
      context.setLineDash([unit * 0.012, unit * 0.011]);
      for (const { x, long, phase, colour } of strands) {
        const sway = Math.sin(seconds * 0.9 + phase) * unit * 0.022;
        context.strokeStyle = colour;
        context.beginPath();
        context.moveTo(x, stage.top);
        context.quadraticCurveTo(x + sway * 0.3, long * 0.5, x + sway, long);
        context.stroke();
      }
      context.restore();
    },
  };
}
