import { dab, wash } from '../brush.ts';
import { css, darker, faint, lighter, mix } from '../colour.ts';
import type { Backdrop, Layer, Stage } from '../stage.ts';
import { neons } from './city.ts';
import { bokeh } from '../props.ts';

const grounds: readonly (readonly [light: string, dark: string])[] = [
  ['#f3d9c6', '#b5715a'],
  ['#cfe0f2', '#4a6a9a'],
  ['#e2d6f5', '#6b52a3'],
  ['#d6efe3', '#3f8a72'],
  ['#f6e3b8', '#c08a3a'],
];

/** A seamless ground in one colour, a round plinth that turns, a light from above. */
export const studio: Backdrop = (stage) => {
  const { random, width, height, unit, light, shot } = stage;
  const { backdrop } = shot;
  const [pale, deep] =
    backdrop !== null && backdrop !== 'black'
      ? ([lighter(css[backdrop], 0.5), css[backdrop]] as const)
      : light.isDark || backdrop === 'black' || shot.color === 'black'
        ? (['#4a5368', '#11141f'] as const)
        : random.pick(grounds);
  const plinth = 0.8;
  const back = stage.sheet(0.2, (context) => {
    wash(context, stage.all, [
      [0, deep],
      [0.62, mix(pale, deep, 0.35)],
      [0.66, mix(pale, deep, 0.2)],
      [1, mix(pale, deep, 0.6)],
    ]);
    context.globalCompositeOperation = 'screen';
    dab(context, width * 0.5, height * 0.42, unit * 0.85, pale, 0.75);
  });
  const arch = stage.sheet(0.45, (context) => {
    context.fillStyle = faint(lighter(pale, 0.25), 0.4);
    context.beginPath();
    context.arc(width * 0.5, height * 0.5, unit * 0.4, 0, 7);
    context.fill();
    context.strokeStyle = faint('#ffffff', 0.35);
    context.lineWidth = unit * 0.006;
    context.stroke();
  });
  const stand = stage.sheet(
    1,
    (context) => {
      const [cx, cy, rx, ry, tall] = [width * 0.5, height * plinth, unit * 0.46, unit * 0.085, unit * 0.09];
      context.save();
      context.filter = `blur(${(unit / 45).toFixed(1)}px)`;
      context.fillStyle = faint(darker(deep, 0.6), 0.6);
      context.beginPath();
      context.ellipse(cx, cy + tall * 1.3, rx * 1.15, ry * 1.3, 0, 0, 7);
      context.fill();
      context.restore();
      const side = context.createLinearGradient(cx - rx, 0, cx + rx, 0);
      for (const [at, colour] of [
        [0, darker(pale, 0.35)],
        [0.3, lighter(pale, 0.35)],
        [0.65, mix(pale, deep, 0.4)],
        [1, darker(deep, 0.3)],
      ] as const)
        side.addColorStop(at, colour);
      context.fillStyle = side;
      context.beginPath();
      context.ellipse(cx, cy + tall, rx, ry, 0, 0, Math.PI);
      context.ellipse(cx, cy, rx, ry, 0, Math.PI, 0, true);
      context.fill();
      const topside = context.createLinearGradient(cx - rx, cy - ry, cx + rx, cy + ry);
      topside.addColorStop(0, lighter(pale, 0.55));
      topside.addColorStop(1, mix(pale, deep, 0.25));
      context.fillStyle = topside;
      context.beginPath();
      context.ellipse(cx, cy, rx, ry, 0, 0, 7);
      context.fill();
    },
    0.6,
  );
  return {
    back: [back, arch, stand, turning(stage, plinth, deep)],
    front: [],
    spots: {
      ground: { x: 0.5, y: plinth + 0.03, scale: 1 },
      table: { x: 0.5, y: plinth + 0.03, scale: 1.05 },
      sky: { x: 0.5, y: 0.62, scale: 1 },
    },
    light: { ...light, key: '#ffffff', rim: '#ffffff', shade: darker(deep, 0.4), isDark: false },
    isOutdoors: false,
  };
};

/** Marks on the plinth's edge that show that it turns. */
function turning({ width, height, unit }: Stage, plinth: number, colour: string): Layer {
  return {
    depth: 1,
    draw: (context, { seconds }) => {
      context.fillStyle = faint(colour, 0.5);
      for (let mark = 0; mark < 36; mark += 1) {
        const angle = (mark / 36) * Math.PI * 2 + seconds * 0.5;
        context.beginPath();
        context.ellipse(
          width * 0.5 + Math.cos(angle) * unit * 0.42,
          height * plinth + Math.sin(angle) * unit * 0.075,
          unit * 0.004,
          unit * 0.002,
          0,
          0,
          7,
        );
        context.fill();
      }
    },
  };
}

/** Beams that sweep through haze over a stage, and a crowd before it. */
export const theatre: Backdrop = (stage) => {
  const { random, width, height, unit, left, right, light } = stage;
  const colours = [random.pick(neons), random.pick(neons), random.pick(neons)];
  const back = stage.sheet(0.2, (context) => {
    wash(context, stage.all, [
      [0, '#07060f'],
      [0.6, mix('#1a1030', colours[0] ?? '#a45bff', 0.22)],
      [1, '#0a0712'],
    ]);
    for (let truss = 0; truss < 2; truss += 1) {
      context.fillStyle = '#15131f';
      context.fillRect(left, height * (0.07 + truss * 0.05), right - left, unit * 0.012);
    }
    bokeh(stage, context, { x: 0, y: height * 0.35, width, height: height * 0.3 }, { count: 40, size: 0.014, colours });
  });
  const floor = stage.sheet(
    0.9,
    (context) => {
      wash(context, stage.band(0.74, 1.13), [
        [0, mix('#2a1d45', colours[1] ?? '#29d3ff', 0.3)],
        [0.3, '#171026'],
        [1, '#08060e'],
      ]);
      context.save();
      context.translate(width * 0.5, height * 0.86);
      context.scale(1, 0.22);
      context.globalCompositeOperation = 'screen';
      dab(context, 0, 0, unit * 0.62, '#fff0d8', 0.75);
      context.restore();
    },
    0.74,
  );
  const crowd = stage.sheet(
    1.4,
    (context) => {
      context.fillStyle = '#05040a';
      for (let x = left; x < right; x += unit * 0.075) {
        const y = height * (0.955 + random.next() * 0.04);
        context.beginPath();
        context.arc(x, y, unit * 0.034, 0, 7);
        context.fill();
        context.fillRect(x - unit * 0.045, y + unit * 0.03, unit * 0.09, unit * 0.3);
        if (random.chance(0.4)) context.fillRect(x + unit * 0.03, y - unit * 0.09, unit * 0.014, unit * 0.14);
      }
    },
    0.85,
  );
  return {
    back: [back, beams(stage, colours), floor],
    front: [crowd],
    spots: {
      ground: { x: 0.5, y: 0.9, scale: 0.95 },
      table: { x: 0.5, y: 0.9, scale: 0.9 },
      sky: { x: 0.5, y: 0.5, scale: 1 },
    },
    light: { ...light, key: '#fff0d8', rim: lighter(colours[0] ?? '#a45bff', 0.4), shade: '#120c20', isDark: true },
    isOutdoors: false,
  };
};

function beams({ width, height, random }: Stage, colours: readonly string[]): Layer {
  const all = Array.from({ length: 7 }, (_, index) => ({
    x: (index + 0.5) / 7,
    colour: index === 3 ? '#fff0d8' : random.pick(colours),
    phase: random.next() * 7,
    reach: index === 3 ? 0 : 0.1 + random.next() * 0.14,
  }));
  return {
    depth: 0.5,
    draw: (context, { seconds }) => {
      context.globalCompositeOperation = 'lighter';
      for (const { x, colour, phase, reach } of all) {
        const end = (x + (0.5 - x) * 0.4 + Math.sin(seconds * 0.9 + phase) * reach) * width;
        const gradient = context.createLinearGradient(0, 0, 0, height * 0.9);
        gradient.addColorStop(0, faint(colour, 0.5));
        gradient.addColorStop(1, faint(colour, 0.02));
        context.fillStyle = gradient;
        context.beginPath();
        context.moveTo(x * width - 4, height * 0.06);
        context.lineTo(x * width + 4, height * 0.06);
        context.lineTo(end + width * 0.07, height * 0.9);
        context.lineTo(end - width * 0.07, height * 0.9);
        context.fill();
      }
      context.globalCompositeOperation = 'source-over';
    },
  };
}
