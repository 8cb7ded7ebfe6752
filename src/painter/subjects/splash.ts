import { faint } from '../colour.ts';
import { around, lit } from './lit.ts';

/** A crown of water that rises around a thing and falls back in drops. */
export const splash = lit({
  height: 0.74,
  width: 1.7,
  anchor: 'table',
  bounds: around(190, 14, 10),
  body: (pen) => {
    const water = pen.color ?? '#4fa4e4';
    const rise = 0.72 + 0.28 * pen.sway(3.2);
    pen.oval(0, -3, 76, 8, faint(water, 0.55));
    pen.oval(0, -4, 62, 5, faint('#ffffff', 0.45));
    const sheen = pen.fade(0, -70, 0, 0, faint('#ffffff', 0.9), faint(water, 0.85), faint(water, 0.6));
    for (let jet = 0; jet < 13; jet += 1) {
      const side = jet / 6 - 1;
      const high = (46 + ((jet * 37) % 34)) * rise * (0.75 + 0.25 * pen.sway(1.7, jet));
      const [x, lean] = [side * 56, side * 26];
      pen.limb(
        [x, -3, 9, x + lean * 0.3, -high * 0.45, 5, x + lean * 0.8, -high * 0.86, 2.6, x + lean, -high, 4],
        sheen,
      );
    }
    for (let drop = 0; drop < 34; drop += 1) {
      const life = (pen.seconds * 0.55 + drop / 34) % 1;
      const side = ((drop * 13) % 17) / 8 - 1;
      const up = 4 * life * (1 - life) * (40 + ((drop * 29) % 56));
      const size = 1.2 + ((drop * 7) % 5) * 0.6;
      const x = side * (44 + life * 44);
      pen.oval(x, -up - 4, size, size * 1.15, faint(water, 0.95));
      pen.oval(x - size * 0.3, -up - 4 - size * 0.3, size * 0.4, size * 0.4, '#ffffff');
    }
  },
});
