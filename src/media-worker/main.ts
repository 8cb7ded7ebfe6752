import type { HandedTask, TaskOutcome } from '../shared/media-worker-protocol.ts';
import { perform } from './perform.ts';
import { CannotDecode } from './source.ts';
import { contextOf, endTask, nextTask } from './wire.ts';

/** The hidden page: one task after the other, until its window is closed. */
async function work(): Promise<void> {
  for (;;) {
    const handed = await nextTask();
    if (handed === null) return;
    await endTask(handed, await outcomeOf(handed));
  }
}

async function outcomeOf(handed: HandedTask): Promise<TaskOutcome> {
  try {
    return { ok: true, value: await perform(handed.task, contextOf(handed)) };
  } catch (error) {
    const code = error instanceof CannotDecode ? 'cannot-decode' : 'media-job-failed';
    return { ok: false, code, reason: String(error).slice(0, 1000) };
  }
}

void work();
