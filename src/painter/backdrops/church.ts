import { glow, wash } from '../brush.ts';
import { darker, lighter, mix } from '../colour.ts';
import type { Backdrop, Sheet, Stage } from '../stage.ts';
import { hall } from './halls.ts';

/** The aisle of a church: pointed windows of coloured glass, pews, an altar with candles. */
export const church: Backdrop = (stage) => {
  const { width, height, unit, random, light } = stage;
  return hall(stage, {
    wall: '#a89680',
    floor: '#8a2c34',
    edge: 0.74,
    key: '#ffe6b8',
    isDark: false,
    lines: '#3a1418',
    front: pews(stage),
    furnish: (context) => {
      for (let arch = 0; arch < 6; arch += 1) {
        const half = width * (0.5 - arch * 0.07);
        const top = height * (-0.06 + arch * 0.05);
        context.fillStyle = arch % 2 === 0 ? mix('#8a7a66', '#cdbb9e', arch / 6) : mix('#b8a68a', '#e6d6b8', arch / 6);
        context.beginPath();
        context.moveTo(width / 2 - half, height * 0.8);
        context.lineTo(width / 2 - half, top + half * 0.5);
        context.quadraticCurveTo(width / 2 - half * 0.6, top, width / 2, top - unit * 0.04);
        context.quadraticCurveTo(width / 2 + half * 0.6, top, width / 2 + half, top + half * 0.5);
        context.lineTo(width / 2 + half, height * 0.8);
        context.fill();
      }
      const panes = ['#d8343a', '#2f6fd0', '#f2b53a', '#3f9a6a', '#8a4fc0', '#f07a3c'];
      for (const [x, y, wide, tall] of [
        [0.5, 0.2, 0.09, 0.36],
        [0.36, 0.26, 0.05, 0.26],
        [0.64, 0.26, 0.05, 0.26],
        [0.1, 0.2, 0.06, 0.36],
        [0.9, 0.2, 0.06, 0.36],
      ] as const) {
        context.save();
        context.beginPath();
        const [cx, half] = [x * width, (wide * width) / 2];
        context.moveTo(cx - half, (y + tall) * height);
        context.lineTo(cx - half, y * height + half);
        context.quadraticCurveTo(cx - half * 0.7, y * height, cx, y * height - half * 0.6);
        context.quadraticCurveTo(cx + half * 0.7, y * height, cx + half, y * height + half);
        context.lineTo(cx + half, (y + tall) * height);
        context.closePath();
        context.clip();
        const step = unit * 0.032;
        for (let py = (y - 0.08) * height; py < (y + tall) * height; py += step)
          for (let px = cx - half; px < cx + half; px += step) {
            context.fillStyle = light.isDark ? darker(random.pick(panes), 0.45) : lighter(random.pick(panes), 0.2);
            context.fillRect(px + 1, py + 1, step - 2, step - 2);
          }
        context.restore();
        if (!light.isDark) glow(context, cx, (y + tall / 2) * height, unit * 0.24, '#ffd9a0', 0.35);
      }
      context.fillStyle = '#f2ece0';
      context.fillRect(width * 0.43, height * 0.62, width * 0.14, height * 0.12);
      context.fillStyle = '#d9a93c';
      context.fillRect(width * 0.497, height * 0.5, unit * 0.012, height * 0.12);
      context.fillRect(width * 0.482, height * 0.53, unit * 0.066, unit * 0.012);
      for (const x of [0.45, 0.47, 0.53, 0.55]) {
        context.fillStyle = '#fbf6e8';
        context.fillRect(x * width - unit * 0.004, height * 0.58, unit * 0.008, height * 0.04);
        glow(context, x * width, height * 0.575, unit * 0.04, '#ffc86a', 0.9);
      }
    },
  });
};

/** Pews on both sides, flowers at their ends. */
function pews(stage: Stage): Sheet {
  const { width, height, unit, left, right, random } = stage;
  return stage.sheet(
    1.2,
    (context) => {
      for (const [row, near] of [
        [0.76, 0.25],
        [0.86, 0.2],
        [0.99, 0.13],
      ] as const)
        for (const side of [-1, 1]) {
          const end = side < 0 ? near * width : (1 - near) * width;
          const wood = mix('#5a3822', '#8a5a34', row);
          const [from, wide] = side < 0 ? [left, end - left] : [end, right - end];
          wash(context, { x: from, y: row * height, width: wide, height: unit * 0.13 * row }, [
            [0, lighter(wood, 0.25)],
            [0.2, wood],
            [1, darker(wood, 0.5)],
          ]);
          for (let bloom = 0; bloom < 9; bloom += 1) {
            context.fillStyle = random.pick(['#ffffff', '#f8d0dc', '#f2a0b8', '#7fae6a']);
            context.beginPath();
            context.arc(
              end + (random.next() - 0.5) * unit * 0.06,
              row * height + (random.next() - 0.3) * unit * 0.05,
              unit * 0.014,
              0,
              7,
            );
            context.fill();
          }
        }
    },
    0.7,
  );
}
