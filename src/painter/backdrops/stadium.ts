import { type Context, dab, glow, wash } from '../brush.ts';
import { darker, faint, lighter } from '../colour.ts';
import { skySheet } from '../land.ts';
import { seen } from '../light.ts';
import type { Backdrop, Layer, Sheet, Stage } from '../stage.ts';

const shirts = ['#e0524a', '#f2f0ea', '#3f7fc9', '#f2c24a', '#d9d4cc', '#2f3a52', '#c98aa0'];
const pitchTop = 0.62;

/** The rim of the stands at a share (0..1) of the width: a bowl that is highest at the sides. */
const rim = (share: number): number => 0.3 - 0.14 * (share * 2 - 1) ** 2;

function stands(stage: Stage): Sheet {
  const { light, random, left, right, height, unit } = stage;
  const wide = right - left;
  const concrete = light.isDark ? '#1d2438' : seen(light, '#6f7a8c');
  return stage.sheet(0.25, (context) => {
    context.fillStyle = concrete;
    context.beginPath();
    context.moveTo(left, pitchTop * height);
    for (let at = 0; at <= 1.001; at += 0.02) context.lineTo(left + at * wide, rim(at) * height);
    context.lineTo(right, pitchTop * height);
    context.fill();
    for (let row = 0; row < 34; row += 1) {
      const down = row / 34;
      for (let seat = 0; seat < 210; seat += 1) {
        const at = (seat + random.next() * 0.7) / 210;
        const top = rim(at) + 0.025;
        const y = (top + (pitchTop - 0.06 - top) * down) * height;
        const own = random.chance(0.12) ? '#20283a' : random.pick(shirts);
        context.fillStyle = faint(light.isDark ? darker(own, 0.42) : seen(light, own, 0.12), 0.9);
        const size = unit * (0.0035 + down * 0.0026);
        context.fillRect(left + at * wide, y - size, size * 1.3, size * 1.7);
        context.fillStyle = faint(light.isDark ? '#8a6a58' : '#e8bf9a', 0.9);
        context.fillRect(left + at * wide + size * 0.3, y - size * 1.9, size * 0.7, size);
      }
    }
    roof(context, stage);
    boards(context, stage);
  });
}

function roof(context: Context, { light, left, right, height, unit }: Stage): void {
  const wide = right - left;
  context.beginPath();
  for (let at = 0; at <= 1.001; at += 0.02) context.lineTo(left + at * wide, (rim(at) - 0.045) * height);
  for (let at = 1; at >= -0.001; at -= 0.02) context.lineTo(left + at * wide, (rim(at) + 0.008) * height);
  context.fillStyle = light.isDark ? '#39435f' : seen(light, '#e4e9ee');
  context.fill();
  context.strokeStyle = light.isDark ? '#59668a' : seen(light, '#ffffff');
  context.lineWidth = unit * 0.004;
  context.beginPath();
  for (let at = 0; at <= 1.001; at += 0.02) context.lineTo(left + at * wide, (rim(at) + 0.01) * height);
  context.stroke();
}

/** Boards along the line, in the colours of the sponsors. */
function boards(context: Context, { light, left, right, height, unit, random }: Stage): void {
  const tall = 0.036 * height;
  for (let x = left; x < right; x += unit * 0.24) {
    const colour = random.pick(['#d8343a', '#1f66b0', '#f2b632', '#1f8a6a', '#f4f4f2']);
    context.fillStyle = light.isDark ? lighter(colour, 0.06) : seen(light, colour);
    context.fillRect(x, pitchTop * height - tall, unit * 0.235, tall);
    context.fillStyle = faint(colour === '#f4f4f2' ? '#1f66b0' : '#ffffff', 0.85);
    context.fillRect(
      x + unit * 0.05,
      pitchTop * height - tall * 0.62,
      unit * (0.06 + random.next() * 0.07),
      tall * 0.26,
    );
  }
}

function pitch(stage: Stage): Sheet {
  const { light, left, right, width, height, unit } = stage;
  const green = light.isDark ? '#3fa05a' : seen(light, '#5fb04f');
  const line = faint('#ffffff', 0.85);
  return stage.sheet(
    0.9,
    (context) => {
      for (let stripe = 0; stripe < 9; stripe += 1) {
        const y = (at: number): number => (pitchTop + (1.14 - pitchTop) * (at / 9) ** 1.7) * height;
        context.fillStyle = stripe % 2 === 0 ? green : lighter(green, 0.1);
        context.fillRect(left, y(stripe), right - left, y(stripe + 1) - y(stripe) + 1);
      }
      wash(context, stage.band(pitchTop, 1.13), [
        [0, faint(light.isDark ? '#d8f0ff' : '#ffffff', 0.2)],
        [0.5, faint('#ffffff', 0)],
        [1, faint('#04140a', 0.35)],
      ]);
      context.strokeStyle = line;
      context.lineWidth = unit * 0.005;
      context.beginPath();
      context.moveTo(left, (pitchTop + 0.012) * height);
      context.lineTo(right, (pitchTop + 0.012) * height);
      // The area before the goal.
      context.moveTo(width * 0.27, (pitchTop + 0.012) * height);
      context.lineTo(width * 0.14, (pitchTop + 0.14) * height);
      context.lineTo(width * 0.86, (pitchTop + 0.14) * height);
      context.lineTo(width * 0.73, (pitchTop + 0.012) * height);
      context.stroke();
      context.beginPath();
      context.ellipse(width * 0.5, (pitchTop + 0.14) * height, width * 0.12, 0.04 * height, 0, 0, Math.PI);
      context.stroke();
    },
    pitchTop - 0.01,
  );
}

function goal(stage: Stage): Sheet {
  const { width, height, unit } = stage;
  return stage.sheet(0.6, (context) => {
    const [x, y, wide, tall] = [width * 0.5 - unit * 0.27, (pitchTop + 0.014) * height, unit * 0.54, unit * 0.19];
    context.strokeStyle = faint('#ffffff', 0.4);
    context.lineWidth = 1;
    context.beginPath();
    for (let at = 0; at <= 18; at += 1) {
      context.moveTo(x + (at / 18) * wide, y - tall);
      context.lineTo(x + wide * (0.06 + (at / 18) * 0.88), y - unit * 0.02);
    }
    for (let at = 0; at <= 7; at += 1) {
      context.moveTo(x, y - (at / 7) * tall);
      context.lineTo(x + wide, y - (at / 7) * tall);
    }
    context.stroke();
    context.strokeStyle = '#ffffff';
    context.lineWidth = unit * 0.008;
    context.strokeRect(x, y - tall, wide, tall);
    context.clearRect(x - unit * 0.01, y - unit * 0.002, wide + unit * 0.02, unit * 0.012);
  });
}

const lampsAt = [0.06, 0.3, 0.7, 0.94] as const;

function floodlights(stage: Stage): Sheet {
  const { light, width, height, unit } = stage;
  return stage.sheet(0.22, (context) => {
    for (const at of lampsAt) {
      const [x, y] = [at * width, (at < 0.2 || at > 0.8 ? 0.08 : 0.13) * height];
      context.fillStyle = light.isDark ? '#2a3248' : seen(light, '#5a6474');
      context.fillRect(x - unit * 0.005, y, unit * 0.01, 0.3 * height);
      context.fillRect(x - unit * 0.055, y - unit * 0.035, unit * 0.11, unit * 0.06);
      for (let lamp = 0; lamp < 15; lamp += 1) {
        context.fillStyle = light.isDark ? '#ffffff' : '#dfe8f0';
        context.fillRect(
          x - unit * 0.049 + (lamp % 5) * unit * 0.0205,
          y - unit * 0.03 + Math.floor(lamp / 5) * unit * 0.019,
          unit * 0.015,
          unit * 0.013,
        );
      }
      if (!light.isDark) continue;
      glow(context, x, y, unit * 0.34, '#dfeaff', 0.75);
      context.save();
      context.globalCompositeOperation = 'lighter';
      const beam = context.createLinearGradient(0, y, 0, pitchTop * height);
      beam.addColorStop(0, faint('#dfeaff', 0.22));
      beam.addColorStop(1, faint('#dfeaff', 0));
      context.fillStyle = beam;
      context.beginPath();
      context.moveTo(x, y);
      context.lineTo(width * (0.5 + (at - 0.5) * 0.2) - unit * 0.4, 0.9 * height);
      context.lineTo(width * (0.5 + (at - 0.5) * 0.2) + unit * 0.4, 0.9 * height);
      context.fill();
      context.restore();
    }
  });
}

/** Cameras flash among the crowd. */
function flashes(stage: Stage): Layer {
  const { random, width, height, unit } = stage;
  const all = Array.from({ length: 26 }, () => {
    const at = random.next();
    return { x: at * width, y: (rim(at) + 0.05 + random.next() * 0.2) * height, phase: random.next() * 9 };
  });
  return {
    depth: 0.25,
    draw: (context, { seconds }) => {
      for (const { x, y, phase } of all) {
        const since = (seconds + phase) % 2.3;
        if (since < 0.12) dab(context, x, y, unit * 0.02, '#ffffff', 1 - since * 6);
      }
    },
  };
}

/** Boards of a court, in perspective, with its lines and its key. */
function court(stage: Stage): Sheet {
  const { light, left, right, width, height, unit } = stage;
  const wood = light.isDark ? '#c98a4a' : seen(light, '#d9a05c');
  return stage.sheet(
    0.9,
    (context) => {
      wash(context, stage.band(pitchTop, 1.13), [
        [0, lighter(wood, 0.25)],
        [0.5, wood],
        [1, darker(wood, 0.35)],
      ]);
      context.lineWidth = 1;
      context.strokeStyle = faint(darker(wood, 0.5), 0.35);
      context.beginPath();
      for (let board = -60; board <= 60; board += 1) {
        context.moveTo(width / 2 + board * unit * 0.03, pitchTop * height);
        context.lineTo(width / 2 + board * unit * 0.085, stage.bottom);
      }
      context.stroke();
      const from = (pitchTop + 0.03) * height;
      context.fillStyle = light.isDark ? '#2a4f9a' : seen(light, '#3a6ab8');
      context.beginPath();
      context.moveTo(width * 0.62, from);
      context.lineTo(width * 0.84, from);
      context.lineTo(width * 1.02, 1.02 * height);
      context.lineTo(width * 0.6, 1.02 * height);
      context.fill();
      context.strokeStyle = faint('#ffffff', 0.85);
      context.lineWidth = unit * 0.006;
      context.stroke();
      context.beginPath();
      context.moveTo(left, from);
      context.lineTo(right, from);
      context.stroke();
      context.beginPath();
      context.ellipse(width * 0.2, 0.84 * height, width * 0.17, 0.07 * height, 0, 0, 7);
      context.stroke();
    },
    pitchTop - 0.01,
  );
}

/** A full house, floodlights, the pitch and its goal; the boards of a court for who plays basketball. */
export const stadium: Backdrop = (stage) => {
  const { light, shot } = stage;
  const ground = shot.subject === 'basketballer' ? [court(stage)] : [pitch(stage), goal(stage)];
  return {
    back: [skySheet(stage, 0.4), floodlights(stage), stands(stage), flashes(stage), ...ground],
    front: [],
    spots: { ground: { x: 0.5, y: 0.95, scale: 1 }, sky: { x: 0.5, y: 0.46, scale: 0.8 } },
    light: light.isDark ? { ...light, key: '#f2f6ff', rim: '#ffffff', shade: '#10241c' } : light,
    isOutdoors: true,
  };
};
