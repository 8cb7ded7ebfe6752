import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

const gold = '#f3c23c';
const cream = '#fff3d8';

/** A Chinese dragon that winds through the air after its pearl. */
export const dragon = lit({
  height: 0.56,
  width: 2.4,
  anchor: 'sky',
  bounds: around(270, 12, 10),
  body: (pen) => {
    const scales = pen.tint(['#d3342f', '#2f9a6a', '#d9982c']);
    const back = serpent(pen, scales, (share) => ({
      x: -104 + share * 176,
      y: -46 + Math.sin(share * 8.2 - pen.seconds * 1.9) * (20 + 8 * share),
    }));
    for (const share of [0.36, 0.74]) claws(pen, darker(scales, 0.1), back(share));
    finish(pen, scales, back);
  },
});

/** Carried on poles by people who run, after a pearl on a pole of its own. */
export const dragonDance = lit({
  height: 0.62,
  width: 2,
  anchor: 'ground',
  bounds: around(230, 14),
  shadow: 86,
  body: (pen) => {
    const scales = pen.tint(['#d3342f', '#d9982c', '#e0562a']);
    const beat = pen.seconds * 3.4;
    const at = (share: number): Joint => ({
      x: -92 + share * 148,
      y: -66 + Math.sin(share * 7 - beat) * 10,
    });
    for (const [index, share] of [0.08, 0.3, 0.52, 0.74, 0.98].entries())
      carrier(pen, at(share), beat + index * 1.3, scales);
    carrier(pen, pearlAt(pen, at(1)), beat + 4, scales);
    finish(pen, scales, serpent(pen, scales, at));
  },
});

type Joint = { readonly x: number; readonly y: number };
type Back = (share: number) => Joint;

const rings = 74;

/** The body along a line from its tail (0) to its neck (1). */
function serpent(pen: Pen, scales: string, at: Back): Back {
  const thick = (share: number): number => 3 + 8.4 * Math.sin(Math.min(1, share * 1.5) * 1.4);
  for (let lock = 0; lock < 4; lock += 1) {
    const tail = at(0);
    pen.strand(
      [
        tail.x + 3,
        tail.y,
        tail.x - 6,
        tail.y - 5 + lock * 4 + pen.sway(1.1, lock) * 2,
        tail.x - 14,
        tail.y - 9 + lock * 6,
      ],
      lock % 2 === 0 ? gold : lighter(scales, 0.3),
      3.4,
    );
  }
  // The fins first: their feet lie behind the body.
  for (let ring = 3; ring < rings; ring += 2) {
    const { x, y } = at(ring / rings);
    const next = at((ring + 1) / rings);
    pen.at({ x, y, turn: Math.atan2(next.y - y, next.x - x) }, () =>
      pen.path('M-3 0C-4-5-6-9-8-13C-2-12 3-7 4 0Z', ring % 4 === 1 ? gold : '#e8872c'),
    );
  }
  const shades = [darker(scales, 0.14), scales, lighter(scales, 0.12)];
  for (let ring = 0; ring <= rings; ring += 1) {
    const { x, y } = at(ring / rings);
    const half = thick(ring / rings);
    pen.oval(x, y, half, half, shades[ring % 3] ?? scales);
    pen.oval(x + 0.6, y + half * 0.62, half * 0.72, half * 0.36, ring % 2 === 0 ? cream : '#f2dcae');
  }
  return at;
}

function finish(pen: Pen, scales: string, at: Back): void {
  const neck = at(1);
  const before = at(0.96);
  const turn = Math.atan2(neck.y - before.y, neck.x - before.x) * 0.35;
  const pearl = pearlAt(pen, neck);
  pen.oval(pearl.x, pearl.y, 7.4, 7.4, pen.round(pearl.x - 2, pearl.y - 3, 11, '#ffffff', '#ffe7a0', '#f0a03a'));
  pen.at({ x: neck.x, y: neck.y, turn, scale: 0.92 }, () => dragonHead(pen, scales));
}

const pearlAt = (pen: Pen, neck: Joint): Joint => ({
  x: neck.x + 38 + pen.sway(2.3) * 3,
  y: neck.y - 6 + pen.sway(1.7) * 6,
});

/** It looks to the right; its neck is at the origin. */
export function dragonHead(pen: Pen, scales: string): void {
  for (let lock = 0; lock < 9; lock += 1) {
    const turn = -2.5 + lock * 0.36;
    pen.at({ x: -2, y: -2, turn: turn + pen.sway(1.3, lock) * 0.06 }, () =>
      pen.path('M-5-6C-6-16-3-24 3-28C5-20 6-12 5-6Z', lock % 2 === 0 ? gold : '#e8872c'),
    );
  }
  pen.strand([-2, -12, -8, -22, -18, -27], '#f5e2b4', 3.4);
  pen.strand([-8, -21, -9, -27, -7, -31], '#f5e2b4', 2.4);
  const snap = 0.1 + Math.max(0, pen.sway(1.4)) * 0.24;
  pen.at({ x: 2, y: 6, turn: snap }, () => {
    pen.path('M-8-2C-4 10 12 12 27 6C28 3 26 0 22 0Z', darker(scales, 0.2));
    pen.path('M0 1C6 6 16 7 24 3L20 0Z', '#f0737a');
    for (const x of [10, 16, 22]) pen.path(`M${x - 2} 2L${x} -3L${x + 2} 2Z`, '#ffffff');
    for (const x of [-4, 2, 8])
      pen.path(`M${x - 3} 6C${x - 4} 12 ${x - 8} 17 ${x - 11} 19C${x - 4} 20 ${x + 3} 14 ${x + 4} 8Z`, cream);
  });
  pen.path(
    'M-14 4C-18-10-8-20 4-19C12-18 16-12 19-8C26-9 33-5 33 0C33 5 28 7 22 6C14 7 6 9 -2 10C-8 11-13 9-14 4Z',
    pen.round(-2, -10, 40, lighter(scales, 0.3), scales, darker(scales, 0.2)),
  );
  pen.path('M10 6L13 11L16 6ZM19 6L21.500 10L24 5.500Z', '#ffffff');
  pen.oval(29, -3, 3.4, 2.6, gold);
  pen.oval(29.6, -2.6, 1.2, 1, darker(scales, 0.5));
  pen.strand([27, 0, 36, 4 + pen.sway(1.6) * 2, 42, -4 + pen.sway(1.6, 1) * 4], gold, 1.6);
  pen.path('M-2-18C4-24 12-22 15-15C9-14 3-14-2-18Z', cream);
  pen.oval(7, -9, 5, 5, '#ffffff');
  pen.oval(8.4, -8.6, 2.9, 3.1, '#15110f');
  pen.oval(7.2, -10, 1, 1, '#ffffff');
  pen.oval(-8, -4, 3, 5, lighter(scales, 0.3), 0.4);
}

function claws(pen: Pen, scales: string, { x, y }: Joint): void {
  pen.at({ x, y: y + 5, turn: -0.3 + pen.sway(1.8, x) * 0.2 }, () => {
    pen.limb([0, 0, 5, 6, 9, 3.6, 14, 13, 2.6], scales);
    for (const turn of [-0.5, 0, 0.5]) pen.at({ x: 14, y: 13, turn }, () => pen.path('M-1-1.600L7 2L-1 1.600Z', cream));
  });
}

/** Somebody in yellow who runs below and holds up a pole. */
function carrier(pen: Pen, { x, y }: Joint, step: number, scales: string): void {
  pen.strand([x + 1, -26, x, y], '#8a5a2c', 2);
  for (const side of [1, -1]) {
    const swing = Math.sin(step + (side < 0 ? Math.PI : 0)) * 0.5;
    pen.at({ x, y: -21, turn: -swing }, () => {
      pen.limb([0, 0, 3.6, 1, 9, 3.2], side < 0 ? darker(scales, 0.35) : scales);
      pen.at({ x: 1, y: 9, turn: Math.max(0, -swing) + 0.1 }, () => {
        pen.limb([0, 0, 3.2, -1, 9, 2.2], side < 0 ? darker(scales, 0.35) : scales);
        pen.oval(1, 10.4, 3.6, 1.7, '#26202a');
      });
    });
  }
  pen.limb([x, -36, 4.6, x, -22, 4.2], gold);
  pen.limb([x - 1, -36, 2.4, x + 5, -31, 2, x + 1, -28, 1.8], darker(gold, 0.12));
  pen.limb([x, -36, 2.4, x + 5, -40, 2, x + 0.6, -44, 1.8], darker(gold, 0.12));
  pen.oval(x + 0.6, -43.5, 4, 4.4, '#e3ae84');
  pen.oval(x - 0.4, -45.6, 4.2, 3, '#1f1a1c');
  pen.strand([x - 3.4, -45, x + 4.4, -45], scales, 1.6);
}
