import type { Clip } from '../../src/shared/composition/composition.ts';
import { asItIs } from '../../src/shared/composition/place.ts';

/** A clip of a composition: the first 30 frames of a file with picture and sound, as they are. */
export function aClip(change: Partial<Clip> = {}): Clip {
  return {
    kind: 'clip',
    id: '0:0',
    segment: '0:0',
    name: 'clip',
    start: 0,
    end: 30,
    hasPicture: true,
    source: { mediaId: 'a' },
    inSeconds: 0,
    speed: 1,
    volume: 1,
    fadeIn: 0,
    fadeOut: 0,
    placement: asItIs,
    ...change,
  };
}
