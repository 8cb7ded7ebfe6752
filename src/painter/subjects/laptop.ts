import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

const code = ['#7fd0ff', '#f2b36a', '#c79aff', '#8fe0a0', '#ff8fa8'] as const;

/** Somebody at a laptop whose light falls on the face; the fingers fly. */
export const deskWorker = lit({
  height: 0.56,
  width: 1.15,
  anchor: 'table',
  bounds: around(140),
  shadow: 60,
  body: (pen) => {
    const skin = pen.pick(['#f3cfae', '#e3ae84', '#c98b62'] as const);
    const hair = pen.pick(['#1f1a1c', '#3a2620', '#2a2430'] as const);
    const top = pen.tint(['#3f6fa8', '#c0564a', '#4f7f63', '#6a5a94', '#d8c8a8']);
    const nod = pen.sway(5) * 0.02;
    pen.path(
      'M-36 0C-38-32-30-50-10-54H10C30-50 38-32 36 0Z',
      pen.fade(-36, 0, 36, 0, lighter(top, 0.18), top, darker(top, 0.3)),
    );
    const isLady = pen.person === 'woman';
    if (isLady) pen.path('M-17-74C-22-50-22-34-17-24H17C22-34 22-50 17-74Z', darker(hair, 0.14));
    pen.at({ y: -52, turn: nod }, () => person(pen, skin, hair, top));
    for (const side of [-1, 1]) {
      const tap = Math.max(0, pen.sway(0.34, side > 0 ? 0 : 2)) * 1.6;
      pen.limb(
        [side * 31, -34, 8, side * 41, -10, 7, side * 30, -4 - tap, 4.4],
        side > 0 ? darker(top, 0.26) : lighter(top, 0.08),
      );
      pen.oval(side * 28, -3.6 - tap, 5, 3.6, skin);
    }
    pen.path('M-30-2L-27-34H27L30-2Z', pen.fade(0, -34, 0, 0, '#d8dde3', '#9aa2ad'));
    pen.oval(0, -18, 4, 4, '#f4f6f8');
    pen.box(-36, -3, 72, 4, 1.6, pen.fade(0, -3, 0, 1, '#c4cad2', '#8a919c'));
    mug(pen, 48);
    for (const [index, tint] of ['#c0564a', '#3f6fa8', '#e0b04a'].entries())
      pen.box(-62 + (index % 2), -5 - index * 4.4, 20, 4.2, 0.6, tint);
  },
  glow: (pen) => {
    const flicker = 0.9 + pen.sway(0.9) * 0.06;
    pen.glow(0, -56, 40, '#9fd0ff', (pen.light.isDark ? 0.55 : 0.12) * flicker);
  },
});

function person(pen: Pen, skin: string, hair: string, top: string): void {
  pen.limb([0, 2, 7, 0, -8, 6.4], darker(skin, 0.16));
  pen.path('M-10 0C-6 6 6 6 10 0L6-2H-6Z', lighter(top, 0.3));
  pen.oval(0, -24, 14.5, 17, pen.fade(-14, 0, 14, 0, skin, darker(skin, 0.1)));
  for (const side of [-1, 1]) pen.oval(side * 14.5, -22, 2.4, 4, darker(skin, 0.1));
  pen.path('M-16-24C-18-48 18-48 16-24C13-33 9-36 2-36C-6-36-12-34-16-24Z', hair);
  const open = 1 - Math.max(0, pen.sway(3.9)) ** 60;
  for (const side of [-1, 1]) {
    pen.oval(side * 5.6, -22, 1.6, 1.9 * open + 0.2, '#231a18');
    pen.line(
      side < 0 ? 'M-9-27C-7-28.500-4-28.500-2.500-27.500' : 'M2.500-27.500C4-28.500 7-28.500 9-27',
      darker(hair, 0.1),
      1.1,
    );
    pen.context.beginPath();
    pen.context.roundRect(side * 5.8 - 4.8, -26, 9.6, 7.6, 3);
    pen.context.strokeStyle = faint('#2a2d35', 0.75);
    pen.context.lineWidth = 0.9;
    pen.context.stroke();
  }
  pen.line('M0-21C1-18.500 1-17.500-.5-17', darker(skin, 0.4), 0.9);
  pen.line('M-4-12.500C-1.500-11 1.500-11 4-12.500', '#a8544c', 1.1);
}

function mug(pen: Pen, x: number): void {
  pen.box(x - 7, -15, 14, 15, 2, pen.fade(x - 7, 0, x + 7, 0, '#ffffff', '#c9cdd4'));
  pen.context.beginPath();
  pen.context.arc(x + 8, -8, 4, -1.4, 1.4);
  pen.context.strokeStyle = '#d8dbe0';
  pen.context.lineWidth = 2;
  pen.context.stroke();
  pen.oval(x, -15, 6.4, 1.6, '#4a2f22');
}

/** An open laptop on whose screen somebody writes code. */
export const laptop = lit({
  height: 0.46,
  width: 1.5,
  anchor: 'table',
  bounds: around(170),
  shadow: 74,
  body: (pen) => {
    const metal = pen.tint(['#c9ced6', '#c9ced6', '#8a8f9a']);
    pen.box(-58, -98, 116, 78, 5, '#1c1f26');
    pen.box(-54, -94, 108, 69, 2, pen.fade(-54, -94, 54, -25, '#16203a', '#241a40'));
    pen.box(-54, -94, 22, 69, 2, 'rgba(255,255,255,0.06)');
    const written = (pen.seconds * 9) % 60;
    for (let row = 0; row < 10; row += 1) {
      const indent = [0, 4, 8, 8, 4, 8, 12, 8, 4, 0][row] ?? 0;
      let x = -28 + indent;
      for (let word = 0; word < 4; word += 1) {
        const wide = 5 + ((row * 7 + word * 5) % 13);
        if (row * 4 + word < written && x + wide < 50)
          pen.box(x, -89 + row * 6.3, wide, 2.6, 1.2, code[(row + word * 2) % 5] ?? '#7fd0ff');
        x += wide + 3;
      }
    }
    for (let row = 0; row < 7; row += 1)
      pen.box(-50, -88 + row * 7, 9 + ((row * 5) % 7), 1.8, 0.9, 'rgba(255,255,255,0.28)');
    pen.path(
      'M-60-20H60L74-3C74 1 72 1 70 1H-70C-72 1-74 1-74-3Z',
      pen.fade(0, -20, 0, 1, lighter(metal, 0.2), metal, darker(metal, 0.3)),
    );
    pen.path('M-52-18H52L58-9H-58Z', '#2a2d35');
    pen.path('M-16-8H16L18-3H-18Z', darker(metal, 0.12));
  },
  glow: (pen) => pen.glow(0, -58, 74, '#6f8fff', pen.light.isDark ? 0.3 : 0.08),
});
