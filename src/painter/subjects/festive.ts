import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

type Face = { readonly skin: string; readonly hair: string };

function face(pen: Pen, { skin, hair }: Face, isLong: boolean): void {
  if (isLong) pen.path('M-8-1C-10 12-9 16-6 18H6C9 16 10 12 8-1Z', darker(hair, 0.12));
  pen.limb([0, 6, 2.6, 0, 11, 2.6], darker(skin, 0.16));
  pen.oval(0, 0, 6.6, 8, pen.fade(-6, 0, 6, 0, skin, darker(skin, 0.1)));
  pen.path('M-7.400-1C-9-12 9-12 7.400-1C6-5.500 3-7 0-6.500C-3-6-6-5-7.400-1Z', hair);
  for (const side of [-1, 1]) {
    pen.oval(side * 2.6, 0.4, 0.8, 1, '#2a1e1c');
    pen.oval(side * 4, 3, 1.4, 0.9, 'rgba(232,110,110,0.35)');
  }
  pen.line('M-2 4C-.8 5.200.8 5.200 2 4', '#b5484a', 0.8);
}

/** Bride and groom below an arch of flowers; petals fall. */
export const wedding = lit({
  height: 0.74,
  width: 1.05,
  anchor: 'ground',
  bounds: around(120),
  shadow: 48,
  body: (pen) => {
    const bloom = pen.tint(['#f29ab8', '#fff2ea', '#e86a7a', '#c79ae0']);
    arch(pen, bloom);
    const lean = pen.sway(4.2) * 0.02;
    pen.at({ x: 11, turn: lean - 0.02, scale: 0.72 }, () => groom(pen));
    pen.at({ x: -10, turn: lean + 0.02, scale: 0.72 }, () => bride(pen, bloom));
  },
  glow: (pen) => {
    for (let index = 0; index < 26; index += 1) {
      const life = (pen.seconds / 5 + pen.random()) % 1;
      const x = -52 + pen.random() * 104 + Math.sin(life * 6 + index) * 5;
      pen.oval(x, -100 + life * 100, 1.3, 0.8, faint('#ffd0de', 0.9 * (1 - life * 0.5)), life * 7);
    }
  },
});

function arch(pen: Pen, bloom: string): void {
  pen.line('M-44 0V-58C-44-104 44-104 44-58V0', '#b8926a', 2.4);
  for (let index = 0; index < 54; index += 1) {
    const angle = Math.PI * (1.12 - (index / 53) * 1.24);
    const [x, y] = [Math.cos(angle) * 44, -58 - Math.sin(angle) * 36];
    const [dx, dy] = [(pen.random() - 0.5) * 9, (pen.random() - 0.5) * 9];
    const size = 2.4 + pen.random() * 2.6;
    if (index % 3 === 0)
      pen.oval(x + dx, y + dy, size * 1.5, size * 0.8, index % 2 === 0 ? '#5f9a55' : '#3f7a45', angle);
    else {
      const tint = index % 2 === 0 ? bloom : lighter(bloom, 0.5);
      pen.oval(
        x + dx,
        y + dy,
        size,
        size,
        pen.round(x + dx - 0.6, y + dy - 0.6, size * 1.4, lighter(tint, 0.4), darker(tint, 0.1)),
      );
    }
  }
}

function groom(pen: Pen): void {
  const suit = '#262b3a';
  for (const side of [-1, 1]) {
    pen.limb([side * 4, -46, 5, side * 4.6, -2, 3.8], side > 0 ? darker(suit, 0.3) : suit);
    pen.oval(side * 5.4, -1, 5, 2.2, '#14151a');
  }
  pen.path(
    'M-13-80C-15-60-12-46-11-40H11C12-46 15-60 13-80C8-84-8-84-13-80Z',
    pen.fade(-14, 0, 14, 0, lighter(suit, 0.2), suit, darker(suit, 0.36)),
  );
  pen.path('M-5-82L0-60L5-82Z', '#ffffff');
  pen.path('M-3.500-80L0-78L3.500-80V-76L0-77.500L-3.500-76Z', '#a8283a');
  pen.limb([12, -78, 4, 17, -60, 3.4, 12, -44, 2.8], darker(suit, 0.3));
  pen.limb([-12, -78, 4, -16, -62, 3.4, -12, -50, 2.8], suit);
  pen.oval(-7, -74, 2, 2, '#f2a0b8');
  pen.at({ y: -92 }, () => face(pen, { skin: '#e3b48c', hair: '#2a201c' }, false));
}

function bride(pen: Pen, bloom: string): void {
  const flow = pen.sway(2.6) * 2;
  pen.blob(
    [-4, -96, 4, -96, 10, -70, 16 + flow, -20, 22 + flow, 2, -26 - flow, 2, -20, -30, -10, -70],
    faint('#ffffff', 0.5),
  );
  pen.path(
    'M-7-52C-18-34-26-12-29 1C-10 4 14 4 29 1C26-12 18-34 7-52Z',
    pen.fade(-28, 0, 28, 0, '#ffffff', '#f6f1f4', '#cfc6d2'),
  );
  for (const x of [-16, -5, 7, 17]) pen.line(`M${Math.round(x * 0.3)}-50L${x}-1`, 'rgba(170,150,175,0.35)', 0.8);
  pen.path('M-9-74C-6-78 6-78 9-74C9-66 8-58 7-50H-7C-8-58-9-66-9-74Z', pen.fade(-9, 0, 9, 0, '#ffffff', '#e6dfe8'));
  for (const side of [-1, 1])
    pen.limb([side * 9, -75, 3, side * 13, -62, 2.6, side * 3, -54, 2.2], side > 0 ? '#e0b08c' : '#f3cfae');
  for (const [x, y] of [
    [-4, -55],
    [0, -58],
    [4, -55],
    [-2, -52],
    [3, -52],
    [0, -55],
  ] as const)
    pen.oval(x, y, 3, 3, x === 0 ? lighter(bloom, 0.5) : bloom);
  pen.line('M-2-50L-4-44M2-50L3-44', '#5f9a55', 1);
  pen.at({ y: -88 }, () => {
    face(pen, { skin: '#f3cfae', hair: '#4a2c1c' }, true);
    for (const x of [-5, -2, 1, 4]) pen.oval(x, -8.6 + Math.abs(x) * 0.3, 1.7, 1.7, '#ffffff');
  });
}

const robes = ['#c9404a', '#4a8fb0', '#6fa88a', '#b58ac9', '#f0e6da'] as const;

/** A lady in flowing robes with an oiled-paper umbrella. */
export const hanfu = lit({
  height: 0.62,
  width: 0.95,
  anchor: 'ground',
  bounds: around(120, 14),
  shadow: 36,
  body: (pen) => {
    const robe = pen.tint(robes);
    const under = lighter(robe, 0.62);
    const wind = pen.sway(3.4) * 2.4;
    umbrella(pen, robe);
    pen.blob(
      [-6, -52, 6, -52, 13, -30, 20 + wind, -6, 24 + wind * 1.6, 1, -22 + wind, 1, -17, -14, -12, -34],
      pen.fade(-22, 0, 24, 0, lighter(under, 0.3), under, darker(under, 0.2)),
    );
    for (const x of [-12, -4, 5, 13])
      pen.strand([x * 0.3, -48, x * 0.7, -24, x + wind, -1], faint(darker(under, 0.3), 0.5), 0.8);
    pen.blob(
      [-10, -74, 10, -74, 12, -60, 9, -44, 14 + wind, -14, 8 + wind, -10, 0, -40, -8, -12, -13, -14, -9, -44, -12, -60],
      pen.fade(-14, 0, 14, 0, lighter(robe, 0.24), robe, darker(robe, 0.26)),
    );
    pen.path('M-5-76L0-58L5-76Z', lighter(under, 0.3));
    pen.box(-9, -56, 18, 6, 1, darker(robe, 0.34));
    pen.strand([2, -51, 4 + wind * 0.4, -36, 3 + wind, -22], lighter(robe, 0.7), 1.6);
    sleeve(pen, robe, -1, wind);
    sleeve(pen, robe, 1, wind);
    pen.at({ x: 0.5, y: -87, turn: pen.sway(5) * 0.04 }, () => {
      pen.strand([-4, 4, -8, 18, -9 + wind * 0.5, 38], '#1f1a1c', 4);
      pen.oval(0, -10, 5, 4.6, '#1f1a1c');
      face(pen, { skin: '#f7dcc4', hair: '#1f1a1c' }, false);
      pen.line('M-8-10L8-12', '#d9b25a', 0.9);
      pen.strand([8, -12, 9, -7, 9 + wind * 0.4, -2], '#d9b25a', 0.6);
      pen.oval(4, -8, 2, 2, '#e86a7a');
    });
  },
});

/** Wide, open at the wrist. The one at the right (1) holds the umbrella. */
function sleeve(pen: Pen, robe: string, side: number, wind: number): void {
  const cloth = side > 0 ? darker(robe, 0.16) : lighter(robe, 0.1);
  if (side > 0) {
    pen.oval(15, -66, 2.2, 2, '#f7dcc4');
    pen.blob([8, -74, 12, -70, 17, -66, 20, -56, 22 + wind, -42, 12 + wind, -44, 8, -58], cloth);
    return;
  }
  pen.blob([-8, -74, -12, -70, -17, -58, -24 + wind, -32, -12 + wind, -30, -5, -48, -6, -60], cloth);
  pen.oval(-7, -50, 2.2, 2, '#f7dcc4');
}

function umbrella(pen: Pen, robe: string): void {
  const paper = pen.pick(['#e8604a', '#f2c75a', '#d98ab0'] as const);
  pen.line('M15-62L8-108', '#7a5230', 1.2);
  pen.at({ x: 7, y: -108, turn: -0.14 }, () => {
    pen.path(
      'M-42 14C-36-8 36-8 42 14C20 8-20 8-42 14Z',
      pen.fade(-40, 0, 40, 0, lighter(paper, 0.36), paper, darker(paper, 0.26)),
    );
    for (const x of [-28, -14, 0, 14, 28])
      pen.line(`M0-5L${x} ${Math.round(11 - (28 - Math.abs(x)) * 0.06)}`, faint(darker(robe, 0.4), 0.4), 0.6);
    pen.line('M0-6V-10', '#7a5230', 1.4);
  });
}
