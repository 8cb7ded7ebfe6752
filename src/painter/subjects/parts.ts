import { mix } from '../colour.ts';
import type { Pen } from './pen.ts';

/** A wheel of `radius` that has turned by `turn`, on (x, y). */
export function wheel(pen: Pen, x: number, y: number, radius: number, turn: number, rim = '#c9ced6'): void {
  pen.oval(x, y, radius, radius, '#15161b');
  pen.oval(x, y, radius * 0.66, radius * 0.66, mix(rim, '#000000', 0.35));
  pen.oval(x, y, radius * 0.58, radius * 0.58, rim);
  pen.at({ x, y, turn }, () => {
    for (let spoke = 0; spoke < 5; spoke += 1) {
      pen.at({ turn: (spoke * 2 * Math.PI) / 5 }, () =>
        pen.oval(0, -radius * 0.36, radius * 0.11, radius * 0.17, mix(rim, '#000000', 0.6)),
      );
    }
  });
  pen.oval(x, y, radius * 0.13, radius * 0.13, mix(rim, '#000000', 0.5));
}

/** Wisps that rise from (x, y), as wide as `width` and `height` high. */
export function steam(pen: Pen, x: number, y: number, width: number, height: number, opacity = 0.16): void {
  const puffs = 14;
  for (let index = 0; index < puffs; index += 1) {
    const life = (pen.seconds / 3.6 + index / puffs) % 1;
    const lane = ((index * 5) % 7) / 6 - 0.5;
    const drift = Math.sin(life * 5 + index * 1.7 + pen.seconds * 0.6) * width * 0.16 * (0.3 + life);
    const radius = width * (0.12 + 0.26 * life);
    const [px, py] = [x + lane * width * 0.7 + drift, y - life * height];
    const shown = opacity * Math.sin(Math.PI * life) ** 1.2;
    pen.puff(px, py, radius * 0.7, radius * 1.5, '#ffffff', shown);
  }
}

/** A small flame that stands on (x, y), with its halo. */
export function flame(pen: Pen, x: number, y: number, size: number, halo = 1): void {
  const flicker = pen.sway(0.37, x) * 0.5 + pen.sway(0.61, y) * 0.5;
  const lean = pen.sway(1.7, x) * size * 0.18;
  const bright = pen.light.isDark ? 1 : 0.45;
  pen.glow(x, y - size, size * (7 + flicker * 0.6), '#ffb25c', 0.5 * bright * halo);
  const shape = (scale: number, colour: string): void => {
    const [wide, high] = [size * 0.62 * scale, size * (2.5 + flicker * 0.2) * scale];
    pen.blob(
      [
        x - wide * 0.6,
        y,
        x + wide * 0.6,
        y,
        x + wide,
        y - high * 0.32,
        x + lean * 0.4,
        y - high * 0.7,
        x + lean,
        y - high * 1.1,
        x + lean,
        y - high * 1.1,
        x - wide * 0.3,
        y - high * 0.7,
        x - wide,
        y - high * 0.32,
      ],
      colour,
    );
  };
  shape(1, '#ff9a3c');
  shape(0.74, '#ffd25c');
  shape(0.45, '#fff8e0');
}

type Legs = {
  /** Where the hind and the fore leg hang from. */
  readonly at: readonly [hind: number, fore: number];
  readonly y: number;
  /** From the hip to the ground. */
  readonly long: number;
  /** Half the thigh's width. */
  readonly thick: number;
  readonly hide: string;
  /** The colour below the knee. */
  readonly low: string;
  readonly foot: string;
};

/** A hind and a fore leg of somebody who walks on four; `step` grows by 2 pi with every stride. */
export function walkingLegs(pen: Pen, { at, y, long, thick, hide, low, foot }: Legs, step: number): void {
  for (const [index, x] of at.entries()) {
    const phase = step + index * 1.7;
    const half = long * 0.5;
    pen.at({ x, y, turn: -Math.sin(phase) * 0.34 }, () => {
      pen.limb([0, -thick * 0.6, thick, 0, half, thick * 0.46], hide);
      pen.at({ y: half, turn: Math.max(0, Math.cos(phase)) * 0.6 }, () => {
        pen.limb([0, 0, thick * 0.46, 0, half - 3, thick * 0.34], low);
        pen.oval(thick * 0.16, half - 1.8, thick * 0.48, 2.2, foot);
      });
    });
  }
}

/** The same two legs of somebody who stands. */
export function standingLegs(pen: Pen, { at: [hind, fore], y, long, thick, hide, low, foot }: Legs): void {
  const [knee, ankle] = [y + long * 0.5, y + long - 3];
  for (const [x, bend] of [
    [hind, -0.55],
    [fore, 0.1],
  ] as const) {
    pen.limb([x, y, thick, x + bend * thick, knee, thick * 0.5], hide);
    pen.limb([x + bend * thick, knee, thick * 0.5, x, ankle, thick * 0.36], low);
    pen.oval(x + thick * 0.18, y + long - 1.8, thick * 0.52, 2.3, foot);
  }
}
