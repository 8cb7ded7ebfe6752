import { darker } from '../colour.ts';
import { figure } from './figure.ts';
import { around, lit } from './lit.ts';
import { sporty } from './sports.ts';

/** Races down on two skis, poles tucked back; powder flies. */
export const skier = lit({
  height: 0.54,
  width: 1.45,
  anchor: 'ground',
  bounds: around(190, 14, 16),
  shadow: 46,
  body: (pen) => {
    const suit = pen.tint(['#e0483c', '#f2b53a', '#3f8fd0', '#6fb85a']);
    const look = sporty(pen, { style: 'cap', top: suit, bottom: '#23283a', shoes: '#e8eaf0', hem: 3 });
    const carve = pen.sway(2.2);
    for (let flake = 0; flake < 34; flake += 1) {
      const life = (pen.seconds * 1.1 + pen.random()) % 1;
      const size = 2 + life * 5;
      pen.oval(
        -20 - life * 66,
        -2 - Math.sin(life * 2.5) * (6 + pen.random() * 36),
        size,
        size * 0.8,
        `rgba(255,255,255,${0.85 * (1 - life)})`,
      );
    }
    pen.at({ x: carve * 5, y: -10, turn: 0.14 + carve * 0.05 }, () => {
      for (const [y, ski] of [
        [-7, darker('#f2c230', 0.25)],
        [-2, '#f2c230'],
      ] as const)
        pen.limb([-50, y - 1, 1.5, -38, y, 1.9, 44, y, 1.9, 56, y - 3, 1.6, 62, y - 9, 1.2], ski);
      pen.line('M14-44L-42-28', '#8a919c', 1.5);
      pen.at({ x: -4, y: -3 }, () =>
        figure(pen, look, {
          hips: [1.16 + carve * 0.1, 1.0 + carve * 0.1],
          knees: [1.5 + carve * 0.12, 1.34 + carve * 0.12],
          shoulders: [0.75, 0.9],
          elbows: [1.1, 1],
          lean: 0.72,
        }),
      );
      pen.line('M20-38L-40-18', '#c8cdd6', 1.7);
      for (const [x, y] of [
        [-40, -27],
        [-38, -18],
      ] as const)
        pen.oval(x, y, 3, 2.4, '#3a3e48');
    });
  },
});
