import { figure, type Look, running, somebody, walking } from './figure.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

const people0 = 9;

/** Passers-by: they cross the frame both ways, some farther off than others. */
export const people = lit({
  height: 0.4,
  width: 1,
  anchor: 'ground',
  bounds: ({ aspect }) => ({ left: -halfFrame(aspect) - 20, right: halfFrame(aspect) + 20, top: -130, bottom: 12 }),
  body: (pen) => {
    const reach = halfFrame(pen.aspect) + 40;
    const crowd = Array.from({ length: people0 }, (_, index) => ({
      look: somebody(pen),
      depth: (index * 0.37) % 1,
      start: ((index + pen.random() * 0.6) / people0) * 2 * reach,
      speed: 46 + pen.random() * 16,
      isRightward: pen.random() < 0.5,
      rhythm: pen.random() * 6,
    })).sort((one, other) => one.depth - other.depth);
    for (const { look, depth, start, speed, isRightward, rhythm } of crowd) {
      const scale = 0.74 + depth * 0.26;
      const gone = ((start + pen.seconds * speed * scale) % (2 * reach)) - reach;
      pen.at({ x: isRightward ? gone : -gone, y: -10 + depth * 12, scale: [isRightward ? scale : -scale, scale] }, () =>
        stroll(pen, look, rhythm, speed),
      );
    }
  },
});

/** Half the frame's width in hundredths of the people's height. */
const halfFrame = (aspect: number): number => (aspect / 0.4) * 50;

function stroll(pen: Pen, look: Look, rhythm: number, speed: number): void {
  pen.oval(0, 0, 17, 2.2, 'rgba(6,8,14,0.4)');
  figure(pen, look, walking(rhythm + (pen.seconds * speed) / 8.2));
}

export const person = lit({
  height: 0.52,
  width: 0.6,
  anchor: 'ground',
  bounds: around(110, 26),
  shift: (seconds) => 34 * (1 - Math.exp(-seconds / 5)) - 17,
  shadow: 24,
  body: (pen) => {
    const look = somebody(pen);
    const isCold = pen.isSnowy || pen.isRaining;
    const isLady = pen.person === null ? look.style === 'long' || look.style === 'bun' : pen.person === 'woman';
    const isDressed = !isCold && isLady;
    figure(
      pen,
      {
        ...look,
        top: pen.color ?? look.top,
        // A coat in the cold, a dress or a shirt else.
        hem: isCold ? 20 : isDressed ? 22 : 4,
        ...(isDressed ? { bottom: look.skin } : {}),
        ...(isCold ? { scarf: look.scarf ?? '#e8d9b8' } : {}),
        style: look.style === 'bun' ? 'long' : look.style,
      },
      walking(pen.seconds * 5),
    );
  },
});

/** Hand in hand. */
export const couple = lit({
  height: 0.5,
  width: 0.8,
  anchor: 'ground',
  bounds: around(130, 26),
  shift: (seconds) => 30 * (1 - Math.exp(-seconds / 6)) - 15,
  shadow: 34,
  body: (pen) => {
    const [his, hers] = [somebody(pen), somebody(pen)];
    const step = pen.seconds * 4.4;
    const walk = walking(step, 0.85);
    const { umbrella: _, ...withoutUmbrella } = his;
    pen.at({ x: 13, y: -1 }, () =>
      figure(
        pen,
        { ...withoutUmbrella, style: 'short', hem: 8 },
        { ...walk, shoulders: [-0.42, walk.shoulders[1]], elbows: [0.05, 0.4] },
      ),
    );
    pen.at({ x: -13, scale: 0.93 }, () =>
      figure(
        pen,
        { ...hers, style: 'long', top: pen.color ?? '#d8574a', hem: 24, bottom: '#3a2f36' },
        { ...walking(step + Math.PI, 0.85), shoulders: [walk.shoulders[1] * 0.8, 0.38], elbows: [0.4, 0.05] },
      ),
    );
  },
});

export const runner = lit({
  height: 0.48,
  width: 0.9,
  anchor: 'ground',
  bounds: around(130, 12),
  shift: (seconds) => 60 * (1 - Math.exp(-seconds / 4)) - 30,
  shadow: 26,
  body: (pen) => {
    const look = somebody(pen);
    const { umbrella: _, scarf: _scarf, bag: _bag, ...light } = look;
    const top = pen.tint(['#f0533c', '#2fa4d8', '#f2b53a']);
    figure(
      pen,
      { ...light, style: pen.pick(['short', 'bun', 'cap'] as const), top, bottom: '#23283a', shoes: '#f4f24a', hem: 0 },
      running(pen.seconds * 9.5),
    );
  },
});
