import { type Context, dab, noiseLine, wash } from '../brush.ts';
import { darker, faint, mix } from '../colour.ts';
import { rolling } from '../land.ts';
import { seen } from '../light.ts';
import { type Backdrop, type Sheet, softened, type Stage } from '../stage.ts';
import { leavesOf } from '../season.ts';
import { grass, type Leaves } from '../trees.ts';

/** Trunks with bark, and leaves above and around them. */
function trunks(
  stage: Stage,
  look: {
    readonly depth: number;
    readonly base: number;
    readonly count: number;
    readonly wide: number;
    readonly distance: number;
  },
): Sheet {
  const { random, left, right, top, height, unit, light } = stage;
  const { depth, base, count, wide, distance } = look;
  const leaves = leavesOf(stage);
  return stage.sheet(depth, (context) => {
    for (let index = 0; index < count; index += 1) {
      const slot = (index + 0.15 + random.next() * 0.7) / count;
      // Room in the middle, for who stands there and for the path.
      const middle = depth > 0.5 && Math.abs(slot - 0.5) < 0.17 ? (slot < 0.5 ? -0.17 : 0.17) : 0;
      const x = left + (slot + middle) * (right - left);
      const thick = unit * wide * (0.6 + random.next() * 0.8);
      const foot = (base + random.next() * 0.03) * height;
      const bark = seen(light, random.pick(['#5a4634', '#4a3a2e', '#6a543c']), distance);
      const gradient = context.createLinearGradient(x - thick / 2, 0, x + thick / 2, 0);
      gradient.addColorStop(0, mix(bark, light.key, 0.35 * (1 - distance)));
      gradient.addColorStop(0.35, bark);
      gradient.addColorStop(1, darker(bark, 0.5 * (1 - distance)));
      context.fillStyle = gradient;
      const lean = (random.next() - 0.5) * thick;
      context.beginPath();
      context.moveTo(x - thick * 0.75, foot);
      context.quadraticCurveTo(x - thick * 0.5, foot - thick, x - thick * 0.4 + lean, top);
      context.lineTo(x + thick * 0.4 + lean, top);
      context.quadraticCurveTo(x + thick * 0.5, foot - thick, x + thick * 0.75, foot);
      context.fill();
      if (distance > 0.4) continue;
      context.strokeStyle = faint(darker(bark, 0.6), 0.4);
      context.lineWidth = thick * 0.03;
      for (let crack = 0; crack < 16; crack += 1) {
        const cx = x + (random.next() - 0.5) * thick * 0.7;
        const cy = top + random.next() * (foot - top);
        context.beginPath();
        context.moveTo(cx, cy);
        context.lineTo(cx + (random.next() - 0.5) * thick * 0.1, cy + thick * (0.3 + random.next() * 0.7));
        context.stroke();
      }
    }
    canopy(context, stage, leaves, depth, distance);
  });
}

function canopy(
  context: Context,
  { random, left, right, height, unit, light }: Stage,
  leaves: readonly Leaves[],
  depth: number,
  distance: number,
): void {
  for (let tuft = 0; tuft < 46; tuft += 1) {
    const x = left + random.next() * (right - left);
    const edge = Math.abs((x - left) / (right - left) - 0.5) * 2;
    const y = (-0.1 + random.next() * (0.2 + edge * 0.26) * (1.1 - depth * 0.4)) * height;
    const { lit, shade } = random.pick(leaves);
    const reach = unit * (0.05 + depth * 0.07);
    for (let leaf = 0; leaf < 22; leaf += 1) {
      const angle = random.next() * 7;
      const far = Math.sqrt(random.next()) * reach;
      context.fillStyle = seen(light, random.chance(0.45) ? lit : darker(shade, random.next() * 0.35), distance);
      context.beginPath();
      context.ellipse(
        x + Math.cos(angle) * far,
        y + Math.sin(angle) * far * 0.7,
        unit * (0.006 + depth * 0.012),
        unit * (0.004 + depth * 0.006),
        angle,
        0,
        7,
      );
      context.fill();
    }
  }
}

/** A path over moss, grass or fallen leaves. */
function forestFloor(stage: Stage, isAutumn: boolean): Sheet {
  const { light, shot, random, left, right, width, height, unit } = stage;
  const isWhite = shot.weather === 'snow';
  const line = noiseLine(random, 3);
  return stage.sheet(
    0.95,
    (context) => {
      const floor = isWhite ? ['#ffffff', '#9fb2d0'] : isAutumn ? ['#d98a3a', '#7a4322'] : ['#86a84e', '#2f4f2a'];
      rolling(stage, context, {
        top: (x) => (0.74 + 0.02 * line((x / width) * 2)) * height,
        bottom: 1.13,
        lit: seen(light, floor[0] ?? '#86a84e', 0.1),
        shade: seen(light, floor[1] ?? '#2f4f2a'),
        steepness: 3,
      });
      context.fillStyle = faint(seen(light, isWhite ? '#dfe8f5' : '#b99a6a'), 0.75);
      context.beginPath();
      context.moveTo(width * 0.48, height * 0.745);
      context.quadraticCurveTo(width * 0.56, height * 0.85, width * 0.3, height * 1.13);
      context.lineTo(width * 0.78, height * 1.13);
      context.quadraticCurveTo(width * 0.64, height * 0.85, width * 0.52, height * 0.745);
      context.fill();
      if (!isWhite)
        grass(context, random, {
          from: left,
          to: right,
          y: () => (0.8 + random.next() * 0.3) * height,
          tall: unit * 0.06,
          count: 420,
          colours: (isAutumn ? ['#a8642a', '#d9963a', '#7a4a26'] : ['#4f7a35', '#6f9a45', '#2f5a2a']).map((colour) =>
            seen(light, colour),
          ),
        });
      for (let leaf = 0; leaf < (isAutumn ? 700 : 0); leaf += 1) {
        context.fillStyle = seen(light, random.pick(['#e8763a', '#f0b03f', '#c0452a', '#f5cf5a']));
        context.beginPath();
        context.ellipse(
          left + random.next() * (right - left),
          (0.78 + random.next() * 0.32) * height,
          unit * 0.009,
          unit * 0.004,
          random.next() * 3,
          0,
          7,
        );
        context.fill();
      }
    },
    0.7,
  );
}

/** Among trees: trunks fading into mist, leaves overhead, a mossy path, shafts of light. */
export const forest: Backdrop = (stage) => {
  const { light, shot, width, height, unit } = stage;
  const isAutumn = shot.weather === 'leaves';
  const glade = light.isDark ? '#1f3350' : isAutumn ? '#ffe2a0' : mix('#dff0c0', light.haze, 0.4);
  const back = stage.sheet(0, (context) => {
    wash(context, stage.all, [
      [0, seen(light, isAutumn ? '#b8722f' : '#3f6a48', 0.15)],
      [0.5, seen(light, glade)],
      [0.72, seen(light, isAutumn ? '#c98a45' : '#7fa868')],
      [1, seen(light, '#2f4a2f')],
    ]);
    context.globalCompositeOperation = 'screen';
    dab(
      context,
      width * 0.5,
      height * 0.42,
      unit * 0.75,
      light.isDark ? '#6a8ad0' : '#fff6d0',
      light.isDark ? 0.35 : 0.75,
    );
  });
  return {
    back: [
      back,
      trunks(stage, { depth: 0.15, base: 0.72, count: 26, wide: 0.016, distance: 0.68 }),
      trunks(stage, { depth: 0.4, base: 0.76, count: 15, wide: 0.034, distance: 0.4 }),
      sunShafts(stage),
      forestFloor(stage, isAutumn),
      trunks(stage, { depth: 0.85, base: 0.88, count: 7, wide: 0.075, distance: 0.08 }),
    ],
    front: [ferns(stage, isAutumn)],
    spots: { ground: { x: 0.5, y: 0.95, scale: 1 }, sky: { x: 0.5, y: 0.5, scale: 0.8 } },
    light,
    isOutdoors: true,
  };
};

function sunShafts(stage: Stage): Sheet {
  const { light, width, height, random, shot } = stage;
  const strength = light.isDark ? 0.1 : shot.weather === 'rain' || shot.weather === 'storm' ? 0.08 : 0.3;
  return softened(
    stage.sheet(0.5, (context) => {
      context.globalCompositeOperation = 'screen';
      for (let shaft = 0; shaft < 7; shaft += 1) {
        const x = width * (0.1 + random.next() * 0.8);
        const wide = width * (0.02 + random.next() * 0.06);
        const gradient = context.createLinearGradient(0, 0, 0, height * 0.9);
        gradient.addColorStop(0, faint(light.key, strength));
        gradient.addColorStop(1, faint(light.key, 0));
        context.fillStyle = gradient;
        context.beginPath();
        context.moveTo(x, -40);
        context.lineTo(x + wide, -40);
        context.lineTo(x + wide * 2 - width * 0.16, height * 0.9);
        context.lineTo(x - width * 0.2, height * 0.9);
        context.fill();
      }
    }),
    stage.unit / 90,
  );
}

/** Fronds close to the lens, out of focus. */
function ferns(stage: Stage, isAutumn: boolean): Sheet {
  const { random, left, right, width, height, unit, light } = stage;
  const sheet = stage.sheet(
    1.5,
    (context) => {
      for (let frond = 0; frond < 26; frond += 1) {
        const share = random.next();
        const x = share < 0.5 ? left + share * 0.6 * width : right - (1 - share) * 0.6 * width;
        context.strokeStyle = darker(seen(light, isAutumn ? '#8a5426' : random.pick(['#2f5a2f', '#3f7038'])), 0.35);
        const bend = (random.next() - 0.5) * unit * 0.3;
        for (let rib = 0; rib < 16; rib += 1) {
          const at = rib / 16;
          const px = x + bend * at * at;
          const py = height * 1.1 - at * unit * 0.26;
          context.lineWidth = unit * 0.009 * (1 - at * 0.6);
          context.beginPath();
          context.moveTo(px - unit * 0.06 * (1 - at), py + unit * 0.02);
          context.quadraticCurveTo(px, py - unit * 0.01, px + unit * 0.06 * (1 - at), py + unit * 0.02);
          context.stroke();
        }
      }
    },
    0.7,
  );
  return softened(sheet, unit / 200);
}
