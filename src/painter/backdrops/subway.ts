import { type Context, dab, glow, wash } from '../brush.ts';
import { darker, faint, lighter } from '../colour.ts';
import type { Backdrop, Sheet, Stage } from '../stage.ts';

const [wallTop, edge, floor] = [0.13, 0.66, 0.8];

/** Tiles, lit posters and the line's colour with the name of the station. */
function wall(stage: Stage): Sheet {
  const { left, right, height, unit, random } = stage;
  const line = random.pick(['#d8343a', '#2f6fd0', '#1f8a6a', '#e08a2c']);
  return stage.sheet(0.5, (context) => {
    wash(context, stage.band(-0.12, wallTop), [
      [0, '#20242e'],
      [1, '#3a414f'],
    ]);
    wash(context, stage.band(wallTop, edge), [
      [0, '#f1f3f2'],
      [0.6, '#d5dbdc'],
      [1, '#9aa5ab'],
    ]);
    context.strokeStyle = 'rgba(120, 134, 142, 0.4)';
    context.lineWidth = 1;
    context.beginPath();
    for (let y = wallTop * height, row = 0; y < edge * height; y += unit * 0.03, row += 1) {
      context.moveTo(left, y);
      context.lineTo(right, y);
      for (let x = left - (row % 2) * unit * 0.03; x < right; x += unit * 0.06) {
        context.moveTo(x, y);
        context.lineTo(x, y + unit * 0.03);
      }
    }
    context.stroke();
    context.fillStyle = line;
    context.fillRect(left, 0.2 * height, right - left, 0.05 * height);
    for (let x = left + unit * 0.1; x < right; x += unit * 0.9) sign(context, stage, x, line);
    for (let x = left + unit * 0.14; x < right; x += unit * 0.56) poster(context, stage, x);
    for (let x = left; x < right; x += unit * 0.44) {
      context.fillStyle = '#fbfdff';
      context.fillRect(x, 0.045 * height, unit * 0.3, 0.02 * height);
      glow(context, x + unit * 0.15, 0.055 * height, unit * 0.3, '#dcebff', 0.4);
    }
  });
}

function sign(context: Context, { height, unit }: Stage, x: number, line: string): void {
  context.fillStyle = '#ffffff';
  context.fillRect(x, 0.205 * height, unit * 0.22, 0.04 * height);
  context.fillStyle = darker(line, 0.2);
  context.fillRect(x + unit * 0.03, 0.217 * height, unit * 0.12, 0.008 * height);
  context.fillRect(x + unit * 0.03, 0.231 * height, unit * 0.08, 0.005 * height);
  context.beginPath();
  context.arc(x + unit * 0.19, 0.225 * height, 0.012 * height, 0, 7);
  context.fill();
}

function poster(context: Context, { height, unit, random }: Stage, x: number): void {
  const [wide, y, high] = [unit * 0.32, 0.3 * height, 0.24 * height];
  const paper = random.pick(['#e85a6a', '#3f8fd0', '#f2b53a', '#7a5fb8', '#3fa07a']);
  context.fillStyle = '#2a2f3a';
  context.fillRect(x - unit * 0.01, y - unit * 0.01, wide + unit * 0.02, high + unit * 0.02);
  wash(context, { x, y, width: wide, height: high }, [
    [0, lighter(paper, 0.35)],
    [1, paper],
  ]);
  dab(context, x + wide * 0.5, y + high * 0.42, high * 0.42, '#ffffff', 0.7);
  context.fillStyle = faint('#ffffff', 0.9);
  context.fillRect(x + wide * 0.16, y + high * 0.78, wide * 0.68, high * 0.06);
  context.fillRect(x + wide * 0.3, y + high * 0.88, wide * 0.4, high * 0.035);
}

function pit(stage: Stage): Sheet {
  const { left, right, height, unit } = stage;
  return stage.sheet(
    0.9,
    (context) => {
      wash(context, stage.band(edge, floor + 0.02), [
        [0, '#3c434e'],
        [1, '#12151b'],
      ]);
      for (const y of [0.72, 0.77]) {
        context.fillStyle = '#aab2bc';
        context.fillRect(left, y * height, right - left, unit * 0.007);
      }
    },
    edge,
    floor + 0.02,
  );
}

/** The platform with its yellow line, and some who wait, seen from behind. */
function platform(stage: Stage, isBusy: boolean): Sheet {
  const { left, right, width, height, unit, random } = stage;
  return stage.sheet(
    1,
    (context) => {
      wash(context, stage.band(floor, 1.13), [
        [0, '#c4c9cc'],
        [0.5, '#9aa2a8'],
        [1, '#5a626b'],
      ]);
      context.fillStyle = '#f2c230';
      context.fillRect(left, (floor + 0.022) * height, right - left, 0.02 * height);
      context.strokeStyle = 'rgba(60, 70, 80, 0.35)';
      context.lineWidth = 1;
      context.beginPath();
      for (let slab = -14; slab <= 14; slab += 1) {
        context.moveTo(width / 2 + slab * unit * 0.14, (floor + 0.042) * height);
        context.lineTo(width / 2 + slab * unit * 0.24, stage.bottom);
      }
      for (const y of [0.88, 0.94, 1.02]) {
        context.moveTo(left, y * height);
        context.lineTo(right, y * height);
      }
      context.stroke();
      for (const at of isBusy ? [0.08, 0.2, 0.72, 0.84, 0.95] : [])
        waiting(context, at * width, (0.9 + random.next() * 0.06) * height, unit * 0.3, random.pick(coats));
    },
    0.5,
  );
}

const coats = ['#2f3f5c', '#5c3a3a', '#3a4a44', '#6a5a48', '#2a2c36', '#8a4a54'] as const;

function waiting(context: Context, x: number, foot: number, tall: number, coat: string): void {
  context.fillStyle = 'rgba(10, 12, 20, 0.3)';
  context.beginPath();
  context.ellipse(x, foot, tall * 0.16, tall * 0.025, 0, 0, 7);
  context.fill();
  context.fillStyle = darker(coat, 0.45);
  for (const side of [-1, 1])
    context.fillRect(x + side * tall * 0.05 - tall * 0.04, foot - tall * 0.4, tall * 0.075, tall * 0.4);
  context.fillStyle = coat;
  context.beginPath();
  context.roundRect(x - tall * 0.13, foot - tall * 0.82, tall * 0.26, tall * 0.5, tall * 0.08);
  context.fill();
  context.fillStyle = '#d9a884';
  context.fillRect(x - tall * 0.03, foot - tall * 0.87, tall * 0.06, tall * 0.07);
  context.fillStyle = '#2a2024';
  context.beginPath();
  context.ellipse(x, foot - tall * 0.92, tall * 0.065, tall * 0.08, 0, 0, 7);
  context.fill();
}

/** A station under the ground: a tiled wall, the track, and the platform before it. */
export const subway: Backdrop = (stage) => {
  const { light, shot } = stage;
  const isTrain = shot.subject === 'train';
  return {
    back: [wall(stage), pit(stage), ...(isTrain ? [] : [platform(stage, false)])],
    front: isTrain ? [platform(stage, true)] : [],
    spots: {
      ground: isTrain ? { x: 0.5, y: floor + 0.01, scale: 1.3 } : { x: 0.5, y: 0.97, scale: 1 },
      sky: { x: 0.5, y: 0.5, scale: 0.7 },
    },
    light: { ...light, key: '#eef4ff', rim: '#ffffff', shade: '#2a3344', isDark: false },
    isOutdoors: false,
  };
};
