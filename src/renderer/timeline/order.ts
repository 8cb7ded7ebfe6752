import type { Track, TrackKind } from '../../shared/domain/timeline.ts';

const layers: Readonly<Record<TrackKind, number>> = { text: 0, video: 1, other: 2, audio: 3 };

/** Tracks as they lie over each other: titles on top, then the picture, sound at the bottom. */
export function inLayers(tracks: readonly Track[]): readonly Track[] {
  return [...tracks].sort((a, b) => layers[a.kind] - layers[b.kind]);
}
