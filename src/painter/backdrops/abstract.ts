import { dab, wash } from '../brush.ts';
import { darker, faint, lighter, mix } from '../colour.ts';
import { bokeh } from '../props.ts';
import type { Backdrop, Layer, Stage } from '../stage.ts';

const schemes: readonly (readonly [string, string, string])[] = [
  ['#ff4d8d', '#7a4dff', '#29c7ff'],
  ['#ffb03d', '#ff4d6a', '#8a3dff'],
  ['#2fe0b0', '#2f8fff', '#6a3dff'],
  ['#ffd86a', '#ff8a3d', '#e03d8a'],
];

/** Light alone: sheets of colour that flow through each other, and drifting sparks. */
export const abstract: Backdrop = (stage) => {
  const { random, width, height, unit, light } = stage;
  const colours = random.pick(schemes);
  const [first, second, third] = colours;
  const back = stage.sheet(0, (context) => {
    wash(context, stage.all, [
      [0, darker(second, 0.82)],
      [1, darker(third, 0.9)],
    ]);
    context.globalCompositeOperation = 'screen';
    dab(context, width * 0.22, height * 0.3, unit * 0.8, first, 0.55);
    dab(context, width * 0.82, height * 0.68, unit * 0.9, third, 0.6);
    dab(context, width * 0.55, height * 0.15, unit * 0.6, second, 0.5);
    context.globalCompositeOperation = 'source-over';
    bokeh(stage, context, stage.all, { count: 46, size: 0.035, colours });
  });
  return {
    back: [back, ...(stage.shot.subject === 'light-ribbons' ? [] : [veils(stage, colours)]), sparks(stage, colours)],
    front: [],
    spots: {
      ground: { x: 0.5, y: 0.92, scale: 1 },
      table: { x: 0.5, y: 0.86, scale: 1 },
      sky: { x: 0.5, y: 0.7, scale: 1 },
    },
    light: {
      ...light,
      key: '#ffffff',
      rim: lighter(first, 0.5),
      shade: darker(mix(second, third, 0.5), 0.7),
      isDark: true,
    },
    isOutdoors: false,
  };
};

/** Ribbons made of many fine threads. */
function veils({ random, left, right, height, unit }: Stage, colours: readonly string[]): Layer {
  const all = colours.map((colour) => ({
    colour,
    phase: random.next() * 7,
    base: 0.3 + random.next() * 0.4,
    tall: 0.1 + random.next() * 0.12,
  }));
  const threads = 14;
  return {
    depth: 0.6,
    draw: (context, { seconds }) => {
      context.globalCompositeOperation = 'lighter';
      context.lineWidth = unit * 0.002;
      for (const { colour, phase, base, tall } of all) {
        context.strokeStyle = faint(colour, 0.42);
        context.beginPath();
        for (let thread = 0; thread < threads; thread += 1) {
          const share = thread / threads;
          for (let x = left; x <= right; x += unit * 0.06) {
            const at = x / unit;
            const y =
              base +
              Math.sin(at * 2.1 + phase + seconds * 0.7 + share * 0.9) * tall +
              Math.sin(at * 3.7 - seconds * 0.5 + phase * 2) * tall * 0.45 * (share - 0.3) +
              share * 0.05;
            if (x === left) context.moveTo(x, y * height);
            else context.lineTo(x, y * height);
          }
        }
        context.stroke();
      }
      context.globalCompositeOperation = 'source-over';
    },
  };
}

function sparks({ random, width, height, unit }: Stage, colours: readonly string[]): Layer {
  const all = Array.from({ length: 90 }, () => ({
    x: random.next(),
    y: random.next(),
    near: random.next(),
    phase: random.next() * 7,
    colour: lighter(random.pick(colours), 0.5),
  }));
  return {
    depth: 1,
    draw: (context, { seconds }) => {
      for (const { x, y, near, phase, colour } of all) {
        context.globalAlpha = 0.4 + 0.5 * Math.sin(seconds * 1.6 + phase) ** 2;
        context.fillStyle = colour;
        const up = (((y - seconds * (0.015 + near * 0.035)) % 1) + 1) % 1;
        const size = unit * (0.0015 + near * 0.0035);
        context.beginPath();
        context.arc((x + Math.sin(seconds * 0.6 + phase) * 0.01) * width, up * height, size, 0, 7);
        context.fill();
      }
      context.globalAlpha = 1;
    },
  };
}
