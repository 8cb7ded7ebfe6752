import { darker, lighter } from '../colour.ts';
import { type Look, somebody } from './figure.ts';
import { around, lit } from './lit.ts';
import { wheel } from './parts.ts';
import type { Pen } from './pen.ts';

/** Upright on the saddle, hands on the bar; drawn from the hip at (0, 0). */
function rider(pen: Pen, look: Look, helmet: string, lean: number): void {
  pen.at({ turn: lean }, () => {
    const cloth = pen.fade(-12, 0, 12, 0, darker(look.top, 0.28), look.top, lighter(look.top, 0.12));
    pen.limb([0, 0, 8, 1, -15, 8, 2, -29, 7.4], cloth);
    pen.at({ x: 4, y: -45, turn: -lean }, () => {
      pen.oval(0, 0, 9, 9.6, pen.round(-3, -4, 13, lighter(helmet, 0.4), helmet, darker(helmet, 0.3)));
      pen.path('M3-6C9-6 10.500-2 10 3L3 3C1 0 1-3 3-6Z', '#1c2430');
      pen.line('M4-4L9-3', 'rgba(255,255,255,0.5)', 0.9);
    });
    pen.limb([3, -26, 4.6, 12, -14, 3.8, 26, -13, 2.8], lighter(look.top, 0.06));
    pen.oval(27, -13, 3, 2.8, '#23252b');
  });
}

function headlamp(pen: Pen, x: number, y: number): void {
  pen.glow(x, y, pen.light.isDark ? 30 : 12, '#fff2cc', pen.light.isDark ? 1 : 0.5);
  if (!pen.light.isDark) return;
  pen.context.save();
  pen.context.globalCompositeOperation = 'lighter';
  pen.path(
    `M${x}-${-y - 2}L${x + 70}-${-y - 18}V2L${x}-${-y + 3}Z`,
    pen.fade(x, 0, x + 70, 0, 'rgba(255,240,200,0.4)', 'rgba(255,240,200,0)'),
  );
  pen.context.restore();
}

/** A courier on an electric scooter, the box behind. */
export const scooter = lit({
  height: 0.46,
  width: 1.25,
  anchor: 'ground',
  bounds: around(160, 10),
  shadow: 52,
  body: (pen) => {
    const paint = pen.tint(['#f2b632', '#2f8fd0', '#e0483c']);
    const look = { ...somebody(pen), top: paint, bottom: '#2a303c' };
    const turn = pen.seconds * 9;
    pen.at({ y: pen.sway(0.33) * 0.5 }, () => {
      pen.box(-58, -60, 32, 30, 3, pen.fade(-58, 0, -26, 0, lighter(paint, 0.14), darker(paint, 0.2)));
      pen.box(-58, -50, 32, 5, 0, '#ffffff');
      pen.line('M-26-60V-30', darker(paint, 0.4), 1.4);
      pen.path(
        'M-46-30C-44-38-16-38-8-30C-8-22-4-16 6-15H26L34-52L40-51L34-10C30-7 6-7-6-9C-14-18-30-22-44-18Z',
        pen.fade(0, -52, 0, -8, lighter(paint, 0.3), paint, darker(paint, 0.34)),
      );
      pen.box(-38, -37, 32, 6, 3, '#23252b');
      pen.line('M35-50L31-62L22-64', '#2a2d35', 2.6);
      pen.limb([-16, -36, 7, 8, -34, 5.6, 12, -13, 4], look.bottom);
      pen.path('M8-14H20C22-12 21-10 19-10H8Z', look.shoes);
      pen.at({ x: -16, y: -38 }, () => rider(pen, look, paint, 0.1));
    });
    for (const x of [-36, 38]) wheel(pen, x, -12, 12, turn, '#aab0b8');
  },
  glow: (pen) => headlamp(pen, 39, -48),
});

/** A motorcyclist low over the tank. */
export const motorbike = lit({
  height: 0.42,
  width: 1.6,
  anchor: 'ground',
  bounds: around(190, 8),
  shadow: 66,
  body: (pen) => {
    const paint = pen.tint(['#d8343a', '#1f66b0', '#2a2d35']);
    const look = { ...somebody(pen), top: '#2a2d35', bottom: '#23262e' };
    const turn = pen.seconds * 12;
    for (const x of [-50, 52]) wheel(pen, x, -20, 20, turn, '#c9ced6');
    pen.at({ y: pen.sway(0.29) * 0.6 }, () => {
      pen.line('M52-20L38-60', '#aab0b8', 4);
      pen.line('M-50-20L-14-28', '#8a8f98', 5);
      pen.path('M-20-14H22L28-36H-18Z', pen.fade(0, -36, 0, -14, '#8a8f98', '#3a3e48', '#1d1f26'));
      pen.line('M-8-18L-62-24', '#c9ced6', 4.4);
      pen.path(
        'M-70-58C-50-60-34-54-22-48L-16-34C-34-34-50-44-70-58Z',
        pen.fade(0, -58, 0, -34, lighter(paint, 0.2), darker(paint, 0.2)),
      );
      pen.path(
        'M-26-50C-12-68 24-68 36-58L30-36H-14Z',
        pen.fade(0, -68, 0, -36, lighter(paint, 0.4), paint, darker(paint, 0.36)),
      );
      pen.path(
        'M30-64C42-66 52-54 50-44L36-34L30-46Z',
        pen.fade(30, -64, 50, -34, lighter(paint, 0.24), darker(paint, 0.3)),
      );
      pen.path('M34-64C38-76 46-72 48-62Z', 'rgba(200,225,240,0.6)');
      pen.line('M34-62L26-68', '#23252b', 3);
      pen.limb([-30, -54, 8, 2, -44, 6, -14, -22, 4.4], look.bottom);
      pen.path('M-20-22H-8C-6-20-7-17-9-17H-20Z', '#17181d');
      pen.at({ x: -30, y: -56, scale: 0.96 }, () => rider(pen, look, paint, 0.62));
    });
  },
  glow: (pen) => {
    headlamp(pen, 50, -50);
    if (pen.light.isDark) pen.glow(-68, -54, 14, '#ff4a3a', 0.9);
  },
});
