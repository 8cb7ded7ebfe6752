import { throttledProgress } from '../shared/throttled-progress.ts';
import type { HandedTask, TaskOutcome } from '../shared/media-worker-protocol.ts';

/** Main's side of the present task, as the page sees it. Its calls reject once main no longer wants the task. */
export type TaskContext = {
  /** Of the first source, which most tasks have alone. */
  readonly sourceUrl: string;
  /** Of the others, before their numbers. */
  readonly sourceBase: string;
  readonly progress: (share: number) => void;
  /** Resolves when main has written the piece, at its place (in bytes) in the result. */
  readonly write: (piece: Uint8Array<ArrayBuffer>, at: number) => Promise<void>;
};

const key = new URLSearchParams(location.search).get('key') ?? '';
const base = `/${key}`;

/** Waits for the next task; null when there is nobody who would hand one out. */
export async function nextTask(): Promise<HandedTask | null> {
  const response = await fetch(`${base}/next`, { method: 'POST' });
  return response.ok ? ((await response.json()) as HandedTask) : null;
}

export function contextOf({ id }: HandedTask): TaskContext {
  return {
    sourceUrl: new URL(`${base}/source/${id}`, location.href).href,
    sourceBase: new URL(`${base}/source/${id}/`, location.href).href,
    progress: throttledProgress(
      (share) => {
        void fetch(`${base}/progress/${id}`, { method: 'POST', body: String(share) }).catch(() => undefined);
      },
      () => performance.now(),
    ),
    write: async (piece, at) => {
      const response = await fetch(`${base}/result/${id}?at=${at}`, { method: 'PUT', body: piece });
      if (!response.ok) throw new Error('The result was not taken');
    },
  };
}

export async function endTask({ id }: HandedTask, outcome: TaskOutcome): Promise<void> {
  await fetch(`${base}/end/${id}`, { method: 'POST', body: JSON.stringify(outcome) });
}
