import { darker, faint, lighter } from '../colour.ts';
import { dragonHead } from './dragon.ts';
import { figure, somebody } from './figure.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** Rings that spread where it touches the water. */
function ripples(pen: Pen, half: number): void {
  for (let ring = 0; ring < 3; ring += 1) {
    const life = (pen.seconds / 3.2 + ring / 3) % 1;
    pen.strand(
      [-half * (0.8 + life * 0.3), 1 + life * 2, 0, 3 + life * 3, half * (0.8 + life * 0.3), 1 + life * 2],
      faint('#ffffff', 0.45 * (1 - life)),
      0.9,
    );
  }
}

/** Somebody rows, the back to where it goes. */
export const rowboat = lit({
  height: 0.27,
  width: 1.9,
  anchor: 'water',
  bounds: around(220, 6, 12),
  body: (pen) => {
    const wood = pen.tint(['#9a6236', '#b5473a', '#3f7d8c']);
    const look = somebody(pen);
    const stroke = pen.sway(2.6);
    pen.at({ y: pen.sway(3) * 1.2, turn: pen.sway(3.7, 1) * 0.02, x: pen.sway(2.6, 1) * 2 }, () => {
      pen.path('M-84-26C-50-16 50-16 90-32C78-24 60-20 0-20C-50-20-72-22-84-26Z', darker(wood, 0.55));
      oar(pen, stroke, -3, 0.3);
      pen.at({ x: -4, y: -20, turn: stroke * 0.22 }, () => {
        pen.limb([-2, -2, 15, 0, -34, 12], pen.fade(-14, 0, 14, 0, lighter(look.top, 0.16), darker(look.top, 0.26)));
        pen.limb([0, -40, 5, 1, -48, 4.6], darker(look.skin, 0.18));
        pen.oval(2, -58, 10, 11.5, look.skin);
        pen.path('M-10-60C-12-76 16-76 14-61C6-64-2-64-10-60Z', '#d9b86a');
        pen.path('M-16-60C-6-66 14-66 22-60C12-62-6-62-16-60Z', '#c09a4a');
        pen.limb([0, -36, 6, 14 - stroke * 6, -22, 5, 24 - stroke * 4, -18, 3.6], look.top);
      });
      const side = pen.fade(0, -30, 0, 4, lighter(wood, 0.26), wood, darker(wood, 0.45));
      pen.path('M-86-28C-52-17 50-17 92-34C88-16 74-2 60 4H-58C-74 0-84-14-86-28Z', side);
      pen.line('M-86-28C-52-17 50-17 92-34', lighter(wood, 0.4), 2.4);
      pen.line('M-80-14C-48-6 46-6 80-18M-70-4C-44 0 44 0 68-6', darker(wood, 0.4), 1);
      oar(pen, stroke, 3, 0);
    });
    ripples(pen, 92);
  },
});

function oar(pen: Pen, stroke: number, x: number, dark: number): void {
  pen.at({ x: 16 + x, y: -22, turn: stroke * 0.5 + 0.25 }, () => {
    const wood = darker('#d8b078', dark);
    pen.strand([6, -14, 0, 0, -16, 26], wood, 2.6);
    pen.path('M-14 18C-12 22-16 36-20 38C-24 36-22 24-18 18Z', wood);
  });
}

/** A raft of bamboo with its boatman, as on the Li: cone hat and pole, a lantern at the bow. */
export const raft = lit({
  height: 0.36,
  width: 1.6,
  anchor: 'water',
  bounds: around(190, 12, 10),
  body: (pen) => {
    const look = {
      ...somebody(pen),
      style: 'short' as const,
      top: pen.tint(['#3f5a6a', '#8a5a3a', '#4a6a4a']),
      bottom: '#3a3f48',
      hem: 14,
    };
    const { umbrella: _, scarf: _scarf, bag: _bag, ...boatman } = look;
    const push = pen.sway(3.4);
    pen.at({ y: pen.sway(3.1) * 0.9, turn: pen.sway(4.2, 1) * 0.012 }, () => {
      for (let cane = 0; cane < 5; cane += 1) {
        const y = -4 + cane * 1.7;
        const green = ['#c9b45a', '#b5a04a', '#a89242', '#8f7d3a', '#766832'][cane] ?? '#766832';
        pen.strand([-76, y, -30, y + 0.6, 30, y + 0.6, 66, y - 2, 82, y - 12 + cane], green, 2.9);
      }
      pen.line('M-52-5V4M-18-5V5M16-5V5M48-5V4', '#5a4a26', 1.6);
      pen.box(-66, -15, 20, 12, 3, pen.fade(-66, 0, -46, 0, '#c79a5a', '#7a5630'));
      pen.line('M-66-11H-46M-66-7H-46', '#6a4826', 0.8);
      pen.line('M60-6V-24', '#4a3a26', 1.2);
      pen.oval(60, -22, 4, 5, '#ffb04a');
      pen.strand([22 + push * 5, -84, 4, -42, -22 - push * 3, 8], '#d8c27a', 1.6);
      pen.at({ x: -2, y: -3, scale: 0.8 }, () => {
        figure(pen, boatman, {
          hips: [0.24, -0.2],
          knees: [0.12, 0.08],
          shoulders: [0.95 + push * 0.25, 1.3 + push * 0.2],
          elbows: [0.5, 0.3],
          lean: 0.08 + push * 0.06,
        });
        pen.path(
          'M-14-92C-4-98 0-103 3-105C6-103 12-97 22-91C12-88-4-88-14-92Z',
          pen.fade(-14, 0, 22, 0, '#ecd79a', '#a8873f'),
        );
      });
    });
    ripples(pen, 80);
  },
  glow: (pen) => {
    pen.glow(60, -22, pen.light.isDark ? 40 : 12, '#ffb04a', pen.light.isDark ? 0.9 : 0.35);
  },
});

/** A gondola: iron comb at the bow, a couple on its seat, the gondolier with his oar at the stern. */
export const gondola = lit({
  height: 0.36,
  width: 2,
  anchor: 'water',
  bounds: around(230, 12, 10),
  body: (pen) => {
    const hull = pen.color ?? '#22252e';
    const push = pen.sway(3.2);
    const { umbrella: _, scarf: _scarf, bag: _bag, ...rower } = somebody(pen);
    pen.at({ y: pen.sway(3.4) * 0.8, turn: pen.sway(4.4, 1) * 0.012 }, () => {
      pen.strand([-84 - push * 5, -56, -70, -34, -54 + push * 6, 6], '#c9a46a', 1.8);
      pen.at({ x: -70, y: -13, scale: 0.74 }, () => {
        figure(
          pen,
          { ...rower, style: 'hat', top: '#f2efe8', bottom: '#23262f', hem: 0 },
          {
            hips: [0.2, -0.18],
            knees: [0.1, 0.1],
            shoulders: [1 + push * 0.25, 0.7 + push * 0.2],
            elbows: [0.6, 0.5],
            lean: 0.1 + push * 0.06,
          },
        );
        for (const y of [-76, -71, -66, -61]) pen.box(-8, y, 15, 2, 0.6, 'rgba(40,70,140,0.8)');
      });
      pen.limb([-20, -14, 9, -24, -34, 7], '#b5302f');
      for (const [x, skin, hair, cloth] of [
        [-12, '#f3cfae', '#3a2620', '#d8574a'],
        [4, '#e3ae84', '#1f1a1c', '#2f5f9e'],
      ] as const) {
        pen.limb([x, -10, 7, x, -24, 5.6], cloth);
        pen.oval(x + 0.6, -36, 5.4, 6, skin);
        pen.path(`M${x - 5.4}-35C${x - 6}-45 ${x + 7}-45 ${x + 5.6}-37C${x + 2}-40 ${x - 2}-40 ${x - 5.4}-35Z`, hair);
      }
      const side = pen.fade(0, -30, 0, 6, lighter(hull, 0.3), hull, darker(hull, 0.4));
      pen.path(
        'M-104-40C-98-22-84-12-56-10C-10-6 30-6 60-12C80-16 92-26 96-44L99-44C98-20 84-2 60 4H-58C-84 0-100-14-107-38Z',
        side,
      );
      pen.line('M-100-30C-90-17-78-12-56-10C-10-6 30-6 60-12C78-15 88-22 93-32', '#d9b24a', 1.4);
      pen.path('M95-46H104L103-42H97L98-39H104L103-36H97L97-33H103L102-30H95Z', '#d6dbe2');
    });
    ripples(pen, 96);
  },
});

/** A dragon boat: a crew that paddles in time, its drummer behind the dragon's head. */
export const dragonBoat = lit({
  height: 0.3,
  width: 2.4,
  anchor: 'water',
  bounds: around(290, 12, 14),
  body: (pen) => {
    const paint = pen.tint(['#d3342f', '#2f8f6a', '#d9982c']);
    const shirt = pen.pick(['#f2c230', '#f4f1ea', '#3f8fd0'] as const);
    const stroke = pen.sway(1.1);
    pen.at({ x: stroke * 2, y: pen.sway(2.2) * 0.8 }, () => {
      for (let seat = 0; seat < 7; seat += 1) paddler(pen, -78 + seat * 19, stroke, shirt);
      pen.limb([66, -22, 7, 66, -42, 6], '#c8402c');
      pen.oval(67, -53, 6.4, 7, '#e3ae84');
      pen.oval(66, -56, 6.6, 4.6, '#1f1a1c');
      pen.limb([66, -40, 3.4, 76, -40 - stroke * 8, 2.6], '#c8402c');
      pen.path('M74-30H90L88-16H76Z', '#8f2418');
      pen.oval(82, -30, 8, 3, '#f3e2c0');
      pen.path(
        'M-118-30C-108-16-96-14-84-14H92C102-16 110-26 114-38L120-34C116-12 100 4 84 5H-84C-102 4-114-10-118-30Z',
        pen.fade(0, -20, 0, 6, lighter(paint, 0.2), paint, darker(paint, 0.4)),
      );
      for (let scale = 0; scale < 17; scale += 1)
        pen.line(
          `M${-90 + scale * 11}-10C${-88 + scale * 11}-3 ${-82 + scale * 11}-3 ${-80 + scale * 11}-10`,
          '#f3c23c',
          1.6,
        );
      pen.strand([-116, -30, -124, -40, -122, -50 + stroke * 2], '#f3c23c', 4);
      pen.at({ x: 116, y: -44, scale: 0.85 }, () => dragonHead(pen, paint));
    });
    ripples(pen, 116);
  },
});

function paddler(pen: Pen, x: number, stroke: number, shirt: string): void {
  const lean = 0.22 + stroke * 0.2;
  pen.at({ x, y: -14, turn: lean }, () => {
    pen.limb([0, 0, 7, 0, -22, 6], pen.fade(-7, 0, 7, 0, lighter(shirt, 0.1), darker(shirt, 0.24)));
    pen.oval(1, -34, 6, 6.6, '#e3ae84');
    pen.oval(0, -37, 6.2, 4.4, '#1f1a1c');
  });
  pen.strand([x + 4 + stroke * 6, -30, x + 12 + stroke * 9, -8, x + 10 + stroke * 14, 8], '#c9a46a', 2);
  pen.limb([x + 3, -32, 3, x + 9 + stroke * 7, -24, 2.6], shirt);
}
