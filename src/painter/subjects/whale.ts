import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** A humpback that glides by with slow strokes; at the surface it leaps out and falls back. */
export const whale = lit({
  height: 0.44,
  width: 2.1,
  anchor: 'sky',
  bounds: around(260, 8, 8),
  shift: (seconds) => 50 * (1 - Math.exp(-seconds / 7)) - 25,
  body: (pen) => {
    const skin = pen.tint(['#3f6690', '#4a5f7c', '#35708a']);
    const stroke = pen.sway(4.2);
    if (pen.isAtSurface) {
      leap(pen, skin);
      return;
    }
    pen.at({ y: -50 + pen.sway(4.2, 1.2) * 3, turn: -0.06 + pen.sway(4.2, 2) * 0.025 }, () =>
      humpback(pen, skin, stroke),
    );
  },
});

function humpback(pen: Pen, skin: string, stroke: number): void {
  fluke(pen, skin, stroke);
  pen.at({ x: 28, y: 12, turn: 0.75 + stroke * 0.2 }, () =>
    pen.path('M-8-4C-4 10-10 34-22 48C-28 40-26 10-16-6Z', darker(skin, 0.4)),
  );
  trunk(pen, skin, stroke);
  pen.at({ x: 36, y: 14, turn: 0.5 + stroke * 0.26 }, () =>
    pen.path(
      'M-8-5C0 12-6 38-20 56C-28 46-28 14-18-6Z',
      pen.fade(-24, 0, 0, 50, lighter(skin, 0.12), darker(skin, 0.2)),
    ),
  );
}

/** Out of the water in an arc, within a crown of foam and drops. */
function leap(pen: Pen, skin: string): void {
  const share = Math.min(1, ((pen.seconds / 5 + 0.12) % 1) / 0.72);
  const [x, high] = [-30 + 54 * share, Math.sin(Math.PI * share)];
  pen.context.save();
  pen.context.beginPath();
  pen.context.rect(-200, -300, 400, 300);
  pen.context.clip();
  pen.at({ x, y: 30 - high * 84, turn: -1.05 + 1.75 * share, scale: 0.66 }, () =>
    humpback(pen, skin, pen.sway(1.6) * 0.6),
  );
  pen.context.restore();
  const foam = share < 1 ? 1 : 0.5;
  for (let drop = 0; drop < 22; drop += 1) {
    const life = (pen.seconds * 0.9 + drop / 22) % 1;
    const side = ((drop * 7) % 11) / 5 - 1;
    const up = 4 * life * (1 - life) * (18 + (drop % 5) * 7) * foam;
    pen.oval(x * 0.4 - 8 + side * (22 + life * 26), -up, 2.4 - life, 2.8 - life, faint('#ffffff', 0.9 - life * 0.6));
  }
  for (let puff = 0; puff < 11; puff += 1) {
    const wide = 10 + (puff % 3) * 3 + pen.sway(1.3, puff) * 1.5;
    pen.oval(x * 0.4 - 52 + puff * 9, -1, wide, wide * 0.42, faint('#f4faff', 0.8 * foam));
  }
}

function fluke(pen: Pen, skin: string, stroke: number): void {
  pen.at({ x: -88, y: -6 + stroke * 9, turn: 0.2 + stroke * 0.3 }, () => {
    pen.path(
      'M8-5C-4-10-14-24-28-30C-30-18-24-8-14-1C-24 4-30 10-30 18C-16 16-2 10 8 5Z',
      pen.fade(-30, 0, 8, 0, lighter(skin, 0.1), darker(skin, 0.2)),
    );
  });
}

function trunk(pen: Pen, skin: string, stroke: number): void {
  const tail = -4 + stroke * 8;
  const back = pen.fade(0, -38, 0, 40, lighter(skin, 0.25), skin, darker(skin, 0.35));
  pen.blob(
    [
      -86,
      tail - 5,
      -50,
      -16 + stroke * 2,
      -16,
      -32,
      30,
      -38,
      72,
      -30,
      100,
      -12,
      106,
      4,
      96,
      18,
      66,
      34,
      26,
      36,
      -14,
      24,
      -50,
      8 + stroke * 3,
      -88,
      tail + 5,
    ],
    back,
  );
  pen.path('M-22-29C-28-38-36-40-42-38C-38-32-36-27-34-24Z', darker(skin, 0.12));
  pen.blob(
    [104, 6, 96, 19, 66, 35, 28, 37, 0, 29, -6, 22, 20, 22, 56, 16, 84, 9],
    pen.fade(0, 8, 0, 38, '#e9eff4', '#a9bccb'),
  );
  for (let groove = 0; groove < 5; groove += 1) {
    const y = 14 + groove * 4.5;
    pen.strand(
      [94 - groove * 6, y - 2, 60 - groove * 4, y + 7, 22, y + 5, 2 + groove * 3, y + 6],
      faint('#54708a', 0.6),
      0.9,
    );
  }
  pen.line('M104 3C92 8 78 10 66 7', darker(skin, 0.5), 1.6);
  pen.oval(62, 1, 2.6, 2.4, '#0f141c');
  pen.oval(62.8, 0.3, 0.9, 0.8, '#ffffff');
  for (const [x, y] of [
    [92, -12],
    [82, -18],
    [96, -5],
    [72, -22],
  ] as const) {
    pen.oval(x, y, 1.6, 1.2, lighter(skin, 0.35));
  }
}
