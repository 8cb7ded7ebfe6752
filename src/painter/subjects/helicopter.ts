import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** It hovers forwards, the nose low. */
export const helicopter = lit({
  height: 0.4,
  width: 2.5,
  anchor: 'sky',
  bounds: around(290, 12, 10),
  shift: (seconds) => 56 * (1 - Math.exp(-seconds / 6)) - 28,
  body: (pen) => {
    const paint = pen.tint(['#d8403a', '#2f6fc0', '#e8a02c']);
    pen.at({ x: 14, y: -4 + pen.sway(3.6) * 2.4, turn: 0.05 + pen.sway(4.4) * 0.02 }, () => machine(pen, paint));
  },
  glow: (pen) => {
    if (pen.light.isDark) pen.glow(88, -20, 26, '#fff2cc', 0.8);
    if (pen.sway(0.9) > 0.6) pen.glow(-90, -62, 12, '#ff4a3c', 0.9);
  },
});

function machine(pen: Pen, paint: string): void {
  const metal = '#39404c';
  pen.line('M4-20L0-6M42-20L46-6M-22-6H66C71-6 74-8 76-11', metal, 2.6);
  pen.path(
    'M-18-58L-106-64L-114-78H-104L-94-58L-18-34Z',
    pen.fade(0, -64, 0, -34, lighter(paint, 0.16), darker(paint, 0.24)),
  );
  pen.path('M-114-80L-98-80L-90-62L-104-60Z', darker(paint, 0.12));
  pen.path('M-98-58L-90-42H-98L-106-58Z', darker(paint, 0.34));
  const hull = 'M-30-46C-28-66-6-74 26-73C60-72 80-50 81-34C81-24 66-19 44-19H0C-20-20-32-30-30-46Z';
  pen.path(hull, pen.fade(0, -74, 0, -18, lighter(paint, 0.32), paint, darker(paint, 0.34)));
  pen.within(hull, () => pen.box(-34, -34, 120, 6, 0, '#fdf8ee'));
  pen.path(
    'M30-70C58-68 76-50 79-38H38C32-38 30-42 30-48Z',
    pen.fade(30, -70, 70, -38, '#cfeaff', '#5f93b8', '#25405a'),
  );
  pen.path('M36-66C48-64 58-58 64-52L50-50Z', faint('#ffffff', 0.55));
  pen.box(-6, -64, 28, 22, 5, pen.fade(0, -64, 0, -42, '#bfe0f5', '#35566f'));
  pen.box(-24, -60, 12, 14, 4, pen.fade(0, -64, 0, -42, '#bfe0f5', '#35566f'));
  pen.path('M-12-73C-6-82 26-82 32-73Z', darker(paint, 0.2));
  pen.box(8, -91, 5, 12, 1.5, metal);
  pen.oval(10.5, -92, 8, 3.4, metal);
  blades(pen, 10.5, -93, 104, 4.6, 23);
  pen.at({ x: -106, y: -66 }, () => {
    pen.oval(0, 0, 16, 16, faint('#aeb8c4', 0.3));
    pen.at({ turn: pen.seconds * 37 }, () => pen.line('M-16 0H16M0-16V16', metal, 2.2));
    pen.oval(0, 0, 3, 3, metal);
  });
}

/** A rotor seen from the side: what it sweeps, and two pairs of blades in it. */
function blades(pen: Pen, x: number, y: number, half: number, high: number, speed: number): void {
  pen.oval(x, y, half, high, faint('#c9d2dc', 0.4));
  for (const quarter of [0, Math.PI / 2]) {
    const angle = pen.seconds * speed + quarter;
    const [across, down] = [Math.cos(angle) * half, Math.sin(angle) * high];
    pen.strand([x - across, y - down, x + across, y + down], '#2a2e36', 2.4);
  }
}
