import { darker, faint, lighter } from '../colour.ts';
import type { Pen } from './pen.ts';

/** How somebody looks. Lengths are hundredths of their height. */
export type Look = {
  readonly skin: string;
  readonly hair: string;
  readonly style: 'short' | 'long' | 'bun' | 'cap' | 'hat';
  readonly top: string;
  readonly bottom: string;
  readonly shoes: string;
  /** How far the coat or the skirt hangs below the hips. */
  readonly hem: number;
  readonly scarf?: string;
  readonly bag?: string;
  readonly umbrella?: string;
  /** In shorts: the colour of the socks. */
  readonly socks?: string;
};

/** Angles in radians from hanging straight down, forwards (to the right) positive: the near side, then the far one. */
export type Pose = {
  readonly hips: readonly [number, number];
  /** Bent backwards. */
  readonly knees: readonly [number, number];
  readonly shoulders: readonly [number, number];
  /** Bent forwards. */
  readonly elbows: readonly [number, number];
  readonly lean?: number;
  /** Leaps: above the ground. */
  readonly lift?: number;
};

type Joint = readonly [number, number];

const below = ([x, y]: Joint, angle: number, length: number): Joint => [
  x + Math.sin(angle) * length,
  y + Math.cos(angle) * length,
];

/** A walk's pose; `step` grows by 2 pi with every second step. */
export function walking(step: number, vigour = 1): Pose {
  const swing = 0.44 * vigour;
  const knee = (phase: number): number => 0.1 + 0.85 * vigour * Math.max(0, Math.cos(phase)) ** 1.6;
  return {
    hips: [Math.sin(step) * swing + 0.05, -Math.sin(step) * swing + 0.05],
    knees: [knee(step), knee(step + Math.PI)],
    shoulders: [-Math.sin(step) * 0.5 * vigour, Math.sin(step) * 0.5 * vigour],
    elbows: [0.3 + 0.12 * Math.sin(step), 0.3 - 0.12 * Math.sin(step)],
    lean: 0.04 * vigour,
  };
}

/** A run's. */
export function running(step: number): Pose {
  const knee = (phase: number): number => 0.35 + 1.35 * Math.max(0, Math.cos(phase + 0.35));
  return {
    hips: [Math.sin(step) * 0.78 + 0.22, -Math.sin(step) * 0.78 + 0.22],
    knees: [knee(step), knee(step + Math.PI)],
    shoulders: [-Math.sin(step) * 0.8, Math.sin(step) * 0.8],
    elbows: [1.5, 1.5],
    lean: 0.2,
    lift: 4 * Math.abs(Math.cos(step)),
  };
}

const thigh = 24;
const shin = 23;

/** A woman has long hair, a man short hair and no skirt. */
function asPerson(look: Look, person: Pen['person']): Look {
  if (person === 'woman')
    return {
      ...look,
      hair: look.hair === gray ? '#3a2620' : look.hair,
      style: look.style === 'short' || look.style === 'hat' ? 'long' : look.style,
    };
  if (person === null || (look.style !== 'long' && look.style !== 'bun')) return look;
  return { ...look, style: 'short', hem: Math.min(look.hem, 8) };
}

/** Somebody seen from the side, who looks to the right; the lower foot is on the ground. */
export function figure(pen: Pen, anybody: Look, pose: Pose): void {
  const look = asPerson(anybody, pen.person);
  const legs = ([0, 1] as const).map((side) => {
    const knee = below([0, 0], pose.hips[side], thigh);
    return {
      knee,
      ankle: below(knee, pose.hips[side] - pose.knees[side], shin),
      turn: pose.hips[side] - pose.knees[side],
    };
  });
  const lowest = Math.max(...legs.map(({ ankle }) => ankle[1]));
  const [near, far] = legs;
  if (near === undefined || far === undefined) return;
  pen.at({ y: -lowest - 3.4 - (pose.lift ?? 0) }, () => {
    const upper = { turn: pose.lean ?? 0 };
    pen.at(upper, () =>
      arm(pen, darker(look.top, 0.32), darker(look.skin, 0.2), [0.5, -30], pose.shoulders[1], pose.elbows[1]),
    );
    leg(pen, look, far, 0.32);
    leg(pen, look, near, 0);
    coat(pen, look, near.knee, far.knee);
    pen.at(upper, () => {
      trunk(pen, look);
      head(pen, look);
      if (look.bag !== undefined) bag(pen, look.bag);
      if (look.umbrella !== undefined) umbrella(pen, look.umbrella);
      const [shoulder, elbow] = look.umbrella === undefined ? [pose.shoulders[0], pose.elbows[0]] : [0.35, 2];
      arm(pen, look.top, look.skin, [-1, -29.5], shoulder, elbow);
    });
  });
}

type Leg = { readonly knee: Joint; readonly ankle: Joint; readonly turn: number };

function leg(pen: Pen, look: Look, { knee, ankle, turn }: Leg, dark: number): void {
  const cloth = darker(look.bottom, dark);
  const shoe = darker(look.shoes, dark);
  pen.at({ x: ankle[0], y: ankle[1], turn: Math.min(0.9, Math.max(-0.25, -turn * 0.8)) }, () =>
    pen.path('M-3-1.500C-3.500 2-3.500 3.400-2 3.400H8C9 1.600 7 .2 4-.4L2.600-2Z', shoe),
  );
  const { socks } = look;
  pen.limb([0, 0, 5.6, ...knee, 4.2, ...ankle, 2.7], socks === undefined ? cloth : darker(look.skin, dark));
  if (socks === undefined) return;
  pen.limb([0, 0, 6.4, knee[0] * 0.72, knee[1] * 0.72, 5.8], cloth);
  const half: Joint = [knee[0] * 0.7 + ankle[0] * 0.3, knee[1] * 0.7 + ankle[1] * 0.3];
  pen.limb([...half, 3.9, ...ankle, 2.9], darker(socks, dark));
}

function arm(pen: Pen, sleeve: string, skin: string, shoulder: Joint, swing: number, bend: number): void {
  const elbow = below(shoulder, swing, 15);
  const wrist = below(elbow, swing + bend, 13);
  pen.oval(...below(wrist, swing + bend, 2.4), 2.3, 2.7, skin, -(swing + bend));
  pen.limb(
    [...shoulder, 3.5, ...elbow, 2.9, ...wrist, 2.4],
    pen.fade(-5, 0, 8, 0, darker(sleeve, 0.12), lighter(sleeve, 0.08)),
  );
}

/** What hangs below the hips swings with the knees. */
function coat(pen: Pen, { top, bottom, hem, style }: Look, near: Joint, far: Joint): void {
  if (hem <= 0) return;
  const share = hem / thigh;
  const front = Math.max(near[0], far[0]) * share + 6.5;
  const back = Math.min(near[0], far[0]) * share - 6.5;
  const cloth = style === 'bun' ? bottom : top;
  const fill = pen.fade(-9, 0, 10, 0, darker(cloth, 0.28), cloth, lighter(cloth, 0.1));
  pen.blob([-5.5, -8, 5.5, -8, 6.5, -2, front, hem, front, hem, back, hem, back, hem, -7, -2], fill);
}

function trunk(pen: Pen, { top, bottom, style, scarf, skin }: Look): void {
  pen.limb([0.4, -30, 2.9, 1.2, -36, 2.6], darker(skin, 0.18));
  const cloth = pen.fade(-9, 0, 9, 0, darker(top, 0.28), top, lighter(top, 0.14));
  pen.path(
    'M-2.500-34C-7-33-8.600-29-8.400-22C-8-14-6.600-8-6.800 1C-4 3.500 4 3.500 6.400 1C6.200-7 8.600-14 8.600-21C8.600-28 7-33 3.600-34C1.600-33-.6-33-2.500-34Z',
    cloth,
  );
  if (style === 'bun') pen.path('M-6.500-6H6.200L6.500-3H-6.700Z', darker(bottom, 0.3));
  if (scarf === undefined) return;
  pen.path(
    'M-4.600-36.500C-2-33.500 3-33.500 5.400-36C6.600-33.500 5.600-31.400 3-31C-.6-30.400-4-31.400-5-33Z',
    scarf,
  );
  const flap = pen.sway(1.3) * 1.6;
  pen.blob(
    [-4, -33, -6, -32, -13, -29 + flap, -16, -25 + flap * 1.6, -13.5, -24 + flap * 1.4, -8, -27, -4, -30],
    darker(scarf, 0.12),
  );
}

function head(pen: Pen, { skin, hair, style, top }: Look): void {
  const face = pen.fade(-4, 0, 7, 0, darker(skin, 0.2), skin);
  if (style === 'long' || (style === 'cap' && pen.person === 'woman'))
    pen.blob([-2, -50, -7, -47, -8.5, -40, -9 + pen.sway(1.4), -30, -4, -27, -1, -33, 2, -42], darker(hair, 0.2));
  pen.path(
    'M-4.500-44C-4.500-50 7-51 7-44.500L8.300-41.800L7-41C7.200-38 6-36 3.400-35.800C-1-35.600-4.500-39-4.500-44Z',
    face,
  );
  pen.oval(4.7, -43.2, 0.55, 0.8, '#2c2423');
  pen.line('M3.6-45.4C4.2-45.900 5-45.900 5.600-45.600', darker(hair, 0.1), 0.45);
  pen.line('M4.400-38.900C5-38.200 5.900-38.200 6.500-39', darker(skin, 0.45), 0.45);
  pen.oval(3.4, -40.4, 1.3, 0.9, faint('#e0604f', 0.28));
  const shine = pen.fade(-6, -52, 6, -40, lighter(hair, 0.18), hair);
  if (style === 'cap' || style === 'hat') {
    pen.path('M-5-43C-6-47 5-46 2-44C1-40-2-37-4-38C-5-40-5-41-5-43Z', hair);
    const cloth = style === 'cap' ? darker(top, 0.35) : '#4b3a32';
    pen.path(
      'M-5.800-45C-6.500-54 7.500-54 7.400-45.500Z',
      pen.fade(-6, 0, 8, 0, darker(cloth, 0.2), lighter(cloth, 0.15)),
    );
    if (style === 'cap') pen.path('M3-46.500L12-45.200L12-44.200L2-44.800Z', cloth);
    else pen.oval(0.8, -45.4, 10, 1.4, cloth, 0.03);
    return;
  }
  pen.path(
    'M6.800-47C6.500-52-2-54-5-49.500C-7.500-46-6-40-4.400-38.500C-2.500-38.500-1.600-40-1.400-43C1-43.500 2-45 2.400-46.500C4-46.500 5.500-46.500 6.800-47Z',
    shine,
  );
  if (style === 'bun') pen.oval(-6.5, -49.5, 3.6, 3.4, shine);
  pen.oval(-0.9, -42.4, 1.1, 1.6, darker(skin, 0.12));
}

function bag(pen: Pen, colour: string): void {
  pen.line('M4-32L-6-4', darker(colour, 0.3), 1.1);
  pen.box(-11, -6, 10, 9, 1.8, pen.fade(-11, 0, 0, 0, darker(colour, 0.2), colour));
  pen.line('M-11-2.500H-1', darker(colour, 0.4), 0.7);
}

function umbrella(pen: Pen, colour: string): void {
  pen.line('M9-18V-66', '#3a3a42', 1);
  pen.path(
    'M-21-55C-18-76 36-76 39-55C35-58 29-58 24-55C20-58 13-58 9-55C5-58-2-58-6-55C-11-58-17-58-21-55Z',
    pen.fade(-20, -70, 40, -55, lighter(colour, 0.25), colour, darker(colour, 0.3)),
  );
  pen.line('M9-70C2-68-4-62-6-55M9-70C16-68 22-62 24-55M9-70V-73', darker(colour, 0.35), 0.6);
}

const skins = ['#f3cfae', '#e3ae84', '#c98b62', '#8d5a3c', '#f0c6a2'] as const;
/** Of those who are no longer young. */
export const gray = '#8a8a90';
const hairs = ['#1f1a1c', '#3a2620', '#6a4426', '#b98547', '#2a2430', gray] as const;
const tops = [
  '#c8403c',
  '#2f5f9e',
  '#e0a63a',
  '#3f7f63',
  '#7a4f94',
  '#d9cbb4',
  '#2c3442',
  '#d97a9a',
  '#4f93a8',
] as const;
const bottoms = ['#27303f', '#3c4a63', '#5a4b42', '#1f2228', '#7d7466'] as const;

/** Somebody chosen by the seed. */
export function somebody(pen: Pen): Look {
  const style = pen.pick(['short', 'long', 'bun', 'cap', 'hat', 'short', 'long'] as const);
  const scarf = pen.pick([undefined, '#e8d9b8', '#b5302f', '#3f6f8f'] as const);
  const bag = pen.pick([undefined, undefined, '#8a5a34', '#c05a48'] as const);
  const umbrella = pen.pick(['#d8403c', '#2f74b5', '#f0b93a', '#3f8f70', '#22262e'] as const);
  return {
    skin: pen.pick(skins),
    hair: pen.pick(hairs),
    style,
    top: pen.pick(tops),
    bottom: pen.pick(bottoms),
    shoes: pen.pick(['#2a2220', '#f0ece6', '#5a3a28']),
    hem: pen.pick([4, 12, 20, 26]),
    // Nobody wears a scarf in the sun.
    ...(scarf === undefined || !(pen.isSnowy || pen.isRaining) ? {} : { scarf }),
    ...(bag === undefined ? {} : { bag }),
    ...(pen.isRaining ? { umbrella } : {}),
  };
}
