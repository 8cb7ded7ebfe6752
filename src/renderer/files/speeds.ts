import { create } from 'zustand';
import type { Upload } from '../../shared/domain/upload.ts';
import type { WindowState } from '../state/model.ts';
import { useWindow } from '../state/store.ts';

/** How fast the uploads of the open project go, by upload. */
export const useSpeeds = create<Readonly<Record<string, Speed>>>()(() => ({}));

/** How often to look again at an upload that does not move; ms. */
const everyMs = 1000;

/** Follows the uploads from now on. */
export function followUploads(): void {
  let timer: ReturnType<typeof setInterval> | null = null;
  const look = (): void => {
    const sending = sendingIn(useWindow.getState());
    if (sending.length === 0 && timer !== null) clearInterval(timer);
    if (sending.length === 0) timer = null;
    else timer ??= setInterval(look, everyMs);
    const before = useSpeeds.getState();
    if (sending.length === 0 && Object.keys(before).length === 0) return;
    const now = performance.now();
    useSpeeds.setState(Object.fromEntries(sending.map(({ id, sent }) => [id, speedOf(before[id], sent, now)])), true);
  };
  useWindow.subscribe((state, before) => {
    const [now, then] = [state.views[state.openProjectId], before.views[state.openProjectId]];
    if (now?.uploads !== then?.uploads || now?.attached !== then?.attached) look();
  });
}

function sendingIn({ views, openProjectId }: WindowState): readonly Upload[] {
  const view = views[openProjectId];
  return view === undefined ? [] : [...view.uploads, ...view.attached].filter(({ state }) => state === 'uploading');
}

/** How fast something goes, as far as it can be told. Bytes; times in ms of any clock that only goes forward. */
export type Speed = {
  /** What had been sent when the rate was last taken. */
  readonly sent: number;
  readonly at: number;
  readonly beganAt: number;
  /** When something last got through. */
  readonly movedAt: number;
  /** Bytes per second, smoothed; null before it means anything. */
  readonly rate: number | null;
};

/** At first the system's buffers fill up as fast as the disk reads, which says nothing about the line. */
const settleMs = 1000;
/** The shortest time to measure a rate over, and how quickly a change of the line shows. */
const shortestMs = 250;
const memoryMs = 4000;
/** Without a byte for so long it stands still; until then even the slowest line has a rate, in bytes per second. */
const stalledMs = 10_000;
const slowest = 1;
/** Below this many bytes per second nobody can tell when it ends. */
const tellingRate = 512;

/** The speed once `sent` bytes are through at `now`. It falls when asked with the same `sent` while nothing moves. */
export function speedOf(before: Speed | undefined, sent: number, now: number): Speed {
  if (before === undefined || sent < before.sent) return { sent, at: now, beganAt: now, movedAt: now, rate: null };
  const movedAt = sent === before.sent ? before.movedAt : now;
  const elapsed = now - before.at;
  if (now - before.beganAt < settleMs) return { ...before, sent, at: now, movedAt };
  if (elapsed < shortestMs) return before;
  // One that stands still has no rate, not a rate of nothing.
  if (now - movedAt >= stalledMs) return { ...before, sent, at: now, movedAt, rate: 0 };
  const newest = ((sent - before.sent) / elapsed) * 1000;
  const weight = before.rate === null ? 1 : 1 - Math.exp(-elapsed / memoryMs);
  const rate = (before.rate ?? 0) + weight * (newest - (before.rate ?? 0));
  return { ...before, sent, at: now, movedAt, rate: Math.max(rate, slowest) };
}

export function standsStill(rate: number): boolean {
  return rate === 0;
}

/** Time until `bytes` more are through, in ms; null where nobody can tell. */
export function timeLeft(bytes: number, rate: number | null): number | null {
  return rate === null || rate < tellingRate ? null : (bytes / rate) * 1000;
}
