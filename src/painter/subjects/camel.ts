import { darker, lighter } from '../colour.ts';
import { figure, somebody, walking } from './figure.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

const saddles = ['#b5302f', '#2f6c8f', '#c9862f'] as const;

/** A caravan: a guide on foot leads three camels on a rope. */
export const camel = lit({
  height: 0.36,
  width: 3.1,
  anchor: 'ground',
  bounds: around(340, 12),
  body: (pen) => {
    const hide = pen.tint(['#b98a56', '#a8764a', '#c79a62']);
    const guide = somebody(pen);
    for (const x of [-104, 0, 102]) pen.oval(x, 0, 40, 3.4, 'rgba(6,8,14,0.32)');
    pen.strand([-62, -70, -40, -44, -24, -46], '#5a4530', 0.9);
    pen.strand([40, -70, 62, -44, 78, -46], '#5a4530', 0.9);
    for (const [index, x] of [-104, -2, 98].entries()) {
      pen.at({ x, scale: [1, 0.82, 0.94][index] ?? 1 }, () =>
        beast(pen, index === 1 ? lighter(hide, 0.08) : hide, saddles[index] ?? '#b5302f', index * 1.9),
      );
    }
    pen.strand([132, -66, 142, -46, 148, -34], '#5a4530', 0.9);
    const { umbrella: _, bag: _bag, ...clothes } = guide;
    pen.at({ x: 152, scale: 0.66 }, () =>
      figure(
        pen,
        { ...clothes, style: 'hat', top: '#e8dcc4', bottom: '#cbb894', hem: 26, scarf: '#b5302f' },
        walking(pen.seconds * 4.4),
      ),
    );
  },
});

/** One camel from the side, its head at the right and its feet on y = 0. */
function beast(pen: Pen, hide: string, saddle: string, phase: number): void {
  const step = pen.seconds * 4 + phase;
  const bob = Math.sin(step * 2) * 0.8;
  pen.at({ y: bob }, () => {
    legs(pen, darker(hide, 0.32), step + Math.PI);
    pen.strand([-38, -56, -44, -48, -44 + pen.sway(1.6, phase) * 3, -36], darker(hide, 0.3), 2.4);
    pen.path(
      'M-40-52C-40-62-34-66-28-66C-25-84-13-86-8-68C-4-65 2-65 6-68C11-86 24-84 27-66C34-64 38-58 36-50C32-40 20-36 0-36C-22-36-38-40-40-52Z',
      pen.fade(0, -84, 0, -36, lighter(hide, 0.22), hide, darker(hide, 0.34)),
    );
    legs(pen, hide, step);
    pen.path('M-10-69C-6-65 2-65 8-69L13-46C6-43-8-43-14-46Z', saddle);
    pen.line('M-13-48C-7-45 6-45 12-48', lighter(saddle, 0.5), 1.6);
    pen.line('M-9-64C-5-61 3-61 7-64', '#f2c75a', 1.2);
    neck(pen, hide, Math.sin(step * 2 + 0.6) * 0.05);
  });
}

function legs(pen: Pen, hide: string, step: number): void {
  for (const [x, swing, lifted] of [
    [-28, Math.sin(step) * 0.34, Math.max(0, Math.cos(step))],
    [24, Math.sin(step + 0.5) * 0.34, Math.max(0, Math.cos(step + 0.5))],
  ] as const) {
    pen.at({ x, y: -44, turn: -swing }, () => {
      pen.limb([0, -4, 8, 0, 8, 5, 0, 20, 3.6], hide);
      pen.at({ y: 20, turn: lifted * 0.6 }, () => {
        pen.limb([0, 0, 3.6, 0, 18, 2.6], darker(hide, 0.12));
        pen.oval(1.6, 21, 5, 2.8, darker(hide, 0.4));
      });
    });
  }
}

function neck(pen: Pen, hide: string, nod: number): void {
  pen.at({ x: 32, y: -54, turn: nod }, () => {
    pen.limb(
      [-4, 0, 10, 12, 8, 8, 22, -2, 6.4, 26, -22, 5, 28, -30, 5],
      pen.fade(-6, 0, 30, 0, hide, lighter(hide, 0.12)),
    );
    pen.strand([2, 8, 12, 14, 20, 8, 24, -6], darker(hide, 0.34), 3);
    pen.limb([27, -32, 6, 38, -30, 4.6, 45, -27, 3.4], lighter(hide, 0.08));
    pen.path('M23-36L21-43L28-38Z', darker(hide, 0.2));
    pen.oval(33, -33, 1.3, 1.5, '#1c1410');
    pen.oval(46.5, -28, 1.1, 0.8, '#3a2618');
    pen.line('M47-25C44-24 41-25 39-26', darker(hide, 0.5), 0.8);
    pen.line('M30-35L33-26L46-24', '#8a2f2a', 1);
  });
}
