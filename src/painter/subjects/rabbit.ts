import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

const inner = '#efb3b0';

/** It sits, nibbles and pricks its ears. At rest the ears lie on its back. */
export const rabbit = lit({
  height: 0.4,
  width: 0.92,
  anchor: 'ground',
  bounds: around(120),
  shadow: 40,
  body: (pen) => {
    const fur = pen.tint(['#f4efe8', '#b99a7a', '#9aa0a8']);
    const breath = pen.sway(2.4) * 0.012;
    pen.oval(-37, -13, 9.5, 9, lighter(fur, 0.7));
    pen.at({ scale: [1, 1 + breath] }, () => {
      pen.path(
        'M-36-6C-44-24-34-44-12-46C6-46 20-40 24-26C27-12 22 0 12 0H-24C-30 0-34-2-36-6Z',
        pen.round(-16, -34, 52, lighter(fur, 0.35), fur, darker(fur, 0.24)),
      );
      pen.oval(-18, -15, 19, 16, pen.round(-22, -22, 24, lighter(fur, 0.26), fur), 0.1);
    });
    pen.limb([-14, -4, 6, 4, -3, 4.8], lighter(fur, 0.12));
    pen.limb([17, -26, 8, 20, -10, 5, 21, -4, 4.4], fur);
    pen.oval(23, -3, 7, 3.4, lighter(fur, 0.3));
    pen.oval(16, -24, 10, 12, lighter(fur, 0.45), 0.3);
    const nod = pen.isResting ? 0.14 : pen.sway(5) * 0.04;
    pen.at({ x: 18, y: pen.isResting ? -30 : -42, turn: nod }, () => head(pen, fur));
  },
});

function head(pen: Pen, fur: string): void {
  const prick = pen.sway(2.9) * 0.05;
  ear(pen, darker(fur, 0.14), pen.isResting ? -1.9 : -0.16 - prick);
  pen.path(
    'M-16-4C-19-18-8-27 4-25C14-24 20-17 25-9C29-3 27 4 20 7C10 11-4 12-10 7C-14 4-15 1-16-4Z',
    pen.round(0, -14, 32, lighter(fur, 0.35), fur, darker(fur, 0.12)),
  );
  ear(pen, fur, pen.isResting ? -1.65 : 0.2 + prick * 1.6);
  pen.oval(6, 1, 9, 7, lighter(fur, 0.3));
  const chew = pen.sway(0.32) * (pen.isResting ? 0 : 0.7);
  pen.oval(19, 1.5 + chew, 6.5, 5, lighter(fur, 0.55));
  pen.path('M22.500-5C25-6 28-4.500 27.500-2C26-0.500 23.500-1 22.500-5Z', '#d9777b');
  pen.strand([26, -1, 24.5, 1.5 + chew, 18, 2 + chew], darker(fur, 0.5), 0.9);
  const open = pen.isResting ? 0 : 1 - Math.max(0, pen.sway(3.9)) ** 60;
  pen.oval(8, -10, 4.4, 5 * open + 0.4, '#2a1a18');
  pen.oval(9.4, -12, 1.5, 1.6 * open, '#ffffff');
  pen.line('M20 0L36-5M20 2L37 3M19 3.500L33 9', 'rgba(255,255,255,0.75)', 0.6);
}

/** It stands on the back of the head and leans by `turn`. */
function ear(pen: Pen, fur: string, turn: number): void {
  pen.at({ x: -3, y: -22, turn }, () => {
    pen.path('M-6 4C-11-10-10-30-3-38C5-34 9-14 6 3Z', pen.fade(-9, 0, 8, 0, lighter(fur, 0.2), fur));
    pen.path('M-3.500 0C-7-10-6-25-2.500-31C2.500-27 5-12 3.500 0Z', inner);
  });
}
