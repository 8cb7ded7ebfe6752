import { darker, faint, lighter, mix } from '../colour.ts';
import { around, lit } from './lit.ts';
import { steam } from './parts.ts';
import type { Pen } from './pen.ts';

/** A street kitchen: a cook behind steaming pots, an awning, paper lanterns. */
export const foodStall = lit({
  height: 0.66,
  width: 1.45,
  anchor: 'ground',
  bounds: around(165, 8),
  shadow: 84,
  body: (pen) => {
    const cloth = pen.tint(['#c8352f', '#d9822b', '#2f7f6a']);
    backWall(pen);
    cook(pen);
    counter(pen, cloth);
    pots(pen);
    for (const x of [-66, 66]) pen.box(x - 1.5, -80, 3, 80, 0.5, pen.fade(x - 2, 0, x + 2, 0, '#8a6544', '#4a3323'));
    awning(pen, cloth);
    lanterns(pen);
  },
  glow: (pen) => {
    const bright = pen.light.isDark ? 1 : 0.3;
    pen.glow(0, -62, 46, '#ffb95c', 0.34 * bright);
    for (const x of lanternsAt) pen.glow(x, -57, 20, '#ff8a4a', 0.55 * bright);
    flames(pen);
    steam(pen, 20, -40, 30, 52, 0.26);
    steam(pen, -34, -40, 22, 44, 0.2);
  },
});

const lanternsAt = [-52, -30, 34, 54] as const;

function backWall(pen: Pen): void {
  pen.box(
    -66,
    -78,
    132,
    48,
    0,
    pen.light.isDark ? pen.round(0, -60, 76, '#e8a45a', '#7a4a2a') : pen.fade(0, -78, 0, -30, '#9a6a42', '#6e4a30'),
  );
  for (const y of [-66, -55]) pen.box(-60, y, 40, 1.5, 0, '#4a3020');
  for (const [index, colour] of ['#d9503f', '#f0c85a', '#5a8f5a', '#e8e0d0', '#b5462f', '#f0c85a'].entries()) {
    pen.box(-58 + index * 6.4, -64.5 + (index % 2) * 1, 4.4, 8.5 - (index % 2), 1.2, colour);
  }
  // The menu.
  pen.box(30, -72, 32, 22, 1, '#2b2a2e');
  for (let line = 0; line < 4; line += 1) {
    pen.box(33, -69 + line * 4.8, 14 + ((line * 5) % 7), 1.5, 0.6, '#f4ead0');
    pen.box(54, -69 + line * 4.8, 5, 1.5, 0.6, '#f0c85a');
  }
}

function cook(pen: Pen): void {
  const stir = pen.sway(1.1);
  pen.at({ x: 2 + stir * 0.8 }, () => {
    pen.path('M-13-30C-14-48-9-53-3-54H5C11-53 15-48 14-30Z', pen.fade(-13, 0, 14, 0, '#ffffff', '#ccd2da'));
    pen.path('M-8-30V-44H9V-30Z', '#c8453a');
    pen.oval(0.5, -61, 6.6, 7.6, pen.fade(-6, 0, 7, 0, '#f2c9a2', '#cf9668'));
    pen.path('M-6.500-61C-7-68 8-68 7.500-61C6-65-5-65-6.500-61Z', '#2a2022');
    pen.path('M-7-65C-12-74-6-79-1-76C3-80 12-77 8-65Z', pen.fade(-8, 0, 9, 0, '#ffffff', '#d5dbe2'));
    pen.line('M-2.500-61.500V-61M3.500-61.500V-61', '#2a2022', 1.5);
    pen.line('M-2-57C0-55.800 2-55.800 3.500-57', '#8a4a3a', 0.9);
    pen.limb([-10, -49, 4, -17, -41, 3.4, -22 + stir * 2, -37, 2.8], '#e9edf1');
    pen.oval(-23 + stir * 2, -36.5, 2.6, 2.4, '#e0ac82');
    pen.limb([11, -49, 4, 17, -44, 3.4, 19 + stir * 3, -46, 2.8], '#dfe4ea');
    pen.oval(20 + stir * 3, -47, 2.6, 2.5, '#d9a078');
    pen.strand([20 + stir * 3, -48, 21 + stir * 5, -36], '#6e4a30', 1.6);
  });
}

function counter(pen: Pen, cloth: string): void {
  pen.box(-70, -34, 140, 5, 1, pen.fade(-70, 0, 70, 0, '#d9a868', '#8f6236'));
  pen.box(-67, -29, 134, 29, 1, pen.fade(0, -29, 0, 0, '#a8703e', '#5e3c22'));
  for (let x = -58; x < 66; x += 13) pen.line(`M${x}-28V-1`, '#4a2e1a', 0.7);
  // A short curtain in front.
  for (let index = 0; index < 5; index += 1) {
    const x = -42 + index * 17;
    const wave = pen.sway(2.6, index) * 0.8;
    pen.blob(
      [x, -29, x + 16, -29, x + 16, -29, x + 16 + wave, -13, x + 16 + wave, -13, x + wave, -13, x + wave, -13, x, -29],
      index % 2 === 0 ? cloth : '#f6ecd8',
    );
    pen.oval(x + 8 + wave * 0.5, -21, 3, 3.4, index % 2 === 0 ? faint('#ffffff', 0.8) : cloth);
  }
  for (const x of [-56, 52]) {
    pen.box(x - 6, -12, 12, 3, 1, '#c8844a');
    pen.line(`M${x - 4}-10L${x - 5} 0M${x + 4}-10L${x + 5} 0`, '#6e4a30', 1.5);
  }
}

function pots(pen: Pen): void {
  pen.path('M4-42H37C36-35 30-33 20-33C11-33 5-35 4-42Z', pen.fade(4, 0, 37, 0, '#5a6069', '#1c1f25'));
  pen.oval(20.5, -42, 16.5, 3.6, '#31353c');
  for (const [index, colour] of ['#f0c85a', '#6fae4a', '#e0653a', '#f0c85a', '#e9d8b0', '#6fae4a'].entries()) {
    pen.oval(10 + index * 4.2, -43 - Math.abs(pen.sway(0.7, index)) * 1.6, 2.4, 1.3, colour, index);
  }
  pen.box(-46, -45, 24, 12, 2, pen.fade(-46, 0, -22, 0, '#f0f2f5', '#8b939e'));
  pen.oval(-34, -45, 12, 2.8, '#e8c78a');
  for (const y of [-45, -50]) {
    pen.box(42, y + 4, 21, 6.5, 1, pen.fade(42, 0, 63, 0, '#e9c48a', '#a97a44'));
    pen.line(`M42 ${y + 7}H63`, '#8a5f34', 0.7);
  }
  for (const x of [46, 52.5, 59]) pen.oval(x, -47, 3.4, 2.6, '#fdf6ea');
  for (const x of [-62, -55]) {
    pen.path(
      `M${x - 4.5}-38H${x + 4.5}C${x + 4}-34 ${x + 2}-33.800 ${x}-33.800C${x - 2}-33.800 ${x - 4}-34 ${x - 4.5}-38Z`,
      '#e9eef2',
    );
    pen.oval(x, -38.2, 4.5, 1.2, '#d98b3a');
  }
}

function awning(pen: Pen, cloth: string): void {
  const stripes = 12;
  for (let index = 0; index < stripes; index += 1) {
    const colour = index % 2 === 0 ? cloth : '#f8f0e0';
    const [top, low] = [-62 + (index * 124) / stripes, -74 + (index * 148) / stripes];
    const [topEnd, lowEnd] = [top + 124 / stripes, low + 148 / stripes];
    pen.path(
      `M${top.toFixed(2)}-98H${topEnd.toFixed(2)}L${lowEnd.toFixed(2)}-80H${low.toFixed(2)}Z`,
      pen.fade(0, -98, 0, -80, lighter(colour, 0.15), darker(colour, 0.16)),
    );
    const wave = 1.2 * pen.sway(2.2, index * 0.7);
    const middle = (low + lowEnd) / 2;
    pen.blob(
      [low, -80, lowEnd, -80, lowEnd, -80, lowEnd, -76 + wave, middle, -72 + wave, low, -76 + wave, low, -80],
      darker(colour, 0.08),
    );
  }
  pen.box(-64, -100, 128, 3, 1.4, darker(cloth, 0.45));
}

function lanterns(pen: Pen): void {
  for (const [index, x] of lanternsAt.entries()) {
    pen.at({ x, y: -74, turn: pen.sway(3.1, index) * 0.07 }, () => {
      pen.line('M0 0V8', '#3a2a20', 0.6);
      const paper = pen.light.isDark ? '#ff6a3c' : '#d93a30';
      pen.oval(0, 16, 8, 8.4, pen.round(0, 17, 9, mix(paper, '#ffe0a0', 0.7), paper, darker(paper, 0.2)));
      for (const rib of [0.35, 0.75]) {
        pen.context.beginPath();
        pen.context.ellipse(0, 16, 8 * rib, 8.4, 0, 0, 2 * Math.PI);
        pen.context.strokeStyle = faint('#7a1f18', 0.45);
        pen.context.lineWidth = 0.5;
        pen.context.stroke();
      }
      pen.box(-3.4, 6.6, 6.8, 2, 0.6, '#e8b84a');
      pen.box(-3.4, 23.2, 6.8, 2, 0.6, '#e8b84a');
      pen.line('M0 25V30', '#e8b84a', 1);
    });
  }
}

function flames(pen: Pen): void {
  for (let index = 0; index < 7; index += 1) {
    const x = 9 + index * 3.9;
    const height = 5 + 2.4 * pen.sway(0.5 + index * 0.06, index * 2);
    pen.blob(
      [x - 2, -33, x + 2, -33, x + 1.2, -33 - height * 0.5, x, -33 - height, x - 1.2, -33 - height * 0.5],
      index % 2 === 0 ? faint('#ff9a3c', 0.85) : faint('#ffd76a', 0.85),
    );
  }
}
