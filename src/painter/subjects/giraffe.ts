import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import { walkingLegs } from './parts.ts';
import type { Pen } from './pen.ts';

const trunk = 'M-30-50C-31-58-24-62-14-63C-4-64 4-68 12-73C22-74 25-62 21-52C18-45 8-42-2-42C-16-42-29-42-30-50Z';
const throat = 'M3-56L13-52L27-98L18-101C15-86 9-68 3-56Z';

/** A giraffe that walks, its neck swinging ahead; a calf follows. */
export const giraffe = lit({
  height: 0.84,
  width: 0.95,
  anchor: 'ground',
  bounds: around(125, 20),
  shadow: 34,
  body: (pen) => {
    const hide = pen.tint(['#e8bd6c', '#e0ae58', '#f0cb84']);
    pen.at({ x: -32, y: -2, scale: 0.46 }, () => {
      pen.oval(0, 0, 36, 5, 'rgba(6,8,14,0.28)');
      body(pen, lighter(hide, 0.16), 1.3);
    });
    pen.at({ x: 10, scale: 0.86 }, () => body(pen, hide, 0));
  },
});

function body(pen: Pen, hide: string, phase: number): void {
  const step = pen.seconds * 2.7 + phase;
  const patch = darker('#b5682c', 0.1);
  const legs = {
    at: [-22, 12],
    y: -50,
    long: 50,
    thick: 5.4,
    hide,
    low: lighter(hide, 0.4),
    foot: '#4a382a',
  } as const;
  pen.at({ y: Math.sin(step * 2) * 0.6 }, () => {
    const far = darker(hide, 0.3);
    walkingLegs(pen, { ...legs, at: [-18, 16], hide: far, low: far }, step + Math.PI);
    pen.strand([-29, -54, -34, -46, -33 + pen.sway(1.9) * 2, -34], darker(hide, 0.2), 1.4);
    pen.oval(-33 + pen.sway(1.9) * 2.2, -31, 1.6, 3.6, '#3a2a20');
    walkingLegs(pen, legs, step);
    pen.path(trunk, pen.fade(0, -74, 0, -42, lighter(hide, 0.25), hide, darker(hide, 0.12)));
    pen.within(trunk, () => spots(pen, bodySpots, patch));
    pen.at({ x: 8, y: -56, turn: 0.04 + Math.sin(step) * 0.04 }, () =>
      pen.at({ x: -8, y: 56 }, () => {
        pen.line('M4-58C9-72 15-88 18-102', '#8a5228', 3);
        pen.path(throat, pen.fade(4, 0, 26, 0, hide, lighter(hide, 0.2)));
        pen.within(throat, () => spots(pen, neckSpots, patch));
        pen.at({ x: 22, y: -100, turn: 0.18 + pen.sway(4.3, phase) * 0.08 }, () => head(pen, hide));
      }),
    );
  });
}

const bodySpots = [
  [-26, -55, 6],
  [-15, -57, 6.4],
  [-20, -47, 5],
  [-5, -58, 6.4],
  [-9, -48, 5.4],
  [6, -61, 6.6],
  [2, -50, 5.4],
  [16, -66, 5.6],
  [14, -54, 5.8],
] as const;
const neckSpots = [
  [9, -63, 4.4],
  [14, -72, 4],
  [12, -56, 3.4],
  [17, -80, 3.6],
  [21, -88, 3.2],
  [20, -74, 3],
  [22, -96, 2.8],
] as const;

/** Four-sided, with thin pale seams between them. */
function spots(pen: Pen, all: readonly (readonly [number, number, number])[], colour: string): void {
  for (const [x, y, r] of all)
    pen.path(
      `M${x - r * 0.8} ${y - r * 0.5}L${x + r * 0.3} ${y - r * 0.8}L${x + r * 0.8} ${y + r * 0.2}L${x} ${y + r * 0.75}L${x - r * 0.85} ${y + r * 0.4}Z`,
      colour,
    );
}

function head(pen: Pen, hide: string): void {
  for (const x of [-1.5, 2.2]) {
    pen.limb([x, -5, 1, x - 1.4, -11, 0.9], darker(hide, 0.2));
    pen.oval(x - 1.6, -11.6, 1.7, 1.5, '#3a2a20');
  }
  pen.oval(-6.4, -4, 5, 2.2, darker(hide, 0.14), -0.5 + pen.sway(2.2) * 0.12);
  pen.path('M-6-4C-4-8 3-8 6-5C11-3 16 0 18 3C19 6 16 8 12 7.500C6 7-1 6-4 3C-7 1-7-2-6-4Z', hide);
  pen.path('M11 0C15 0 19 3 18 5.500C17 8 13 8 9 7C8 4 9 1 11 0Z', lighter(hide, 0.5));
  pen.oval(16.4, 3, 0.9, 0.7, '#5a3a28');
  const open = 1 - Math.max(0, pen.sway(3.5)) ** 60;
  pen.oval(3.4, -2.6, 1.9, 1.8 * open + 0.2, '#1c1310');
  pen.oval(4, -3.2, 0.6, 0.6 * open, '#ffffff');
}
