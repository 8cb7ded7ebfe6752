import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import { steam } from './parts.ts';
import type { Pen } from './pen.ts';

/** A pot with red and white broth that boils, plates around it. */
export const hotpot = lit({
  height: 0.46,
  width: 2,
  anchor: 'table',
  bounds: around(220, 30),
  shadow: 88,
  body: (pen) => {
    dish(pen, -80, '#c9484a', 0);
    dish(pen, 80, '#5f9a3f', 1);
    pen.path('M-58-50C-56-14-40-4-34 0H34C40-4 56-14 58-50Z', pen.fade(-58, 0, 58, 0, '#f0f2f5', '#aab0b8', '#6a707a'));
    for (const side of [-1, 1]) {
      pen.at({ scale: [side, 1] }, () => pen.line('M56-44C68-46 70-34 58-32', '#8a8f98', 4.4));
    }
    pen.oval(0, -50, 60, 20, '#d8dce2');
    pen.oval(0, -50, 56, 17.5, '#7a2a1c');
    broth(pen);
    pen.line('M70-92L14-54', '#8a5a34', 3);
    pen.line('M76-86L20-50', '#7a4c2a', 3);
  },
  glow: (pen) => steam(pen, 0, -58, 90, 76, 0.24),
});

function broth(pen: Pen): void {
  const rim = 'M-55-50C-55-73 55-73 55-50C55-27-55-27-55-50Z';
  pen.within(rim, () => {
    pen.box(-60, -72, 120, 44, 0, pen.round(-20, -52, 50, '#f0623a', '#c92f1f'));
    pen.path('M0-68C24-66 24-52 0-50C-24-48-24-34 0-32H60V-70H0Z', pen.round(30, -52, 40, '#fbf3dc', '#e8d6ac'));
    pen.line('M0-68C24-66 24-52 0-50C-24-48-24-34 0-32', '#d8dce2', 2.4);
    for (let index = 0; index < 12; index += 1) {
      const [x, y] = [-46 + ((index * 17) % 40), -60 + ((index * 7) % 22)];
      pen.oval(x, y + pen.sway(1.4, index) * 0.6, 4.6, 2, index % 3 === 0 ? '#8a1f14' : '#f08a3c', index);
    }
    for (let index = 0; index < 9; index += 1) {
      const [x, y] = [12 + ((index * 13) % 36), -60 + ((index * 7) % 20)];
      pen.oval(
        x,
        y + pen.sway(1.6, index) * 0.6,
        4.4,
        2.1,
        index % 3 === 0 ? '#5f9a3f' : index % 3 === 1 ? '#e8a05a' : '#ffffff',
        index,
      );
    }
    for (let bubble = 0; bubble < 22; bubble += 1) {
      const life = (pen.seconds * 1.3 + bubble * 0.31) % 1;
      const [x, y] = [-48 + ((bubble * 23) % 96), -62 + ((bubble * 11) % 25)];
      const radius = 0.8 + life * 2.8;
      pen.oval(x, y, radius, radius * 0.6, faint('#ffffff', 0.4 * (1 - life)));
    }
  });
}

function dish(pen: Pen, x: number, colour: string, kind: number): void {
  pen.oval(x, -6, 27, 7.5, '#c9cdd4');
  pen.oval(x, -8, 26, 7, '#ffffff');
  for (let index = 0; index < 7; index += 1) {
    const at = x - 15 + index * 5;
    if (kind === 0) {
      pen.oval(at, -12 - (index % 2) * 2, 5, 6, index % 2 === 0 ? colour : lighter(colour, 0.2), 0.4);
      pen.line(`M${at - 2}-14L${at + 2}-9`, '#fbe6dc', 1.1);
    } else pen.oval(at, -12 - (index % 3) * 2.4, 6, 4, index % 2 === 0 ? colour : darker(colour, 0.2), index);
  }
}
