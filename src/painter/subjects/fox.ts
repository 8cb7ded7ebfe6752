import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import { walkingLegs } from './parts.ts';
import type { Pen } from './pen.ts';

const pale = '#fff4e4';
const sock = '#2c1f1d';

/** It trots to the right, the brush streams behind. At rest it lies curled up, the brush around it. */
export const fox = lit({
  height: 0.38,
  width: 2,
  anchor: 'ground',
  bounds: around(200),
  shadow: 58,
  body: (pen) => {
    const fur = pen.tint(['#e0702a', '#d9632a', '#e8823a']);
    if (pen.isResting) {
      asleep(pen, fur);
      return;
    }
    const step = pen.seconds * 6.4;
    const legs = { at: [-32, 26], y: -38, long: 37, thick: 8, hide: fur, low: sock, foot: sock } as const;
    pen.at({ x: 14, y: Math.sin(step * 2) * 1.2 }, () => {
      walkingLegs(pen, { ...legs, at: [-28, 30], hide: darker(fur, 0.28) }, step + Math.PI);
      brush(pen, fur, pen.sway(1.3) * 4);
      pen.path(
        'M-44-50C-42-62-30-64-14-62C4-60 18-64 32-66C44-64 46-50 38-40C26-32 6-33-8-35C-22-37-34-33-40-36C-46-40-46-46-44-50Z',
        pen.fade(0, -66, 0, -30, lighter(fur, 0.18), fur, darker(fur, 0.16)),
      );
      pen.path('M30-62C42-60 46-50 39-40C33-34 24-33 14-33.500C26-42 31-52 30-62Z', pale);
      walkingLegs(pen, legs, step);
      pen.at({ x: 40, y: -66, turn: Math.sin(step * 2 + 0.8) * 0.04 }, () => head(pen, fur));
    });
  },
});

function brush(pen: Pen, fur: string, wave: number): void {
  const [midY, tipY] = [-54 + wave * 0.4, -42 + wave];
  pen.limb([-40, -50, 6, -56, -56, 11, -74, midY, 14, -90, midY + 6, 10], fur);
  pen.limb([-86, midY + 3, 10.5, -98, tipY + 2, 6, -106, tipY + 5, 1.6], pale);
  pen.limb([-50, -58, 3, -70, midY - 7, 5, -84, midY - 3, 3], lighter(fur, 0.18));
}

function asleep(pen: Pen, fur: string): void {
  const breath = pen.sway(3.8) * 0.02;
  pen.at({ scale: [1, 1 + breath] }, () =>
    pen.path(
      'M-52-6C-58-36-28-52 4-50C36-48 56-30 52-8C50 1 20 1 0 1C-24 1-50 2-52-6Z',
      pen.round(-8, -40, 66, lighter(fur, 0.2), fur, darker(fur, 0.2)),
    ),
  );
  pen.at({ x: 30, y: -26, turn: 0.3, scale: 0.94 }, () => head(pen, fur));
  pen.limb([-50, -14, 10, -30, -7, 13, 4, -7, 14, 28, -6, 10], lighter(fur, 0.08));
  pen.limb([26, -7, 10, 42, -5, 7, 52, -4, 2], pale);
}

function head(pen: Pen, fur: string): void {
  const twitch = Math.max(0, pen.sway(4.7)) ** 30 * 0.14;
  ear(pen, darker(fur, 0.2), 6, -0.02);
  pen.path('M-14 6C-20-4-16-18-2-21C8-23 17-18 22-11L45-1C48 1 47 4 44 5C34 9 22 11 14 12C4 16-8 14-14 6Z', fur);
  pen.path('M-14 6C-8 3 0 4 6 3C16 1 28 2 44 4C34 9 22 11 14 12C4 17-9 15-14 6Z', pale);
  pen.path('M-14 6C-22 8-26 14-27 17C-18 18-8 17-2 13Z', pale);
  ear(pen, fur, -6, -0.16 - twitch);
  pen.oval(45, 0.6, 3.2, 2.8, sock);
  const open = pen.isResting ? 0 : 1 - Math.max(0, pen.sway(3.9)) ** 60;
  pen.oval(15, -6, 3.3, 3 * open + 0.5, '#241612', 0.3);
  pen.oval(16, -7, 1, 1 * open, '#ffffff');
  pen.line('M28 6.500C33 7 38 6.500 42 5', darker(fur, 0.5), 1);
}

function ear(pen: Pen, fur: string, x: number, turn: number): void {
  pen.at({ x, y: -16, turn }, () => {
    pen.path('M-8 3C-9-10-4-22 0-27C6-20 10-8 9 2Z', fur);
    pen.path('M-4-15C-3-20-1-24 0-27C3-24 5-19 6.500-14Z', sock);
    pen.path('M-4 1C-5-6-2-11 0-14C3-10 5-5 5 0Z', darker(pale, 0.16));
  });
}
