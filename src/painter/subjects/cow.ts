import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import { standingLegs } from './parts.ts';
import type { Pen } from './pen.ts';

/** A cow that chews and swings its tail; another grazes farther off. */
export const cow = lit({
  height: 0.52,
  width: 1.75,
  anchor: 'ground',
  bounds: around(205, 10),
  shadow: 62,
  body: (pen) => {
    const patch = pen.tint(['#2a2624', '#2a2624', '#8a4a2c']);
    pen.at({ x: -74, y: -16, scale: [-0.42, 0.42] }, () => {
      pen.oval(0, 0, 50, 6, 'rgba(6,8,14,0.28)');
      body(pen, patch, 1);
    });
    pen.at({ x: 4 }, () => body(pen, patch, 0.5 - 0.5 * Math.cos(pen.seconds * 0.9)));
  },
});

const trunk =
  'M-52-62C-52-76-44-82-32-81C-18-79 0-79 14-82C28-84 42-80 46-70C49-58 44-44 34-40C20-36-16-36-32-39C-46-41-52-50-52-62Z';

/** `graze`: 0 looks ahead, 1 has its muzzle in the grass. */
function body(pen: Pen, patch: string, graze: number): void {
  const white = '#f6f2ea';
  const legs = {
    at: [-36, 30],
    y: -46,
    long: 46,
    thick: 9.6,
    hide: white,
    low: darker(white, 0.08),
    foot: '#3a3330',
  } as const;
  const far = darker(white, 0.34);
  standingLegs(pen, { ...legs, at: [-28, 38], hide: far, low: far });
  const swing = pen.sway(2.3) * 6;
  pen.strand([-50, -72, -58, -60, -58 + swing, -40, -60 + swing * 1.6, -26], darker(white, 0.2), 3);
  pen.oval(-60 + swing * 1.7, -20, 3.6, 7, patch, -swing * 0.04);
  pen.oval(-16, -37, 13, 7, '#f0b3a8');
  for (const x of [-22, -14]) pen.limb([x, -33, 2, x, -28, 1.5], '#e59a90');
  pen.path(trunk, pen.fade(0, -82, 0, -36, '#ffffff', white, darker(white, 0.2)));
  pen.within(trunk, () => {
    pen.blob([-56, -86, -24, -88, -18, -72, -28, -56, -46, -52, -58, -64], patch);
    pen.blob([0, -88, 22, -90, 24, -72, 14, -58, -2, -62, -8, -74], patch);
    pen.blob([-14, -52, 4, -50, 8, -40, -4, -32, -18, -38], patch);
    pen.blob([36, -62, 50, -66, 52, -44, 40, -40], patch);
  });
  standingLegs(pen, legs);
  pen.at({ x: 42, y: -68, turn: 0.1 + graze * 0.95 }, () => neckAndHead(pen, patch, white, graze));
}

function neckAndHead(pen: Pen, patch: string, white: string, graze: number): void {
  pen.blob(
    [-16, -12, 2, -14, 20, -14, 24, -4, 16, 8, 0, 16, -14, 20],
    pen.fade(0, -14, 0, 18, white, darker(white, 0.2)),
  );
  pen.at({ x: 20, y: -8, turn: 0.32 - graze * 0.3 }, () => {
    pen.path('M-2-10C-6-18-2-22 3-21C1-18 2-14 4-11Z', '#d9cdb4');
    pen.oval(-11, -5, 9, 4.6, darker(patch, 0.2), 0.2 + pen.sway(2.9) * 0.1);
    pen.path('M-8-9C-4-14 8-14 12-9C18-4 26 0 30 5C33 11 28 17 21 16C12 15 4 12-2 8C-9 4-11-4-8-9Z', white);
    pen.path('M-8-9C-6-13 2-13 5-9C6-3 2 4-3 7C-9 3-10-4-8-9Z', patch);
    const chew = pen.sway(0.9) * 1.2;
    pen.path('M20 2C27-1 34 5 33 11C32 17 25 18 19 16C16 12 16 5 20 2Z', '#efb3a6');
    pen.strand([20, 13 + chew * 0.3, 25, 15 + chew, 31, 13], '#a8605a', 1.1);
    pen.oval(28, 6, 1.8, 1.3, '#8a4a46', 0.5);
    const open = 1 - Math.max(0, pen.sway(3.9)) ** 60;
    pen.oval(6, -4, 2.6, 2.9 * open + 0.3, '#1b1412');
    pen.oval(6.9, -5, 0.8, 0.8 * open, '#ffffff');
    pen.path('M-6-10C-12-17-10-22-5-23C-6-19-3-15 0-12Z', '#efe4cc');
  });
  if (graze < 0.35) pen.line('M-2 16C-1 20 3 21 6 18', '#b5702c', 2);
  pen.oval(3, 21, graze < 0.35 ? 3.4 : 0, graze < 0.35 ? 3.8 : 0, lighter('#c9962c', 0.2));
}
