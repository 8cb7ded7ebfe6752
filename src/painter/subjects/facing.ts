import { darker, faint, lighter } from '../colour.ts';
import type { Pen } from './pen.ts';

/** How somebody looks who is seen from the front. Lengths are hundredths of a grown-up's height. */
export type Facing = {
  readonly skin: string;
  readonly hair: string;
  readonly style: 'short' | 'long' | 'bun' | 'bob' | 'tails';
  readonly top: string;
  readonly bottom: string;
  readonly shoes: string;
  readonly age: 'child' | 'adult' | 'old';
  readonly isInSkirt?: boolean;
  readonly isBareArmed?: boolean;
};

/** An arm's shoulder and elbow in radians: 0 hangs down, outwards is positive. */
type Arm = readonly [shoulder: number, elbow: number];
type Stance = {
  /** The left one of the picture first. */
  readonly arms: readonly [Arm, Arm];
  /** How far each foot is lifted. */
  readonly feet?: readonly [number, number];
  readonly tilt?: number;
};

const skins = ['#f3cfae', '#e8b992', '#f0c6a2', '#c98b62'] as const;
const hairs = ['#1f1a1c', '#3a2620', '#6a4426', '#2a2430'] as const;
const cloths = ['#e0564a', '#3f7fc0', '#f0b33c', '#4f9f70', '#8a5fb8', '#e88aa8', '#f2efe6'] as const;

/** Somebody chosen by the seed. */
export function somebodyFacing(pen: Pen, look: Partial<Facing> = {}): Facing {
  return {
    skin: pen.pick(skins),
    hair: pen.pick(hairs),
    style: pen.pick(['short', 'long', 'short', 'bob', 'bun'] as const),
    top: pen.pick(cloths),
    bottom: pen.pick(['#2f3a52', '#4a5a78', '#3a3436', '#6a5a4a']),
    shoes: pen.pick(['#f2efe8', '#3a3030', '#d8503c']),
    age: 'adult',
    ...look,
  };
}

/** Where a hand is; side -1 is the left one of the picture. */
export function handOf({ age }: Facing, [shoulder, elbow]: Arm, side: -1 | 1): readonly [x: number, y: number] {
  const size = sizeOf(age);
  const reach = Math.sin(shoulder) * 17 + Math.sin(shoulder + elbow) * 16;
  const down = Math.cos(shoulder) * 17 + Math.cos(shoulder + elbow) * 16;
  return [side * (11.5 + reach) * size, (-76 + down) * size];
}

/** Who is said; else what the seed picked. */
export const isWoman = ({ person }: Pen, picked: boolean): boolean => (person === null ? picked : person === 'woman');

const sizeOf = (age: Facing['age']): number => (age === 'child' ? 0.6 : age === 'old' ? 0.92 : 1);

/** A woman has long hair, a girl tails and a skirt; a man short hair and no skirt. */
function asPerson(look: Facing, person: Pen['person']): Facing {
  if (person === 'man') return { ...look, style: 'short', isInSkirt: false, isBareArmed: false };
  if (person === null) return look;
  if (look.age === 'child') return { ...look, style: look.style === 'short' ? 'tails' : look.style, isInSkirt: true };
  if (look.age === 'old') return { ...look, style: 'bun', isInSkirt: true };
  return { ...look, style: look.style === 'short' ? 'long' : look.style };
}

/** Somebody who stands and looks at us; the feet are on the ground. */
export function facing(pen: Pen, look: Facing, stance: Stance): void {
  const size = sizeOf(look.age);
  pen.at({ scale: size, turn: stance.tilt ?? 0 }, () => {
    legs(pen, asPerson(look, pen.person), stance.feet ?? [0, 0]);
    upper(pen, look, stance);
  });
}

/** From the hips up, for who stands behind something. */
export function upper(pen: Pen, anybody: Facing, { arms, tilt = 0 }: Stance): void {
  const look = asPerson(anybody, pen.person);
  const grown = look.age === 'child' ? 1.7 : 1.16;
  const nod = { y: -83, turn: pen.sway(4.6, look.top.charCodeAt(1)) * 0.05 - tilt, scale: grown };
  pen.at(nod, () => backHair(pen, look));
  for (const side of [-1, 1] as const) arm(pen, look, arms[side < 0 ? 0 : 1], side);
  const { top } = look;
  pen.path(
    'M-13-77C-15-66-11-54-11-44H11C11-54 15-66 13-77C9-82-9-82-13-77Z',
    pen.fade(-14, 0, 14, 0, lighter(top, 0.2), top, darker(top, 0.24)),
  );
  pen.limb([0, -80, 3.4, 0, -86, 3.2], darker(look.skin, 0.18));
  pen.path('M-5-80.500C-2-76 2-76 5-80.500C3-82-3-82-5-80.500Z', darker(look.skin, 0.1));
  pen.at(nod, () => head(pen, look));
}

const shownHair = ({ age, hair }: Facing): string => (age === 'old' ? '#dcdce0' : hair);

/** What falls behind the shoulders. */
function backHair(pen: Pen, look: Facing): void {
  const hair = darker(shownHair(look), 0.16);
  if (look.style === 'long') pen.path('M-8.500-9C-11 2-11 10-8 13H8C11 10 11 2 8.500-9Z', hair);
  if (look.style === 'bob') pen.path('M-9-9C-10.500-2-10.500 1-8 2.500H8C10.500 1 10.500-2 9-9Z', hair);
}

function legs(pen: Pen, { bottom, shoes, skin, isInSkirt = false }: Facing, feet: readonly [number, number]): void {
  for (const [index, side] of ([-1, 1] as const).entries()) {
    const lift = feet[index] ?? 0;
    const x = side * (5.4 + lift * 0.1);
    const cloth = side > 0 ? darker(bottom, 0.24) : bottom;
    pen.limb(
      [side * 5, -46, 5.8, x + side * lift * 0.2, -24 - lift * 0.5, 4.5, x, -4 - lift, 3.3],
      isInSkirt ? skin : cloth,
    );
    pen.oval(x + side * 1.6, -1.8 - lift, 5, 2.6, side > 0 ? darker(shoes, 0.2) : shoes);
  }
  if (isInSkirt)
    pen.path(
      'M-10-50H10L19-22C8-18-8-18-19-22Z',
      pen.fade(-18, 0, 18, 0, lighter(bottom, 0.2), bottom, darker(bottom, 0.26)),
    );
  else pen.box(-11, -52, 22, 11, 4, bottom);
}

function arm(pen: Pen, { top, skin, isBareArmed = false }: Facing, [shoulder, elbow]: Arm, side: -1 | 1): void {
  const cloth = isBareArmed ? skin : top;
  const sleeve = side > 0 ? darker(cloth, isBareArmed ? 0.12 : 0.26) : lighter(cloth, 0.06);
  const [ex, ey] = [side * (11.5 + Math.sin(shoulder) * 17), -76 + Math.cos(shoulder) * 17];
  const [hx, hy] = [ex + side * Math.sin(shoulder + elbow) * 16, ey + Math.cos(shoulder + elbow) * 16];
  pen.oval(hx, hy, 3.1, 3.3, skin);
  pen.limb([side * 11, -75, 4.6, ex, ey, 3.8, hx, hy, 2.7], sleeve);
}

/** The chin is at the origin. */
function head(pen: Pen, look: Facing): void {
  const { skin, hair, style, age } = look;
  const shown = shownHair(look);
  if (style === 'bun') pen.oval(0, -19, 4.2, 4, shown);
  if (style === 'tails')
    for (const side of [-1, 1]) pen.oval(side * 10, -8 + pen.sway(1.1) * 0.5, 3, 5.4, darker(shown, 0.1), side * -0.4);
  for (const side of [-1, 1]) pen.oval(side * 7.2, -7, 1.5, 2.1, darker(skin, 0.12));
  pen.path(
    'M-7.300-9C-7.300-17 7.300-17 7.300-9C7.300-3 4 0.500 0 0.500C-4 0.500-7.300-3-7.300-9Z',
    pen.fade(-7, 0, 7, 0, skin, darker(skin, 0.1)),
  );
  pen.path('M-8-8.500C-10-19.500 10-19.500 8-8.500C7-12 5-13.500 1-13.200C-3-13-6.500-12-8-8.500Z', shown);
  const open = 1 - Math.max(0, pen.sway(3.7, age.length + hair.charCodeAt(2))) ** 60;
  for (const side of [-1, 1]) {
    pen.oval(side * 2.8, -7.6, 0.95, 1.2 * open + 0.15, '#241a18');
    pen.line(
      side < 0
        ? 'M-4.200-10.200C-3.400-10.800-2.400-10.800-1.700-10.400'
        : 'M1.700-10.400C2.400-10.800 3.400-10.800 4.200-10.200',
      darker(shown, 0.15),
      0.6,
    );
    pen.oval(side * 4.4, -4.8, 1.5, 1, 'rgba(235,112,104,0.34)');
    if (age === 'old')
      pen.line(
        side < 0 ? 'M-5-8.500A2.300 2.300 0 1 0-.5-8.500M-5-6.500' : 'M.5-8.500A2.300 2.300 0 1 0 5-8.500',
        faint('#3a3a44', 0.7),
        0.5,
      );
  }
  pen.line('M-2.600-3.200C-1-1.600 1-1.600 2.600-3.200', '#b04a48', 0.8);
  pen.line('M0-6.200C.6-5.400.6-5-.3-4.800', darker(skin, 0.34), 0.5);
}
