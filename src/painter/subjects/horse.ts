import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

type Coat = {
  readonly hide: string;
  readonly mane: string;
  /** A zebra's stripes. */
  readonly stripe?: string;
  /** A unicorn's horn. */
  readonly horn?: string;
};

/** A gallop to the right, mane and tail in the wind. */
const galloping = (coatOf: (pen: Pen) => Coat) => ({
  height: 0.46,
  width: 1.4,
  anchor: 'ground' as const,
  bounds: around(170, 28),
  shadow: 58,
  body: (pen: Pen): void => {
    const coat = coatOf(pen);
    const { hide } = coat;
    const stride = pen.seconds * 8.5;
    const rise = Math.abs(Math.sin(stride / 2 + 0.4)) * 4;
    pen.at({ x: -4, y: 3 - rise, turn: Math.sin(stride) * 0.045 }, () => {
      legs(pen, { ...coat, hide: darker(hide, 0.38) }, stride + 0.8);
      tail(pen, coat);
      trunk(pen, coat);
      legs(pen, coat, stride);
      pen.at({ x: 34, y: -62, turn: Math.sin(stride + 0.8) * 0.06 }, () => neck(pen, coat));
    });
  },
});

export const horse = lit(
  galloping((pen) => {
    const hide = pen.tint(['#8a4a26', '#5a3420', '#c8a06a', '#eae4da']);
    return { hide, mane: pen.color === null ? pen.pick(['#2a1a14', '#f0e6d0']) : darker(hide, 0.55) };
  }),
);

export const zebra = lit(galloping(() => ({ hide: '#f4f1ea', mane: '#26262e', stripe: '#26262e' })));

const fabled = galloping((pen) => ({
  hide: '#fbf6ff',
  mane: pen.tint(['#e88ad0', '#b58af0', '#7ab8f4']),
  horn: '#f2c84a',
}));
/** A white horse with a golden horn; stars sparkle behind it. */
export const unicorn = lit({
  ...fabled,
  height: 0.56,
  body: (pen) => pen.at({ scale: 0.84 }, () => fabled.body(pen)),
  glow: (pen) => {
    for (let star = 0; star < 12; star += 1) {
      const life = (pen.seconds * 0.5 + star / 12) % 1;
      pen.glow(-36 - life * 44, -34 - ((star * 23) % 50) - life * 6, 2.4 + (star % 3), '#ffd8f4', 1 - life);
    }
  },
});

function legs(pen: Pen, { hide, stripe }: Coat, stride: number): void {
  const low = darker(hide, 0.4);
  const hind = Math.sin(stride) * 0.62;
  pen.at({ x: -31, y: -50, turn: -hind }, () => {
    pen.limb([0, -4, 11, -1, 14, 6], hide);
    if (stripe !== undefined) for (const y of [1, 7]) pen.strand([-8, y + 2, 0, y, 7, y - 2], stripe, 2);
    pen.at({ x: -1.5, y: 15, turn: 0.45 + Math.max(0, -hind) * 0.8 }, () => {
      pen.limb([0, 0, 5, -1, 14, 3], hide);
      if (stripe !== undefined) for (const y of [3, 9]) pen.strand([-4, y, 0, y + 0.6, 3.4, y], stripe, 1.8);
      pen.at({ x: -1, y: 14, turn: -0.5 }, () => hoof(pen, low, 17));
    });
  });
  const fore = Math.sin(stride + 2.2) * 0.72;
  pen.at({ x: 27, y: -46, turn: -fore }, () => {
    pen.limb([0, -3, 8.5, 0, 17, 4.4], hide);
    if (stripe !== undefined) for (const y of [3, 9]) pen.strand([-5.5, y, 0, y + 0.8, 5.5, y], stripe, 2);
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

const flank =
  'M-45-60C-45-72-32-75-20-72C-8-69 6-68 18-72C30-78 42-70 42-58C41-46 34-38 24-38C10-36-6-40-18-42C-34-38-44-46-45-60Z';

function trunk(pen: Pen, { hide, stripe }: Coat): void {
  const side = pen.fade(0, -76, 0, -36, lighter(hide, 0.22), hide, darker(hide, 0.3));
  pen.path(flank, side);
  if (stripe === undefined) return;
  pen.within(flank, () => {
    for (let at = 0; at < 10; at += 1) {
      const x = -42 + at * 9;
      pen.strand([x + 3, -78, x - 1, -66, x + 1, -54, x - 2 + (at < 4 ? 6 : 0), -42], stripe, 3 - (at % 2) * 0.8);
    }
  });
}

const throat = 'M-20-8C-8-14 4-28 10-40C16-44 24-42 27-36C24-24 16-8 8 14C0 20-14 12-20-8Z';

function neck(pen: Pen, coat: Coat): void {
  const { hide, mane, stripe, horn } = coat;
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
  pen.path(throat, skin);
  if (stripe !== undefined)
    pen.within(throat, () => {
      for (let at = 0; at < 5; at += 1)
        pen.strand([-18 + at * 7, -12 - at * 7, -6 + at * 6, -2 - at * 7, 6 + at * 4, 6 - at * 8], stripe, 2.6);
    });
  pen.path(
    'M10-40C16-46 26-44 30-38L48-21C52-17 51-12 47-10C43-8 40-9 36-12C30-16 22-20 18-24C12-28 8-34 10-40Z',
    skin,
  );
  if (stripe !== undefined)
    for (const x of [24, 30, 36])
      pen.strand([x - 4, -24 + (x - 24) * 0.6, x + 2, -32 + (x - 24), x + 4, -35 + (x - 24)], stripe, 1.6);
  if (horn !== undefined) {
    pen.path('M22-43L36-74L29-39Z', pen.fade(22, 0, 34, 0, lighter(horn, 0.4), horn, darker(horn, 0.2)));
    pen.line('M24.500-48L30-45M28-55L31.500-53M31-62L33-61', darker(horn, 0.35), 0.9);
  }
  pen.path('M47-10C52-12 52-18 48-21L42-15L41-9Z', darker(hide, 0.42));
  pen.path('M12-40L11-51L19-43Z', hide);
  pen.path('M17-42L19-52L24-42Z', darker(hide, 0.16));
  pen.strand([18, -44, 24, -42, 27, -35], mane, 4);
  pen.oval(28, -32, 2, 2.2, '#14100e');
  pen.oval(28.7, -32.8, 0.7, 0.7, '#ffffff');
  pen.oval(47.5, -17, 1.1, 1.3, '#1a1210', 0.6);
  pen.line('M47-11.500C44-12 42-12.500 40-14', darker(hide, 0.55), 0.9);
}
