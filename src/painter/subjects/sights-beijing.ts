import { faint } from '../colour.ts';
import { around, lit } from './lit.ts';
import { gulls } from './sights.ts';

/** The round hall with its three blue roofs, on white terraces. */
export const templeOfHeaven = lit({
  height: 0.66,
  width: 1.55,
  anchor: 'ground',
  bounds: around(180, 8),
  shadow: 80,
  body: (pen) => {
    for (const [half, y] of [
      [76, 0],
      [64, -9],
      [52, -18],
    ] as const) {
      pen.path(
        `M${-half} ${y}L${-half + 4} ${y - 9}H${half - 4}L${half} ${y}Z`,
        pen.fade(0, y - 9, 0, y, '#ffffff', '#c8c4bc'),
      );
      for (let x = -half + 5; x < half - 4; x += 5) pen.box(x, y - 12.4, 2, 4, 0.6, '#eceae4');
    }
    pen.path('M-9-27H9L14 1H-14Z', '#dedad0');
    for (const y of [-24, -18, -12, -6])
      pen.line(`M${-9 - (y + 27) * 0.18} ${y}H${9 + (y + 27) * 0.18}`, '#a8a49a', 0.7);
    for (const [half, y, tall] of [
      [40, -27, 14],
      [31, -50, 8],
      [22, -68, 7],
    ] as const) {
      pen.box(
        -half * 0.86,
        y - tall,
        half * 1.72,
        tall + 1,
        0,
        pen.fade(-half, 0, half, 0, '#d8503c', '#b5342a', '#7a211c'),
      );
      for (let x = -half * 0.8; x < half * 0.8; x += 6.4)
        pen.box(x, y - tall + 2, 4, tall - 3, 0, pen.light.isDark ? '#ffcf7a' : '#2f5f54');
      pen.box(-half * 0.9, y - tall - 2, half * 1.8, 3, 0, '#2f8a8a');
      pen.box(-half * 0.9, y - tall - 0.6, half * 1.8, 1, 0, '#f2c23a');
      const top = half * 0.62;
      pen.path(
        `M${-half - 7} ${y - tall - 1}C${-half} ${y - tall - 3} ${-top} ${y - tall - 11} ${-top + 3} ${y - tall - 12}H${top - 3}C${top} ${y - tall - 11} ${half} ${y - tall - 3} ${half + 7} ${y - tall - 1}C${half * 0.4} ${y - tall + 3} ${-half * 0.4} ${y - tall + 3} ${-half - 7} ${y - tall - 1}Z`,
        pen.fade(-half, 0, half, 0, '#5a8fd8', '#2f5fae', '#1a3a78'),
      );
    }
    pen.path('M-16-86C-10-92-4-94 0-97C4-94 10-92 16-86Z', '#2f5fae');
    pen.oval(0, -98, 2.6, 3.4, '#f2c23a');
    gulls(pen, 44, -88);
  },
});

/** The red gate with its golden roofs; the flag waves. */
export const tiananmen = lit({
  height: 0.52,
  width: 2.1,
  anchor: 'ground',
  bounds: around(230, 8),
  shadow: 100,
  body: (pen) => {
    pen.path('M-98 1L-94-36H94L98 1Z', pen.fade(0, -36, 0, 1, '#d8483a', '#a8281f'));
    pen.box(-96, -40, 192, 5, 0, '#e8c88a');
    for (let x = -92; x < 92; x += 6) pen.box(x, -44, 3.4, 5, 0, '#f4efe6');
    for (const [x, wide] of [
      [0, 9],
      [-26, 7],
      [26, 7],
      [-50, 6.4],
      [50, 6.4],
    ] as const)
      pen.path(`M${x - wide} 1V-14C${x - wide}-24 ${x + wide}-24 ${x + wide}-14V1Z`, '#4a1512');
    pen.box(-6, -33, 12, 10, 0.6, '#f2e2b8');
    for (const [half, y] of [
      [74, -44],
      [56, -68],
    ] as const) {
      pen.box(-half * 0.92, y - 13, half * 1.84, 14, 0, '#a8281f');
      for (let x = -half * 0.88; x < half * 0.86; x += 9) {
        pen.box(x, y - 13, 2.4, 14, 0, '#d8483a');
        pen.box(x + 3.2, y - 10, 5, 9, 0, pen.light.isDark ? '#ffcf7a' : '#c8963c');
      }
      pen.path(
        `M${-half - 10} ${y - 13}C${-half - 2} ${y - 14} ${-half * 0.84} ${y - 20} ${-half * 0.76} ${y - 23}H${half * 0.76}C${half * 0.84} ${y - 20} ${half + 2} ${y - 14} ${half + 10} ${y - 13}C${half * 0.5} ${y - 11} ${-half * 0.5} ${y - 11} ${-half - 10} ${y - 13}Z`,
        pen.fade(0, y - 24, 0, y - 11, '#ffdc7a', '#e0a52c', '#a8741c'),
      );
      for (let x = -half * 0.7; x <= half * 0.7; x += 8)
        pen.line(`M${Math.round(x)} ${y - 22}L${Math.round(x * 1.1)} ${y - 13}`, faint('#a8741c', 0.6), 0.7);
    }
    for (const x of [-30, -10, 10, 30]) pen.oval(x, -50, 4.4, 4.8, pen.round(x - 1, -52, 6, '#ff8a5a', '#d8302c'));
    pen.line('M86-36V-96', '#e8ecf2', 1.2);
    const wave = (dx: number): number => Math.sin(pen.seconds * 4 - dx * 0.2) * 1.6;
    pen.blob(
      [
        86,
        -96,
        86,
        -96,
        96,
        -96 + wave(10),
        108,
        -95 + wave(22),
        108,
        -95 + wave(22),
        108,
        -82 + wave(22),
        96,
        -83 + wave(10),
        86,
        -82,
        86,
        -82,
      ],
      '#de2910',
    );
    pen.oval(91, -92.5 + wave(5), 1.8, 1.8, '#ffde00');
  },
});
