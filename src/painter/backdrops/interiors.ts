import { type Context, glow, wash } from '../brush.ts';
import { darker, faint, lighter } from '../colour.ts';
import { type Backdrop, type Setting, softened, type Stage } from '../stage.ts';
import { bokeh, tableSheet } from '../props.ts';

/** A room out of focus behind a counter: what hangs, stands and shines there differs. */
function interior(
  stage: Stage,
  look: {
    readonly wall: string;
    readonly counter: string;
    readonly furnish: (context: Context) => void;
    readonly lamps: readonly (readonly [x: number, y: number])[];
  },
): Setting {
  const { width, height, unit, light } = stage;
  const back = softened(
    stage.sheet(0.3, (context) => {
      wash(context, stage.all, [
        [0, darker(look.wall, 0.45)],
        [0.55, look.wall],
        [1, darker(look.wall, 0.5)],
      ]);
      look.furnish(context);
    }),
    unit / 230,
  );
  const lamps = stage.sheet(0.55, (context) => {
    for (const [x, y] of look.lamps) {
      context.strokeStyle = '#1a1412';
      context.lineWidth = unit * 0.004;
      context.beginPath();
      context.moveTo(x * width, stage.top);
      context.lineTo(x * width, y * height);
      context.stroke();
      glow(context, x * width, (y + 0.03) * height, unit * 0.3, '#ffb45e', 0.5);
      context.fillStyle = '#2a201c';
      context.beginPath();
      context.moveTo(x * width - unit * 0.015, y * height);
      context.lineTo(x * width + unit * 0.015, y * height);
      context.lineTo(x * width + unit * 0.06, y * height + unit * 0.055);
      context.lineTo(x * width - unit * 0.06, y * height + unit * 0.055);
      context.fill();
      context.fillStyle = '#fff1cf';
      context.beginPath();
      context.ellipse(x * width, y * height + unit * 0.058, unit * 0.05, unit * 0.012, 0, 0, 7);
      context.fill();
    }
  });
  return {
    back: [back, lamps, tableSheet(stage, 0.72, look.counter, '#ffd7a0')],
    front: [],
    spots: { ground: { x: 0.5, y: 0.94, scale: 1 }, table: { x: 0.5, y: 0.91, scale: 1 } },
    light: { ...light, key: '#ffd9a6', rim: '#fff0d0', shade: '#2c1d18', isDark: false },
    isOutdoors: false,
  };
}

const shelfColours = ['#8a4b2f', '#3f6b57', '#c9a24a', '#d8d0c0', '#5a4a78', '#a8432f', '#2f4f5f'] as const;

function shelves(
  stage: Stage,
  context: Context,
  from: number,
  to: number,
  rows: readonly number[],
  wood: string,
): void {
  const { random, width, height, unit } = stage;
  for (const row of rows) {
    for (let x = from * width; x < to * width;) {
      const wide = unit * (0.018 + random.next() * 0.035);
      const tall = unit * (0.05 + random.next() * 0.07);
      const colour = random.pick(shelfColours);
      wash(
        context,
        { x, y: row * height - tall, width: wide, height: tall },
        [
          [0, lighter(colour, 0.3)],
          [0.5, colour],
          [1, darker(colour, 0.4)],
        ],
        true,
      );
      if (random.chance(0.4)) context.fillRect(x + wide * 0.35, row * height - tall * 1.3, wide * 0.3, tall * 0.35);
      x += wide + unit * (0.004 + random.next() * 0.02);
    }
    wash(
      context,
      { x: from * width - unit * 0.02, y: row * height, width: (to - from) * width + unit * 0.04, height: unit * 0.02 },
      [
        [0, lighter(wood, 0.2)],
        [1, darker(wood, 0.4)],
      ],
    );
  }
}

export const cafe: Backdrop = (stage) => {
  const { width, height, unit } = stage;
  return interior(stage, {
    wall: '#7a4a35',
    counter: '#6b4228',
    lamps: [
      [0.2, 0.16],
      [0.5, 0.1],
      [0.8, 0.16],
    ],
    furnish: (context) => {
      for (let row = 0, y = stage.top; y < height * 0.75; row += 1, y += unit * 0.035) {
        for (let x = stage.left + (row % 2) * unit * 0.04; x < stage.right; x += unit * 0.08) {
          context.fillStyle = faint(stage.random.pick(['#9a5f42', '#6b3d2b', '#854f38', '#a56a4a']), 0.75);
          context.fillRect(x + 1, y + 1, unit * 0.076, unit * 0.031);
        }
      }
      shelves(stage, context, 0.06, 0.46, [0.32, 0.5], '#4a2f20');
      wash(context, { x: width * 0.56, y: height * 0.2, width: width * 0.36, height: height * 0.3 }, [
        [0, '#1c2420'],
        [1, '#2a352f'],
      ]);
      context.fillStyle = 'rgba(240, 235, 220, 0.7)';
      for (let line = 0; line < 5; line += 1)
        context.fillRect(
          width * 0.59,
          height * (0.25 + line * 0.045),
          width * (0.16 + ((line * 7) % 5) * 0.025),
          unit * 0.009,
        );
      // The machine.
      wash(context, { x: width * 0.62, y: height * 0.55, width: width * 0.24, height: height * 0.17 }, [
        [0, '#d8dce0'],
        [0.4, '#8d949b'],
        [1, '#4d5358'],
      ]);
      context.fillStyle = '#23272b';
      context.fillRect(width * 0.64, height * 0.62, width * 0.2, height * 0.06);
      bokeh(
        stage,
        context,
        { x: 0, y: 0, width, height: height * 0.6 },
        { count: 26, size: 0.03, colours: ['#ffb866', '#ffd9a0', '#ff9a4a'] },
      );
    },
  });
};

export const kitchen: Backdrop = (stage) => {
  const { width, height, unit, random } = stage;
  return interior(stage, {
    wall: '#d8d3c6',
    counter: '#a87a4d',
    lamps: [
      [0.3, 0.12],
      [0.7, 0.12],
    ],
    furnish: (context) => {
      for (let y = height * 0.3; y < height * 0.75; y += unit * 0.06) {
        for (let x = stage.left; x < stage.right; x += unit * 0.06) {
          context.fillStyle = faint(random.pick(['#f3efe6', '#e3ddd0', '#cfd8d6', '#ece6da']), 0.9);
          context.fillRect(x + 1.5, y + 1.5, unit * 0.056, unit * 0.056);
        }
      }
      wash(context, { x: width * 0.36, y: height * 0.1, width: width * 0.28, height: height * 0.42 }, [
        [0, '#eaf6ff'],
        [0.7, '#cfe6d0'],
        [1, '#8fb583'],
      ]);
      context.fillStyle = '#f7f3ea';
      context.fillRect(width * 0.495, height * 0.1, unit * 0.014, height * 0.42);
      context.fillRect(width * 0.36, height * 0.3, width * 0.28, unit * 0.012);
      shelves(stage, context, 0.04, 0.3, [0.26, 0.46], '#8a6440');
      for (let pan = 0; pan < 4; pan += 1) {
        const x = width * (0.72 + pan * 0.065);
        context.fillStyle = ['#b5673c', '#3c4046', '#8d949b', '#b5673c'][pan] ?? '#3c4046';
        context.fillRect(x - unit * 0.004, height * 0.2, unit * 0.008, unit * 0.09);
        context.beginPath();
        context.arc(x, height * 0.2 + unit * 0.12, unit * 0.042, 0, 7);
        context.fill();
      }
      context.fillStyle = '#5a4632';
      context.fillRect(width * 0.69, height * 0.195, width * 0.27, unit * 0.01);
      wash(context, { x: width * 0.7, y: height * 0.56, width: width * 0.26, height: height * 0.17 }, [
        [0, '#4a5057'],
        [1, '#23262a'],
      ]);
    },
  });
};
