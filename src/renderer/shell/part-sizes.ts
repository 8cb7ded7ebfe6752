import type { Layout } from '../../shared/domain/layout.ts';

/** What a part can measure, in px. Folded, it measures `folded`. */
export type Span = { readonly value: number; readonly least: number; readonly most: number; readonly folded: number };

const stageLeast = 260;
/** The stage above the timeline keeps so much of its column. */
const pictureLeast = 160;

/** A rail with the button that unfolds. */
export const railWidth = 40;
export const narrowProjects = 56;
const timelineHead = 36;

type Room = { readonly width: number; readonly narrow: boolean; readonly projectsFolded: boolean };

/** The widths of projects and conversation in a window of this width: as the user wants them, as far as there is room. */
export function columnSpans(layout: Layout, room: Room): { readonly projects: Span; readonly chat: Span } {
  const projects = spanOf(layout.projects ?? 216, 168, Math.min(420, room.width - 300 - stageLeast), narrowProjects);
  const taken = room.projectsFolded ? narrowProjects : projects.value;
  const chat = spanOf(layout.chat ?? (room.narrow ? 336 : 392), 300, room.width - taken - stageLeast, railWidth);
  return { projects, chat };
}

/** The height of the timeline in a column of this height; `natural`: what it measures where the user wants nothing. */
export function timelineSpan(layout: Layout, height: number, natural: number): Span {
  return spanOf(layout.timeline ?? natural, 96, height - pictureLeast, timelineHead);
}

function spanOf(wanted: number, least: number, wantedMost: number, folded: number): Span {
  const most = Math.max(least, Math.round(wantedMost));
  return { value: Math.min(most, Math.max(least, Math.round(wanted))), least, most, folded };
}

/** Beyond its least size a part resists for so long, then it folds away. In px. */
const resistance = 72;

/** What a drag to `wanted` means: a size within bounds, or that this part or the one beyond it folds. */
export function dragged(wanted: number, { least, most }: Span, beyond: boolean): number | 'fold' | 'fold-other' {
  if (wanted < least - resistance) return 'fold';
  if (beyond && wanted > most + resistance) return 'fold-other';
  return Math.min(most, Math.max(least, Math.round(wanted)));
}
