import { darker, faint, lighter } from '../colour.ts';
import { lit } from './lit.ts';
import type { Pen } from './pen.ts';
import { bogie, noseAt, pane, rails, windowWithSomebody } from './train.ts';

const speed = 42;
const carriageLong = 210;

/** A steam engine with its tender and wooden carriages, which goes by to the right under its own smoke. */
export const steamTrain = lit({
  height: 0.27,
  width: 3.2,
  anchor: 'ground',
  bounds: () => ({ left: -700, right: 700, top: -118, bottom: 5 }),
  body: (pen) => {
    const paint = pen.tint(['#1f5a40', '#26303c', '#7a2a26']);
    rails(pen);
    pen.at({ x: noseAt(pen.seconds), y: pen.sway(0.6) * 0.4 }, () => {
      for (let index = 0; index < 6; index += 1)
        pen.at({ x: -270 - (index + 1) * carriageLong }, () => carriage(pen, index));
      tender(pen, paint);
      engine(pen, paint);
    });
  },
  glow: (pen) => {
    smoke(pen);
    if (!pen.light.isDark) return;
    pen.glow(noseAt(pen.seconds) + 2, -58, 34, '#fff2cc', 1);
    pen.glow(noseAt(pen.seconds) - 148, -60, 40, '#ff9a4a', 0.8);
  },
});

/** Left behind along the way, it grows and thins. */
function smoke(pen: Pen): void {
  const [lasting, apart] = [4.2, 0.15];
  const newest = Math.floor(pen.seconds / apart);
  const colour = pen.light.isDark ? '#8f97a8' : '#f4f4f2';
  for (let age = Math.floor(lasting / apart); age >= 0; age -= 1) {
    const life = pen.seconds - (newest - age) * apart;
    const share = Math.min(1, life / lasting);
    const stray = Math.sin((newest - age) * 2.4) * (3 + life * 6);
    const x = noseAt(pen.seconds) - 24 - life * speed * 0.85;
    const y = -112 - Math.sqrt(life) * 34 + stray;
    const radius = 7 + life * 13;
    pen.oval(x, y, radius, radius * 0.8, faint(colour, 0.5 * (1 - share) ** 1.3));
  }
}

function driver(pen: Pen, x: number, radius: number, turn: number): void {
  pen.oval(x, -radius, radius, radius, '#15161b');
  pen.oval(x, -radius, radius * 0.84, radius * 0.84, '#8a2f2a');
  pen.oval(x, -radius, radius * 0.7, radius * 0.7, '#1d1f26');
  pen.at({ x, y: -radius, turn }, () => {
    for (let spoke = 0; spoke < 5; spoke += 1)
      pen.at({ turn: spoke * 0.628 }, () => pen.box(-radius * 0.74, -1, radius * 1.48, 2, 1, '#a8443c'));
  });
  pen.oval(x, -radius, radius * 0.2, radius * 0.2, '#c9a24a');
}

function engine(pen: Pen, paint: string): void {
  const turn = pen.seconds * 3.2;
  const drivers = [-124, -84, -50] as const;
  const round = (y: number, tall: number): CanvasGradient =>
    pen.fade(0, y, 0, y + tall, darker(paint, 0.2), lighter(paint, 0.34), paint, darker(paint, 0.5));
  pen.box(-168, -30, 160, 8, 0, '#1d1f26');
  pen.box(-136, -82, 122, 44, 4, round(-82, 44));
  pen.box(-34, -83, 28, 46, 5, pen.fade(0, -83, 0, -37, '#2a2d35', '#5a5f6a', '#24262d', '#101116'));
  pen.path('M-8-80C-1-74-1-46-8-40Z', '#1a1c22');
  for (const x of [-118, -92, -62]) pen.box(x, -82, 3, 44, 0, '#c9a24a');
  pen.path('M-31-82L-34-104H-14L-17-82Z', pen.fade(-34, 0, -14, 0, '#3a3e48', '#1a1c22'));
  pen.box(-38, -110, 28, 7, 3, '#24262d');
  for (const x of [-58, -96]) {
    pen.path(
      `M${x - 10}-81C${x - 10}-98 ${x + 10}-98 ${x + 10}-81Z`,
      pen.fade(x - 10, 0, x + 10, 0, '#f0cf78', '#9a7428'),
    );
  }
  pen.box(-174, -98, 42, 68, 2, pen.fade(-174, 0, -132, 0, lighter(paint, 0.12), darker(paint, 0.22)));
  pen.box(-180, -105, 56, 8, 3, '#24262d');
  pen.box(-166, -88, 24, 22, 3, pane(pen));
  pen.oval(-154, -73, 4.5, 5, '#c98b62');
  pen.path('M-161-66C-160-71-148-71-147-66Z', '#2a3a5a');
  pen.path('M-159-75C-159-81-149-81-149-75L-145-74Z', '#22242b');
  pen.box(-174, -38, 164, 5, 1, '#a8342c');
  for (const x of drivers) driver(pen, x, 20, turn);
  for (const x of [-24, -8]) driver(pen, x - 2, 10, turn * 2);
  const [rx, ry] = [Math.cos(turn) * 9, Math.sin(turn) * 9];
  pen.strand([-124 + rx, -20 + ry, -50 + rx, -20 + ry], '#c9ced6', 3.6);
  pen.strand([-84 + rx, -20 + ry, -34 + rx * 0.9, -28], '#aab0b8', 2.8);
  pen.box(-40, -36, 22, 14, 2, pen.fade(0, -36, 0, -22, '#6a707c', '#22242b'));
  pen.path('M-10-34L16-5H-12Z', '#8a2f2a');
  pen.line('M-6-30L8-6M-9-28L0-6', '#5a1f1c', 1.6);
  pen.oval(-1, -60, 5, 6, '#fff2cc');
  pen.oval(-2, -60, 6.5, 8, faint('#c9a24a', 0.55));
}

function tender(pen: Pen, paint: string): void {
  for (const x of [-252, -228, -204]) driver(pen, x, 11, pen.seconds * 6);
  pen.blob([-262, -74, -250, -86, -232, -88, -214, -84, -196, -88, -186, -74, -200, -70, -240, -70], '#17181d');
  pen.box(-266, -76, 84, 52, 3, pen.fade(0, -76, 0, -24, lighter(paint, 0.16), paint, darker(paint, 0.4)));
  pen.box(-266, -60, 84, 3, 0, '#c9a24a');
  pen.box(-184, -34, 14, 5, 0, '#1d1f26');
}

function carriage(pen: Pen, index: number): void {
  bogie(pen, 40);
  bogie(pen, 166);
  pen.box(-6, -30, 16, 5, 0, '#1d1f26');
  pen.box(4, -84, carriageLong - 10, 66, 3, pen.fade(0, -84, 0, -18, '#9a4a34', '#7a3326', '#4a1f18'));
  pen.box(4, -46, carriageLong - 10, 2.5, 0, '#d9b25a');
  pen.path('M0-84C4-96 198-96 204-84Z', '#d8d0c0');
  for (let x = 16; x < 180; x += 29) windowWithSomebody(pen, x, (x + index) % 3 === 0);
}
