import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';
import type { SubjectPainter } from '../subject.ts';

const cup = 'M-25-82L-19-4C-18 0 18 0 19-4L25-82Z';

function tumbler(pen: Pen, liquid: string, inside: () => void): void {
  pen.path(cup, faint('#ffffff', 0.35));
  pen.within(cup, () => {
    pen.box(-30, -74, 60, 80, 0, pen.fade(-24, 0, 24, 0, lighter(liquid, 0.24), liquid, darker(liquid, 0.24)));
    inside();
    pen.box(-20, -84, 6, 88, 3, faint('#ffffff', 0.34));
    pen.box(15, -84, 2.4, 88, 1, faint('#ffffff', 0.22));
  });
  pen.oval(0, -74, 24, 3.6, lighter(liquid, 0.4));
  for (let drop = 0; drop < 12; drop += 1) {
    const [x, y] = [-18 + ((drop * 11) % 37), -64 + ((drop * 17) % 56)];
    const slide = drop % 4 === 0 ? (pen.seconds * 3 + drop) % 9 : 0;
    pen.oval(x, y + slide, 0.9, 1.4, faint('#ffffff', 0.7));
  }
}

function ice(pen: Pen): void {
  for (const [index, [x, y]] of (
    [
      [-11, -66],
      [7, -68],
      [-2, -57],
      [13, -58],
      [-14, -54],
    ] as const
  ).entries())
    pen.at({ x, y: y + pen.sway(3, index) * 0.8, turn: index * 0.7 + pen.sway(4, index) * 0.08 }, () => {
      pen.box(-6, -6, 12, 12, 2.4, faint('#ffffff', 0.45));
      pen.line('M-4-4H3', faint('#ffffff', 0.8), 1);
    });
}

const glass = (body: (pen: Pen) => void): SubjectPainter =>
  lit({ height: 0.58, width: 0.75, anchor: 'table', bounds: around(110, 16), shadow: 34, body });

/** Milk tea with pearls, a dome and a broad straw. */
export const milkTea = glass((pen) => {
  const tea = pen.tint(['#d8a878', '#c99a6a', '#e0b890']);
  pen.line('M6-84L16-112', '#e86a8a', 6);
  tumbler(pen, tea, () => {
    pen.box(-30, -78, 60, 16, 0, pen.fade(0, -78, 0, -60, '#fdf2e2', faint('#fdf2e2', 0)));
    ice(pen);
    for (let pearl = 0; pearl < 26; pearl += 1) {
      const row = Math.floor(pearl / 6);
      const x = -15 + (pearl % 6) * 6 + (row % 2) * 3;
      const y = -5 - row * 5.4 + pen.sway(2.8, pearl) * 0.5;
      pen.oval(x, y, 3, 3, pen.round(x - 1, y - 1, 3.6, '#7a5040', '#2a1812'));
    }
  });
  pen.path('M-27-82C-26-98 26-98 27-82Z', faint('#ffffff', 0.36));
  pen.box(-29, -85, 58, 5, 2.4, faint('#ffffff', 0.85));
  pen.line('M6-84L3-30', faint('#c0486a', 0.55), 5);
});

/** Cola, dark brown: ice, a foam that hisses, a slice of lemon and a straw. */
export const cola = glass((pen) => {
  const liquid = pen.tint(['#3f1d12', '#3a1a10']);
  pen.line('M4-60L18-110', '#e0483c', 4);
  pen.line('M7-70L17-106', '#ffffff', 1.2);
  tumbler(pen, liquid, () => {
    pen.box(
      -30,
      -80,
      60,
      90,
      0,
      pen.fade(0, -74, 0, 4, faint('#c8703c', 0.5), faint('#5a2a18', 0.1), faint('#8a4424', 0.45)),
    );
    ice(pen);
    rising(pen, 34, '#f2c8a0');
  });
  for (let foam = 0; foam < 15; foam += 1)
    pen.oval(
      -20 + ((foam * 7) % 41),
      -75 - (foam % 3) * 1.6,
      3.4 + pen.sway(0.8, foam) * 0.7,
      2.6,
      foam % 2 === 0 ? '#f0d2b0' : '#dcb48c',
    );
  lemon(pen);
});

/** Two mugs of beer that clink; the foam runs over. */
export const beer = lit({
  height: 0.5,
  width: 1.6,
  anchor: 'table',
  bounds: around(190, 20),
  shadow: 70,
  body: (pen) => {
    const clink = Math.max(0, pen.sway(2.6)) ** 2;
    for (const side of [-1, 1])
      pen.at({ x: side * (40 - clink * 9), y: -clink * 5, turn: side * -0.09 * clink, scale: [side, 1] }, () =>
        mug(pen, side),
      );
    for (let drop = 0; drop < 10; drop += 1) {
      const life = (pen.seconds / 0.9 + drop / 10) % 1;
      pen.oval(
        (drop % 5) * 4 - 8,
        -84 - Math.sin(life * Math.PI) * 24 * clink,
        1.6,
        2,
        faint('#fff4d8', clink * (1 - life)),
      );
    }
  },
});

function mug(pen: Pen, side: number): void {
  pen.context.beginPath();
  pen.context.ellipse(30, -40, 15, 20, 0, -1.6, 1.6);
  pen.context.strokeStyle = faint('#ffffff', 0.75);
  pen.context.lineWidth = 6;
  pen.context.stroke();
  const beer = '#f0a52c';
  pen.path('M-30-78L-27-2C-27 0-25 1-23 1H23C25 1 27 0 27-2L30-78Z', faint('#ffffff', 0.55));
  pen.path('M-27-74L-24-5H24L27-74Z', pen.fade(-27, 0, 27, 0, lighter(beer, 0.3), beer, darker(beer, 0.2)));
  pen.within('M-27-74L-24-5H24L27-74Z', () => rising(pen, 22, '#fff0c0'));
  for (const x of [-16, 0, 16]) pen.box(x - 3, -64, 6, 54, 3, faint('#ffffff', 0.2));
  for (const [x, y, r] of [
    [-25, -80, 10],
    [-10, -86, 12],
    [7, -87, 12],
    [23, -81, 11],
    [0, -78, 14],
  ] as const)
    pen.oval(x, y + pen.sway(2.2, x * side) * 0.8, r, r * 0.86, pen.round(x - 3, y - 5, r * 1.5, '#ffffff', '#f6ead0'));
  pen.blob([-30, -76, -20, -70, -18, -56 + pen.sway(3) * 2, -24, -54, -30, -62], '#fbf2dc');
}

function rising(pen: Pen, count: number, colour: string): void {
  for (let bubble = 0; bubble < count; bubble += 1) {
    const life = (pen.seconds / 3 + bubble / count) % 1;
    const x = -16 + ((bubble * 13) % 33) + Math.sin(life * 9 + bubble);
    pen.oval(x, -4 - life * 66, 1.2, 1.2, faint(colour, 0.65));
  }
}

/** A cold drink: ice, a slice of lemon at the rim, mint and rising bubbles. */
export const juice = glass((pen) => {
  const liquid = pen.tint(['#f5a53a', '#e8604a', '#8fc94a', '#f2c83a']);
  pen.line('M4-60L18-108', '#e0483c', 3.4);
  tumbler(pen, liquid, () => {
    ice(pen);
    rising(pen, 18, '#ffffff');
  });
  lemon(pen);
  for (const turn of [-0.5, 0.1, 0.7])
    pen.at({ x: 8, y: -76, turn: turn + pen.sway(3, turn) * 0.05 }, () =>
      pen.path('M0 0C7-6 7-16 0-22C-7-16-7-6 0 0Z', pen.fade(-6, 0, 6, 0, '#7fc05a', '#3f8a3a')),
    );
});

function lemon(pen: Pen): void {
  pen.at({ x: -22, y: -84, turn: -0.3 }, () => {
    pen.oval(0, 0, 13, 13, '#f2c83a');
    pen.oval(0, 0, 11, 11, '#fdf3c0');
    for (let slice = 0; slice < 8; slice += 1)
      pen.at({ turn: (slice * Math.PI) / 4 }, () => pen.path('M0-1.500L3-9C1-10.500-1-10.500-3-9Z', '#f7d95a'));
  });
}
