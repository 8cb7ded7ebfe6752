import { darker, faint, lighter } from '../colour.ts';
import { facing, handOf, somebodyFacing } from './facing.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** In a long dress on the runway; cameras flash. */
export const model = lit({
  height: 0.68,
  width: 0.75,
  anchor: 'ground',
  bounds: around(100, 8),
  shadow: 28,
  body: (pen) => {
    const dress = pen.tint(['#d8304a', '#1f2a4a', '#e8c86a', '#3f8a7a']);
    const look = somebodyFacing(pen, {
      style: pen.pick(['long', 'bun'] as const),
      top: dress,
      bottom: dress,
      shoes: '#231d22',
      isInSkirt: true,
      isBareArmed: true,
    });
    const step = pen.sway(1.3);
    const train = pen.sway(1.3, 0.8) * 4;
    pen.at({ x: step * 2, y: -Math.abs(step) * 1.6 }, () => {
      facing(pen, look, {
        arms: [
          [0.2 + step * 0.14, 0.1],
          [0.55, -1.7],
        ],
        feet: [Math.max(0, step) * 5, Math.max(0, -step) * 5],
        tilt: step * 0.03,
      });
      // He wears a suit.
      if (pen.person === 'man') return;
      pen.blob(
        [-10, -52, 10, -52, 13, -34, 20 + train, -6, 14 + train, -2, -16 + train, -2, -22 + train, -6, -13, -34],
        pen.fade(-18, 0, 20, 0, lighter(dress, 0.26), dress, darker(dress, 0.3)),
      );
      pen.box(-10, -54, 20, 4, 1.6, lighter(dress, 0.4));
      for (const x of [-8, 0, 8])
        pen.strand([x * 0.5, -48, x * 0.9, -24, x * 1.6 + train, -4], faint(darker(dress, 0.4), 0.5), 0.8);
    });
  },
  glow: (pen) => {
    for (let flash = 0; flash < 7; flash += 1) {
      const shine = Math.max(0, pen.sway(0.9 + flash * 0.23, flash * 2.4)) ** 24;
      pen.glow((flash % 2 === 0 ? -1 : 1) * (38 + flash * 4), -14 - flash * 7, 20, '#ffffff', shine);
    }
  },
});

/** With beard, pointed hat and a staff whose crystal shines. */
export const wizard = lit({
  height: 0.72,
  width: 0.9,
  anchor: 'ground',
  bounds: around(130, 34),
  shadow: 34,
  body: (pen) => pen.at({ scale: 0.82 }, () => wizardAt(pen)),
  glow: (pen) => pen.at({ scale: 0.82 }, () => spell(pen)),
});

function wizardAt(pen: Pen): void {
  const robe = pen.tint(['#4a3a9a', '#2f5a8a', '#6a2f7a']);
  const look = somebodyFacing(pen, {
    style: 'short',
    top: robe,
    bottom: darker(robe, 0.2),
    shoes: '#2a1f1a',
    age: 'old',
  });
  const staff = [1.1, 0.2 + pen.sway(2.6) * 0.08] as const;
  const [x, y] = handOf(look, staff, 1);
  pen.at({ scale: 0.92 }, () => {
    facing(pen, look, { arms: [[0.9 + pen.sway(2.1) * 0.25, 0.7], staff], tilt: pen.sway(3) * 0.02 });
    const flow = pen.sway(2.4) * 2;
    pen.blob(
      [-13, -60, 13, -60, 16, -34, 23 + flow, 0, 0, 3, -23 + flow, 0, -16, -34],
      pen.fade(-20, 0, 22, 0, lighter(robe, 0.2), robe, darker(robe, 0.35)),
    );
    pen.box(-13, -54, 26, 4, 1.6, '#d9a93c');
    pen.path(
      'M-7.500-86C-9-70-5-56 0-50C5-56 9-70 7.500-86C4-82-4-82-7.500-86Z',
      pen.fade(0, -86, 0, -50, '#ffffff', '#cfd3de'),
    );
    pen.path('M-20-96C-8-102 8-102 20-96C10-93-10-93-20-96Z', darker(robe, 0.2));
    pen.path(
      'M-12-97C-8-112-2-126 8-131C5-122 8-110 12-97C6-100-6-100-12-97Z',
      pen.fade(-10, 0, 12, 0, lighter(robe, 0.2), darker(robe, 0.2)),
    );
    for (const [sx, sy] of [
      [-2, -106],
      [3, -116],
      [-6, -40],
      [8, -28],
      [-12, -16],
    ] as const)
      pen.path(
        `M${sx} ${sy - 2.6}L${sx + 0.8} ${sy - 0.8}L${sx + 2.6} ${sy}L${sx + 0.8} ${sy + 0.8}L${sx} ${sy + 2.6}L${sx - 0.8} ${sy + 0.8}L${sx - 2.6} ${sy}L${sx - 0.8} ${sy - 0.8}Z`,
        '#ffe07a',
      );
  });
  pen.limb([x - 1, 0, 1.6, x + 1, -102, 1.8], '#6a4a2c');
  pen.path(
    `M${x - 5}-102C${x - 8}-110 ${x - 2}-114 ${x + 1}-114C${x + 5}-114 ${x + 10}-110 ${x + 7}-102L${x + 1}-98Z`,
    pen.round(x, -107, 10, '#ffffff', '#7fe8ff', '#3f8fe8'),
  );
  pen.oval(x, y * 0.96, 3.2, 3.2, look.skin);
}

function spell(pen: Pen): void {
  pen.glow(36, -107, 34 + pen.sway(0.8) * 5, '#7fd8ff', 0.85);
  for (let spark = 0; spark < 24; spark += 1) {
    const life = (pen.seconds / 1.7 + pen.random()) % 1;
    const angle = pen.random() * 6.3 + life * 3;
    pen.oval(
      36 + Math.cos(angle) * life * 34,
      -107 + Math.sin(angle) * life * 26,
      1.2,
      1.2,
      faint(spark % 2 === 0 ? '#fff2a8' : '#a8f0ff', 1 - life),
    );
  }
}

/** In armour, the sword raised, a shield at the arm. */
export const knight = lit({
  height: 0.66,
  width: 0.95,
  anchor: 'ground',
  bounds: around(130, 34),
  shadow: 30,
  body: (pen) => pen.at({ scale: 0.72 }, () => knightAt(pen)),
});

function knightAt(pen: Pen): void {
  const steel = '#aab4c2';
  const crest = pen.tint(['#c8342e', '#2f5fb0', '#3f8a4a']);
  const look = somebodyFacing(pen, { style: 'short', top: steel, bottom: '#8a94a2', shoes: '#5a626e' });
  const sword = [2.3 + pen.sway(1.8) * 0.22, 0.3] as const;
  const [x, y] = handOf(look, sword, 1);
  pen.blob(
    [-12, -78, 12, -78, 20, -30, 17 + pen.sway(1.7) * 3, -4, -17 + pen.sway(1.7) * 3, -4, -20, -30],
    darker(crest, 0.2),
  );
  facing(pen, look, { arms: [[0.7, -0.9], sword], tilt: pen.sway(1.8) * 0.03 });
  pen.path('M-13-77C-8-70 8-70 13-77L11-54L0-48L-11-54Z', pen.fade(-12, 0, 12, 0, '#f2f5f9', steel, '#5f6a78'));
  pen.line('M0-72V-50', '#6a7482', 1);
  pen.path('M-10-54H10L13-38L5-42L0-36L-5-42L-13-38Z', crest);
  for (const side of [-1, 1]) {
    pen.oval(side * 13, -75, 6.5, 5.6, pen.round(side * 12, -78, 9, '#ffffff', steel, '#5f6a78'));
    pen.oval(side * 5.4, -24, 5, 5.6, '#d8dee6');
  }
  pen.path(
    'M-10.500-86C-11-104 11-104 10.500-86C10-80 6-78 0-78C-6-78-10-80-10.500-86Z',
    pen.fade(-10, 0, 10, 0, '#f4f7fa', steel, '#56606e'),
  );
  pen.box(-8, -92, 16, 3, 1, '#181b22');
  pen.path('M-1-91H1V-79H-1Z', '#5a6472');
  pen.strand([0, -99, -5, -108, -15, -104 + pen.sway(0.9) * 2, -20, -94], crest, 5);
  pen.at({ x: -13, y: -52 }, () => {
    pen.path('M-14-16C-6-19 6-19 14-16C15 0 10 14 0 21C-10 14-15 0-14-16Z', '#e8edf3');
    pen.path('M-11-13C-5-15.500 5-15.500 11-13C12 0 8 11 0 17C-8 11-12 0-11-13Z', crest);
    pen.box(-1.8, -14, 3.6, 29, 0, '#f2d68a');
    pen.box(-11, -4, 22, 3.6, 0, '#f2d68a');
  });
  pen.at({ x, y, turn: 0.34 + pen.sway(1.8) * 0.1 }, () => {
    pen.path('M-2.600-6L-1.500-48L0-53L1.500-48L2.600-6Z', pen.fade(-3, 0, 3, 0, '#ffffff', '#b8c4d2', '#7a8694'));
    pen.box(-8, -7, 16, 3, 1.4, '#d9a93c');
    pen.limb([0, -4, 1.6, 0, 5, 1.6], '#5a3a24');
    pen.oval(0, 0, 3.4, 3.4, steel);
  });
}
