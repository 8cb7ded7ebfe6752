import { darker, faint, lighter } from '../colour.ts';
import { type Look, somebody } from './figure.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** A cyclist who rides to the right. */
export const bicycle = lit({
  height: 0.5,
  width: 1.05,
  anchor: 'ground',
  bounds: around(130),
  shift: (seconds) => 50 * (1 - Math.exp(-seconds / 5)) - 25,
  shadow: 44,
  body: (pen) => {
    const frame = pen.tint(['#e0483c', '#2f8fa8', '#f0a52f']);
    const look = somebody(pen);
    const turn = pen.seconds * 5.2;
    pedal(pen, darker(look.bottom, 0.3), look.shoes, turn + Math.PI);
    for (const x of [-29, 29]) bicycleWheel(pen, x, turn * 1.6);
    pen.line('M-29-19L-8-20L18-46L-13-46L-29-19M-8-20L-15-53M18-46L29-19M18-46L16-55L24-58', frame, 2.6);
    pen.line('M-20-54H-9', '#22242b', 3.4);
    pen.oval(-8, -20, 5, 5, '#3a3f4a');
    pedal(pen, look.bottom, look.shoes, turn);
    rider(pen, look);
  },
  glow: (pen) => {
    if (pen.light.isDark) pen.glow(26, -48, 16, '#fff0c8', 0.9);
  },
});

function bicycleWheel(pen: Pen, x: number, turn: number): void {
  pen.context.beginPath();
  pen.context.arc(x, -19, 17.6, 0, 2 * Math.PI);
  pen.context.strokeStyle = '#1a1b20';
  pen.context.lineWidth = 2.6;
  pen.context.stroke();
  pen.at({ x, y: -19, turn }, () => {
    pen.line('M0-16V16M-16 0H16M-11.300-11.300L11.300 11.300M-11.300 11.300L11.300-11.300', faint('#d5dae0', 0.8), 0.5);
  });
  pen.oval(x, -19, 2, 2, '#8b95a3');
}

/** A leg from the saddle to a pedal: its knee lies where both bones meet, in front. */
function pedal(pen: Pen, cloth: string, shoe: string, turn: number): void {
  const hip = [-14, -55] as const;
  const foot = [-8 + Math.cos(turn) * 8, -21 + Math.sin(turn) * 8] as const;
  const [dx, dy] = [foot[0] - hip[0], foot[1] - hip[1]];
  const distance = Math.hypot(dx, dy);
  const bend = Math.acos(Math.min(1, distance / 46));
  const angle = Math.atan2(dy, dx) - bend;
  const knee = [hip[0] + Math.cos(angle) * 23, hip[1] + Math.sin(angle) * 23] as const;
  pen.strand([-8, -20, foot[0], foot[1] + 2], '#3a3f4a', 1.6);
  pen.limb([...hip, 5.4, ...knee, 4, ...foot, 2.4], cloth);
  pen.at({ x: foot[0], y: foot[1] }, () =>
    pen.path('M-4-1.500C-3-3 2-2 6.500.5C7.500 2 6.500 3 5 3H-3.500C-5 2-5 0-4-1.500Z', shoe),
  );
}

function rider(pen: Pen, look: Look): void {
  const top = pen.fade(-18, 0, 8, 0, darker(look.top, 0.24), look.top, lighter(look.top, 0.14));
  pen.limb([-13, -56, 6.6, -8, -66, 6.2, -1, -77, 6.6], top);
  pen.limb([1, -78, 2.6, 4, -84, 2.4], darker(look.skin, 0.16));
  pen.at({ x: 6, y: -90 }, () => {
    pen.oval(0, 0, 6.2, 6.8, look.skin);
    pen.path('M5.500 0L7.800 1.500L5.500 2.600Z', look.skin);
    if (pen.person === 'woman') pen.path('M-6-3C-13 2-14 10-16 16C-11 17-6 12-3 3Z', look.hair);
    pen.path('M-6.500 0C-7 4-5 5-4 4.500L-3-2Z', look.hair);
    pen.path('M-7.200-.5C-8-11 7-11 7.500-2C3-3-3-2.500-7.200-.5Z', pen.fade(-7, -9, 7, 0, '#ffffff', '#d8453a'));
    pen.oval(3.4, 0.4, 0.8, 1, '#231c1c');
  });
  pen.limb([0, -76, 3.4, 9, -66, 2.8, 21, -59, 2.2], lighter(look.top, 0.06));
  pen.oval(22.5, -58.5, 2.3, 2.2, look.skin);
}
