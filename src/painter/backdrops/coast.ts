import { dab, noiseLine, outline, wash, within } from '../brush.ts';
import { darker, faint, lighter, mix } from '../colour.ts';
import { seen } from '../light.ts';
import { ridgeSheet, skySheet } from '../land.ts';
import type { Backdrop, Layer, Sheet, Stage } from '../stage.ts';
import { waterLayer } from '../water.ts';

export const sea: Backdrop = (stage) => {
  const { light, shot } = stage;
  const isStormy = shot.weather === 'storm';
  const horizon = 0.54;
  const sky = skySheet(stage, horizon);
  const coast = ridgeSheet(stage, {
    depth: 0.12,
    base: horizon,
    tall: 0.055,
    colour: '#40546a',
    distance: 0.55,
    octaves: 4,
    waves: 1.2,
  });
  const water = waterLayer(stage, [sky, coast], {
    top: horizon,
    far: mix(seen(light, '#2f7f9f', 0.25), light.haze, 0.35),
    near: seen(light, isStormy ? '#1d3844' : '#0d4a6b'),
    mirror: isStormy ? 0.3 : 0.62,
    waves: isStormy ? 1 : 0.4,
    glitter: light.sun === null ? null : { x: light.sun.x, colour: light.sun.colour },
  });
  return {
    back: [sky, coast, water],
    front: [],
    spots: {
      ground: { x: 0.5, y: 0.93, scale: 0.9 },
      water: { x: 0.5, y: 0.75, scale: 1 },
      sky: { x: 0.5, y: 0.42, scale: 0.9 },
    },
    light,
    isOutdoors: true,
    mirror: horizon,
  };
};

export const beach: Backdrop = (stage) => {
  const { light, width, height, left, right, unit, random } = stage;
  const horizon = 0.46;
  const sky = skySheet(stage, horizon);
  const island = ridgeSheet(stage, {
    depth: 0.12,
    base: horizon,
    tall: 0.07,
    colour: '#3f6b52',
    distance: 0.45,
    waves: 1,
  });
  const water = waterLayer(stage, [sky, island], {
    top: horizon,
    bottom: 0.8,
    far: mix(seen(light, '#1f93b5', 0.1), light.haze, 0.15),
    near: seen(light, '#4fd0cd'),
    mirror: 0.35,
    waves: 0.35,
    glitter: light.sun === null ? null : { x: light.sun.x, colour: light.sun.colour },
  });
  const line = noiseLine(random, 4);
  const shore = (x: number, shift = 0): number => (0.69 + shift + 0.035 * line((x / width) * 2.2)) * height;
  const sand = stage.sheet(
    0.9,
    (context) => {
      context.translate(left, 0);
      outline(context, right - left, stage.bottom, (x) => shore(x));
      context.fillStyle = seen(light, '#e8cfa0');
      context.fill();
      within(context, () => {
        wash(context, { x: 0, y: 0.64 * height, width: right - left, height: 0.5 * height }, [
          [0, faint(seen(light, '#8a6a46'), 0.75)],
          [0.16, faint(seen(light, '#b08a5c'), 0.25)],
          [0.4, faint(light.key, 0.16)],
          [1, faint(light.shade, 0.4)],
        ]);
        for (let index = 0; index < 900; index += 1) {
          const y = (0.7 + random.next() * 0.4) * height;
          dab(
            context,
            random.next() * (right - left),
            y,
            unit * 0.006,
            random.chance(0.5) ? darker(light.key, 0.4) : lighter(light.key, 0.3),
            0.16,
          );
        }
      });
    },
    0.6,
  );
  return {
    back: [sky, island, water, sand, foam(stage, shore)],
    front: [palm(stage)],
    spots: {
      ground: { x: 0.5, y: 0.93, scale: 1 },
      water: { x: 0.48, y: 0.62, scale: 0.7 },
      sky: { x: 0.5, y: 0.36, scale: 0.8 },
    },
    light,
    isOutdoors: true,
    mirror: horizon,
  };
};

/** Two waves run up the sand, one after the other. */
function foam({ left, right, unit, light }: Stage, shore: (x: number, shift: number) => number): Layer {
  const colour = seen(light, '#ffffff');
  return {
    depth: 0.9,
    draw: (context, { seconds }) => {
      for (const [phase, opacity] of [
        [0, 0.85],
        [2.2, 0.5],
      ] as const) {
        const run = Math.sin(seconds * 1.1 + phase) * 0.012 - phase * 0.012;
        context.beginPath();
        for (let x = left; x <= right; x += 8) {
          context.lineTo(x, shore(x - left, run) + Math.sin(x * 0.03 + seconds) * unit * 0.002);
        }
        context.lineWidth = unit * (0.006 + opacity * 0.006);
        context.strokeStyle = faint(colour, opacity);
        context.stroke();
      }
    },
  };
}

/** A palm leans into the picture from its edge, darker than what lies behind it. */
function palm(stage: Stage): Sheet {
  const { light, width, height, unit, random } = stage;
  const side = (light.sun?.x ?? 0.7) > 0.5 ? 0 : 1;
  return stage.sheet(1.35, (context) => {
    const inwards = side === 0 ? 1 : -1;
    const [rootX, crownX, crownY] = [
      side * width - inwards * unit * 0.05,
      side * width + inwards * unit * 0.2,
      height * 0.17,
    ];
    const trunk = seen(light, '#4a3424');
    for (let step = 0; step <= 60; step += 1) {
      const at = step / 60;
      const x = rootX + (crownX - rootX) * (at * 0.4 + at * at * 0.6);
      const y = height * 1.1 + (crownY - height * 1.1) * at;
      context.fillStyle = step % 3 === 0 ? darker(trunk, 0.25) : trunk;
      context.beginPath();
      context.ellipse(x, y, unit * (0.026 - at * 0.013), height * 0.014, 0, 0, 7);
      context.fill();
    }
    for (let leaf = 0; leaf < 13; leaf += 1) {
      const angle = (leaf / 13) * Math.PI * 2 + random.next() * 0.3;
      const long = unit * (0.24 + random.next() * 0.1);
      const tip = [crownX + Math.cos(angle) * long, crownY + Math.sin(angle) * long * 0.55 + long * 0.3] as const;
      const bend = [
        crownX + Math.cos(angle) * long * 0.55,
        crownY + Math.sin(angle) * long * 0.4 - long * 0.14,
      ] as const;
      context.strokeStyle = seen(light, random.pick(['#2f6b3c', '#3f8247', '#24552f']));
      context.lineWidth = unit * 0.004;
      for (let rib = 0; rib <= 26; rib += 1) {
        const at = rib / 26;
        const x = (1 - at) ** 2 * crownX + 2 * (1 - at) * at * bend[0] + at * at * tip[0];
        const y = (1 - at) ** 2 * crownY + 2 * (1 - at) * at * bend[1] + at * at * tip[1];
        const droop = unit * 0.075 * Math.sin(Math.PI * (0.12 + at * 0.85));
        context.beginPath();
        context.moveTo(x, y);
        context.lineTo(x + Math.cos(angle) * droop * 0.5 - droop * 0.25, y + droop);
        context.moveTo(x, y);
        context.lineTo(x + Math.cos(angle) * droop * 0.5 + droop * 0.3, y + droop * 0.75);
        context.stroke();
      }
    }
  });
}
