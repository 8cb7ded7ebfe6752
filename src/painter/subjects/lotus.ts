import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** Leaves and blossoms on a pond; a dragonfly comes by. */
export const lotus = lit({
  height: 0.5,
  width: 1.9,
  anchor: 'water',
  bounds: around(230, 10, 14),
  body: (pen) => {
    const petal = pen.tint(['#f29ab8', '#f7b8cc', '#fff4f6', '#e8789c']);
    for (const [index, [x, y, size]] of (
      [
        [-84, 2, 30],
        [84, 0, 32],
        [-34, 5, 38],
        [42, 7, 36],
        [4, 2, 30],
      ] as const
    ).entries())
      leaf(pen, x + pen.sway(4, index) * 0.8, y, size, index);
    raised(pen, -52, -40, 0);
    raised(pen, 66, -34, 2);
    stem(pen, 8, -62, 0);
    stem(pen, -82, -38, 1);
    stem(pen, 40, -28, 2);
    pen.at({ x: 8 + pen.sway(4) * 1.6, y: -62, turn: pen.sway(4) * 0.03 }, () => blossom(pen, petal, 1));
    pen.at({ x: -82 + pen.sway(4.4, 1) * 1.4, y: -38, scale: 0.62 }, () => blossom(pen, petal, 0.6));
    pen.at({ x: 40 + pen.sway(3.6, 2), y: -28, scale: 0.42 }, () => bud(pen, petal));
  },
  glow: dragonfly,
});

function leaf(pen: Pen, x: number, y: number, size: number, index: number): void {
  const green = index % 2 === 0 ? '#4f8f4a' : '#3f7d45';
  pen.oval(x, y + 1.6, size, size * 0.24, faint('#0a2018', 0.35));
  pen.oval(
    x,
    y,
    size,
    size * 0.24,
    pen.fade(x - size, 0, x + size, 0, lighter(green, 0.28), green, darker(green, 0.3)),
  );
  for (let rib = 0; rib < 8; rib += 1) {
    const angle = (rib / 8) * 2 * Math.PI + index;
    pen.strand(
      [x, y, x + Math.cos(angle) * size * 0.86, y + Math.sin(angle) * size * 0.2],
      faint(lighter(green, 0.4), 0.6),
      0.6,
    );
  }
}

/** A leaf held above the water. */
function raised(pen: Pen, x: number, y: number, phase: number): void {
  const lean = pen.sway(4.2, phase) * 1.5;
  pen.strand([x, 4, x + lean * 0.4, y / 2, x + lean, y], '#4a7a40', 2);
  pen.at({ x: x + lean, y, turn: 0.12 + pen.sway(4.2, phase) * 0.03 }, () => {
    pen.path(
      'M-27-2C-22-12 22-12 27-2C20 4 8 8 0 8C-8 8-20 4-27-2Z',
      pen.fade(-27, 0, 27, 0, '#7ab868', '#4a8a48', '#2f6238'),
    );
    pen.line('M0-6L-20-3M0-6L20-3M0-6L-10 4M0-6L10 4M0-6V6', faint('#b8dca0', 0.55), 0.7);
  });
}

function stem(pen: Pen, x: number, y: number, phase: number): void {
  const lean = pen.sway(4, phase) * 1.5;
  pen.strand([x - 2, 5, x - 1 + lean * 0.4, y / 2, x + lean, y], '#5f8f4a', 2);
}

function blossom(pen: Pen, petal: string, open: number): void {
  const one = 'M0 0C-9-8-9-24 0-36C9-24 9-8 0 0Z';
  for (const [turns, shade] of [
    [[-1.2, 1.2, -0.8, 0.8], 0.2],
    [[-0.95, 0.95, -0.45, 0.45, 0], 0.08],
  ] as const) {
    for (const turn of turns)
      pen.at({ turn: turn * (0.7 + open * 0.3) }, () =>
        pen.path(one, pen.fade(0, 0, 0, -36, lighter(petal, 0.6), darker(petal, shade))),
      );
  }
  pen.oval(0, -8, 7, 5.4, '#e8c84a');
  for (const turn of [-0.7, 0.7, -0.3, 0.3])
    pen.at({ turn, y: 2, scale: [1, 0.76] }, () => pen.path(one, pen.fade(0, 0, 0, -36, lighter(petal, 0.72), petal)));
}

function bud(pen: Pen, petal: string): void {
  pen.path('M0 2C-11-4-12-22 0-38C12-22 11-4 0 2Z', pen.fade(0, 2, 0, -38, lighter(petal, 0.5), darker(petal, 0.12)));
  pen.line('M0 0C-3-12-2-24 0-34', darker(petal, 0.2), 1);
}

function dragonfly(pen: Pen): void {
  const [x, y] = [34 + pen.sway(5.2) * 16, -84 + pen.sway(3.4, 1) * 7];
  pen.at({ x, y, turn: -0.2 }, () => {
    for (const side of [-1, 1])
      for (const turn of [-0.35, 0.25])
        pen.at({ turn: side * (turn + pen.sway(0.12) * 0.12) + (side < 0 ? Math.PI : 0) }, () =>
          pen.oval(8, 0, 8, 1.5, faint('#d8f0ff', 0.75)),
        );
    pen.strand([-2, -3, 1, 2, 4, 12], '#c0392b', 1.5);
    pen.oval(-2.4, -4, 1.8, 1.8, '#7a1f18');
  });
}
