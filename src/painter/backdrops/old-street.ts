import { type Context, dab, glow } from '../brush.ts';
import { darker, faint, lighter, mix } from '../colour.ts';
import { seen } from '../light.ts';
import type { Backdrop, Layer, Stage } from '../stage.ts';
import { avenue, type Front, type Lens, quad, wallOf, windows } from './street.ts';

function stallFront(context: Context, lens: Lens, stage: Stage, front: Front): void {
  const { random, light, unit } = stage;
  const { side, x, from, to, tall, fade } = front;
  wallOf(context, lens, stage, front);
  windows(context, lens, front, {
    low: 4,
    high: tall,
    wide: 2.1,
    storey: 2.8,
    paint: () => (light.isDark && random.chance(0.5) ? faint('#ffc878', 0.7 - fade * 0.4) : faint('#15111c', 0.55)),
  });
  const cloth = random.pick(['#d23b30', '#e08a2a', '#2f8a78', '#c93a68', '#3f62b0', '#e0b52f']);
  const counter = x - side * 1.6;
  const warm = light.isDark ? '#ffc267' : seen(light, '#f0d7a8', fade);
  // Lit from inside: the back of the stall glows.
  quad(
    context,
    [lens(x, 0.9, from + 0.2), lens(x, 2.7, from + 0.2), lens(x, 2.7, to - 0.2), lens(x, 0.9, to - 0.2)],
    mix(warm, light.haze, fade * 0.7),
  );
  for (let pile = 0; pile < 7; pile += 1) {
    const z = from + 0.4 + ((to - from - 0.8) * pile) / 7;
    const [px, py] = lens(counter + side * 0.3, 1.12, z + 0.3);
    context.fillStyle = mix(
      random.pick(['#e0532f', '#f2b23a', '#7fb04a', '#c9302f', '#f0e0b8', '#8a4a2a']),
      light.haze,
      fade * 0.7,
    );
    context.beginPath();
    context.ellipse(px, py, (unit * 0.36) / z, (unit * 0.2) / z, 0, 0, 7);
    context.fill();
  }
  quad(
    context,
    [
      lens(counter, 0, from + 0.2),
      lens(counter, 1, from + 0.2),
      lens(counter, 1, to - 0.2),
      lens(counter, 0, to - 0.2),
    ],
    mix(light.isDark ? '#5a3222' : seen(light, '#8a5a3a'), light.haze, fade * 0.7),
  );
  quad(
    context,
    [lens(counter, 0, from + 0.2), lens(counter, 1, from + 0.2), lens(x, 1, from + 0.2), lens(x, 0, from + 0.2)],
    mix('#2a1810', light.haze, fade * 0.7),
  );
  for (let stripe = 0; stripe < 8; stripe += 1) {
    const a = from + ((to - from) * stripe) / 8;
    const b = from + ((to - from) * (stripe + 1)) / 8;
    const colour = mix(
      stripe % 2 === 0 ? cloth : '#f6ead6',
      light.isDark ? '#3a1a20' : light.haze,
      light.isDark ? 0.2 + fade * 0.4 : fade,
    );
    quad(
      context,
      [lens(x, 3.6, a), lens(x, 3.6, b), lens(counter - side * 0.5, 2.6, b), lens(counter - side * 0.5, 2.6, a)],
      colour,
    );
  }
  if (!light.isDark) return;
  const [gx, gy] = lens(counter, 1.9, (from + to) / 2);
  glow(context, gx, gy, (unit * 3.6) / from, '#ff9a3d', 0.3 * (1 - fade));
}

export const market: Backdrop = (stage) =>
  avenue(stage, {
    halfWidth: 4.2,
    tall: [6, 11],
    walls: ['#8a5a48', '#6f4a58', '#a07858', '#5f5468'],
    paving: '#6f6258',
    front: stallFront,
    over: (place, lens) => lanternLines(place, lens, '#ff5a36'),
  });

/** Strings of lanterns and bulbs that hang across the street and sway a little. */
function lanternLines({ unit, light, random }: Stage, lens: Lens, colour: string): Layer {
  const strings = [30, 20, 13.5, 9.5, 6.8].map((z) => ({ z, phase: random.next() * 7 }));
  return {
    depth: 0.75,
    draw: (context, { seconds }) => {
      for (const { z, phase } of strings) {
        context.strokeStyle = faint('#1a100c', 0.7);
        context.lineWidth = Math.max(0.8, (unit * 0.012) / z);
        const at = (share: number): readonly [number, number] =>
          lens(-4 + share * 8, 5 - Math.sin(share * Math.PI) * 0.8 + Math.sin(seconds + phase) * 0.04, z);
        context.beginPath();
        for (let share = 0; share <= 1.001; share += 0.1) context.lineTo(...at(share));
        context.stroke();
        for (let bulb = 1; bulb < 8; bulb += 1) {
          const [x, y] = at(bulb / 8);
          const size = (unit * 0.28) / z;
          if (light.isDark) dab(context, x, y + size, size * 3.4, colour, 0.55);
          context.fillStyle = light.isDark ? lighter(colour, 0.12) : seen(light, colour, z / 60);
          context.beginPath();
          context.ellipse(x, y + size, size, size * 0.85, 0, 0, 7);
          context.fill();
          context.fillStyle = light.isDark ? '#ffe0a0' : '#e0b040';
          context.fillRect(x - size * 0.45, y + size * 0.05, size * 0.9, size * 0.2);
          context.fillRect(x - size * 0.45, y + size * 1.75, size * 0.9, size * 0.2);
          context.fillRect(x - size * 0.06, y + size * 1.9, size * 0.12, size * 0.9);
        }
      }
    },
  };
}

/** White walls, wooden windows, tiled roofs that curl up at their ends. */
export function oldHouse(context: Context, lens: Lens, stage: Stage, front: Front): void {
  const { light, random, shot } = stage;
  const { side, x, from, to, tall, fade } = front;
  wallOf(context, lens, stage, front);
  const wood = mix(light.isDark ? '#ffb45e' : seen(light, '#6a4530'), light.haze, fade * 0.8);
  windows(context, lens, front, {
    low: 0.3,
    high: 3.4,
    wide: 1.5,
    storey: 3.6,
    paint: () => (light.isDark ? faint(random.pick(['#ffb45e', '#ffd08a', '#8a4a28']), 0.9 - fade * 0.5) : wood),
  });
  windows(context, lens, front, { low: 3.7, high: tall, wide: 2.2, storey: 2, paint: () => wood });
  const isSnowy = shot.weather === 'snow';
  const roof = light.isDark ? (isSnowy ? '#8e9dc0' : '#161a28') : isSnowy ? '#f4f7fc' : '#474c55';
  const tiles = light.isDark ? mix(roof, light.haze, fade * 0.6) : seen(light, roof, fade);
  for (const [low, out] of [
    [tall, 1.4],
    [3.5, 0.9],
  ] as const) {
    const points: (readonly [number, number])[] = [];
    for (let at = 0; at <= 1.001; at += 0.125)
      points.push(lens(x - side * out, low - 0.25 + (Math.abs(at - 0.5) * 2) ** 3 * 0.5, from + (to - from) * at));
    points.push(lens(x + side * 1.5, low + 1.5, to), lens(x + side * 1.5, low + 1.5, from));
    quad(context, points, low === tall ? tiles : darker(tiles, 0.15));
    context.strokeStyle = lighter(tiles, 0.18);
    context.lineWidth = 1;
    context.stroke();
  }
}

export const village: Backdrop = (stage) =>
  avenue(stage, {
    halfWidth: 4.4,
    tall: [5.4, 7.4],
    walls: ['#efe8da', '#e3d8c4', '#f4efe4', '#c9a27a'],
    paving: stage.shot.weather === 'snow' ? '#eef2f9' : '#9a9488',
    front: oldHouse,
    over: (place, lens) => eaves(place, lens),
  });

/** Red lanterns below the eaves, one after the other down the street. */
export function eaves({ unit, light, random }: Stage, lens: Lens): Layer {
  const all = [34, 27, 21, 16, 12, 9, 7, 5.4].flatMap((z) =>
    [-1, 1].map((side) => ({ side, z, phase: random.next() * 7 })),
  );
  return {
    depth: 0.75,
    draw: (context, { seconds }) => {
      for (const { side, z, phase } of all) {
        const [x, y] = lens(side * 3.2 + Math.sin(seconds * 1.1 + phase) * 0.05, 2.9, z);
        const size = (unit * 0.3) / z;
        if (light.isDark) dab(context, x, y, size * 4, '#ff4a2a', 0.6);
        context.fillStyle = light.isDark ? '#ff6a42' : seen(light, '#d0322a', z / 90);
        context.beginPath();
        context.ellipse(x, y, size, size * 0.9, 0, 0, 7);
        context.fill();
        context.fillStyle = '#e8b850';
        context.fillRect(x - size * 0.4, y - size, size * 0.8, size * 0.2);
        context.fillRect(x - size * 0.4, y + size * 0.8, size * 0.8, size * 0.2);
        context.fillRect(x - size * 0.07, y + size, size * 0.14, size * 0.9);
      }
    },
  };
}
