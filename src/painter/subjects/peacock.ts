import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

const blue = '#1f5fd0';

/** It shows its fan, which quivers. */
export const peacock = lit({
  height: 0.64,
  width: 1.7,
  anchor: 'ground',
  bounds: around(190, 10),
  shadow: 34,
  body: (pen) => {
    const feather = pen.color ?? pen.pick(['#1f8f5f', '#2a9a6a'] as const);
    fan(pen, feather);
    for (const x of [-6, 6]) pen.line(`M${x}-16L${x - 1}-2M${x - 5}-0.500L${x - 1}-2L${x + 5}-0.500`, '#8a7a62', 2);
    const sway = pen.sway(3.6);
    pen.path(
      'M0-50C11-48 17-36 16-24C15-14 8-10 0-10C-8-10-15-14-16-24C-17-36-11-48 0-50Z',
      pen.round(-5, -36, 34, lighter(blue, 0.4), blue, darker(blue, 0.4)),
    );
    pen.limb(
      [0, -40, 8.5, sway * 0.6, -54, 5.4, sway * 1.4, -64, 5],
      pen.fade(-8, 0, 8, 0, lighter(blue, 0.3), darker(blue, 0.2)),
    );
    pen.at({ x: sway * 1.4, y: -66, turn: sway * 0.05 }, () => head(pen));
  },
});

/** The rows of the fan from the longest in: length, feathers in it. */
const rows = [
  [80, 17],
  [62, 14],
  [44, 11],
] as const;

function fan(pen: Pen, feather: string): void {
  pen.at({ y: -16 }, () => {
    pen.path(
      'M-83 6A83 83 0 0 1 83 6Z',
      pen.round(0, -10, 90, darker(feather, 0.2), darker(feather, 0.45), darker(feather, 0.6)),
    );
    for (const [long, count] of rows)
      for (let index = 0; index < count; index += 1) {
        const share = index / (count - 1) - 0.5;
        const quiver = Math.sin(pen.seconds * 17 + index * 2.1 + long) * 0.006;
        pen.at({ turn: share * 3.24 + quiver + pen.sway(3.1, share) * 0.02 }, () => {
          pen.line(`M0 0V${-long + 6}`, lighter(feather, 0.3), 1.1);
          pen.oval(0, -long + 5, 6.6, 9, lighter(feather, 0.18));
          pen.oval(0, -long + 3, 5, 6.2, '#d9a83a');
          pen.oval(0, -long + 3, 3.6, 4.4, '#2fb0c8');
          pen.oval(0, -long + 4, 2.2, 2.7, '#1a2a80');
        });
      }
  });
}

function head(pen: Pen): void {
  for (const turn of [-0.5, -0.25, 0, 0.25, 0.5])
    pen.at({ y: -4, turn }, () => {
      pen.line('M0 0V-11', '#1a2f80', 0.8);
      pen.oval(0, -12, 1.7, 1.9, '#2fb0c8');
    });
  pen.oval(0, 0, 6.6, 6.8, pen.round(-2, -2, 9, lighter(blue, 0.45), blue));
  for (const side of [-1, 1]) {
    pen.oval(side * 3, -0.5, 2.5, 2, '#ffffff');
    pen.oval(side * 3, -0.5, 1.3, 1.4, '#0d0e14');
  }
  pen.path('M-2.200 2.400H2.200L0 8Z', '#e8dcc0');
}
