/** The part of gifenc that is used here; it has no types of its own. */
declare module 'gifenc' {
  type Palette = readonly (readonly number[])[];

  export function quantize(rgba: Uint8ClampedArray, maxColors: number): Palette;
  export function applyPalette(rgba: Uint8ClampedArray, palette: Palette): Uint8Array;
  export function GIFEncoder(): {
    readonly writeFrame: (
      index: Uint8Array,
      width: number,
      height: number,
      /** `delay` in ms; `repeat` 0: for ever. */
      options: { readonly palette: Palette; readonly delay: number; readonly repeat: number },
    ) => void;
    readonly finish: () => void;
    readonly bytes: () => Uint8Array<ArrayBuffer>;
  };
}
