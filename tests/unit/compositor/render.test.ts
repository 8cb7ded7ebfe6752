import type { VideoSample } from 'mediabunny';
import { expect, it } from 'vitest';
import { asPlanes, isEncodedAlike } from '../../../src/compositor/render.ts';
import type { Clip } from '../../../src/shared/composition/composition.ts';
import type { Layer, PictureLayer } from '../../../src/shared/composition/frame.ts';
import { asItIs, type Placement } from '../../../src/shared/composition/place.ts';

const size = { width: 1280, height: 720 };
const colorSpace = { matrix: 'smpte170m', primaries: 'smpte170m', transfer: 'smpte170m', fullRange: false };
const decoded = {
  format: 'I420',
  visibleRect: { left: 0, top: 0, ...size },
  displayWidth: size.width,
  displayHeight: size.height,
  rotation: 0,
  flip: false,
  colorSpace,
};
const isAlike = (more: object): boolean => isEncodedAlike({ ...decoded, ...more } as unknown as VideoSample, size);

it('hands a decoded frame over only where the encoder would have made the same of it', () => {
  expect(isAlike({})).toBe(true);
  const others = {
    small: { visibleRect: { left: 0, top: 0, width: 640, height: 360 }, displayWidth: 640, displayHeight: 360 },
    wide: { displayWidth: 1706 },
    transparent: { format: 'I420A' },
    tenBits: { format: 'I420P10' },
    modern: { colorSpace: { ...colorSpace, matrix: 'bt709' } },
    untold: { colorSpace: { matrix: null, primaries: null, transfer: null, fullRange: null } },
    full: { colorSpace: { ...colorSpace, fullRange: true } },
    onSide: { rotation: 180 },
    mirrored: { flip: true },
  };
  for (const [name, other] of Object.entries(others)) expect(isAlike(other), name).toBe(false);
});

const layer = (placement: Partial<Placement> = {}, opacity = 1): PictureLayer => ({
  kind: 'picture',
  item: { kind: 'clip', placement: { ...asItIs, ...placement } } as Clip,
  opacity,
  seconds: 0,
});

const over = (kind: string, more: object = {}): Layer => ({ kind, opacity: 1, ...more }) as unknown as Layer;
const effect = (kind: string): Layer => over('effect', { strength: 0.5, item: { effect: kind } });

it('gives what stands over a picture that lies whole and as it is', () => {
  const only = layer();
  const caption = over('title');
  const sticker = over('picture', { item: { kind: 'still', placement: { ...asItIs, scale: 0.2 } } });
  for (const above of [[], [caption], [caption, effect('fade-out'), sticker], [effect('mono'), caption]])
    expect(asPlanes([only, ...above])).toEqual({ below: only, over: above });
});

it('leaves to the painter whatever else is to be done to a picture', () => {
  const only = layer();
  const painted = [
    [],
    [effect('fade-in')],
    [over('title')],
    [only, effect('warm')],
    [only, over('title'), effect('cold')],
    [layer(), layer()],
    [layer({}, 0.5)],
    [layer({ scale: 2 })],
    [layer({ x: 0.1 })],
    [layer({ y: 0.1 })],
    [layer({ rotation: 180 })],
    [layer({ flippedX: true })],
    [layer({ flippedY: true })],
  ];
  for (const layers of painted) expect(asPlanes(layers), JSON.stringify(layers)).toBeNull();
});
