import { darker, faint, lighter } from '../colour.ts';
import { lit } from './lit.ts';
import type { Pen } from './pen.ts';

const long = 250;
const carriages = 6;

/** Where its nose is: it goes by at one speed, and its carriages never end. */
export function noseAt(seconds: number): number {
  const x = 20 + seconds * 42;
  return x < 500 ? x : 250 + (x % long);
}

/** An express train that goes by to the right. */
export const train = lit({
  height: 0.27,
  width: 3.2,
  anchor: 'ground',
  bounds: () => ({ left: -700, right: 700, top: -118, bottom: 5 }),
  body: (pen) => {
    const stripe = pen.tint(['#d8343a', '#1f66b0', '#1f8a6a']);
    rails(pen);
    pen.at({ x: noseAt(pen.seconds), y: pen.sway(0.8) * 0.35 }, () => {
      for (let index = 1; index < carriages; index += 1)
        pen.at({ x: -index * long }, () => carriage(pen, stripe, index));
      engine(pen, stripe);
    });
  },
  glow: (pen) => {
    const strength = pen.light.isDark ? 1 : 0.45;
    pen.at({ x: noseAt(pen.seconds) }, () => {
      pen.glow(-12, -26, 34 * strength, '#fff2cc', strength);
      if (!pen.light.isDark) return;
      pen.context.save();
      pen.context.globalCompositeOperation = 'lighter';
      pen.path('M-10-29L260-54V2L-10-22Z', pen.fade(0, 0, 260, 0, faint('#ffe9b8', 0.42), faint('#ffe9b8', 0)));
      pen.context.restore();
    });
  },
});

export function rails(pen: Pen): void {
  pen.box(-700, -3, 1400, 5, 0, '#4a4440');
  pen.context.setLineDash([9, 7]);
  pen.context.lineCap = 'butt';
  pen.context.strokeStyle = '#2e2926';
  pen.context.lineWidth = 4;
  pen.context.beginPath();
  pen.context.moveTo(-700, 0.5);
  pen.context.lineTo(700, 0.5);
  pen.context.stroke();
  pen.context.setLineDash([]);
  pen.box(-700, -4.5, 1400, 2, 0, '#aab0b8');
}

const bodyColours = ['#ffffff', '#f1f4f7', '#e4e9ee', '#b9c3cd'] as const;

export function bogie(pen: Pen, x: number): void {
  pen.box(x - 26, -17, 52, 9, 3, '#1e2026');
  for (const wheelX of [x - 15, x + 15]) {
    pen.oval(wheelX, -10.5, 7.5, 7.5, '#15161b');
    pen.oval(wheelX, -10.5, 5, 5, '#6f7680');
    const turn = pen.seconds * 6;
    pen.oval(wheelX + Math.cos(turn) * 2.6, -10.5 + Math.sin(turn) * 2.6, 1.4, 1.4, '#24262c');
  }
}

export function pane(pen: Pen): string | CanvasGradient {
  return pen.light.isDark ? '#ffdf9c' : pen.fade(0, -74, 0, -50, '#7fa2b8', '#2c3d4c');
}

function carriage(pen: Pen, stripe: string, index: number): void {
  bogie(pen, 42);
  bogie(pen, 206);
  pen.box(-8, -78, 16, 62, 2, '#23252c');
  pen.box(3, -94, long - 6, 80, 7, pen.fade(0, -94, 0, -14, ...bodyColours));
  pen.box(3, -30, long - 6, 9, 0, stripe);
  pen.box(3, -19, long - 6, 5, 0, darker(stripe, 0.45));
  pen.box(8, -76, long - 16, 29, 5, '#27313c');
  for (let x = 40; x < 206; x += 28) windowWithSomebody(pen, x, (x + index * 3) % 3 === 0);
  for (const x of [14, 218]) {
    pen.box(x, -78, 19, 60, 3, lighter(stripe, 0.12));
    pen.box(x + 4, -72, 11, 22, 2, pane(pen));
  }
  if (index % 2 === 1) pen.line('M110-94L126-106L112-114M100-114H128', '#4a5058', 2);
}

export function windowWithSomebody(pen: Pen, x: number, isTaken: boolean): void {
  pen.box(x, -73, 23, 23, 3, pane(pen));
  if (!isTaken) return;
  pen.oval(x + 11, -61, 4, 4.6, '#2a2a33');
  pen.path(`M${x + 4}-50C${x + 5}-57 ${x + 18}-57 ${x + 19}-50Z`, '#2a2a33');
}

function engine(pen: Pen, stripe: string): void {
  pen.at({ x: -long }, () => {
    bogie(pen, 42);
    bogie(pen, 182);
    pen.box(-8, -78, 16, 62, 2, '#23252c');
  });
  pen.path('M-247-94H-92C-56-92-22-60-4-32C0-24-2-15-12-14H-247Z', pen.fade(0, -94, 0, -14, ...bodyColours));
  pen.path('M-247-30H-3C0-24-1-20-4-18L-247-21Z', stripe);
  pen.path('M-247-19L-5-17C-7-14-10-14-12-14H-247Z', darker(stripe, 0.45));
  pen.path('M-92-94C-56-92-22-60-4-32L-20-31C-50-32-80-60-100-94Z', faint(stripe, 0.92));
  pen.path('M-84-86C-66-80-46-62-36-50L-66-50C-76-58-84-72-88-86Z', pen.fade(-80, -86, -40, -50, '#8fb2c6', '#1c2833'));
  pen.box(-240, -76, 128, 29, 5, '#27313c');
  for (let x = -236; x < -120; x += 28) windowWithSomebody(pen, x, x % 3 === 0);
  pen.path('M-24-31C-16-32-8-30-4-26C-10-23-20-24-24-31Z', '#fff6dc');
}
