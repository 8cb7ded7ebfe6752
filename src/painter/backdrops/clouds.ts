import { canvasOf, clouds, dab, wash } from '../brush.ts';
import { faint, lighter, mix } from '../colour.ts';
import type { Backdrop, Sheet, Stage } from '../stage.ts';
import { paintSky } from '../weather.ts';

/** Above the clouds: a sea of them below, towers of them behind. */
export const sky: Backdrop = (stage) => {
  const { light, random, unit } = stage;
  const horizon = 0.8;
  const back = stage.sheet(0, (context) => paintSky(stage, context, horizon));
  const bank = (depth: number, from: number, to: number, cover: number, scale: number): Sheet =>
    stage.sheet(
      depth,
      (context) => {
        const box = stage.band(from, to);
        // Turned over: they thicken towards the lower edge.
        const upside = canvasOf(box.width, box.height);
        clouds(upside, { x: 0, y: 0, width: box.width, height: box.height }, random, {
          cover,
          lit: light.isDark ? lighter(light.cloudLit, 0.1) : lighter(light.cloudLit, 0.25),
          shade: light.cloudShade,
          from: [light.sun?.x ?? 0.5, 1],
          stretch: 1.5,
          scale,
          opacity: 0.95,
        });
        context.save();
        context.translate(box.x, box.y + box.height);
        context.scale(1, -1);
        context.drawImage(upside.canvas, 0, 0);
        context.restore();
      },
      from,
      to,
    );
  const floor = stage.sheet(
    0.25,
    (context) => {
      wash(context, stage.band(0.78, 1.13), [
        [0, faint(light.haze, 0)],
        [0.35, faint(mix(light.cloudLit, light.haze, 0.4), 0.9)],
        [1, light.cloudShade],
      ]);
    },
    0.78,
  );
  return {
    back: [back, floor, bank(0.35, 0.62, 1.12, 0.75, 1.1), puffs(stage, 0.55, 0.95, unit * 0.1)],
    front: [puffs(stage, 1.4, 1.1, unit * 0.17)],
    spots: { ground: { x: 0.5, y: 0.86, scale: 0.8 }, sky: { x: 0.5, y: 0.7, scale: 1.15 } },
    light,
    isOutdoors: true,
  };
};

/** A bank of round clouds, each lit from above. */
function puffs(stage: Stage, depth: number, base: number, size: number): Sheet {
  const { random, left, right, height, light } = stage;
  return stage.sheet(
    depth,
    (context) => {
      const balls = Array.from({ length: 90 }, () => {
        const x = left + random.next() * (right - left);
        return {
          x,
          y: base * height + Math.sin(x * 0.006 + depth * 5) * size * 0.7 + (random.next() - 0.3) * size,
          radius: size * (0.5 + random.next() * 0.9),
        };
      });
      for (const layer of [0, 1]) {
        for (const { x, y, radius } of balls) {
          dab(
            context,
            x,
            y - layer * radius * 0.35 + radius * 0.2,
            radius * (layer === 0 ? 1.7 : 1.25),
            layer === 0 ? light.cloudShade : lighter(light.cloudLit, light.isDark ? 0.05 : 0.2),
            layer === 0 ? 0.5 : 0.6,
          );
        }
      }
    },
    base - 0.45,
  );
}
