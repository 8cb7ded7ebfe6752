import { darker, faint, lighter, mix } from '../colour.ts';
import { around, lit } from './lit.ts';
import { wheel } from './parts.ts';
import type { Pen } from './pen.ts';

const paints = ['#c8313a', '#2f6fb5', '#e3e6ea', '#2f8a74', '#e08a2c'] as const;

/** Hundredths of its height that it has driven: it comes in quickly and holds its place. */
const driven = (seconds: number): number => 90 * (1 - Math.exp(-seconds / 4)) - 55;

export const car = motorcar((pen) => pen.tint(paints), false);
export const taxi = motorcar((pen) => pen.color ?? '#f5bd1f', true);

function motorcar(colourOf: (pen: Pen) => string, isTaxi: boolean) {
  return lit({
    height: 0.27,
    width: 3,
    anchor: 'ground',
    bounds: around(284, 26),
    shift: driven,
    shadow: 150,
    body: (pen) => {
      const colour = colourOf(pen);
      pen.at({ y: pen.sway(0.9) * 0.7 }, () => {
        shell(pen, colour);
        glass(pen, colour);
        trim(pen, colour);
        if (isTaxi) livery(pen);
      });
      const turn = pen.seconds * 7 + driven(pen.seconds) / 19;
      for (const x of [-78, 76]) wheel(pen, x, -20, 20, turn);
    },
    glow: (pen) => lamps(pen, isTaxi),
  });
}

function shell(pen: Pen, colour: string): void {
  pen.box(-120, -34, 240, 24, 8, '#14161c');
  const side = pen.fade(0, -98, 0, -12, lighter(colour, 0.35), colour, colour, darker(colour, 0.45));
  pen.path(
    'M-132-26C-136-44-132-56-124-60C-112-64-96-66-86-68C-70-86-54-98-26-99C8-101 28-94 48-72C54-68 62-66 74-65C104-62 124-56 132-46C137-38 136-28 134-22C133-17 130-16 126-16L102-16C102-50 50-50 50-16L-52-16C-52-50-104-50-104-16L-124-16C-130-16-131-20-132-26Z',
    side,
  );
  pen.path('M-128-50C-60-58 60-56 130-44C134-40 134-38 134-36C60-46-60-48-131-40Z', faint('#ffffff', 0.16));
}

function glass(pen: Pen, colour: string): void {
  const pane = pen.light.isDark
    ? pen.fade(0, -94, 0, -64, '#6b5a3c', '#2b2a33')
    : pen.fade(-40, -94, 30, -60, '#5d7688', '#22303c', '#54707f');
  pen.path('M-74-67C-62-82-50-92-28-93L-14-93L-14-65Z', pane);
  pen.path('M-8-93C14-93 26-87 40-68L36-64L-8-65Z', pane);
  // Who drives, and the light on the glass.
  pen.within('M-8-93C14-93 26-87 40-68L36-64L-8-65Z', () => {
    pen.oval(8, -76, 7, 8, '#14161c');
    pen.path('M-6-60C-4-70 18-70 20-60Z', '#14161c');
    pen.path('M22-96L32-96L14-60L4-60Z', faint('#ffffff', 0.2));
  });
  pen.path('M-44-94L-34-94L-52-64L-62-64Z', faint('#ffffff', 0.18));
  pen.line('M-11-94V-64', darker(colour, 0.3), 3);
}

function trim(pen: Pen, colour: string): void {
  pen.line(
    'M-80-64C-82-46-62-40-54-24M-11-62C-12-40-11-24-13-19M42-64C48-52 46-44 40-32M-54-22H48',
    darker(colour, 0.38),
    1.2,
  );
  pen.box(-30, -54, 11, 3, 1.5, darker(colour, 0.42));
  pen.box(20, -54, 11, 3, 1.5, darker(colour, 0.42));
  pen.box(38, -73, 10, 7, 3, colour);
  pen.path(
    'M112-54C122-52 130-47 133-42L122-40C116-42 112-48 112-54Z',
    pen.fade(112, -54, 132, -40, '#ffffff', '#ffe9b0'),
  );
  pen.path('M-132-50L-120-52L-118-42L-133-40Z', '#b3161f');
  pen.box(110, -24, 25, 6, 3, '#24262e');
  pen.box(-134, -24, 25, 6, 3, '#24262e');
}

function livery(pen: Pen): void {
  for (let x = -98; x < 100; x += 8) {
    pen.box(x, -45, 4, 4, 0, '#1b1b20');
    pen.box(x + 4, -41, 4, 4, 0, '#1b1b20');
  }
  pen.box(-34, -114, 44, 15, 3, '#20222a');
  pen.box(-32, -112, 40, 12, 2, '#fff3c4');
  pen.context.fillStyle = '#1b1b20';
  pen.context.font = '700 10px sans-serif';
  pen.context.textAlign = 'center';
  pen.context.fillText('TAXI', -12, -102.5);
}

function lamps(pen: Pen, isTaxi: boolean): void {
  if (isTaxi) pen.glow(-12, -106, pen.light.isDark ? 46 : 24, '#ffcf5a', pen.light.isDark ? 0.6 : 0.25);
  if (!pen.light.isDark) return;
  pen.context.save();
  pen.context.globalCompositeOperation = 'lighter';
  pen.path(
    'M128-48L330-70L330 4L128-40Z',
    pen.fade(128, 0, 320, 0, faint('#ffe6a8', 0.5), faint('#ffe6a8', 0.12), faint('#ffe6a8', 0)),
  );
  pen.oval(230, 0, 110, 9, pen.fade(130, 0, 340, 0, faint('#ffe6a8', 0.35), faint('#ffe6a8', 0)));
  pen.context.restore();
  pen.glow(126, -46, 26, '#fff0c8', 0.95);
  pen.glow(-128, -46, 24, '#ff3b30', 0.8);
  pen.oval(-126, -46, 4, 4, mix('#ff3b30', '#ffffff', 0.4));
}
