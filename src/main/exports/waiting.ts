import type { ExportRecord } from '../storage/stores.ts';
import { type Desk, isPassing, nextPace, pollPause } from './context.ts';
import { steady } from './backoff.ts';

/** Waits until the project's answer has ended, then freezes the draft that it left. Null where the signal ended it. */
export async function waitForAnswer(
  desk: Desk,
  record: ExportRecord,
  signal: AbortSignal,
): Promise<ExportRecord | null> {
  const { projectId } = record.job;
  for (let pace = steady; ;) {
    const [ended, mark] = [desk.answers.mark(), desk.alarm.mark()];
    if (desk.turnRunning(projectId)) {
      await desk.answers.pause(desk.renderPollMs, ended, signal);
      if (signal.aborted) return null;
      continue;
    }
    const fresh = await desk.freshDraft(projectId);
    if (signal.aborted) return null;
    if (fresh.ok) {
      if (fresh.value === null) return desk.book.fail(record, { code: 'nothing-to-export' });
      const { sessionId, version, draft } = fresh.value;
      return desk.book.advance(record, 'ready', { sessionId, version }, { draft });
    }
    if (!isPassing(fresh.error)) return desk.book.fail(record, desk.describe(fresh.error));
    pace = nextPace(pace, fresh.error);
    if (!(await pollPause(desk, mark, signal, pace))) return null;
  }
}
