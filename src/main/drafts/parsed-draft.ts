import type { Segment, TrackKind } from '../../shared/domain/timeline.ts';
import type { Look } from './look.ts';
import type { Source } from './times.ts';
import { shortened } from './values.ts';

/**
 * A segment as main knows it. `name` is one line and may be empty where the draft gives none. `url` is https, or http on loopback.
 * `sourceInMs` and `sourceOutMs` bound the piece of the source that plays. `key` tells segments of one draft apart from draft to
 * draft: the cloud's id where there is one, else what the segment holds. Two segments may share a key.
 */
export type DraftSegment = Segment &
  Source & {
    readonly url: string | null;
    readonly key: string;
    readonly look: Look;
  };

export type DraftTrack = {
  readonly kind: TrackKind;
  readonly segments: readonly DraftSegment[];
};

/** What the app understands of a draft: tracks that hold something, in the draft's order. `durationMs` is where the last one ends. */
export type DraftReading = {
  readonly tracks: readonly DraftTrack[];
  readonly durationMs: number;
};

/** What people call the segment: a title by its words, as far as they tell it from others; all else by its name. */
export function labelOf(kind: TrackKind, segment: Segment): string {
  return kind === 'text' ? shortened(segment.text ?? segment.name) : segment.name;
}
