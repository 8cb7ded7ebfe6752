import type { ExportRecord } from '../storage/stores.ts';
import { type ExportContext, isPassing, nextBackoff, pollPause } from './context.ts';
import { steady } from './backoff.ts';

/** Waits until the project's answer has ended, then freezes the draft that it left. Null where the signal ended it. */
export async function waitForAnswer(
  context: ExportContext,
  record: ExportRecord,
  signal: AbortSignal,
): Promise<ExportRecord | null> {
  const { projectId } = record.job;
  for (let backoff = steady; ;) {
    const [ended, mark] = [context.answers.mark(), context.sleep.mark()];
    if (context.turnRunning(projectId)) {
      await context.answers.pause(context.renderPollMs, ended, signal);
      if (signal.aborted) return null;
      continue;
    }
    const fresh = await context.freshDraft(projectId);
    if (signal.aborted) return null;
    if (fresh.ok) {
      if (fresh.value === null) return context.journal.fail(record, { code: 'nothing-to-export' });
      const { sessionId, version, draft } = fresh.value;
      return context.journal.advance(record, 'ready', { sessionId, version }, { draft });
    }
    if (!isPassing(fresh.error)) return context.journal.fail(record, context.describe(fresh.error));
    backoff = nextBackoff(backoff, fresh.error);
    if (!(await pollPause(context, mark, signal, backoff))) return null;
  }
}
