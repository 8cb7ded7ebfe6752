import type { LikelyCost } from '../../shared/domain/app-state.ts';
import type { Timeline } from '../../shared/domain/timeline.ts';
import type { Credits } from '../../shared/domain/turn.ts';

/** What the next message will likely cost, in credits: a generation while the timeline is empty, an edit afterwards. */
export function likelyNext(likely: LikelyCost, timeline: Timeline | null): number {
  return timeline === null || timeline.tracks.length === 0 ? likely.generate : likely.edit;
}

/** The balance to warn of before sending: something is written, and what is there will likely not cover it; else null. */
export function shortBalance(text: string, credits: Credits | null, cost: number): number | null {
  return text.trim() !== '' && credits !== null && credits.available < cost ? credits.available : null;
}
