import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import { standingLegs } from './parts.ts';
import type { Pen } from './pen.ts';

/** A wolf that raises its head and howls; another answers from farther off. */
export const wolf = lit({
  height: 0.56,
  width: 1.5,
  anchor: 'ground',
  bounds: around(180, 12),
  shadow: 46,
  body: (pen) => {
    const fur = pen.tint(['#7d848f', '#6b6f7a', '#8d8678']);
    pen.at({ x: -56, y: -15, scale: [-0.52, 0.52] }, () => {
      pen.oval(0, 0, 44, 5, 'rgba(6,8,14,0.28)');
      body(pen, darker(fur, 0.18), 0.5 - 0.5 * Math.cos(pen.seconds * 1.2));
    });
    pen.at({ x: 6 }, () => body(pen, fur, 0.5 + 0.5 * Math.sin(pen.seconds * 1.2)));
  },
});

/** `howl`: 0 looks ahead, 1 at the sky. */
function body(pen: Pen, fur: string, howl: number): void {
  const pale = lighter(fur, 0.55);
  const legs = { at: [-25, 15], y: -46, long: 46, thick: 6.8, hide: fur, low: lighter(fur, 0.2), foot: pale } as const;
  standingLegs(pen, {
    ...legs,
    at: [-19, 21],
    hide: darker(fur, 0.34),
    low: darker(fur, 0.34),
    foot: darker(fur, 0.2),
  });
  const swing = pen.sway(3.4) * 2.5;
  pen.blob(
    [-30, -62, -38, -56, -48 + swing, -38, -52 + swing * 1.6, -18, -44 + swing, -20, -36, -34, -28, -50],
    pen.fade(-30, -60, -46, -18, fur, darker(fur, 0.35)),
  );
  pen.path(
    'M-35-56C-34-65-24-68-12-66C-2-65 8-67 18-70C27-71 31-61 28-52C26-43 19-38 11-38C2-40-6-46-16-46C-26-45-36-46-35-56Z',
    pen.fade(0, -70, 0, -36, darker(fur, 0.22), fur, lighter(fur, 0.3)),
  );
  pen.path('M28-56C27-46 22-39 12-38C15-33 20-34 22-38C27-40 30-48 28-56Z', pale);
  standingLegs(pen, legs);
  pen.at({ x: 19, y: -59, turn: 0.02 - howl * 0.92 }, () => neckAndHead(pen, fur, pale, howl));
}

function neckAndHead(pen: Pen, fur: string, pale: string, howl: number): void {
  pen.blob([-10, -8, 2, -16, 16, -22, 24, -14, 20, -4, 12, 10, 2, 15, -10, 8], pen.fade(4, -18, 10, 14, fur, pale));
  for (const [x, y] of [
    [3, 12],
    [9, 9],
    [14, 5],
  ] as const)
    pen.path(`M${x - 4} ${y - 3}L${x} ${y + 4}L${x + 4} ${y - 5}Z`, pale);
  pen.at({ x: 18, y: -14, turn: howl * 0.1 }, () => {
    pen.path('M-2-9L-7-24C-2-23 4-17 5-11Z', darker(fur, 0.36));
    // The lower jaw falls as it howls.
    pen.at({ x: 6, y: 5, turn: howl * 0.42 }, () =>
      pen.path('M-4-2C2-2 12-3 18-1C19 1 16 3 10 3.500C4 4-2 3-4-2Z', pale),
    );
    if (howl > 0.15) pen.path('M8 1L24 2L21 7L9 6Z', '#7a2a2e');
    pen.path('M-10-4C-8-12 2-15 8-11C13-9 20-5 26-3.500C29-3 29 1 26 2C18 5 8 8 0 8C-8 8-11 3-10-4Z', fur);
    pen.path('M4 0C12-2 20-1 27 0C24 4 12 7 4 8C0 8 0 2 4 0Z', pale);
    pen.oval(27, -2, 2.4, 1.9, '#17161a');
    pen.path('M-1-9L-4-26C3-23 8-16 9-10Z', darker(fur, 0.1));
    pen.path('M1-11L-1-21C3-18 6-14 6-11Z', '#c79a94');
    const open = 1 - howl * 0.7;
    pen.oval(9, -5, 2.2, 1.9 * open, '#f2c84a', 0.3);
    pen.oval(9.4, -5, 1, 1.3 * open, '#15110e');
  });
}
