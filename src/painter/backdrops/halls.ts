import { type Context, dab, glow, wash } from '../brush.ts';
import { darker, faint, lighter, mix } from '../colour.ts';
import { type Backdrop, type Layer, type Setting, type Sheet, softened, type Stage } from '../stage.ts';

type Hall = {
  readonly wall: string;
  readonly floor: string;
  /** Where the floor begins, a share of the height. */
  readonly edge: number;
  readonly furnish: (context: Context) => void;
  readonly front?: Sheet;
  readonly moving?: Layer;
  readonly key: string;
  readonly isDark: boolean;
  readonly lines: string;
};

/** A wall with what stands along it, slightly out of focus, and a floor in perspective. */
export function hall(stage: Stage, look: Hall): Setting {
  const { width, height, unit, light, left, right } = stage;
  const back = softened(
    stage.sheet(0.3, (context) => {
      wash(context, stage.all, [
        [0, darker(look.wall, 0.3)],
        [0.5, look.wall],
        [1, darker(look.wall, 0.4)],
      ]);
      look.furnish(context);
    }),
    unit / 420,
  );
  const floor = stage.sheet(
    0.9,
    (context) => {
      wash(context, stage.band(look.edge, 1.13), [
        [0, darker(look.floor, 0.25)],
        [0.3, look.floor],
        [1, darker(look.floor, 0.4)],
      ]);
      context.strokeStyle = faint(look.lines, 0.3);
      context.lineWidth = unit * 0.003;
      for (let line = -14; line <= 14; line += 1) {
        context.beginPath();
        context.moveTo(width / 2 + line * unit * 0.09, look.edge * height);
        context.lineTo(width / 2 + line * unit * 0.3, stage.bottom);
        context.stroke();
      }
      for (let row = 0, y = look.edge; y < 1.12; row += 1, y += 0.02 + row * 0.014)
        context.strokeRect(left, y * height, right - left, 0.1);
      context.save();
      context.globalCompositeOperation = 'screen';
      context.translate(width / 2, look.edge * height + unit * 0.14);
      context.scale(1, 0.24);
      dab(context, 0, 0, unit * 0.7, look.key, 0.5);
      context.restore();
    },
    look.edge,
  );
  return {
    back: [back, floor, ...(look.moving === undefined ? [] : [look.moving])],
    front: look.front === undefined ? [] : [look.front],
    spots: {
      ground: { x: 0.5, y: 0.93, scale: 1 },
      table: { x: 0.5, y: 0.93, scale: 1 },
      sky: { x: 0.5, y: 0.55, scale: 0.8 },
    },
    light: { ...light, key: look.key, rim: lighter(look.key, 0.4), shade: darker(look.wall, 0.6), isDark: look.isDark },
    isOutdoors: false,
  };
}

/** Rubber floor, racks of weights, a mirror, strips of light. */
export const gym: Backdrop = (stage) => {
  const { width, height, unit, random } = stage;
  const accent = random.pick(['#ff5a3c', '#3fd0ff', '#ffc83c', '#8aff5a']);
  return hall(stage, {
    wall: '#343844',
    floor: '#2c2f38',
    edge: 0.68,
    key: '#fff0dc',
    isDark: true,
    lines: '#8a919c',
    furnish: (context) => {
      wash(context, { x: width * 0.3, y: height * 0.16, width: width * 0.4, height: height * 0.42 }, [
        [0, '#6f7c90'],
        [1, '#3f4654'],
      ]);
      context.fillStyle = faint('#ffffff', 0.12);
      context.beginPath();
      context.moveTo(width * 0.36, height * 0.58);
      context.lineTo(width * 0.5, height * 0.16);
      context.lineTo(width * 0.58, height * 0.16);
      context.lineTo(width * 0.44, height * 0.58);
      context.fill();
      for (const x of [0.12, 0.38, 0.62, 0.88]) {
        context.fillStyle = '#fff8ea';
        context.fillRect(x * width - unit * 0.09, height * 0.07, unit * 0.18, unit * 0.014);
        glow(context, x * width, height * 0.08, unit * 0.26, '#fff0d8', 0.5);
      }
      context.fillStyle = accent;
      context.fillRect(stage.left, height * 0.12, stage.right - stage.left, unit * 0.008);
      for (const from of [-0.06, 0.76]) rack(stage, context, from * width, accent);
      plates(context, width * 0.235, height * 0.62, unit);
      plates(context, width * 0.765, height * 0.62, unit);
    },
  });
};

function rack({ width, height, unit, random }: Stage, context: Context, x: number, accent: string): void {
  const wide = width * 0.3;
  context.fillStyle = '#15171d';
  for (const post of [0, wide * 0.94]) context.fillRect(x + post, height * 0.32, unit * 0.016, height * 0.38);
  for (const row of [0.4, 0.52, 0.64]) {
    context.fillStyle = '#20232b';
    context.fillRect(x, row * height, wide, unit * 0.014);
    for (let at = unit * 0.05; at < wide - unit * 0.06; at += unit * 0.085) {
      const size = unit * (0.02 + (row - 0.3) * 0.04);
      const y = row * height - size;
      context.fillStyle = '#8a919c';
      context.fillRect(x + at - size, y - size * 0.2, size * 2, size * 0.4);
      context.fillStyle = random.chance(0.25) ? accent : '#0d0e12';
      for (const side of [-1, 1])
        context.fillRect(x + at + side * size * 1.1 - size * 0.4, y - size, size * 0.8, size * 2);
    }
  }
}

function plates(context: Context, x: number, y: number, unit: number): void {
  for (const [radius, colour] of [
    [0.075, '#101216'],
    [0.05, '#c8342e'],
    [0.02, '#101216'],
    [0.008, '#9aa2ae'],
  ] as const) {
    context.fillStyle = colour;
    context.beginPath();
    context.arc(x, y, radius * unit, 0, 7);
    context.fill();
  }
}

/** A blackboard with a lesson, windows, and pupils' desks before it. */
export const classroom: Backdrop = (stage) => {
  const { width, height, unit, light, random } = stage;
  const wall = light.isDark ? '#6a6256' : '#efe6d2';
  return hall(stage, {
    wall,
    floor: '#b58a5c',
    edge: 0.74,
    key: '#fff2d8',
    isDark: false,
    lines: '#6a4a2c',
    front: desks(stage),
    furnish: (context) => {
      const board = { x: width * 0.17, y: height * 0.13, width: width * 0.66, height: height * 0.42 };
      context.fillStyle = '#a8743f';
      context.fillRect(
        board.x - unit * 0.02,
        board.y - unit * 0.02,
        board.width + unit * 0.04,
        board.height + unit * 0.04,
      );
      wash(context, board, [
        [0, '#2f5a46'],
        [1, '#23483a'],
      ]);
      chalk(stage, context, board.x, board.y, board.width);
      context.fillStyle = '#c9975a';
      context.fillRect(board.x, board.y + board.height + unit * 0.02, board.width, unit * 0.014);
      for (const x of [-0.04, 0.885]) {
        wash(context, { x: x * width, y: height * 0.14, width: width * 0.15, height: height * 0.4 }, [
          [0, light.isDark ? '#22335c' : '#bfe0f6'],
          [0.7, light.isDark ? '#31456f' : '#dff0e0'],
          [1, light.isDark ? '#22304a' : '#9cc88a'],
        ]);
        context.strokeStyle = '#fbf8f0';
        context.lineWidth = unit * 0.014;
        context.strokeRect(x * width, height * 0.14, width * 0.15, height * 0.4);
        context.strokeRect(x * width, height * 0.3, width * 0.15, 1);
      }
      context.fillStyle = random.pick(['#c8403c', '#3f7fc0', '#e0a83c']);
      context.fillRect(width * 0.46, height * 0.03, width * 0.08, unit * 0.05);
      context.fillStyle = mix(wall, '#5a7a94', 0.5);
      context.fillRect(stage.left, height * 0.62, stage.right - stage.left, height * 0.12);
    },
  });
};

function chalk({ height, unit }: Stage, context: Context, x: number, y: number, wide: number): void {
  context.fillStyle = faint('#f6f6ea', 0.88);
  context.textAlign = 'left';
  for (const [text, dx, dy, size] of [
    ['E = mc²', 0.05, 0.1, 0.07],
    ['a² + b² = c²', 0.05, 0.21, 0.055],
    ['7 × 8 = 56', 0.05, 0.32, 0.055],
  ] as const) {
    context.font = `600 ${(size * unit).toFixed(0)}px "Comic Neue", sans-serif`;
    context.fillText(text, x + dx * wide, y + dy * height, wide * 0.36);
  }
  context.strokeStyle = faint('#f6f6ea', 0.8);
  context.lineWidth = unit * 0.005;
  context.beginPath();
  context.moveTo(x + wide * 0.7, y + height * 0.34);
  context.lineTo(x + wide * 0.92, y + height * 0.34);
  context.lineTo(x + wide * 0.7, y + height * 0.1);
  context.closePath();
  context.stroke();
}

/** The backs of pupils at their desks. */
function desks(stage: Stage): Sheet {
  const { width, height, unit, random } = stage;
  return stage.sheet(
    1.3,
    (context) => {
      for (const x of [0.08, 0.27, 0.73, 0.92]) {
        const cx = x * width;
        const base = height * 1.0;
        const cloth = random.pick(['#3f6fb0', '#e8e4da', '#c8504a', '#4f8a6a']);
        context.fillStyle = cloth;
        context.beginPath();
        context.ellipse(cx, base + unit * 0.06, unit * 0.1, unit * 0.13, 0, 0, 7);
        context.fill();
        context.fillStyle = random.pick(['#1f1a1c', '#3a2620', '#4a3020']);
        context.beginPath();
        context.ellipse(cx, base - unit * 0.1, unit * 0.056, unit * 0.062, 0, 0, 7);
        context.fill();
        if (random.chance(0.5)) {
          for (const side of [-1, 1]) {
            context.beginPath();
            context.ellipse(cx + side * unit * 0.06, base - unit * 0.08, unit * 0.016, unit * 0.034, side * -0.4, 0, 7);
            context.fill();
          }
        }
        wash(context, { x: cx - unit * 0.17, y: base + unit * 0.07, width: unit * 0.34, height: unit * 0.03 }, [
          [0, '#e0b478'],
          [1, '#a87a48'],
        ]);
      }
    },
    0.8,
  );
}
