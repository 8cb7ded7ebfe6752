import type { Context } from '../brush.ts';
import { darker, faint, lighter, mix } from '../colour.ts';
import { seen } from '../light.ts';
import type { Backdrop, Layer, Stage } from '../stage.ts';
import { eaves, oldHouse } from './old-street.ts';
import { avenue, type Front, type Lens, quad, wallOf } from './street.ts';

/** A plastered palace with arched windows, its door and its striped pole in the water. */
function palace(context: Context, lens: Lens, stage: Stage, front: Front): void {
  const { light, random } = stage;
  const { side, x, from, to, tall, fade } = front;
  const isLit = light.isDark;
  const colour = wallOf(context, lens, stage, front);
  const trim = isLit ? mix('#8a7a6a', light.haze, fade) : seen(light, '#f6ead2', fade);
  for (let storey = 0.9; storey < tall - 2; storey += 3.1) {
    const count = Math.max(1, Math.round((to - from) / 1.7));
    for (let index = 0; index < count; index += 1) {
      const near = from + ((to - from) * (index + 0.26)) / count;
      const far = from + ((to - from) * (index + 0.74)) / count;
      const at = x - side * 0.03;
      const arch = (grow: number): readonly (readonly [number, number])[] => [
        lens(at, storey - grow, near - grow * 0.5),
        lens(at, storey + 1.4, near - grow * 0.5),
        lens(at, storey + 1.95 + grow, (near + far) / 2),
        lens(at, storey + 1.4, far + grow * 0.5),
        lens(at, storey - grow, far + grow * 0.5),
      ];
      quad(context, arch(0.16), trim);
      const pane = random.chance(0.55) ? '#ffd28a' : '#1a1c30';
      quad(
        context,
        arch(0),
        isLit ? mix(pane, light.haze, fade * 0.5) : mix(darker(colour, 0.62), light.haze, fade * 0.6),
      );
    }
  }
  quad(context, [lens(x, tall, from), lens(x, tall + 0.5, from), lens(x, tall + 0.5, to), lens(x, tall, to)], trim);
  quad(context, [lens(x, 0, from), lens(x, 0.5, from), lens(x, 0.5, to), lens(x, 0, to)], faint('#16201c', 0.5));
  const stripe = random.pick(['#2f5fb0', '#c8342c']);
  for (let part = 0; part < 8; part += 1) {
    const [a, b] = [part * 0.36 - 0.2, part * 0.36 + 0.18];
    const [px, pz] = [x - side * 1.1, from + 0.6];
    const own = part % 2 === 0 ? stripe : '#f4efe4';
    quad(
      context,
      [lens(px - 0.09, a, pz), lens(px + 0.09, a, pz), lens(px + 0.09, b, pz), lens(px - 0.09, b, pz)],
      isLit ? mix(own, '#10162c', 0.6) : seen(light, own, fade),
    );
  }
}

/** An arched bridge of stone across the water. */
function archBridge(context: Context, lens: Lens, { light }: Stage, half: number): void {
  const z = 19;
  const stone = light.isDark ? '#3c3a48' : seen(light, '#cbbba0', 0.16);
  const arc = (x: number, rise: number, foot: number): readonly [number, number] =>
    lens(x, foot + rise * (1 - (x / half) ** 2), z);
  const steps = Array.from({ length: 25 }, (_, index) => (index / 12 - 1) * half);
  quad(context, [...steps.map((x) => arc(x, 2.5, 1.5)), ...steps.toReversed().map((x) => arc(x, 2.9, -0.6))], stone);
  context.strokeStyle = lighter(stone, 0.3);
  context.lineWidth = 2;
  for (const foot of [1.5, 2.2]) {
    context.beginPath();
    for (const x of steps) context.lineTo(...arc(x, 2.5, foot));
    context.stroke();
  }
  for (const x of steps) {
    context.beginPath();
    context.moveTo(...arc(x, 2.5, 1.5));
    context.lineTo(...arc(x, 2.5, 2.2));
    context.stroke();
  }
}

/** Light that dances on the water, and what hangs or stands over it. */
function onWater(stage: Stage, lens: Lens, half: number, over: Layer | null): Layer {
  const { random, light, unit } = stage;
  const bridge = stage.sheet(0.7, (context) => archBridge(context, lens, stage, half), 0.3, 0.72);
  const glints = Array.from({ length: 110 }, () => ({
    x: (random.next() * 2 - 1) * half,
    z: 1.6 + random.next() ** 2 * 40,
    phase: random.next() * 7,
  }));
  return {
    depth: 0.7,
    draw: (context, moment) => {
      bridge.draw(context, moment);
      for (const isBright of [true, false]) {
        context.beginPath();
        for (const { x, z, phase } of glints) {
          const shine = Math.sin(phase + moment.seconds * (1 + (phase % 1)));
          if (shine > 0 !== isBright) continue;
          const [px, py] = lens(x + Math.sin(moment.seconds * 0.5 + phase) * 0.1, 0, z);
          const long = (unit * 0.34 * Math.abs(shine)) / z;
          context.moveTo(px + long, py);
          context.ellipse(px, py, long, Math.max(0.7, long * 0.1), 0, 0, 7);
        }
        context.fillStyle = isBright ? faint(light.isDark ? '#ffd8a0' : '#ffffff', 0.42) : faint(light.shade, 0.26);
        context.fill();
      }
      over?.draw(context, moment);
    },
  };
}

/** A canal between palaces, as in Venice. */
export const canal: Backdrop = (stage) =>
  avenue(stage, {
    halfWidth: 5,
    tall: [8, 13],
    walls: ['#d98a5a', '#e3b878', '#c9705a', '#ecd9ae', '#b8604c', '#dca8a0'],
    paving: '#5fa8a0',
    isWater: true,
    front: palace,
    over: (place, lens) => onWater(place, lens, 5, null),
  });

/** A canal between old houses with lanterns below their eaves, as south of the Yangtze. */
export const waterTown: Backdrop = (stage) =>
  avenue(stage, {
    halfWidth: 4.4,
    tall: [5.4, 7.4],
    walls: ['#f1ece2', '#e9e2d6', '#f6f2ea', '#ddd0bc'],
    paving: '#6f9a8c',
    isWater: true,
    front: oldHouse,
    over: (place, lens) => onWater(place, lens, 4.4, eaves(place, lens)),
  });
