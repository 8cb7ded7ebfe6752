import { darker, faint, lighter } from '../colour.ts';
import { around, lit, shining } from './lit.ts';
import { flame } from './parts.ts';
import type { Pen } from './pen.ts';

/** Sky lanterns that rise all over the frame, large near ones and small far ones. */
export const lanterns = shining({
  height: 0.86,
  width: 1,
  anchor: 'sky',
  paint: (pen) => {
    const half = (pen.aspect / 0.86) * 50;
    const paper = pen.tint(['#ff9a45', '#ff8a3c', '#ffb25c']);
    const count = 24;
    for (let index = 0; index < count; index += 1) {
      const depth = index / (count - 1);
      const scale = 0.05 + depth ** 2.2 * 0.2;
      const [place, start] = [pen.random(), pen.random()];
      const climbed = (start + pen.seconds * (0.012 + scale * 0.11)) % 1;
      const x = (place * 2 - 1) * half + pen.sway(8 + (index % 4), index) * 3 * (0.4 + depth);
      const fadeIn = Math.min(1, climbed * 8, (1 - climbed) * 8);
      pen.at({ x, y: 6 - climbed * 112, scale, turn: pen.sway(5, index * 1.3) * 0.06 }, () => {
        pen.context.globalAlpha *= fadeIn;
        skyLantern(pen, paper, index);
      });
    }
  },
});

function skyLantern(pen: Pen, paper: string, index: number): void {
  pen.glow(0, -40, 96, paper, pen.light.isDark ? 0.4 : 0.18);
  const flicker = pen.sway(0.9, index) * 6;
  pen.path(
    'M-26 0C-30-30-44-58-36-82C-30-100 30-100 36-82C44-58 30-30 26 0Z',
    pen.round(0, -12, 88 + flicker, '#fff6d0', lighter(paper, 0.35), paper, darker(paper, 0.3)),
  );
  pen.line('M-9 0C-12-32-16-62-12-94M9 0C12-32 16-62 12-94', faint(darker(paper, 0.35), 0.5), 1.6);
  pen.oval(0, 0, 26, 5, darker(paper, 0.4));
  pen.oval(0, -2, 9, 6 + flicker * 0.3, '#fffbe8');
}

/** Three candles of wax. */
export const candle = lit({
  height: 0.5,
  width: 1,
  anchor: 'table',
  bounds: around(110),
  shadow: 56,
  body: (pen) => {
    const wax = pen.tint(['#f6ead2', '#e9c9b0', '#c8463c']);
    for (const [x, height, half] of candlesAt) {
      const side = pen.fade(x - half, -height, x + half, 0, lighter(wax, 0.4), wax, darker(wax, 0.34));
      pen.box(x - half, -height, half * 2, height, 3, side);
      pen.oval(x, -height + 1, half, half * 0.26, lighter(wax, 0.55));
      pen.oval(x, -height + 1.4, half * 0.62, half * 0.15, '#ffdf9c');
      pen.path(
        `M${x - half} ${-height + 2}V${-height + 20}C${x - half + 3} ${-height + 23} ${x - half + 4} ${-height + 12} ${x - half + 6} ${-height + 6}Z`,
        lighter(wax, 0.5),
      );
      pen.box(
        x - half,
        -height,
        half * 2,
        20,
        3,
        pen.fade(0, -height, 0, -height + 20, faint('#ffc46a', 0.75), faint('#ffc46a', 0)),
      );
      pen.line(`M${x} ${-height + 1}V${-height - 4}`, '#2a2020', 1.1);
    }
    pen.oval(0, -1, 48, 4, faint('#3a2a20', 0.25));
  },
  glow: (pen) => {
    for (const [x, height, half] of candlesAt) flame(pen, x, -height - 3, half * 0.42);
  },
});

const candlesAt = [
  [-30, 46, 13],
  [29, 34, 14],
  [0, 74, 14],
] as const;

/** Logs, flames and sparks. */
export const campfire = lit({
  height: 0.42,
  width: 1.1,
  anchor: 'ground',
  bounds: around(130),
  body: (pen) => {
    for (let stone = 0; stone < 9; stone += 1) {
      const angle = Math.PI * (stone / 8);
      const [x, y] = [-Math.cos(angle) * 46, -5 + Math.sin(angle) * 4];
      pen.oval(x, y, 8.5, 6, pen.round(x, y - 5, 11, '#b8a090', '#6e625c', '#3a3432'));
    }
    for (const [x0, y0, x1, y1] of [
      [-38, -4, 26, -20],
      [38, -4, -26, -20],
      [-20, -2, 8, -26],
    ] as const) {
      pen.limb([x0, y0, 5.6, x1, y1, 4.8], pen.fade(x0, y0, x1, y1, '#6e4a30', '#3a2416'));
      pen.oval(x0, y0, 4.6, 5.4, '#d9a878');
      pen.oval(x0, y0, 2.4, 3, '#a8744a');
    }
  },
  glow: (pen) => {
    const bright = pen.light.isDark ? 1 : 0.4;
    const flicker = pen.sway(0.43) * 0.06 + pen.sway(0.29) * 0.05;
    pen.glow(0, -36, 120, '#ff8a3c', (0.42 + flicker) * bright);
    for (const [index, [colour, wide, high]] of (
      [
        ['#e8501f', 30, 74],
        ['#ff8a2c', 24, 60],
        ['#ffc04a', 17, 44],
        ['#fff0b8', 9, 26],
      ] as const
    ).entries()) {
      tongue(pen, colour, wide, high, index);
    }
    for (let spark = 0; spark < 18; spark += 1) {
      const life = (pen.seconds / 2.2 + spark / 18) % 1;
      const x = Math.sin(spark * 7.3) * 20 + Math.sin(life * 6 + spark) * 8;
      pen.oval(x, -20 - life * 92, 1.2 * (1 - life * 0.6), 1.2 * (1 - life * 0.6), faint('#ffc86a', 1 - life));
    }
  },
});

function tongue(pen: Pen, colour: string, wide: number, high: number, index: number): void {
  const wave = (phase: number): number => pen.sway(0.83, phase + index) * 0.6 + pen.sway(0.47, phase * 2) * 0.4;
  const tip = (share: number, phase: number): readonly number[] => {
    const x = wide * share + wave(phase) * 4;
    const y = -10 - high * (1 - Math.abs(share) * 0.75) * (1 + wave(phase + 1) * 0.12);
    return [x, y, x, y];
  };
  pen.blob(
    [
      -wide * 0.7,
      -6,
      wide * 0.7,
      -6,
      wide * 1.05,
      -16 - high * 0.12,
      ...tip(0.72, 1),
      wide * 0.4,
      -10 - high * 0.34,
      ...tip(0.05, 2.4),
      -wide * 0.35,
      -10 - high * 0.36,
      ...tip(-0.66, 4),
      -wide * 1.05,
      -16 - high * 0.12,
    ],
    faint(colour, 0.92),
  );
}
