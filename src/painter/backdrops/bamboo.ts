import { type Context, dab, wash } from '../brush.ts';
import { darker, faint, lighter, mix } from '../colour.ts';
import { rolling } from '../land.ts';
import { seen } from '../light.ts';
import { type Backdrop, type Sheet, softened, type Stage } from '../stage.ts';
import { grass } from '../trees.ts';

type Row = {
  readonly depth: number;
  readonly base: number;
  readonly count: number;
  readonly thick: number;
  readonly distance: number;
};

/** Canes with their joints, and the slender leaves that hang from them. */
function canes(stage: Stage, { depth, base, count, thick, distance }: Row): Sheet {
  const { random, left, right, top, height, unit, light } = stage;
  return stage.sheet(depth, (context) => {
    for (let index = 0; index < count; index += 1) {
      const slot = (index + 0.1 + random.next() * 0.8) / count;
      // Room in the middle, for who sits there.
      const middle = depth > 0.6 && Math.abs(slot - 0.5) < 0.2 ? (slot < 0.5 ? -0.2 : 0.2) : 0;
      const x = left + (slot + middle) * (right - left);
      const half = unit * thick * (0.7 + random.next() * 0.6);
      const foot = (base + random.next() * 0.04) * height;
      const lean = (random.next() - 0.5) * unit * 0.07;
      const green = seen(light, random.pick(['#7fae4a', '#6a9c45', '#8fb84f', '#5c8f4a']), distance);
      const joint = half * (9 + random.next() * 4);
      for (let y = foot; y > top; y -= joint) {
        const across = (at: number): number => x + lean * ((foot - at) / (foot - top));
        const next = y - joint + half * 0.5;
        wash(
          context,
          { x: across(y) - half, y: next, width: half * 2, height: y - next },
          [
            [0, lighter(green, 0.3 * (1 - distance))],
            [0.3, green],
            [1, darker(green, 0.42 * (1 - distance))],
          ],
          true,
        );
        context.fillStyle = mix(green, light.isDark ? '#0a1810' : '#e8f0c8', 0.45 * (1 - distance));
        context.fillRect(across(y) - half * 1.12, next - half * 0.45, half * 2.24, half * 0.4);
        if (distance < 0.5 && random.chance(0.3)) spray(context, stage, across(y) + half, next, half * 9, green);
      }
    }
    crown(context, stage, depth, distance);
  });
}

function spray(context: Context, { random }: Stage, x: number, y: number, reach: number, green: string): void {
  const side = random.chance(0.5) ? 1 : -1;
  for (let leaf = 0; leaf < 6; leaf += 1) {
    const angle = side * (0.3 + random.next() * 0.9) + (side < 0 ? Math.PI : 0);
    blade(
      context,
      x,
      y,
      angle,
      reach * (0.5 + random.next() * 0.5),
      random.chance(0.5) ? lighter(green, 0.14) : darker(green, 0.2),
    );
  }
}

function blade(context: Context, x: number, y: number, angle: number, long: number, colour: string): void {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(0, 0);
  context.quadraticCurveTo(long * 0.4, -long * 0.1, long, 0);
  context.quadraticCurveTo(long * 0.4, long * 0.1, 0, 0);
  context.fill();
  context.restore();
}

/** Leaves overhead, thicker at the sides. */
function crown(context: Context, stage: Stage, depth: number, distance: number): void {
  const { random, left, right, height, unit, light } = stage;
  for (let leaf = 0; leaf < 520; leaf += 1) {
    const share = random.next();
    const edge = Math.abs(share - 0.5) * 2;
    const y = (-0.12 + random.next() ** 1.4 * (0.2 + edge * 0.3)) * height;
    const own = seen(light, random.pick(['#6aa348', '#86ba55', '#4a8440', '#a2cc62']), distance);
    blade(
      context,
      left + share * (right - left),
      y,
      0.6 + random.next() * 1.9,
      unit * (0.03 + depth * 0.05) * (0.6 + random.next() * 0.6),
      own,
    );
  }
}

function floor(stage: Stage): Sheet {
  const { light, shot, random, left, right, width, height, unit } = stage;
  const isWhite = shot.weather === 'snow';
  return stage.sheet(
    0.95,
    (context) => {
      rolling(stage, context, {
        top: (x) => (0.75 + 0.012 * Math.sin((x / width) * 7)) * height,
        bottom: 1.13,
        lit: seen(light, isWhite ? '#ffffff' : '#a5b562', 0.08),
        shade: seen(light, isWhite ? '#9fb2d0' : '#4a5f33'),
        steepness: 3,
      });
      context.fillStyle = faint(seen(light, isWhite ? '#dfe8f5' : '#c4b088'), 0.75);
      context.beginPath();
      context.moveTo(width * 0.485, height * 0.752);
      context.quadraticCurveTo(width * 0.54, height * 0.86, width * 0.33, height * 1.13);
      context.lineTo(width * 0.76, height * 1.13);
      context.quadraticCurveTo(width * 0.6, height * 0.86, width * 0.515, height * 0.752);
      context.fill();
      if (isWhite) return;
      for (let leaf = 0; leaf < 520; leaf += 1) {
        const down = random.next();
        blade(
          context,
          left + random.next() * (right - left),
          (0.77 + down * 0.35) * height,
          random.next() * 6,
          unit * (0.012 + down * 0.016),
          seen(light, random.pick(['#c9b26a', '#b0a050', '#8a9a4a'])),
        );
      }
      grass(context, random, {
        from: left,
        to: right,
        y: () => (0.8 + random.next() * 0.3) * height,
        tall: unit * 0.05,
        count: 260,
        colours: ['#5f8a3f', '#7fa84a', '#3f6a35'].map((colour) => seen(light, colour)),
      });
    },
    0.7,
  );
}

/** A grove of bamboo: green light between the canes, a path. */
export const bamboo: Backdrop = (stage) => {
  const { light, width, height, unit } = stage;
  const glade = light.isDark ? '#1f3a3a' : mix('#e6f5b8', light.haze, 0.3);
  const back = stage.sheet(0, (context) => {
    wash(context, stage.all, [
      [0, seen(light, '#6fa352', 0.1)],
      [0.5, seen(light, glade)],
      [0.74, seen(light, '#8fb35c')],
      [1, seen(light, '#3a5a30')],
    ]);
    context.globalCompositeOperation = 'screen';
    dab(
      context,
      width * 0.5,
      height * 0.42,
      unit * 0.75,
      light.isDark ? '#6ad0b0' : '#fbffd0',
      light.isDark ? 0.25 : 0.7,
    );
  });
  return {
    back: [
      back,
      canes(stage, { depth: 0.12, base: 0.74, count: 46, thick: 0.006, distance: 0.6 }),
      canes(stage, { depth: 0.35, base: 0.77, count: 26, thick: 0.011, distance: 0.34 }),
      floor(stage),
      canes(stage, { depth: 0.8, base: 0.88, count: 12, thick: 0.019, distance: 0.06 }),
    ],
    front: [softened(canes(stage, { depth: 1.45, base: 1.2, count: 4, thick: 0.034, distance: 0 }), unit / 120)],
    spots: { ground: { x: 0.5, y: 0.95, scale: 1 }, sky: { x: 0.5, y: 0.5, scale: 0.8 } },
    light,
    isOutdoors: true,
  };
};
