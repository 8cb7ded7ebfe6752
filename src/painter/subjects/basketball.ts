import { darker, faint, lighter } from '../colour.ts';
import { figure, type Pose, running } from './figure.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';
import { sporty } from './sports.ts';

const rim = { x: 37, y: -76 } as const;

/** A player who runs up, leaps and dunks; the basket stands to the right. */
export const basketballer = lit({
  height: 0.74,
  width: 1.35,
  anchor: 'ground',
  bounds: around(150, 6),
  shadow: 50,
  body: (pen) => {
    const shirt = pen.tint(['#d8343a', '#2f6fd0', '#f2b632', '#3f3a8f']);
    const look = sporty(pen, {
      style: 'short',
      top: shirt,
      bottom: darker(shirt, 0.12),
      shoes: '#f4f4f2',
      socks: '#f4f4f2',
    });
    backboard(pen);
    const beat = (pen.seconds / 2.8 + 0.16) % 1;
    const air = beat < 0.34 ? 0 : beat < 0.78 ? Math.sin(((beat - 0.34) / 0.44) * Math.PI) : 0;
    const x = beat < 0.34 ? -58 + (beat / 0.34) * 36 : -22 + Math.min(1, (beat - 0.34) / 0.24) * 34;
    const hand = { x: x + 10 + air * 4, y: -50 - air * 38 };
    pen.at({ x, y: -air * 26, scale: 0.62 }, () =>
      figure(pen, look, beat < 0.34 ? running(pen.seconds * 9) : leap(air)),
    );
    const fallen = Math.max(0, beat - 0.58) / 0.42;
    if (beat < 0.34) ball(pen, x + 14, -16 - Math.abs(Math.sin(pen.seconds * 8)) * 16);
    else if (beat < 0.58) ball(pen, hand.x, hand.y);
    else ball(pen, rim.x, Math.min(-5, rim.y + fallen ** 2 * 120));
    net(pen, fallen > 0 && fallen < 0.4 ? Math.sin(fallen * 8) : 0);
  },
});

function leap(air: number): Pose {
  return {
    hips: [0.5 + air * 0.5, -0.4 * air],
    knees: [0.5 + air * 0.9, 0.3 + air * 0.9],
    shoulders: [0.8 + air * 1.9, -0.4],
    elbows: [0.5 - air * 0.3, 0.7],
    lean: 0.12,
  };
}

function ball(pen: Pen, x: number, y: number): void {
  pen.oval(x, y, 5.4, 5.4, pen.round(x - 2, y - 2, 8, '#ffb066', '#e8742c', '#a8441a'));
  pen.at({ x, y, turn: pen.seconds * 3 }, () => {
    pen.line(
      'M-5.400 0H5.400M0-5.400V5.400M-3.800-3.800C-1.500-1.500-1.500 1.500-3.800 3.800M3.800-3.800C1.500-1.500 1.500 1.500 3.800 3.800',
      '#3a1a10',
      0.7,
    );
  });
}

function backboard(pen: Pen): void {
  pen.limb([62, 0, 3, 62, -60, 2.4, 50, -82, 2], pen.fade(58, 0, 66, 0, '#7d8794', '#3a424e'));
  pen.box(54, -4, 16, 4.6, 1, '#2f6fb0');
  pen.path('M45-99L51-97V-66L45-68Z', faint('#ffffff', 0.92));
  pen.line('M45-99L51-97V-66L45-68ZM46.500-84L49.500-83V-73L46.500-74Z', '#d8343a', 1.1);
}

function net(pen: Pen, swing: number): void {
  const { x, y } = rim;
  for (let mesh = 0; mesh <= 5; mesh += 1) {
    const across = -8 + mesh * 3.2;
    pen.strand(
      [x + across, y, x + across * 0.75 + swing, y + 6, x + across * 0.55 + swing * 2, y + 13],
      '#f4f4f2',
      0.7,
    );
  }
  for (const [down, half] of [
    [5, 6.4],
    [10, 5],
  ] as const)
    pen.strand([x - half + swing, y + down, x + swing, y + down + 1, x + half + swing, y + down], '#f4f4f2', 0.7);
  pen.oval(x, y, 8.6, 1.8, '#e8502c');
  pen.oval(x, y, 7, 1, lighter('#7a2410', 0.1));
  pen.strand([x + 8, y, 46, y + 1], '#e8502c', 1.8);
}
