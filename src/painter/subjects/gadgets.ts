import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';
import { gleam, onTurntable } from './products.ts';

export const watch = lit({
  height: 0.6,
  width: 1,
  anchor: 'table',
  bounds: around(110),
  shadow: 54,
  body: (pen) => {
    const dial = pen.tint(['#16305a', '#1d1f26', '#f3f1ea', '#1f5a46']);
    onTurntable(pen, 46, () => pen.at({ y: -2 }, () => timepiece(pen, dial)));
  },
});

function timepiece(pen: Pen, dial: string): void {
  const strap = pen.fade(-16, 0, 16, 0, '#8a5632', '#6a3e22', '#3e2312');
  pen.path('M-13-62L-11-86C-10-90 10-90 11-86L13-62Z', strap);
  pen.path('M-13-28L-11-4C-10 1 10 1 11-4L13-28Z', strap);
  pen.line('M-9-64L-8-84M9-64L8-84M-9-26L-8-6M9-26L8-6', '#d8a878', 0.6);
  pen.box(26, -49, 7, 8, 1.5, pen.fade(26, 0, 33, 0, '#d5dae0', '#6d7580'));
  pen.oval(0, -45, 29, 29, pen.fade(-29, -74, 29, -16, '#ffffff', '#aeb6c0', '#5c646f', '#dfe4ea'));
  pen.oval(0, -45, 25.5, 25.5, '#3a4049');
  pen.oval(0, -45, 24.5, 24.5, pen.round(-7, -54, 40, lighter(dial, 0.3), dial, darker(dial, 0.35)));
  const mark = dial === '#f3f1ea' ? '#2a2c33' : '#f6f1e2';
  pen.at({ y: -45 }, () => {
    for (let hour = 0; hour < 12; hour += 1) {
      pen.at({ turn: (hour * Math.PI) / 6 }, () =>
        pen.box(-0.8, -22.5, hour % 3 === 0 ? 2.2 : 1.4, hour % 3 === 0 ? 6 : 3.6, 0.4, mark),
      );
    }
    pen.oval(0, 10, 5.6, 5.6, darker(dial, 0.25));
    pen.at({ turn: -1.02 }, () => pen.box(-1.2, -12, 2.4, 14, 1, mark));
    pen.at({ turn: 1.1 + pen.seconds * 0.01 }, () => pen.box(-0.9, -19, 1.8, 21, 0.8, mark));
    pen.at({ turn: (pen.seconds * Math.PI) / 30 }, () => pen.box(-0.35, -21, 0.7, 27, 0.3, '#e8503f'));
    pen.oval(0, 0, 1.5, 1.5, '#e8503f');
  });
  pen.path('M-20-58C-14-68-2-71 8-68C-4-66-14-58-18-46C-21-50-22-54-20-58Z', faint('#ffffff', 0.28));
}

export const phone = lit({
  height: 0.6,
  width: 1,
  anchor: 'table',
  bounds: around(110),
  shadow: 54,
  body: (pen) => {
    const frame = pen.tint(['#3a3f4a', '#d9c7b0', '#8fa7c0']);
    onTurntable(pen, 46, () => handset(pen, frame));
  },
  glow: (pen) => pen.glow(0, -50, 48, '#7aa8ff', pen.light.isDark ? 0.3 : 0.08),
});

function handset(pen: Pen, frame: string): void {
  const turned = 0.86 + 0.14 * Math.cos(pen.seconds * 0.55);
  pen.at({ scale: [turned, 1] }, () => {
    pen.box(-20, -90, 46, 90, 8, darker(frame, 0.45));
    pen.box(-23, -90, 46, 90, 8, pen.fade(-23, -90, 23, 0, lighter(frame, 0.4), frame, darker(frame, 0.3)));
    pen.box(-21.5, -88.5, 43, 87, 6.8, '#0c0e14');
    pen.box(-20, -87, 40, 84, 5.8, pen.fade(-20, -87, 20, -3, '#ff9a5c', '#e0568a', '#6a4fd8', '#2f8fe0'));
    pen.within('M-20-87H20V-3H-20Z', () => {
      pen.oval(10 + pen.sway(8) * 3, -58, 13, 13, faint('#fff0c8', 0.9));
      pen.blob([-24, -30, -8, -44, 4, -34, 14, -40, 26, -28, 26, 2, -24, 2], faint('#3a2a78', 0.75));
      pen.blob([-24, -18, -4, -28, 12, -20, 26, -24, 26, 4, -24, 4], faint('#1d1648', 0.85));
    });
    pen.box(-7, -85, 14, 3.6, 1.8, '#0c0e14');
    pen.context.fillStyle = '#ffffff';
    pen.context.font = '600 11px sans-serif';
    pen.context.textAlign = 'center';
    pen.context.fillText('9:41', 0, -68);
    for (let icon = 0; icon < 4; icon += 1) pen.box(-16.5 + icon * 8.8, -13, 6.6, 6.6, 1.8, faint('#ffffff', 0.85));
    pen.box(-7, -4.6, 14, 1, 0.5, faint('#ffffff', 0.9));
    pen.path('M-20-81C-20-85-18-87-14-87H2L-20-40Z', faint('#ffffff', 0.16));
  });
}

export const headphones = lit({
  height: 0.58,
  width: 1.1,
  anchor: 'table',
  bounds: around(120),
  shadow: 58,
  body: (pen) => {
    const colour = pen.tint(['#2c2f38', '#e9e4da', '#d9503f', '#3a5f8f']);
    onTurntable(pen, 50, () => pen.at({ y: -1 }, () => pair(pen, colour)));
  },
});

function pair(pen: Pen, colour: string): void {
  pen.line('M-32-34C-36-98 36-98 32-34', darker(colour, 0.4), 9);
  pen.line(
    'M-32-34C-36-98 36-98 32-34',
    pen.fade(-34, 0, 34, 0, lighter(colour, 0.3), colour, darker(colour, 0.2)),
    6.5,
  );
  pen.line('M-22-72C-12-84 12-84 22-72', lighter(colour, 0.12), 9);
  pen.line('M-20-74C-12-82 2-84 8-82', faint('#ffffff', 0.45), 1.8);
  for (const side of [-1, 1] as const) {
    pen.at({ x: side * 31, y: -27, turn: side * -0.08, scale: [side, 1] }, () => {
      pen.box(-3.5, -24, 5, 18, 2, '#b8bfc8');
      pen.oval(-8, 0, 9, 24, '#22242b');
      pen.oval(-9.5, 0, 6, 20, '#3b3e47');
      pen.oval(3, 0, 12, 23, pen.fade(-8, -22, 16, 22, lighter(colour, 0.35), colour, darker(colour, 0.35)));
      pen.oval(6, 0, 7, 15, pen.fade(0, -15, 12, 15, '#f2f4f6', '#8d96a2', '#dfe3e8'));
      pen.oval(7, 0, 4.6, 10.5, darker(colour, 0.2));
    });
  }
  pen.context.save();
  pen.context.globalCompositeOperation = 'source-atop';
  pen.within('M-46-52H46V0H-46Z', () => gleam(pen, 44, -52, 0, 0.3));
  pen.context.restore();
}
