import { dab, noiseLine, outline, wash, within } from '../brush.ts';
import { darker, faint, lighter, mix } from '../colour.ts';
import { seen } from '../light.ts';
import { ridgeSheet, skySheet } from '../land.ts';
import type { Backdrop, Layer, Sheet, Stage } from '../stage.ts';
import { waterLayer } from '../water.ts';

export const sea: Backdrop = (stage) => {
  const { light, shot } = stage;
  const isAlone = shot.subject === null;
  const isStormy = shot.weather === 'storm';
  const horizon = 0.54;
  const sky = skySheet(stage, horizon);
  const coast = ridgeSheet(stage, {
    depth: 0.12,
    base: horizon,
    tall: isAlone ? 0.11 : 0.055,
    colour: '#40546a',
    distance: isAlone ? 0.4 : 0.55,
    octaves: 5,
    waves: 1.2,
  });
  const water = waterLayer(stage, [sky, coast], {
    top: horizon,
    far: mix(seen(light, '#2f7f9f', 0.25), light.haze, 0.35),
    near: seen(light, isStormy ? '#1d3844' : '#0d4a6b'),
    mirror: isStormy ? 0.3 : 0.62,
    waves: isStormy ? 1 : isAlone ? 0.7 : 0.4,
    glitter: light.sun === null ? null : { x: light.sun.x, colour: light.sun.colour },
  });
  return {
    back: [sky, coast, water, ...(isStormy ? [swell(stage, 0.6, 0.7, 0.05)] : [])],
    front: isStormy ? [swell(stage, 1, 0.92, 0.08), swell(stage, 1.3, 1.06, 0.1)] : [],
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

/** Heavy seas: crests with torn foam that rise and fall as they roll by. */
function swell(stage: Stage, depth: number, base: number, tall: number): Layer {
  const { light, random, left, right, width, height, unit } = stage;
  const line = noiseLine(random, 4);
  const top = (x: number): number =>
    (base - tall * (0.5 + 0.5 * Math.sin((x / width) * 7 + base * 40)) ** 2 - tall * 0.25 * line((x / unit) * 5)) *
    height;
  const sheet = stage.sheet(
    depth,
    (context) => {
      outline(context, right, stage.bottom + tall * height, top);
      context.lineTo(left, stage.bottom);
      context.lineTo(left, top(left));
      const gradient = context.createLinearGradient(0, (base - tall) * height, 0, (base + 0.16) * height);
      gradient.addColorStop(0, seen(light, '#7fb0b5'));
      gradient.addColorStop(0.35, seen(light, '#2f6672'));
      gradient.addColorStop(1, seen(light, '#173540'));
      context.fillStyle = gradient;
      context.fill();
      for (let drop = 0; drop < 900; drop += 1) {
        const x = left + random.next() * (right - left);
        const down = random.next() ** 2;
        dab(
          context,
          x,
          top(x) + (down - 0.12) * tall * height,
          unit * (0.004 + random.next() * 0.012),
          '#eef5f6',
          0.75 * (1 - down),
        );
      }
    },
    base - tall * 1.5,
    1.2,
  );
  return {
    depth,
    draw: (context, moment) => {
      context.translate(
        Math.sin(moment.seconds * 0.9 + base * 9) * unit * 0.03,
        Math.sin(moment.seconds * 1.3 + base * 20) * unit * 0.018,
      );
      sheet.draw(context, moment);
    },
  };
}

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
