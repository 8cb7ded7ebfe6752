import { type Box, type Context, dab, noiseLine, wash } from './brush.ts';
import { darker, faint, lighter, mix } from './colour.ts';
import type { Sheet, Stage } from './stage.ts';

/** A table of wood that runs towards the window and shines where the light falls. */
export function tableSheet(stage: Stage, top: number, wood: string, shine: string): Sheet {
  const { random, left, right, height, width, unit } = stage;
  return stage.sheet(
    1,
    (context) => {
      const box = stage.band(top, 1.12);
      wash(context, box, [
        [0, mix(wood, shine, 0.35)],
        [0.25, wood],
        [1, darker(wood, 0.45)],
      ]);
      const line = noiseLine(random, 3);
      for (let grain = 0; grain < 120; grain += 1) {
        const start = left + random.next() * (right - left);
        context.strokeStyle = faint(
          random.chance(0.6) ? darker(wood, 0.5) : lighter(wood, 0.2),
          0.1 + random.next() * 0.14,
        );
        context.lineWidth = 0.6 + random.next() * 1.6;
        context.beginPath();
        // Grain runs towards one point behind the table.
        for (let at = 0; at <= 1; at += 0.1) {
          const spread = 1 + at * 1.6;
          context.lineTo(
            width / 2 + (start - width / 2) * spread + line(at * 3 + grain) * unit * 0.006,
            top * height + at * (1.12 - top) * height,
          );
        }
        context.stroke();
      }
      context.fillStyle = faint(darker(wood, 0.6), 0.5);
      for (const plank of [-0.9, -0.45, 0, 0.45, 0.9]) {
        context.beginPath();
        context.moveTo(width / 2 + plank * width * 0.6, top * height);
        context.lineTo(width / 2 + plank * width * 1.6, height * 1.12);
        context.lineTo(width / 2 + plank * width * 1.6 + 3, height * 1.12);
        context.fill();
      }
      context.save();
      context.globalCompositeOperation = 'screen';
      context.translate(width * 0.5, top * height);
      context.scale(1, 0.28);
      dab(context, 0, 0, width * 0.55, shine, 0.55);
      context.restore();
      context.fillStyle = faint(lighter(shine, 0.3), 0.5);
      context.fillRect(left, top * height, right - left, unit * 0.004);
    },
    top,
  );
}

/** Soft discs of light, as lamps out of focus give them. */
export function bokeh(
  stage: Stage,
  context: Context,
  box: Box,
  look: { readonly count: number; readonly size: number; readonly colours: readonly string[] },
): void {
  const { random, unit } = stage;
  context.save();
  context.globalCompositeOperation = 'lighter';
  for (let index = 0; index < look.count; index += 1) {
    const x = box.x + random.next() * box.width;
    const y = box.y + random.next() * box.height;
    const radius = unit * look.size * (0.4 + random.next());
    const colour = random.pick(look.colours);
    context.fillStyle = faint(colour, 0.1 + random.next() * 0.2);
    context.beginPath();
    context.arc(x, y, radius, 0, 7);
    context.fill();
    context.strokeStyle = faint(lighter(colour, 0.3), 0.22);
    context.lineWidth = unit * 0.002;
    context.stroke();
  }
  context.restore();
}
