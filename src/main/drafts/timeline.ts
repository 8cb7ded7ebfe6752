import type { Segment, Timeline } from '../../shared/domain/timeline.ts';
import type { DraftReading, DraftSegment } from './parsed-draft.ts';
import { summarize } from './summary.ts';
import { shortened } from './values.ts';

/** The reading as it crosses to the window: addresses, ids and source ranges stay behind. `version` counts from 1. */
export function toTimeline(reading: DraftReading, version: number): Timeline {
  return {
    version,
    durationMs: reading.durationMs,
    tracks: reading.tracks.map(({ kind, segments }) => ({ kind, segments: segments.map(visible) })),
    summary: summarize(reading),
  };
}

function visible({ name, startMs, durationMs, text, volume }: DraftSegment): Segment {
  return { name, startMs, durationMs, text: text === null ? null : shortened(text), volume };
}
