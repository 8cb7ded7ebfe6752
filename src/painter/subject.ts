import type { Gender } from '../shared/scene/scene.ts';

/** The light of a shot, colours as '#rrggbb': from the upper left, behind the subject, and what the far side falls into. */
export type SubjectLight = {
  readonly key: string;
  readonly rim: string;
  readonly shade: string;
  /** Night, deep water, space: the subject needs its rim to be seen. */
  readonly isDark: boolean;
};

export type SubjectView = {
  /** Since the shot began. */
  readonly seconds: number;
  readonly light: SubjectLight;
  /** 0 to 1; begins anew, with the same seed, for every frame. */
  readonly random: () => number;
  /** Pixels that it is high, before the camera goes near. */
  readonly tall: number;
  /** The frame's width over its height. */
  readonly aspect: number;
  /** What it was asked for in, '#rrggbb': a red car, a black cat. */
  readonly color: string | null;
  /** Who is seen; null: the seed decides. */
  readonly person: Gender | null;
  /** People carry umbrellas. */
  readonly isRaining: boolean;
  /** Animals sleep. */
  readonly isResting: boolean;
  /** Water lies below it: what swims leaps out. */
  readonly isAtSurface: boolean;
  /** Snow lies on what stands outside. */
  readonly isSnowy: boolean;
};

/**
 * Draws one subject in units of its own height: the origin is where it stands, floats or hangs, x points right, up is
 * negative, so that it fills y from -1 to 0 and x from -width/2 to width/2.
 */
export type SubjectPainter = {
  /** Its share of the frame's height. */
  readonly height: number;
  /** In heights; those that fill the frame from side to side by themselves say 1 and read the aspect. */
  readonly width: number;
  readonly anchor: 'ground' | 'water' | 'sky' | 'table';
  readonly draw: (context: OffscreenCanvasRenderingContext2D, view: SubjectView) => void;
};
