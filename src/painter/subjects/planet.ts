import { darker, faint, lighter } from '../colour.ts';
import { lit } from './lit.ts';
import type { Pen } from './pen.ts';

const bands = [
  [-40, 10, 0.14],
  [-27, 6, -0.1],
  [-16, 12, 0.2],
  [2, 7, -0.16],
  [14, 13, 0.1],
  [31, 8, -0.06],
] as const;

/** Saturn: banded, with its rings before and behind it. */
export const planet = lit({
  height: 0.5,
  width: 2.3,
  anchor: 'sky',
  bounds: () => ({ left: -130, right: 130, top: -112, bottom: 12 }),
  body: (pen) => {
    const gold = pen.tint(['#d8b57a', '#d8b57a', '#c99a86']);
    pen.at({ y: -50, turn: -0.24 + pen.sway(24) * 0.02 }, () => {
      rings(pen, gold, true);
      globe(pen, gold);
      rings(pen, gold, false);
    });
  },
});

function globe(pen: Pen, gold: string): void {
  const disc = 'M-46 0C-46-61 46-61 46 0C46 61-46 61-46 0Z';
  pen.oval(0, 0, 45, 45, gold);
  pen.context.save();
  pen.context.beginPath();
  pen.context.arc(0, 0, 45, 0, 7);
  pen.context.clip();
  for (const [y, tall, shade] of bands) {
    const colour = shade > 0 ? darker(gold, shade) : lighter(gold, -shade * 2);
    pen.oval(pen.sway(30, y) * 3, y + tall / 2, 60, tall / 2 + 2, faint(colour, 0.75));
  }
  pen.path(disc, pen.round(-18, -18, 76, faint('#fff6e0', 0.4), faint('#2a1a10', 0.1), faint('#0a0610', 0.85)));
  pen.context.restore();
}

function rings(pen: Pen, gold: string, isBehind: boolean): void {
  const { context } = pen;
  context.save();
  context.scale(1, 0.26);
  for (const [radius, wide, share, opacity] of [
    [64, 8, 0.25, 0.5],
    [78, 16, 0.1, 0.85],
    [97, 12, -0.2, 0.7],
    [109, 5, 0.1, 0.35],
  ] as const) {
    context.beginPath();
    context.arc(0, 0, radius, isBehind ? Math.PI : 0, isBehind ? 2 * Math.PI : Math.PI);
    context.strokeStyle = faint(share > 0 ? darker(gold, share) : lighter(gold, -share), opacity);
    context.lineWidth = wide;
    context.stroke();
  }
  context.restore();
}
