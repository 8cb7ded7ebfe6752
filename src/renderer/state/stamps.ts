import { isExportOver, type ExportJob } from '../../shared/domain/export-job.ts';
import type { ProjectView, Snapshot } from '../../shared/domain/app-state.ts';
import { isTurnOver } from '../../shared/domain/turn.ts';
import type { MediaJob } from '../../shared/domain/media-job.ts';
import type { AppEvent } from '../../shared/contract/events.ts';

/** Where stamps of main (epoch ms) lie on a clock that nobody sets (ms, from any beginning). */
export type Stamps = {
  /** The place of a stamp that is new is found now. It stays there, however the computer's clock is set from now on. */
  readonly placeOf: (stamp: number) => number;
};

export function createStamps(now: () => number, steady: () => number): Stamps {
  const places = new Map<number, number>();
  return {
    placeOf: (stamp) => {
      const place = places.get(stamp) ?? steady() - (now() - stamp);
      places.set(stamp, place);
      return place;
    },
  };
}

/** The stamps that this window has heard of. */
export const { placeOf } = createStamps(
  () => Date.now(),
  () => performance.now(),
);

/** What events tell is also counted from where nothing of it is on screen: its stamps get their places as they come. */
export function placeEvents(events: readonly AppEvent[]): void {
  for (const event of events) {
    if (event.type === 'export') place(ofExport(event.job));
    if (event.type === 'turn') place([event.turn.startedAt, event.turn.endedAt]);
    if (event.type === 'media-job') place(ofWork(event.job));
    if (event.type === 'rate-limit') place([event.until]);
  }
}

export function placeSnapshot({ exports, mediaJobs, rateLimitedUntil }: Snapshot): void {
  place([...exports.flatMap(ofExport), ...mediaJobs.flatMap(ofWork), rateLimitedUntil]);
}

export function placeView({ turns }: ProjectView): void {
  place(turns.flatMap(({ state, startedAt }) => (isTurnOver(state) ? [] : [startedAt])));
}

const ofExport = ({ state, createdAt, phaseAt }: ExportJob) => (isExportOver(state) ? [] : [createdAt, phaseAt]);
const ofWork = ({ state, startedAt }: MediaJob) => (state === 'running' ? [startedAt] : []);

function place(stamps: readonly (number | null)[]): void {
  for (const stamp of stamps) if (stamp !== null) placeOf(stamp);
}
