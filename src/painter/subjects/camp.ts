import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import { flame } from './parts.ts';

/** A tent, lit from within at night, and a small fire before it. */
export const tent = lit({
  height: 0.44,
  width: 1.7,
  anchor: 'ground',
  bounds: around(190, 6, 8),
  shadow: 80,
  body: (pen) => {
    const cloth = pen.tint(['#e8a03a', '#e0683a', '#3f8f7a', '#d9c9a8']);
    const isLit = pen.light.isDark;
    const fly = isLit ? lighter(cloth, 0.12) : cloth;
    pen.line('M-16-94L-78 0M-16-94L44-6M-68-30L-88 2M48-20L66 0', '#d8d2c4', 0.9);
    pen.path('M-16-96C-34-70-56-30-74 0H20C12-34-2-70-16-96Z', pen.fade(-60, 0, 16, 0, lighter(fly, 0.3), fly));
    pen.path(
      'M-16-96C10-74 36-40 52-4L20 0C12-34-2-70-16-96Z',
      pen.fade(0, -90, 40, 0, darker(fly, 0.08), darker(fly, 0.34)),
    );
    pen.path('M-18-82C-30-56-42-26-50 0H-2C-6-30-12-60-18-82Z', isLit ? '#ffcf7a' : darker(cloth, 0.55));
    if (isLit) pen.path('M-18-70C-26-50-34-24-40 0H-10C-12-28-14-54-18-70Z', '#fff0b8');
    pen.path('M-18-82C-30-56-42-26-50 0L-62 0C-46-30-32-60-18-82Z', lighter(fly, 0.45));
    pen.path('M-18-82C-12-60-6-30-2 0L8 0C2-30-8-60-18-82Z', darker(fly, 0.12));
    pen.line('M-16-96C-34-70-56-30-74 0M-16-96C10-74 36-40 52-4M-16-96C-2-70 12-34 20 0', darker(cloth, 0.35), 1.2);
    for (const [x, turn] of [
      [62, 0.24],
      [74, -0.2],
    ] as const)
      pen.at({ x, y: -3, turn }, () => pen.box(-14, -3, 28, 6, 3, '#6a4428'));
    for (const x of [52, 60, 70, 80, 86]) pen.oval(x, 1, 5, 3.6, '#8a8a90');
  },
  glow: (pen) => {
    if (pen.light.isDark) pen.glow(-24, -34, 66, '#ffb050', 0.42 + 0.05 * pen.sway(1.9));
    flame(pen, 68, -5, 8);
  },
});
