import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import { flame, steam } from './parts.ts';
import type { Pen } from './pen.ts';

/** Sushi on a slate, and chopsticks that lift one. */
export const sushi = lit({
  height: 0.48,
  width: 2,
  anchor: 'table',
  bounds: around(220, 30),
  shadow: 104,
  body: (pen) => {
    pen.path(
      'M-98-8L-88-30H88L98-8V-2C98 0 96 1 94 1H-94C-96 1-98 0-98-2Z',
      pen.fade(0, -30, 0, 2, '#5a606c', '#2e333c'),
    );
    pen.path('M-98-8L-88-30H88L98-8Z', pen.fade(-90, 0, 90, 0, '#6d7480', '#474d58'));
    for (const [x, kind] of [
      [-66, 'roll'],
      [-38, 'roll'],
      [58, 'roe'],
    ] as const)
      roll(pen, x, -16, kind === 'roe');
    nigiri(pen, -6, -14, '#f5835a');
    const lift = Math.max(0, pen.sway(3.6)) * 26;
    pen.at({ x: 28, y: -14 - lift, turn: -lift * 0.004 }, () => {
      nigiri(pen, 0, 0, '#e05a5a');
      pen.line('M-14-14L50-62M-8-6L58-52', '#3a2016', 4);
      pen.line('M-14-14.600L50-62.600M-8-6.600L58-52.600', '#c0724a', 1.8);
    });
    pen.blob([78, -20, 84, -27, 92, -22, 90, -13, 80, -12], '#8fbf5a');
    for (const x of [-90, -84]) pen.oval(x, -18, 5, 3.4, pen.fade(0, -22, 0, -14, '#ffd9cc', '#f0a89a'), 0.3);
  },
});

/** A slice of fish on rice. */
function nigiri(pen: Pen, x: number, y: number, fish: string): void {
  pen.at({ x, y }, () => {
    pen.path('M-17 2C-19-12-12-20 0-20C12-20 19-12 17 2C12 6-12 6-17 2Z', pen.fade(0, -20, 0, 6, '#ffffff', '#e2dfd6'));
    for (let grain = 0; grain < 9; grain += 1)
      pen.oval(-13 + grain * 3.2, -3 + (grain % 3) * 2.2, 1.9, 1, '#f8f6f0', grain);
    pen.path(
      'M-21-9C-20-23-10-29 2-28C14-27 21-20 21-8C14-14-12-15-21-9Z',
      pen.fade(0, -28, 0, -8, lighter(fish, 0.3), fish),
    );
    for (const dx of [-10, -1, 8])
      pen.line(`M${dx} -14C${dx + 3} -20 ${dx + 6} -24 ${dx + 9} -26`, faint('#ffffff', 0.6), 1.5);
  });
}

function roll(pen: Pen, x: number, y: number, isRoe: boolean): void {
  pen.at({ x, y }, () => {
    pen.path('M-13-20V-2C-13 5 13 5 13-2V-20Z', pen.fade(-13, 0, 13, 0, '#3a4a44', '#1c2622', '#121816'));
    pen.oval(0, -20, 13, 6, '#f8f6ee');
    pen.oval(0, -20, 13, 6, faint('#1c2622', 0.16));
    pen.oval(0, -20, 11.4, 5, '#faf8f2');
    if (!isRoe) {
      pen.oval(-2.4, -20.6, 4, 2.2, '#f2764a');
      pen.oval(3.4, -19.6, 3.4, 1.9, '#7fb85a');
      return;
    }
    for (let egg = 0; egg < 16; egg += 1)
      pen.oval(
        Math.cos(egg * 2.4) * egg * 0.62,
        -22 + Math.sin(egg * 2.4) * egg * 0.28 - (16 - egg) * 0.14,
        2.5,
        2.3,
        egg % 2 === 0 ? '#ff8a3c' : '#ffb066',
      );
  });
}

/** A steak that sizzles on an iron plate over flames, with rosemary. */
export const steak = lit({
  height: 0.52,
  width: 1.8,
  anchor: 'table',
  bounds: around(200, 60),
  shadow: 92,
  body: (pen) => {
    pen.path('M-88-14C-84 2 84 2 88-14Z', pen.fade(0, -14, 0, 2, '#9a6a42', '#5a3820'));
    pen.oval(0, -16, 88, 17, '#15161a');
    pen.oval(0, -18, 84, 15, pen.fade(-80, 0, 80, 0, '#4a4d55', '#22242a', '#3a3d44'));
    pen.path(
      'M-52-20C-58-38-40-56-10-58C20-60 34-50 50-46C62-42 62-26 48-20C30-10-46-8-52-20Z',
      pen.fade(0, -58, 0, -10, '#8a4a2c', '#5a2a18'),
    );
    pen.path(
      'M-52-24C-56-40-38-57-10-59C20-61 34-51 50-47C60-43 60-33 48-27C30-18-44-12-52-24Z',
      pen.fade(-40, -60, 40, -14, '#b5693c', '#94502c', '#7a3c22'),
    );
    for (const line of ['M-40-24L-14-54', 'M-20-20L8-55', 'M2-19L26-51', 'M24-22L44-44'])
      pen.line(line, '#3f1c10', 3.6);
    pen.path('M36-45C46-44 56-40 54-34C48-30 40-32 36-36Z', '#f2dcb8');
    const melt = pen.sway(4) * 0.8;
    pen.box(-14, -66, 22, 10, 2.4, pen.fade(0, -66, 0, -56, '#fff0a8', '#f2c84a'));
    pen.blob([-18, -58, 12, -58, 18 + melt, -52, 6, -50, -4, -46 - melt, -16, -52], faint('#ffe28a', 0.85));
    pen.at({ x: -26, y: -50, turn: -0.5 }, () => {
      pen.line('M-18 0C-6-4 8-4 20-1', '#5a6a3a', 1.6);
      for (let leaf = 0; leaf < 9; leaf += 1)
        for (const side of [-1, 1])
          pen.line(
            `M${-15 + leaf * 4} -2L${-11 + leaf * 4} ${-2 + side * 7}`,
            leaf % 2 === 0 ? '#4f8a4a' : '#6fa85a',
            1.6,
          );
    });
    for (const x of [62, 72]) pen.oval(x, -26, 8, 7.4, pen.round(x - 2, -29, 11, '#ff8a6a', '#d8342a', '#a01f1c'));
    for (const [x, y] of [
      [-70, -24],
      [-62, -18],
    ] as const)
      pen.oval(x, y, 9, 5.4, pen.fade(0, y - 5, 0, y + 5, '#f2d28a', '#c08a3c'), 0.4);
    steam(pen, -4, -56, 90, 70, 0.3);
  },
  glow: (pen) => {
    for (const x of [-74, -50, 48, 76]) flame(pen, x, -9, 6 + pen.sway(0.7, x), 0.4);
    for (let spark = 0; spark < 14; spark += 1) {
      const life = (pen.seconds / 0.8 + pen.random()) % 1;
      const x = -50 + pen.random() * 100;
      pen.oval(x + (pen.random() - 0.5) * life * 30, -30 - life * 34, 1.1, 1.1, faint('#ffd27a', 1 - life));
    }
  },
});

/** A heap of red crayfish with coriander. */
export const crayfish = lit({
  height: 0.5,
  width: 1.75,
  anchor: 'table',
  bounds: around(200, 30),
  shadow: 90,
  body: (pen) => {
    pen.oval(0, -8, 86, 12, pen.fade(0, -20, 0, 4, '#f6f2ea', '#b8b0a4'));
    pen.oval(0, -13, 80, 10, '#e8e2d6');
    pen.oval(0, -15, 72, 9, '#b5301c');
    for (const [index, [x, y, turn, scale]] of (
      [
        [-40, -22, -0.3, 0.8],
        [42, -22, 3.5, 0.8],
        [0, -24, 0.1, 0.86],
        [-24, -40, 2.9, 0.84],
        [26, -42, 0.35, 0.86],
        [0, -60, -0.25, 0.95],
      ] as const
    ).entries())
      pen.at({ x, y, turn: turn + pen.sway(3, index) * 0.015, scale }, () => crayfishAt(pen, index));
    for (const [x, y, turn] of [
      [-52, -32, 0.4],
      [14, -52, 1.2],
      [50, -36, -0.4],
      [-8, -34, 2],
    ] as const)
      pen.at({ x, y, turn }, () => {
        for (const side of [-0.6, 0, 0.6])
          pen.at({ turn: side }, () => pen.path('M0 0C4-4 8-4 11 0C8 4 4 4 0 0Z', '#5fa84a'));
      });
    for (const [x, y] of [
      [-30, -30],
      [34, -28],
      [6, -44],
    ] as const)
      pen.oval(x, y, 4.6, 2, '#f2a03c', x);
    steam(pen, 0, -66, 70, 54, 0.26);
  },
});

function crayfishAt(pen: Pen, index: number): void {
  const shell = index % 2 === 0 ? '#d8341f' : '#c42a1a';
  const dark = darker(shell, 0.32);
  for (const side of [-1, 1]) {
    for (const x of [-2, 5, 12]) pen.strand([x, side * 5, x + 4, side * 13, x + 1, side * 17], dark, 1.6);
    pen.strand([22, side * 3, 38, side * 13, 56, side * 9 + pen.sway(1.9, index + side) * 3], dark, 1);
    pen.limb([16, side * 6, 2.4, 24, side * 16, 3, 33, side * 14, 4], shell);
    pen.at({ x: 35, y: side * 14, turn: -side * 0.25 }, () => {
      pen.path('M-6-5C2-10 12-8 20-2L8-1L19 3C12 8 2 8-6 5Z', pen.fade(0, -8, 0, 8, lighter(shell, 0.3), shell));
    });
  }
  for (let ring = 0; ring < 5; ring += 1) {
    const x = -10 - ring * 6.4;
    pen.oval(x, ring * ring * 0.5, 6.4, 9 - ring * 1.1, pen.fade(0, -9, 0, 9, lighter(shell, 0.34), shell, dark));
  }
  for (const turn of [-0.5, 0, 0.5]) pen.oval(-44, 10 + turn * 9, 7, 3.4, shell, turn + 2.9);
  pen.path('M-8-9C4-12 18-8 27-1C18 9 4 12-8 9Z', pen.fade(0, -10, 0, 10, lighter(shell, 0.4), shell, dark));
  for (const side of [-1, 1]) pen.oval(22, side * 3.6, 1.9, 1.9, '#18100e');
}
