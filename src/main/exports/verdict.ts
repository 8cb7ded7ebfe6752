import type { DeliveryCheck, DeliveryWarning } from '../../shared/domain/export-job.ts';
import type { TrackKind } from '../../shared/domain/timeline.ts';
import type { DraftReading } from '../drafts/parsed-draft.ts';
import type { Inspection } from '../media/inspect.ts';

/** A length may be off by the larger of these: ms, and a share of the draft's length. */
const toleranceMs = 500;
const toleranceShare = 0.02;

/** What is to be told at once of a delivered file of `bytes`, against the draft that was rendered. */
export function verdict(found: Inspection, bytes: number, draft: DraftReading): DeliveryCheck {
  if (found.kind !== 'plays') {
    const unknown = { durationMs: 0, width: 0, height: 0, videoCodec: null, audioCodec: null };
    return { ...unknown, bytes, warnings: ['unchecked'], watched: false };
  }
  const { durationMs, width, height, videoCodec, audioCodec, hasVideo, hasAudio } = found.probe;
  const has = (kind: TrackKind): boolean => draft.tracks.some((track) => track.kind === kind);
  const tolerance = Math.max(toleranceMs, draft.durationMs * toleranceShare);
  const told: Readonly<Record<Exclude<DeliveryWarning, 'unchecked' | 'black' | 'silent'>, boolean>> = {
    'no-video': has('video') && !hasVideo,
    'no-audio': has('audio') && !hasAudio,
    length: draft.durationMs > 0 && Math.abs(durationMs - draft.durationMs) > tolerance,
  };
  const warnings = (Object.keys(told) as (keyof typeof told)[]).filter((name) => told[name]);
  return { durationMs, bytes, width, height, videoCodec, audioCodec, warnings, watched: false };
}
