import { type Box, type Context, glow, wash } from '../brush.ts';
import { darker, faint, lighter } from '../colour.ts';
import { type Light, seen } from '../light.ts';
import { type Backdrop, type Layer, type Sheet, softened, type Stage } from '../stage.ts';
import { bokeh, tableSheet } from '../props.ts';
import { leafTree } from '../trees.ts';
import { paintSky } from '../weather.ts';
import { neons } from './city.ts';

/** What is seen through a window, out of focus. */
function outside(stage: Stage, context: Context, pane: Box): void {
  const { light, random, unit, shot } = stage;
  context.save();
  context.beginPath();
  context.rect(pane.x, pane.y, pane.width, pane.height);
  context.clip();
  context.save();
  context.translate(0, pane.y);
  paintSky(stage, context, (pane.y + pane.height) / stage.height);
  context.restore();
  if (light.isDark) {
    bokeh(
      stage,
      context,
      { ...pane, y: pane.y + pane.height * 0.35, height: pane.height * 0.6 },
      { count: 60, size: 0.028, colours: [...neons, '#ffd08a', '#ffd08a'] },
    );
  } else {
    const leaf = {
      green: ['#7fb069', '#4f8448'],
      leaves: ['#e09a45', '#b5602d'],
      petals: ['#ffd0de', '#e58fae'],
      snow: ['#f2f6fb', '#b5c3d6'],
    };
    const [lit = '', shade = ''] =
      shot.weather === 'leaves' || shot.weather === 'petals' || shot.weather === 'snow'
        ? leaf[shot.weather]
        : leaf.green;
    for (let tree = 0; tree < 6; tree += 1) {
      const x = pane.x + pane.width * (tree + random.next() * 0.6) * 0.2;
      leafTree(
        context,
        random,
        { x, base: pane.y + pane.height * 1.12, tall: unit * (0.36 + random.next() * 0.22), side: -1 },
        { lit: seen(light, lit, 0.2), shade: seen(light, shade, 0.3) },
        seen(light, '#5a4636', 0.3),
      );
    }
  }
  context.restore();
}

/** The light inside: lamps by night, what comes through the window by day. */
function lightInside(light: Light): Light {
  return light.isDark ? { ...light, key: '#ffcf92', rim: '#ffe2b5', shade: '#241a1c' } : light;
}

/** A table before a window: curtains, a plant, sunlight on the wood; rain runs down the panes. */
export const room: Backdrop = (stage) => {
  const { light, width, height, unit, left, right, shot } = stage;
  const wall = light.isDark ? '#3a2f2c' : seen(light, '#d9c8b4', 0.1);
  const pane: Box = { x: width * 0.16, y: height * 0.03, width: width * 0.68, height: height * 0.62 };
  const behind = softened(
    stage.sheet(0.1, (context) =>
      outside(stage, context, {
        x: pane.x - unit * 0.1,
        y: pane.y - unit * 0.1,
        width: pane.width + unit * 0.2,
        height: pane.height + unit * 0.2,
      }),
    ),
    unit / 130,
  );
  const frame = stage.sheet(0.5, (context) => {
    wash(context, stage.all, [
      [0, darker(wall, 0.25)],
      [0.5, wall],
      [1, darker(wall, 0.3)],
    ]);
    context.clearRect(pane.x, pane.y, pane.width, pane.height);
    const white = light.isDark ? '#6a5648' : seen(light, '#f6efe4');
    context.fillStyle = white;
    const bar = unit * 0.022;
    context.fillRect(pane.x - bar, pane.y - bar, pane.width + bar * 2, bar);
    context.fillRect(pane.x - bar, pane.y, bar, pane.height);
    context.fillRect(pane.x + pane.width, pane.y, bar, pane.height);
    for (const at of [1 / 3, 2 / 3])
      context.fillRect(pane.x + pane.width * at - bar * 0.35, pane.y, bar * 0.7, pane.height);
    context.fillRect(pane.x, pane.y + pane.height * 0.42, pane.width, bar * 0.6);
    wash(context, { x: pane.x - bar * 3, y: pane.y + pane.height, width: pane.width + bar * 6, height: bar * 1.8 }, [
      [0, lighter(white, 0.25)],
      [1, darker(white, 0.3)],
    ]);
    curtain(stage, context, { x: left, y: stage.top, width: pane.x + unit * 0.05 - left, height: height * 0.82 });
    curtain(stage, context, {
      x: pane.x + pane.width - unit * 0.05,
      y: stage.top,
      width: right - pane.x - pane.width + unit * 0.05,
      height: height * 0.82,
    });
  });
  const drops: readonly Layer[] = shot.weather === 'rain' || shot.weather === 'storm' ? [panes(stage, pane)] : [];
  const shine = light.isDark ? '#ffb468' : light.key;
  return {
    back: [
      behind,
      ...drops,
      frame,
      plant(stage),
      tableSheet(stage, 0.71, light.isDark ? '#5a3a26' : seen(light, '#9a6a42'), shine),
      sunbeams(stage, shine),
    ],
    front: [],
    spots: {
      ground: { x: 0.5, y: 0.92, scale: 1 },
      table: { x: 0.5, y: 0.9, scale: 1 },
      sky: { x: 0.5, y: 0.5, scale: 0.6 },
    },
    light: lightInside(light),
    isOutdoors: false,
  };
};

function curtain({ light, unit }: Stage, context: Context, { x, y, width, height }: Box): void {
  const cloth = light.isDark ? '#5b4440' : seen(light, '#f3e6d6');
  const folds = Math.max(4, Math.round(width / (unit * 0.035)));
  for (let fold = 0; fold < folds; fold += 1) {
    const from = x + (width * fold) / folds;
    wash(
      context,
      { x: from, y, width: width / folds + 1, height },
      [
        [0, darker(cloth, 0.3)],
        [0.45, lighter(cloth, 0.12)],
        [1, darker(cloth, 0.22)],
      ],
      true,
    );
  }
}

/** A plant in a pot on the sill, at the side. */
function plant(stage: Stage): Sheet {
  const { light, random, unit, width, height } = stage;
  return softened(
    stage.sheet(
      0.75,
      (context) => {
        const [x, y] = [width * 0.84, height * 0.72];
        for (let leaf = 0; leaf < 26; leaf += 1) {
          const angle = -Math.PI / 2 + (random.next() - 0.5) * 2.3;
          const long = unit * (0.12 + random.next() * 0.13);
          context.save();
          context.translate(x, y - unit * 0.08);
          context.rotate(angle + Math.PI / 2);
          context.fillStyle = light.isDark
            ? random.pick(['#2c4434', '#39553f'])
            : seen(light, random.pick(['#3f7a48', '#5a9a55', '#2f6238', '#7fb865']));
          context.beginPath();
          context.moveTo(0, 0);
          context.quadraticCurveTo(long * 0.24, -long * 0.5, 0, -long);
          context.quadraticCurveTo(-long * 0.24, -long * 0.5, 0, 0);
          context.fill();
          context.restore();
        }
        const pot = light.isDark ? '#6a4030' : seen(light, '#c9764f');
        wash(
          context,
          { x: x - unit * 0.055, y: y - unit * 0.1, width: unit * 0.11, height: unit * 0.1 },
          [
            [0, darker(pot, 0.3)],
            [0.35, lighter(pot, 0.2)],
            [1, darker(pot, 0.4)],
          ],
          true,
        );
      },
      0.3,
      0.75,
    ),
    unit / 400,
  );
}

/** Drops on the glass, some of which run down. */
function panes({ random, unit }: Stage, pane: Box): Layer {
  const drops = Array.from({ length: 170 }, () => ({
    x: pane.x + random.next() * pane.width,
    y: random.next(),
    size: unit * (0.002 + random.next() ** 3 * 0.006),
    speed: random.chance(0.2) ? 0.05 + random.next() * 0.12 : 0,
  }));
  return {
    depth: 0.45,
    draw: (context, { seconds }) => {
      context.fillStyle = 'rgba(235, 244, 255, 0.55)';
      for (const { x, y, size, speed } of drops) {
        const down = pane.y + ((y + speed * seconds) % 1) * pane.height;
        context.beginPath();
        context.ellipse(x, down, size, size * (speed > 0 ? 2.2 : 1.2), 0, 0, 7);
        context.fill();
        if (speed > 0) context.fillRect(x - size * 0.3, down - size * 14, size * 0.6, size * 13);
      }
    },
  };
}

/** Light that falls in bars through the window onto the table. */
function sunbeams(stage: Stage, shine: string): Layer {
  const { light, width, height, shot } = stage;
  const isStrong = light.sun !== null && !light.isDark && shot.weather !== 'fog';
  const beams = stage.sheet(1, (context) => {
    if (!isStrong) {
      glow(context, width * 0.5, height * 0.95, width * 0.42, shine, 0.16);
      return;
    }
    context.globalCompositeOperation = 'screen';
    const slant = (light.sun?.x ?? 0.3) < 0.5 ? 0.3 : -0.3;
    for (const at of [0.2, 0.42, 0.64]) {
      const gradient = context.createLinearGradient(0, height * 0.05, 0, height);
      gradient.addColorStop(0, faint(shine, 0.3));
      gradient.addColorStop(1, faint(shine, 0.03));
      context.fillStyle = gradient;
      context.beginPath();
      context.moveTo(width * at, 0);
      context.lineTo(width * (at + 0.15), 0);
      context.lineTo(width * (at + 0.2 + slant), height * 1.12);
      context.lineTo(width * (at - 0.02 + slant), height * 1.12);
      context.fill();
    }
  });
  return softened(beams, stage.unit / 60);
}
