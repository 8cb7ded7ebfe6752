import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

type Coat = { readonly fur: string; readonly ear: string; readonly pale: string };

const coats = [
  { fur: '#d9a456', ear: '#b47a30', pale: '#f6e2b8' },
  { fur: '#8a5a34', ear: '#5e3a1f', pale: '#e6cda8' },
  { fur: '#ece6dc', ear: '#a9713f', pale: '#ffffff' },
] as const;

/** It runs to the right, tongue out. At rest it lies, the head on its paws. */
export const dog = lit({
  height: 0.36,
  width: 1.5,
  anchor: 'ground',
  bounds: around(180, 14),
  shadow: 62,
  body: (pen) => {
    const chosen = pen.pick(coats);
    const coat =
      pen.color === null
        ? chosen
        : { fur: lighter(pen.color, 0.12), ear: darker(pen.color, 0.3), pale: lighter(pen.color, 0.5) };
    if (pen.isResting) {
      asleep(pen, coat);
      return;
    }
    const stride = pen.seconds * 9;
    const rise = Math.abs(Math.sin(stride / 2)) * 5;
    pen.at({ y: 5 - rise, turn: Math.sin(stride) * 0.05 }, () => {
      legs(pen, darker(coat.fur, 0.28), stride + 0.7);
      tail(pen, coat);
      trunk(pen, coat);
      legs(pen, coat.fur, stride);
      pen.at({ x: 44, y: -66, turn: Math.sin(stride + 1) * 0.06 }, () => head(pen, coat));
    });
  },
});

function asleep(pen: Pen, coat: Coat): void {
  const { fur, pale } = coat;
  const breath = pen.sway(3.4) * 0.02;
  pen.strand([-46, -10, -62, -6, -74, -4, -82, -8], fur, 8);
  pen.at({ scale: [1, 1 + breath] }, () => {
    pen.path(
      'M-52-2C-60-34-34-48-6-46C24-44 40-38 46-22C50-8 44 0 30 0H-40C-48 0-50 0-52-2Z',
      pen.fade(0, -48, 0, 0, lighter(fur, 0.16), fur, darker(fur, 0.24)),
    );
    pen.oval(-30, -17, 21, 17, lighter(fur, 0.06));
  });
  pen.limb([-34, -5, 6, -12, -4, 5], lighter(fur, 0.14));
  pen.limb([30, -8, 8, 52, -5, 5.5, 70, -4, 4.6], pale);
  pen.at({ x: 48, y: -20 + breath * 40, turn: 0.16, scale: 0.92 }, () => head(pen, coat));
}

/** A hind and a fore leg, which swing against each other as in a gallop. */
function legs(pen: Pen, fur: string, stride: number): void {
  const paw = lighter(fur, 0.16);
  const hind = Math.sin(stride) * 0.62;
  pen.at({ x: -38, y: -40, turn: -hind }, () => {
    pen.limb([0, -4, 13, -3, 12, 7.5], fur);
    pen.at({ x: -3, y: 12, turn: 0.5 + hind * 0.55 }, () => {
      pen.limb([0, 0, 6.5, -1, 14, 4.4], fur);
      pen.at({ x: -1, y: 14, turn: -0.62 }, () => pen.limb([0, 0, 4.3, 0, 11, 3.8, 5, 12.5, 3.4], paw));
    });
  });
  const fore = Math.sin(stride + 2.3) * 0.7;
  pen.at({ x: 28, y: -38, turn: -fore }, () => {
    pen.limb([0, -2, 10, 0, 16, 5.6], fur);
    pen.at({ y: 16, turn: Math.max(0, -fore) * 1.1 + 0.05 }, () => pen.limb([0, 0, 5, 0, 18, 3.8, 4.5, 20, 3.5], paw));
  });
}

function tail(pen: Pen, { fur, pale }: Coat): void {
  const wag = pen.sway(0.55) * 7;
  pen.strand([-46, -58, -60, -66, -70, -78 + wag, -84, -84 + wag * 1.4], fur, 8);
  pen.strand([-62, -69 + wag * 0.4, -72, -74 + wag, -84, -82 + wag * 1.4], pale, 5);
}

function trunk(pen: Pen, { fur, pale }: Coat): void {
  const back = pen.fade(0, -74, 0, -28, lighter(fur, 0.14), fur, darker(fur, 0.22));
  pen.path(
    'M-52-56C-48-68-30-70-10-68C10-68 26-76 42-74C54-70 54-50 44-38C36-28 20-28 4-32C-10-36-22-38-34-32C-48-28-56-42-52-56Z',
    back,
  );
  pen.path('M34-70C48-68 52-50 44-38C38-31 30-30 24-31C34-40 36-54 34-70Z', pale);
  pen.line('M-8-33C0-31 8-30 18-30', darker(pale, 0.1), 3);
}

function head(pen: Pen, { fur, ear, pale }: Coat): void {
  const flap = pen.sway(0.7, 1) * 0.28;
  pen.limb([-8, 8, 15, 4, -8, 13], fur);
  pen.path('M-10 8C0 16 12 14 18 8L16 3L-8 0Z', '#c8483e');
  if (!pen.isResting)
    pen.path('M12 6C18 8 23 8 25 5C31 16 30 22 25 22C18 22 14 14 12 6Z', pen.fade(14, 4, 26, 22, '#e8767a', '#f59aa0'));
  const crown = pen.round(0, -22, 40, lighter(fur, 0.18), fur, darker(fur, 0.12));
  pen.path(
    'M-12 4C-18-10-14-30 4-32C14-33 20-28 23-21C30-18 42-15 45-9C47-2 42 5 34 6C22 8 12 6 2 7C-4 8-10 8-12 4Z',
    crown,
  );
  pen.path('M20-14C28-12 38-12 44-8C46-2 42 5 34 6C26 7 18 6 14 4C18 0 18-8 20-14Z', pale);
  pen.oval(43, -11, 5, 4.2, '#1c1718', 0.3);
  pen.oval(42, -12.5, 1.5, 1, '#8a8488', 0.3);
  pen.line('M40-5C36 2 26 4 18 3', '#3b2a22', 1.4);
  const open = pen.isResting ? 0 : 1 - Math.max(0, pen.sway(3.7)) ** 60;
  pen.oval(17, -18, 3.4, 3.8 * open + 0.3, '#22150f');
  pen.oval(18, -19.5, 1.1, 1.1 * open, '#ffffff');
  pen.line('M12-25C15-27 18-27 20-25', darker(fur, 0.35), 1.5);
  pen.at({ x: -3, y: -27, turn: 0.35 + flap }, () => {
    pen.path('M-5-2C4-7 10 0 8 12C7 22 2 31-5 30C-13 28-14 8-5-2Z', pen.fade(-10, 0, 8, 20, ear, darker(ear, 0.25)));
  });
  pen.line('M-16 6C-10 16 0 18 8 15', '#c23b3b', 4);
  pen.oval(4, 19, 3, 3, '#f0c75a');
}
