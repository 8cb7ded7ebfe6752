import type { VideoSample } from 'mediabunny';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPages } from '../../../src/compositor/pixels.ts';

/** Canvases that were made, and hold pixels as long as they have a size. */
let made: FakeCanvas[] = [];
class FakeCanvas {
  width: number;
  height: number;
  constructor(width: number, height: number) {
    [this.width, this.height] = [width, height];
    made.push(this);
  }
  getContext(): object {
    return { putImageData: () => undefined };
  }
}
const widths = (): readonly number[] => made.map(({ width }) => width).filter((width) => width > 0);

beforeEach(() => {
  made = [];
  vi.stubGlobal('OffscreenCanvas', FakeCanvas);
  vi.stubGlobal('ImageData', class {});
});
afterEach(() => vi.unstubAllGlobals());

const sampleOf = (width: number): VideoSample =>
  ({
    visibleRect: { width, height: 9 },
    copyTo: () => Promise.resolve(),
    close: () => undefined,
  }) as unknown as VideoSample;

it('uses pages again, and gives those of a size that is no longer shown back', async () => {
  const pages = createPages('copy');
  const show = async (width: number, count: number): Promise<void> => {
    const shown = await Promise.all(Array.from({ length: count }, () => pages.of(sampleOf(width))));
    shown.forEach(pages.release);
  };
  await show(1920, 4);
  await show(1920, 4);
  expect(made).toHaveLength(4);
  await show(960, 4);
  await show(960, 4);
  expect(made).toHaveLength(8);
  expect(widths()).toEqual(Array(4).fill(960));
  pages.clear();
  expect(widths()).toEqual([]);
});
