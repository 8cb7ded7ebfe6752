import type { Random } from '../shared/random.ts';
import type { Weather } from '../shared/scene/scene.ts';
import { canvasOf, clouds, type Context, noiseField, noiseLine, texture, wash } from './brush.ts';
import { channels, faint } from './colour.ts';
import type { Light } from './light.ts';
import type { Stage } from './stage.ts';

type Fall = (context: Context, seconds: number) => void;

const nothing: Fall = () => undefined;

/** What falls or drifts before the lens. */
export function fallOf(stage: Stage, weather: Weather): Fall {
  const { random, light } = stage;
  switch (weather) {
    case 'rain':
      return rain(stage, random, 260, 0.12);
    case 'storm': {
      const falling = rain(stage, random, 420, 0.3);
      const flashAt = 0.5 + random.next() * 1.2;
      return (context, seconds) => {
        falling(context, seconds);
        flash(context, stage, (seconds + 4 - flashAt) % 2.7);
      };
    }
    case 'snow':
      return snow(stage, random);
    case 'fog':
      return fog(stage, random, light);
    case 'leaves':
      return flakes(stage, random, ['#d9662a', '#e8a33a', '#b8402a', '#f0c04a'], 0.016, 46);
    case 'petals':
      return flakes(stage, random, ['#ffd9e6', '#ffb9d0', '#fff0f5', '#f79ab8'], 0.011, 60);
    case 'clear':
    case 'clouds':
    case 'aurora':
    case 'rainbow':
      return nothing;
  }
}

function rain({ width, height, unit, light }: Stage, random: Random, count: number, slant: number): Fall {
  const drops = Array.from({ length: count }, () => ({
    x: random.next(),
    y: random.next(),
    near: random.next() ** 2,
  }));
  return (context, seconds) => {
    for (const half of [0, 1]) {
      context.beginPath();
      for (const { x, y, near } of drops) {
        if ((near > 0.3 ? 1 : 0) !== half) continue;
        const long = unit * (0.025 + near * 0.075);
        const down = ((y + seconds * (1.1 + near * 1.6)) % 1.15) * height * 1.1 - height * 0.06;
        const across = ((((x + (down / height) * -slant) % 1) + 1) % 1) * width * 1.05;
        context.moveTo(across, down);
        context.lineTo(across - long * slant, down + long);
      }
      context.lineWidth = unit * (half === 0 ? 0.0014 : 0.0024);
      context.strokeStyle = faint(light.isDark ? '#b9cdf2' : '#eef4f8', half === 0 ? 0.28 : 0.36);
      context.stroke();
    }
  };
}

/** How a bolt strays to the side on its way down, in units. */
const jags = [0.05, -0.06, 0.03, 0.05, -0.08, 0.02, 0.06, -0.05, 0.04, -0.06, 0.03];

function flash(context: Context, { width, height, unit }: Stage, since: number): void {
  if (since < 0 || since > 0.45) return;
  const strength = since < 0.08 ? 0.35 : since < 0.16 ? 0.08 : 0.28 * (1 - (since - 0.16) / 0.29);
  context.fillStyle = faint('#dfe8ff', strength);
  context.fillRect(0, 0, width, height);
  if (since > 0.3) return;
  context.beginPath();
  let x = width * 0.68;
  context.moveTo(x, 0);
  for (const [step, shift] of jags.entries()) {
    x += shift * unit;
    context.lineTo(x, (height * 0.5 * (step + 1)) / jags.length);
  }
  context.lineJoin = 'round';
  context.strokeStyle = faint('#c9d6ff', 0.35);
  context.lineWidth = unit * 0.012;
  context.stroke();
  context.strokeStyle = '#ffffff';
  context.lineWidth = unit * 0.0035;
  context.stroke();
}

function snow({ width, height, unit }: Stage, random: Random): Fall {
  const flake = softSpot(Math.round(unit * 0.03), '#ffffff');
  const drops = Array.from({ length: 230 }, () => ({
    x: random.next(),
    y: random.next(),
    near: random.next() ** 2.4,
    phase: random.next() * 7,
  }));
  return (context, seconds) => {
    for (const { x, y, near, phase } of drops) {
      const size = unit * (0.006 + near * 0.022);
      const down = ((y + seconds * (0.06 + near * 0.16)) % 1.1) * height - height * 0.05;
      const across = ((x + Math.sin(seconds * 0.8 + phase) * 0.012 + seconds * 0.012 * (1 + near)) % 1) * width;
      context.globalAlpha = 0.9 - near * 0.35;
      context.drawImage(flake, across - size / 2, down - size / 2, size, size);
    }
    context.globalAlpha = 1;
  };
}

function softSpot(size: number, colour: string): OffscreenCanvas {
  const context = canvasOf(size, size);
  const gradient = context.createRadialGradient(size / 2, size / 2, 0, size / 2, size / 2, size / 2);
  gradient.addColorStop(0, colour);
  gradient.addColorStop(0.45, faint(colour, 0.85));
  gradient.addColorStop(1, faint(colour, 0));
  context.fillStyle = gradient;
  context.fillRect(0, 0, size, size);
  return context.canvas;
}

function fog({ width, height, light }: Stage, random: Random, { haze }: Light): Fall {
  const field = noiseField(random, 4);
  const colour = channels(light.isDark ? haze : '#eef1f2');
  // Wraps around, so that it may drift for ever.
  const bank = texture(256, 96, (x, y) => {
    const wave = x * Math.PI * 2;
    const density = field(30 + Math.cos(wave) * 1.4, 30 + Math.sin(wave) * 1.4 + y * 3.2);
    return [colour, Math.max(0, density - 0.3) * 1.25 * Math.sin(Math.PI * Math.min(1, y * 1.1))];
  });
  return (context, seconds) => {
    for (const [top, tall, speed, opacity] of [
      [0.28, 0.5, 0.012, 0.75],
      [0.5, 0.6, 0.022, 0.9],
    ] as const) {
      const wide = width * 2;
      const shift = (seconds * speed * width) % wide;
      context.globalAlpha = opacity;
      context.drawImage(bank, -shift, top * height, wide, tall * height);
      if (wide - shift < width) context.drawImage(bank, wide - shift, top * height, wide, tall * height);
    }
    context.globalAlpha = 1;
  };
}

function flakes(stage: Stage, random: Random, colours: readonly string[], size: number, count: number): Fall {
  const { width, height, unit } = stage;
  const all = Array.from({ length: count }, () => ({
    x: random.next(),
    y: random.next(),
    near: 0.4 + random.next() ** 2 * 1.1,
    phase: random.next() * 7,
    colour: random.pick(colours),
  }));
  return (context, seconds) => {
    for (const { x, y, near, phase, colour } of all) {
      const down = ((y + seconds * (0.05 + near * 0.05)) % 1.1) * height - height * 0.05;
      const across = (((x + seconds * 0.03 * near + Math.sin(seconds * 1.3 + phase) * 0.02) % 1.05) - 0.02) * width;
      const half = unit * size * near;
      context.fillStyle = colour;
      context.beginPath();
      context.ellipse(
        across,
        down,
        half,
        half * (0.25 + 0.4 * Math.abs(Math.sin(seconds * 2 + phase))),
        phase + seconds,
        0,
        7,
      );
      context.fill();
    }
  };
}

/** Clouds and, where it is dark and clear, stars over the sky's gradient; the sun or the moon between them. */
export function paintSky(stage: Stage, context: Context, horizon: number): void {
  const { light, random, width, height, unit } = stage;
  const box = stage.band(-0.12, horizon);
  wash(context, box, light.sky);
  // Below the horizon the last colour goes on.
  context.fillStyle = light.haze;
  context.fillRect(box.x, box.y + box.height, box.width, stage.bottom);
  if (light.isDark && light.cover < 0.6) stars(stage, context, horizon, 260);
  if (stage.shot.weather === 'aurora') aurora(stage, context, horizon, 1);
  wash(context, stage.band(horizon - 0.16, horizon), [
    [0, faint(light.haze, 0)],
    [1, faint(light.haze, 0.7)],
  ]);
  if (light.sun !== null) {
    const { colour, x, isMoon } = light.sun;
    const y = Math.min(light.sun.y, horizon - (isMoon ? 0.2 : 0.06));
    paintSun(context, x * width, y * height, unit * (isMoon ? 0.042 : 0.03 + light.sun.y * 0.05), colour, isMoon);
  }
  clouds(context, { ...box, height: box.height * 0.98 }, random, {
    cover: light.cover,
    lit: light.cloudLit,
    shade: light.cloudShade,
    from: [light.sun?.x ?? 0.5, 0.9],
    opacity: light.isDark ? 0.6 : 0.9,
  });
}

/** Northern lights: curtains that hang in folds, green below and violet above. */
export function aurora(stage: Stage, context: Context, horizon: number, strength: number): void {
  const { random, left, right, width, height } = stage;
  context.save();
  context.globalCompositeOperation = 'screen';
  for (const [at, tall, opacity] of [
    [0.6, 0.5, 0.6],
    [0.76, 0.66, 0.85],
    [0.92, 0.75, 0.7],
  ] as const) {
    const line = noiseLine(random, 3);
    const ray = noiseLine(random, 4);
    for (let x = left; x < right; x += 2) {
      const share = x / width;
      const foot = (at + 0.13 * line(share * 2.3)) * horizon * height;
      const shown = Math.max(0.12, 0.6 + 0.7 * ray(share * 9 + line(share * 2.3) * 3)) * opacity * strength;
      const high = tall * horizon * height * (0.6 + 0.5 * Math.abs(ray(share * 17)));
      const gradient = context.createLinearGradient(0, foot - high, 0, foot + height * 0.015);
      gradient.addColorStop(0, faint('#7a3fd0', 0));
      gradient.addColorStop(0.35, faint('#5a4fd8', shown * 0.4));
      gradient.addColorStop(0.75, faint('#2fe09a', shown * 0.8));
      gradient.addColorStop(0.96, faint('#a8ffcf', shown));
      gradient.addColorStop(1, faint('#a8ffcf', 0));
      context.fillStyle = gradient;
      context.fillRect(x, foot - high, 2.6, high + height * 0.015);
    }
  }
  context.restore();
}

export function stars({ random, left, right, height, unit }: Stage, context: Context, to: number, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const x = left + random.next() * (right - left);
    const y = random.next() ** 1.3 * to * height * 1.05 - height * 0.05;
    const bright = random.next() ** 3;
    context.fillStyle = faint(random.pick(['#ffffff', '#cfe0ff', '#ffe9cf']), 0.35 + bright * 0.65);
    const size = unit * (0.0009 + bright * 0.0022);
    context.beginPath();
    context.arc(x, y, size, 0, 7);
    context.fill();
  }
}

function paintSun(context: Context, x: number, y: number, radius: number, colour: string, isMoon: boolean): void {
  context.fillStyle = colour;
  context.beginPath();
  context.arc(x, y, radius, 0, 7);
  context.fill();
  context.save();
  context.clip();
  for (const [dx, dy, size] of isMoon ? moonSpots : []) {
    context.fillStyle = faint('#9aa6c4', 0.28);
    context.beginPath();
    context.arc(x + dx * radius, y + dy * radius, size * radius, 0, 7);
    context.fill();
  }
  context.restore();
  context.save();
  context.globalCompositeOperation = 'screen';
  for (const [size, opacity] of isMoon ? moonGlow : sunGlow) {
    const gradient = context.createRadialGradient(x, y, 0, x, y, radius * size);
    gradient.addColorStop(0, faint(colour, opacity));
    gradient.addColorStop(0.2, faint(colour, opacity * 0.6));
    gradient.addColorStop(0.5, faint(colour, opacity * 0.18));
    gradient.addColorStop(1, faint(colour, 0));
    context.fillStyle = gradient;
    context.fillRect(x - radius * size, y - radius * size, radius * size * 2, radius * size * 2);
  }
  context.restore();
}

const sunGlow: readonly (readonly [size: number, opacity: number])[] = [
  [14, 0.5],
  [5, 0.8],
  [2, 0.9],
];
const moonGlow: readonly (readonly [size: number, opacity: number])[] = [
  [6, 0.3],
  [2.2, 0.35],
];
const moonSpots: readonly (readonly [x: number, y: number, size: number])[] = [
  [-0.3, -0.2, 0.34],
  [0.35, 0.1, 0.26],
  [-0.05, 0.45, 0.3],
  [0.2, -0.5, 0.18],
];
