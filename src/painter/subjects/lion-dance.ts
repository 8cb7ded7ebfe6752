import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

const gold = '#f3c23c';
const fluff = '#fff6e4';

/** A southern lion of two dancers: it hops, nods and snaps. */
export const lionDance = lit({
  height: 0.56,
  width: 1.6,
  anchor: 'ground',
  bounds: around(190, 12),
  shadow: 66,
  body: (pen) => {
    const coat = pen.tint(['#d3342f', '#e0662a', '#c92f4a']);
    const beat = pen.seconds * 5.2;
    const hop = Math.abs(Math.sin(beat)) * 4;
    dancer(pen, coat, -44, Math.sin(beat) * 0.3);
    dancer(pen, coat, 16, Math.sin(beat + 1.4) * 0.34);
    pen.at({ y: -hop * 0.5 }, () => body(pen, coat, beat));
    pen.at({ x: 34, y: -58 - hop, turn: Math.sin(beat * 0.5) * 0.13 }, () => head(pen, coat, beat));
  },
});

/** What is seen of whoever is under it: trousers with fringes, and shoes. */
function dancer(pen: Pen, coat: string, x: number, swing: number): void {
  for (const side of [-1, 1])
    pen.at({ x: x + side * 9, y: -34, turn: side * 0.08 + swing * side }, () => {
      pen.limb([0, 0, 8.5, 0, 16, 8, 0, 28, 6.6], side < 0 ? darker(coat, 0.28) : coat);
      for (const y of [8, 17, 26]) {
        pen.line(`M-8 ${y}C-3 ${y + 2.5} 3 ${y + 2.5} 8 ${y}`, fluff, 3.4);
        pen.line(`M-7 ${y + 2.6}C-3 ${y + 4.6} 3 ${y + 4.6} 7 ${y + 2.6}`, gold, 1.2);
      }
      pen.oval(2.5, 32, 8.5, 3.8, '#26202a');
    });
}

function body(pen: Pen, coat: string, beat: number): void {
  const wave = Math.sin(beat - 1) * 3;
  const tail = Math.sin(beat * 1.5) * 6;
  for (const [turn, colour] of [
    [-0.5, gold],
    [-0.1, coat],
    [0.3, fluff],
  ] as const)
    pen.at({ x: -60, y: -64 + wave, turn: turn + tail * 0.03 }, () =>
      pen.path('M2 4C-8 2-16-6-18-22C-8-20 4-12 6-2Z', colour),
    );
  pen.at({ scale: [1, 1 + wave * 0.008] }, () =>
    pen.path(
      'M-64-38C-70-62-56-78-34-80C-12-82 10-80 34-74L36-34C16-28-8-30-26-28C-42-26-56-28-64-38Z',
      pen.fade(0, -84, 0, -28, lighter(coat, 0.2), coat, darker(coat, 0.3)),
    ),
  );
  for (const [index, x] of [-48, -30, -12, 6].entries()) {
    const top = -77 - (index % 2) * 1.5 + wave * (index < 2 ? 0.8 : -0.6);
    pen.strand([x, top, x - 4, top + 15, x - 3, -46, x + 2, -31], fluff, 4.6);
    pen.strand([x + 4, top, x, top + 15, x + 1, -46, x + 6, -31], gold, 2.2);
    pen.oval(x - 8, -54, 4.4, 4.4, gold);
    pen.oval(x - 8, -54, 2.3, 2.3, lighter(coat, 0.5));
  }
  for (let lock = 0; lock < 13; lock += 1)
    pen.at({ x: -60 + lock * 7.5, y: -33, turn: -wave * 0.03 }, () =>
      pen.path('M0 0C1 7 2 11 3.500 14C6 10 7 6 7.500 0Z', lock % 2 === 0 ? fluff : gold),
    );
}

function head(pen: Pen, coat: string, beat: number): void {
  const snap = Math.max(0, Math.sin(beat)) * 0.3;
  pen.at({ x: -4, y: 12, turn: snap * 0.9 }, () => jaw(pen, coat));
  for (const side of [-1, 1])
    pen.at({ x: side * 31, y: -20, turn: side * (0.5 + Math.sin(beat * 2) * 0.16) }, () => {
      pen.path('M-7 5C-9-8-4-16 0-18C4-16 9-8 7 5Z', coat);
      pen.path('M-4 3C-5-5-2-10 0-12C2-10 5-5 4 3Z', fluff);
    });
  pen.path(
    'M-36 4C-40-18-26-38 0-39C26-38 40-18 36 4C34 14 20 15 0 15C-20 15-34 14-36 4Z',
    pen.round(-8, -20, 56, lighter(coat, 0.28), coat, darker(coat, 0.26)),
  );
  for (let lock = 0; lock <= 10; lock += 1) {
    const turn = -1.5 + lock * 0.3;
    pen.at({ y: -2, turn }, () => pen.oval(0, -37, 6.4, 5.4, lock % 2 === 0 ? fluff : '#ffe2a8'));
  }
  pen.path('M-6-34C-5-48 0-54 5-56C6-48 7-42 6-34Z', gold);
  pen.line('M-5-38C-2-36 3-36 6-38M-4-44C-1-42 3-42 6-44', darker(gold, 0.35), 1.2);
  pen.oval(0, -25, 6.6, 6.6, gold);
  pen.oval(0, -25, 4.8, 4.8, '#eaf6ff');
  pen.oval(-1.5, -26.5, 1.6, 1.6, '#ffffff');
  for (const side of [-1, 1]) pen.at({ scale: [side, 1] }, () => eye(pen, beat));
  pen.oval(0, 2, 10, 7.5, gold);
  pen.oval(-4, 4, 2.4, 2, darker(gold, 0.5));
  pen.oval(4, 4, 2.4, 2, darker(gold, 0.5));
  pen.strand([-34, 9, -20, 13, 0, 14, 20, 13, 34, 9], fluff, 6);
  for (const side of [-1, 1]) {
    pen.oval(side * 29, 2, 5.4, 5.4, '#3f9a57');
    pen.oval(side * 29, 2, 2.8, 2.8, gold);
  }
}

/** The right one of the two; the lid winks. */
function eye(pen: Pen, beat: number): void {
  pen.oval(16, -10, 11.5, 10.5, fluff);
  pen.oval(16, -9, 8.6, 8.6, '#ffffff');
  pen.oval(16, -9, 5.6, 5.8, '#1c1512');
  pen.oval(14, -11.5, 2, 2, '#ffffff');
  const lid = 0.3 + Math.max(0, Math.sin(beat * 0.5)) ** 8 * 0.6;
  pen.within('M5-9C5-24 27-24 27-9C27 2 5 2 5-9Z', () => pen.box(4, -24, 24, 24 * lid, 2, gold));
  pen.strand([5, -21, 14, -25, 27, -19], '#2a2320', 4.4);
  pen.strand([6, -22.5, 14, -26, 26, -20.5], fluff, 1.8);
}

function jaw(pen: Pen, coat: string): void {
  pen.path('M-26-4C-24 10-12 16 4 16C20 16 32 10 34-4Z', darker(coat, 0.45));
  pen.path('M-18 0C-14 8-4 11 4 11C12 11 22 8 26 0Z', '#e8727a');
  pen.strand([-25, 4, -14, 13, 4, 16, 22, 13, 33, 4], fluff, 5);
  for (let lock = 0; lock < 9; lock += 1) {
    const long = 1 - Math.abs(lock - 4) * 0.13;
    pen.at({ x: -20 + lock * 6, y: 13, turn: pen.sway(1.1, lock) * 0.09, scale: [1, long] }, () =>
      pen.path('M-3.500 0C-3 9-1 16 0 21C1.500 16 3.500 9 3.500 0Z', lock % 2 === 0 ? fluff : '#ffe2a8'),
    );
  }
}
