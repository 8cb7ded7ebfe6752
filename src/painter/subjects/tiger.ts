import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

const pale = '#fff3e0';
const ink = '#241a18';

/** `stripe` is null where there are none; `mane` where there is none either. */
type Coat = { readonly fur: string; readonly stripe: string | null; readonly mane: string | null };

/** It walks to the right and looks at you. At rest it lies, the paws before it. */
const bigCat = (coatOf: (pen: Pen) => Coat) =>
  lit({
    height: 0.42,
    width: 1.75,
    anchor: 'ground',
    bounds: around(230, 30, 14),
    shadow: 70,
    body: (pen) => {
      const coat = coatOf(pen);
      const { fur } = coat;
      if (pen.isResting) {
        pen.at({ y: 32 }, () => {
          tail(pen, coat);
          trunk(pen, coat, pen.sway(3.6) * 0.012);
        });
        pen.limb([-30, -12, 13, -44, -6, 8, -20, -4, 7], fur);
        for (const y of [-8, -4]) pen.limb([40, -16, 9, 66, y, 6.5, 82, y + 1, 6], lighter(fur, 0.1));
        pen.at({ x: 54, y: -30, turn: pen.sway(6) * 0.03 }, () => head(pen, coat));
        return;
      }
      const step = pen.seconds * 3.6;
      pen.at({ y: Math.sin(step * 2) * 0.9 }, () => {
        legs(pen, { ...coat, fur: darker(fur, 0.28) }, step + Math.PI, 5);
        tail(pen, coat);
        trunk(pen, coat, 0);
        legs(pen, coat, step, 0);
        pen.at({ x: 54, y: -64 + Math.sin(step * 2 + 0.7) * 1.4, turn: pen.sway(5) * 0.05 }, () => head(pen, coat));
      });
    },
  });

export const tiger = bigCat((pen) => ({ fur: pen.color ?? '#e28a2e', stripe: ink, mane: null }));

export const lion = bigCat((pen) => ({
  fur: pen.color ?? '#d9a355',
  stripe: null,
  mane: pen.color === null ? '#8a4f24' : darker(pen.color, 0.3),
}));

function tail(pen: Pen, { fur, stripe, mane }: Coat): void {
  const wave = pen.sway(2.6) * 4;
  const points = [-58, -60, -72, -50, -80, -34, -92, -28 + wave, -98, -40 + wave * 1.6];
  pen.strand(points, fur, 7.5);
  if (mane !== null) pen.oval(-98, -42 + wave * 1.6, 7, 8, mane);
  if (stripe === null) return;
  for (const [x, y] of [
    [-75, -43],
    [-82, -33],
    [-92, -28.5 + wave],
  ] as const)
    pen.oval(x, y, 2.4, 4.6, stripe, 0.9);
  pen.strand([-95, -31 + wave * 1.2, -97, -35 + wave * 1.4, -98, -41 + wave * 1.6], stripe, 7.5);
}

const outline =
  'M-62-54C-62-70-48-76-34-74C-18-71-4-69 12-72C28-76 46-78 56-68C62-58 58-42 46-36C30-31 14-33-4-34C-20-35-32-32-44-34C-56-38-62-44-62-54Z';

function trunk(pen: Pen, { fur, stripe }: Coat, breath: number): void {
  pen.at({ scale: [1, 1 + breath] }, () => {
    pen.path(outline, pen.fade(0, -76, 0, -32, lighter(fur, 0.16), fur, darker(fur, 0.12)));
    pen.within(outline, () => {
      pen.oval(2, -30, 46, 8, pale);
      if (stripe === null) return;
      for (const [index, x] of [-52, -42, -32, -21, -10, 1, 12, 23, 34].entries()) {
        const low = -46 + (index % 2) * 7;
        pen.path(`M${x - 2}-80C${x + 5}-72 ${x + 4}-60 ${x - 3} ${low}C${x - 1}-58 ${x - 2}-68 ${x - 7}-78Z`, stripe);
        pen.path(`M${x + 3}-30C${x + 6}-36 ${x + 5}-42 ${x + 1}-47C${x + 2}-40 ${x + 1}-35 ${x - 1}-30Z`, stripe);
      }
    });
  });
}

function legs(pen: Pen, { fur: hide, stripe }: Coat, step: number, back: number): void {
  for (const [x, thick, phase] of [
    [-44 + back, 12, 0],
    [40 - back, 10, 1.7],
  ] as const) {
    const swing = Math.sin(step + phase) * 0.36;
    const bend = Math.max(0, Math.cos(step + phase)) * 0.5;
    pen.at({ x, y: -44, turn: -swing }, () => {
      pen.limb([0, -6, thick, 0, 10, thick * 0.7, 0, 22, 6.4], hide);
      for (const y of stripe === null ? [] : [2, 10, 18])
        pen.line(`M${-thick * 0.72} ${y}C-3 ${y + 1.5} 1 ${y + 1} ${thick * 0.3} ${y - 1}`, ink, 2.2);
      pen.at({ y: 21, turn: bend }, () => {
        pen.limb([0, 0, 6.2, 0, 18, 5.2], hide);
        if (stripe !== null) pen.line('M-5 5C-2 6 1 6 3 5M-5 11C-2 12 1 12 3 11', stripe, 1.8);
        pen.oval(3, 20.5, 8.5, 4.4, lighter(hide, 0.25));
        pen.line('M3 19V23M6.500 19.500V23', darker(hide, 0.4), 0.8);
      });
    });
  }
}

function head(pen: Pen, { fur, stripe, mane }: Coat): void {
  if (mane !== null)
    for (const [radius, locks, colour] of [
      [37, 17, darker(mane, 0.25)],
      [30, 15, mane],
    ] as const)
      for (let lock = 0; lock < locks; lock += 1) {
        const angle = (lock / locks) * 2 * Math.PI;
        pen.oval(
          Math.sin(angle) * radius,
          -8 - Math.cos(angle) * radius,
          13,
          9,
          lock % 2 === 0 ? colour : lighter(colour, 0.1),
          angle + 1.5,
        );
      }
  for (const side of [-1, 1]) {
    pen.oval(side * 19, -27, 8, 8.5, stripe ?? darker(fur, 0.2));
    pen.oval(side * 19, -26, 5, 5.5, pale);
  }
  pen.path(
    'M0-32C18-32 29-22 30-8C38-4 34 6 26 9C20 17 10 20 0 20C-10 20-20 17-26 9C-34 6-38-4-30-8C-29-22-18-32 0-32Z',
    pen.round(-8, -14, 44, lighter(fur, 0.2), fur, darker(fur, 0.1)),
  );
  for (const side of [-1, 1])
    pen.at({ scale: [side, 1] }, () => {
      pen.path('M10 2C20-2 30 0 33 1C34 7 29 9 25 10C20 17 12 18 6 16C6 10 7 5 10 2Z', pale);
      pen.path('M7-18C11-22 17-21 19-16C16-12 9-12 7-18Z', pale);
      if (stripe !== null)
        pen.path(
          'M22-24C26-21 29-16 30-11C26-13 22-17 19-20ZM32-6C28-5 24-4 20-4C24-8 28-9 31-9ZM31 2C27 3 24 5 21 8C25 4 28 2 32-1Z',
          stripe,
        );
      pen.line('M12 9L34 5M12 11L34 12M11 13L30 18', 'rgba(255,255,255,0.8)', 0.7);
    });
  if (stripe !== null)
    pen.path(
      'M-2-32H2L1.500-21H-1.500ZM-8-31L-4-30L-3.500-24C-6-26-7-28-8-31ZM8-31L4-30L3.500-24C6-26 7-28 8-31ZM-9-18C-4-15 4-15 9-18C6-14 3-13 0-13C-3-13-6-14-9-18Z',
      stripe,
    );
  const open = pen.isResting ? 0.25 : 1 - Math.max(0, pen.sway(4.3)) ** 60;
  for (const x of [-12, 12]) {
    pen.oval(x, -9, 5.4, 4.6 * open + 0.7, ink);
    pen.oval(x, -9, 4.3, 3.8 * open + 0.2, '#e8c53a');
    pen.oval(x, -9, 2, 2.4 * open + 0.1, '#0c0d10');
    pen.oval(x - 1.4, -10.5, 1, 1 * open, '#ffffff');
  }
  pen.path('M-6-2C-3-4 3-4 6-2L7 4H-7Z', darker(fur, 0.06));
  pen.oval(0, 10, 11, 7, pale);
  pen.path('M-6 2.500C-3 1 3 1 6 2.500C5 7 2 8 0 8.500C-2 8-5 7-6 2.500Z', '#d06a62');
  pen.line('M0 8.500V12C-2 15-7 15-9 13M0 12C2 15 7 15 9 13', ink, 1.3);
}
