/** How a title looks. Lengths are shares of the canvas: `size` and `y` of its height, `maxWidth` and `x` of its width; 0 is left or top. */
export type TitleStyle = {
  readonly size: number;
  readonly weight: number;
  /** Red, green and blue, 0..1. */
  readonly color: readonly [number, number, number];
  readonly align: 'left' | 'center' | 'right';
  /** Where the middle of the title's box lies. */
  readonly x: number;
  readonly y: number;
  readonly maxWidth: number;
  /** In sizes. */
  readonly lineHeight: number;
};

/** Longer than this a title is a caption, which is smaller. In characters. */
const longTitle = 24;

/** White with a dark outline, at the bottom in the middle: where titles stand when a draft does not say. */
export function usualTitleStyle(text: string): TitleStyle {
  return {
    size: text.length > longTitle ? 0.05 : 0.075,
    weight: 600,
    color: [1, 1, 1],
    align: 'center',
    x: 0.5,
    y: 0.84,
    maxWidth: 0.82,
    lineHeight: 1.25,
  };
}

/** Share of the canvas's height that stays free above and below a title. */
const margin = 0.03;

/**
 * Where the middle of a title's box stands, as a share of the canvas's height: as its style says, but so that all of a box of this
 * height (a share, too) is seen. One that is meant to lie outside stays there; one that is too high is in the middle.
 */
export function titleMiddle({ y }: Pick<TitleStyle, 'y'>, height: number): number {
  if (y < 0 || y > 1) return y;
  const [least, most] = [margin + height / 2, 1 - margin - height / 2];
  return least > most ? 0.5 : Math.min(most, Math.max(least, y));
}
