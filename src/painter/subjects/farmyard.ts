import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import { standingLegs } from './parts.ts';
import type { Pen } from './pen.ts';

/** A duck with three ducklings in a row, swimming. */
export const duck = lit({
  height: 0.36,
  width: 2.1,
  anchor: 'water',
  bounds: around(250, 8, 14),
  body: (pen) => {
    const plumage = pen.tint(['#f8f6ee', '#8a6a48', '#f8f6ee']);
    for (const [index, x] of [-104, -76, -48].entries())
      pen.at({ x, y: pen.sway(1.6, index) * 1.6, scale: 0.34 }, () => swimmer(pen, '#f7d34a', index, true));
    pen.at({ x: 22, y: pen.sway(2.4) * 1.4 }, () => swimmer(pen, plumage, 5, false));
  },
});

function swimmer(pen: Pen, plumage: string, phase: number, isYoung: boolean): void {
  pen.oval(0, 2, 62, 6, faint('#ffffff', 0.3));
  pen.path(
    'M-54-30C-62-42-60-46-52-42C-40-34-20-40-4-40C20-40 44-36 48-20C48-4 26 4-4 4C-34 4-48-8-54-30Z',
    pen.fade(0, -42, 0, 4, lighter(plumage, 0.3), plumage, darker(plumage, 0.24)),
  );
  pen.path('M-40-28C-20-40 14-36 22-22C14-10-12-8-40-28Z', darker(plumage, 0.14));
  pen.line('M-28-26C-14-20 0-18 14-20', darker(plumage, 0.28), 2);
  pen.at({ x: 30, y: -30, turn: pen.sway(1.7, phase) * 0.08 }, () => {
    pen.limb([0, 4, 14, 8, -24, 10], plumage);
    if (!isYoung) pen.path('M-6-16C0-12 12-12 17-17L17-13C12-8 0-8-6-12Z', '#ffffff');
    const crown = isYoung || plumage === '#f8f6ee' ? plumage : '#2f7a54';
    pen.oval(12, -40, 19, 18, pen.round(6, -46, 26, lighter(crown, 0.35), crown, darker(crown, 0.2)));
    const quack = Math.max(0, pen.sway(1.3, phase)) * 4;
    pen.path(`M26-42C36-46 48-42 52-38C46-36 36-35 27-36Z`, '#f0992c');
    pen.path(`M27-36C36-35 44-34 48-${34 - quack}C42-${31 - quack} 33-31 27-33Z`, '#d97a1c');
    pen.oval(18, -45, 3, 3.4, '#17130f');
    pen.oval(19, -46.4, 1, 1, '#ffffff');
  });
}

/** A rooster that struts and crows, and a hen that pecks. */
export const chicken = lit({
  height: 0.5,
  width: 1.6,
  anchor: 'ground',
  bounds: around(160, 12),
  shadow: 56,
  body: (pen) => {
    pen.at({ x: 58, scale: [-0.68, 0.68] }, () => fowl(pen, '#e8d8bc', Math.max(0, pen.sway(1.4)), false));
    pen.at({ x: -18 }, () => fowl(pen, pen.tint(['#b5562c', '#a84a24']), 0, true));
  },
});

function fowl(pen: Pen, body: string, peck: number, isRooster: boolean): void {
  for (const x of [-6, 6]) {
    pen.limb([x, -28, 3, x + 1, -4, 1.7], '#e0a03c');
    for (const toe of [-5, 0, 6]) pen.line(`M${x + 1}-3L${x + 1 + toe}-0.5`, '#d9902c', 2);
  }
  if (isRooster)
    for (const [index, colour] of ['#1f3a3a', '#2a5a50', '#1c2f3c', '#3f7a5a', '#23443c'].entries())
      pen.strand(
        [
          -20,
          -48,
          -36 - index * 2,
          -72 + index * 7 + pen.sway(1.9, index) * 2,
          -50 - index * 2,
          -62 + index * 9,
          -50,
          -42 + index * 8,
        ],
        colour,
        6.5,
      );
  else pen.path('M-22-44L-40-62L-36-44L-42-46L-24-34Z', darker(body, 0.2));
  pen.path(
    'M-28-46C-26-26-8-20 8-22C24-24 30-38 28-52C22-62 6-52-6-52C-16-52-24-54-28-46Z',
    pen.fade(0, -56, 0, -20, lighter(body, 0.25), body, darker(body, 0.3)),
  );
  pen.path('M-20-46C-8-52 8-48 12-38C4-28-14-30-20-46Z', darker(body, 0.26));
  pen.at({ x: 20, y: -50, turn: peck * 1.3 + pen.sway(1.1) * 0.06 }, () => {
    pen.path(
      'M-10 6C-8-10-4-24 2-32C10-36 16-30 14-22C12-10 14 2 10 10Z',
      pen.fade(0, -34, 0, 8, isRooster ? '#e8a83c' : lighter(body, 0.2), isRooster ? '#c8702c' : body),
    );
    pen.oval(6, -34, 9, 8.6, isRooster ? '#e0983c' : body);
    pen.path('M-3-40C-6-48 0-50 2-46C3-52 9-52 10-46C13-50 17-46 14-40Z', '#d8302c');
    pen.path('M14-36L25-32L14-29Z', '#f2b53a');
    pen.oval(12, -26, 3, isRooster ? 6 : 3.4, '#d8302c');
    pen.oval(9, -36, 1.9, 2, '#17120f');
  });
}

/** A pink pig that snuffles, its tail in a curl. */
export const pig = lit({
  height: 0.42,
  width: 1.5,
  anchor: 'ground',
  bounds: around(180, 10),
  shadow: 60,
  body: (pen) => {
    const hide = pen.tint(['#f2b0a8', '#f5bcb4', '#e8a098']);
    const legs = {
      at: [-34, 24],
      y: -34,
      long: 34,
      thick: 11,
      hide,
      low: darker(hide, 0.06),
      foot: '#6a4a44',
    } as const;
    const far = darker(hide, 0.24);
    standingLegs(pen, { ...legs, at: [-24, 34], hide: far, low: far });
    const curl = pen.sway(0.7) * 1.5;
    pen.strand(
      [-54, -58, -64, -60 + curl, -66, -68, -60, -70 + curl, -60, -63, -70, -62 + curl],
      darker(hide, 0.12),
      3,
    );
    pen.path(
      'M-56-52C-58-80-30-90 0-89C32-88 50-74 50-54C50-32 30-24 0-24C-32-24-54-30-56-52Z',
      pen.fade(0, -90, 0, -24, lighter(hide, 0.3), hide, darker(hide, 0.18)),
    );
    standingLegs(pen, legs);
    const snuffle = pen.sway(1.2) * 0.07;
    pen.at({ x: 46, y: -60, turn: 0.12 + snuffle }, () => {
      pen.oval(0, 0, 27, 26, pen.round(-6, -10, 36, lighter(hide, 0.35), hide, darker(hide, 0.1)));
      for (const [x, turn] of [
        [-14, -0.5],
        [10, 0.3],
      ] as const)
        pen.at({ x, y: -19, turn: turn + pen.sway(2.1, x) * 0.08 }, () =>
          pen.path('M-9 4C-10-10-4-18 4-20C10-10 10 0 7 6Z', x < 0 ? darker(hide, 0.2) : darker(hide, 0.1)),
        );
      pen.oval(20, 6, 13, 11, darker(hide, 0.08));
      pen.oval(23, 5, 10.5, 9, lighter('#e88a88', 0.1));
      for (const x of [19.5, 27]) pen.oval(x, 5, 2, 3, '#8a4444');
      pen.strand([6, 16, 14, 20, 22, 19], darker(hide, 0.4), 1.4);
      const open = 1 - Math.max(0, pen.sway(3.3)) ** 60;
      for (const x of [-2, 14]) pen.oval(x, -7, 2.4, 2.8 * open + 0.3, '#1f1614');
      pen.oval(-6, 6, 5, 3.4, 'rgba(240,110,110,0.35)');
    });
  },
});
