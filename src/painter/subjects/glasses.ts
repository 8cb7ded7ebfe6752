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

/** A cold drink: ice, a slice of lemon at the rim, mint and rising bubbles. */
export const juice = glass((pen) => {
  const liquid = pen.tint(['#f5a53a', '#e8604a', '#8fc94a', '#f2c83a']);
  pen.line('M4-60L18-108', '#e0483c', 3.4);
  tumbler(pen, liquid, () => {
    ice(pen);
    for (let bubble = 0; bubble < 18; bubble += 1) {
      const life = (pen.seconds / 3 + bubble / 18) % 1;
      pen.oval(
        -16 + ((bubble * 13) % 33) + Math.sin(life * 9 + bubble),
        -4 - life * 66,
        1.2,
        1.2,
        faint('#ffffff', 0.6),
      );
    }
  });
  pen.at({ x: -22, y: -84, turn: -0.3 }, () => {
    pen.oval(0, 0, 13, 13, '#f2c83a');
    pen.oval(0, 0, 11, 11, '#fdf3c0');
    for (let slice = 0; slice < 8; slice += 1)
      pen.at({ turn: (slice * Math.PI) / 4 }, () => pen.path('M0-1.500L3-9C1-10.500-1-10.500-3-9Z', '#f7d95a'));
  });
  for (const turn of [-0.5, 0.1, 0.7])
    pen.at({ x: 8, y: -76, turn: turn + pen.sway(3, turn) * 0.05 }, () =>
      pen.path('M0 0C7-6 7-16 0-22C-7-16-7-6 0 0Z', pen.fade(-6, 0, 6, 0, '#7fc05a', '#3f8a3a')),
    );
});
