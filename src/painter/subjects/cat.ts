import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

type Coat = { readonly fur: string; readonly mark: string; readonly pale: string; readonly eye: string };

const coats = [
  { fur: '#e08a3c', mark: '#b85f1f', pale: '#fff1dc', eye: '#7fb04a' },
  { fur: '#8d95a1', mark: '#5d6572', pale: '#f2f4f6', eye: '#e0b63c' },
  { fur: '#e9d8bd', mark: '#b08a62', pale: '#fff8ec', eye: '#5aa0d8' },
  { fur: '#4a4651', mark: '#35313c', pale: '#efeaf0', eye: '#d8c53c' },
] as const;

/** It sits and looks at you; the tail sways and it blinks. At rest it lies curled up, asleep. */
export const cat = lit({
  height: 0.42,
  width: 1.05,
  anchor: 'ground',
  bounds: around(130),
  shadow: 46,
  body: (pen) => {
    const chosen = pen.pick(coats);
    const coat = pen.color === null ? chosen : coatOf(pen.color);
    if (pen.isResting) {
      asleep(pen, coat);
      return;
    }
    const breath = pen.sway(3.2) * 0.006;
    tail(pen, coat);
    pen.at({ scale: [1 + breath, 1 + breath * 0.5] }, () => trunk(pen, coat));
    pen.at({ y: -60 + breath * 40, x: pen.sway(7) * 0.8, turn: pen.sway(7, 0.6) * 0.035 }, () => head(pen, coat));
  },
});

/** Breathes slowly, the head on the paws, the tail around them. */
function asleep(pen: Pen, coat: Coat): void {
  const { fur, mark, pale } = coat;
  const breath = pen.sway(3.6) * 0.022;
  pen.at({ scale: [1, 1 + breath] }, () => {
    pen.path(
      'M-40-4C-46-34-22-55 8-54C38-53 54-32 50-8C48 2 30 1 4 1C-22 1-38 2-40-4Z',
      pen.round(-6, -40, 62, lighter(fur, 0.18), fur, darker(fur, 0.24)),
    );
    pen.line(
      'M-4-53C-1-45-1-40-4-34M10-54C13-46 13-40 9-34M24-51C27-44 26-38 21-33M37-44C39-38 37-33 31-29',
      mark,
      3.6,
    );
    pen.oval(30, -17, 19, 17, lighter(fur, 0.08));
  });
  pen.strand([47, -12, 54, -3, 42, -2, 18, -2, 2, -4], fur, 10);
  pen.strand([18, -2.5, 8, -3, 2, -4], mark, 9.5);
  pen.oval(-16, -3.5, 13, 5, pale);
  pen.oval(-40, -3.5, 12, 5, darker(pale, 0.06));
  pen.at({ x: -27, y: -11 + breath * 60, turn: -0.09, scale: 0.92 }, () => head(pen, coat));
}

function coatOf(fur: string): Coat {
  return { fur: lighter(fur, 0.1), mark: darker(fur, 0.3), pale: lighter(fur, 0.85), eye: '#d8c53c' };
}

function tail(pen: Pen, { fur, mark }: Coat): void {
  const swing = pen.sway(2.9);
  const points = [20, -7, 40, -2, 52, -12, 50 + swing * 4, -30, 44 + swing * 9, -42, 52 + swing * 13, -54];
  pen.strand(points, fur, 9.5);
  pen.strand([46 + swing * 7.4, -39, 45 + swing * 9.5, -44, 52 + swing * 13, -54], mark, 9);
}

function trunk(pen: Pen, { fur, mark, pale }: Coat): void {
  const side = pen.fade(-32, 0, 32, 0, lighter(fur, 0.12), fur, darker(fur, 0.2));
  pen.path('M-15-62C-27-46-35-26-33-8C-32 0-22 1 0 1C22 1 32 0 33-8C35-26 27-46 15-62Z', side);
  pen.line('M-28-34L-19-31M-31-24L-21-22M28-34L19-31M31-24L21-22M-23-46L-16-43M23-46L16-43', mark, 3.2);
  pen.oval(-25, -10, 12, 12, lighter(fur, 0.06));
  pen.oval(25, -10, 12, 12, darker(fur, 0.12));
  pen.oval(-25, -2.5, 11, 4, pale);
  pen.oval(25, -2.5, 11, 4, darker(pale, 0.1));
  pen.path(
    'M-11-60C-16-44-14-30-8-24C-4-20 4-20 8-24C14-30 16-44 11-60Z',
    pen.fade(0, -60, 0, -20, darker(pale, 0.22), pale),
  );
  for (const [x, shade] of [
    [-7.5, 0],
    [7.5, 0.1],
  ] as const) {
    pen.limb([x * 0.9, -34, 6.4, x, -4, 5.6], darker(fur, shade));
    pen.oval(x, -3, 7.6, 4.6, darker(pale, shade * 0.8));
    pen.line(`M${x - 2.2}-3V0M${x + 2.2}-3V0`, darker(pale, 0.35), 0.8);
  }
  pen.line('M0-24V-5', darker(fur, 0.45), 1.2);
}

function head(pen: Pen, coat: Coat): void {
  const { fur, mark, pale } = coat;
  const twitch = Math.max(0, pen.sway(5.3)) ** 30 * 0.12;
  for (const side of [-1, 1]) {
    pen.at({ scale: [side, 1], turn: side === 1 ? twitch : 0 }, () => {
      pen.path('M8-33C14-40 20-43 24-44C28-38 28-28 25-17Z', side === 1 ? darker(fur, 0.14) : fur);
      pen.path('M13-33C17-37 20-39 22.500-40C24.500-34 24-28 23-22Z', '#e8a5a0');
    });
  }
  const round = pen.round(-8, -24, 36, lighter(fur, 0.16), fur, darker(fur, 0.22));
  pen.path(
    'M0-39C15-39 26-31 28-18C31-12 29-9 24-5C17 2 8 3 0 3C-8 3-17 2-24-5C-29-9-31-12-28-18C-26-31-15-39 0-39Z',
    round,
  );
  pen.line('M0-38V-29M-6-37L-5-30M6-37L5-30M-27-15L-20-13M-25-8L-19-8M27-15L20-13M25-8L19-8', mark, 2.6);
  pen.oval(-5.2, -6.5, 7.2, 5.8, pale);
  pen.oval(5.2, -6.5, 7.2, 5.8, darker(pale, 0.06));
  pen.oval(0, -1.5, 4.5, 3.5, pale);
  pen.path('M-3.200-12.500C-1-13.500 1-13.500 3.200-12.500C2.500-10 1-9 0-9C-1-9-2.500-10-3.200-12.500Z', '#d9777b');
  pen.line('M0-9V-6.500C-1.500-3.500-5-3.500-7-5.200M0-6.500C1.500-3.500 5-3.500 7-5.200', '#6a4a44', 1);
  eyes(pen, coat);
  pen.line('M-12-6L-36-10M-12-4L-37-3M-12-2L-34 4M12-6L36-10M12-4L37-3M12-2L34 4', 'rgba(255,255,255,0.75)', 0.6);
}

function eyes(pen: Pen, { eye, fur }: Coat): void {
  if (pen.isResting) {
    pen.line('M-18-17.500C-15-14-9-14-6.500-17.500M6.500-17.500C9-14 15-14 18-17.500', darker(fur, 0.7), 1.7);
    return;
  }
  const open = 1 - Math.max(0, pen.sway(4.1, 1)) ** 60;
  for (const x of [-12, 12]) {
    pen.oval(x, -19, 7, 6.8 * open + 0.7, darker(fur, 0.7), x > 0 ? 0.12 : -0.12);
    pen.oval(x, -19, 6, 5.8 * open + 0.2, pen.round(x, -17, 7, lighter(eye, 0.45), eye));
    pen.oval(x, -19, 2, 5 * open + 0.1, '#0c0d10');
    pen.oval(x - 2, -21.5, 1.6, 1.6 * open, '#ffffff');
  }
}
