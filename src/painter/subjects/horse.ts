import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

type Coat = { readonly hide: string; readonly mane: string };

/** A gallop to the right, mane and tail in the wind. */
export const horse = lit({
  height: 0.46,
  width: 1.4,
  anchor: 'ground',
  bounds: around(170, 8),
  shadow: 58,
  body: (pen) => {
    const hide = pen.tint(['#8a4a26', '#5a3420', '#c8a06a', '#eae4da']);
    const coat = { hide, mane: pen.color === null ? pen.pick(['#2a1a14', '#f0e6d0']) : darker(hide, 0.55) };
    const stride = pen.seconds * 8.5;
    const rise = Math.abs(Math.sin(stride / 2 + 0.4)) * 4;
    pen.at({ x: -4, y: 3 - rise, turn: Math.sin(stride) * 0.045 }, () => {
      legs(pen, darker(hide, 0.38), stride + 0.8);
      tail(pen, coat);
      trunk(pen, coat);
      legs(pen, hide, stride);
      pen.at({ x: 34, y: -62, turn: Math.sin(stride + 0.8) * 0.06 }, () => neck(pen, coat));
    });
  },
});

function legs(pen: Pen, hide: string, stride: number): void {
  const low = darker(hide, 0.4);
  const hind = Math.sin(stride) * 0.62;
  pen.at({ x: -31, y: -50, turn: -hind }, () => {
    pen.limb([0, -4, 11, -1, 14, 6], hide);
    pen.at({ x: -1.5, y: 15, turn: 0.45 + Math.max(0, -hind) * 0.8 }, () => {
      pen.limb([0, 0, 5, -1, 14, 3], hide);
      pen.at({ x: -1, y: 14, turn: -0.5 }, () => hoof(pen, low, 17));
    });
  });
  const fore = Math.sin(stride + 2.2) * 0.72;
  pen.at({ x: 27, y: -46, turn: -fore }, () => {
    pen.limb([0, -3, 8.5, 0, 17, 4.4], hide);
    pen.at({ y: 17, turn: Math.max(0, Math.cos(stride + 2.2)) * 1.25 }, () => {
      pen.limb([0, 0, 4, 0, 8, 2.8], hide);
      pen.at({ y: 8 }, () => hoof(pen, low, 16));
    });
  });
}

function hoof(pen: Pen, colour: string, length: number): void {
  pen.limb([0, 0, 2.8, 0, length - 4, 2.3], colour);
  pen.at({ y: length - 4 }, () => pen.path('M-2.400-1H2.400L5 5H-3Z', '#1d1715'));
}

function tail(pen: Pen, { mane }: Coat): void {
  for (let lock = 0; lock < 5; lock += 1) {
    const wave = pen.sway(0.9, lock * 0.5) * 4;
    pen.strand(
      [-43, -66 + lock, -56, -70 + lock * 2, -68, -60 + wave + lock * 3, -82, -56 + wave * 1.8 + lock * 5],
      lock % 2 === 0 ? mane : lighter(mane, 0.12),
      5 - lock * 0.4,
    );
  }
}

function trunk(pen: Pen, { hide }: Coat): void {
  const side = pen.fade(0, -76, 0, -36, lighter(hide, 0.22), hide, darker(hide, 0.3));
  pen.path(
    'M-45-60C-45-72-32-75-20-72C-8-69 6-68 18-72C30-78 42-70 42-58C41-46 34-38 24-38C10-36-6-40-18-42C-34-38-44-46-45-60Z',
    side,
  );
}

function neck(pen: Pen, coat: Coat): void {
  const { hide, mane } = coat;
  const skin = pen.fade(-10, -30, 24, 10, lighter(hide, 0.2), hide, darker(hide, 0.24));
  for (let lock = 0; lock < 7; lock += 1) {
    const share = lock / 6;
    const [x, y] = [-16 + share * 28, -8 - share * 28];
    const wave = pen.sway(0.8, lock * 0.7) * 3;
    pen.strand(
      [x + 3, y + 2, x - 7, y - 3, x - 15, y + wave, x - 22, y + 5 + wave * 1.5],
      lock % 2 === 0 ? mane : lighter(mane, 0.14),
      5,
    );
  }
  pen.path('M-20-8C-8-14 4-28 10-40C16-44 24-42 27-36C24-24 16-8 8 14C0 20-14 12-20-8Z', skin);
  pen.path(
    'M10-40C16-46 26-44 30-38L48-21C52-17 51-12 47-10C43-8 40-9 36-12C30-16 22-20 18-24C12-28 8-34 10-40Z',
    skin,
  );
  pen.path('M47-10C52-12 52-18 48-21L42-15L41-9Z', darker(hide, 0.42));
  pen.path('M12-40L11-51L19-43Z', hide);
  pen.path('M17-42L19-52L24-42Z', darker(hide, 0.16));
  pen.strand([18, -44, 24, -42, 27, -35], mane, 4);
  pen.oval(28, -32, 2, 2.2, '#14100e');
  pen.oval(28.7, -32.8, 0.7, 0.7, '#ffffff');
  pen.oval(47.5, -17, 1.1, 1.3, '#1a1210', 0.6);
  pen.line('M47-11.500C44-12 42-12.500 40-14', darker(hide, 0.55), 0.9);
}
