import type { HandedTask, TaskOutcome } from '../../src/shared/media-worker-protocol.ts';
import type { TaskQueue, WorkerWindow } from '../../src/main/media-jobs/task-queue.ts';

/** A hidden page as main meets it, played by a test. */
type FakePage = {
  readonly key: string;
  /** What it asks for under its own key. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** Waits for a task. */
  readonly next: () => Promise<HandedTask>;
  readonly end: (task: HandedTask, outcome: TaskOutcome) => Promise<Response>;
  readonly crash: () => void;
  readonly isClosed: () => boolean;
};

export type FakePages = {
  readonly open: (key: string, onGone: () => void) => WorkerWindow;
  /** All that were opened, oldest first. */
  readonly all: () => readonly FakePage[];
  /** The newest one. */
  readonly page: () => FakePage;
};

/** Windows that are none. `tasks` is asked for late: it needs the pages first. */
export function createFakePages(tasks: () => Pick<TaskQueue, 'serve'>): FakePages {
  const pages: FakePage[] = [];
  const open: FakePages['open'] = (key, onGone) => {
    let closed = false;
    const ask: FakePage['ask'] = async (path, init) => {
      const request = new Request(`rushes://media-worker/${key}/${path}`, init);
      return (
        (await tasks().serve(key, path.split('?')[0]?.split('/') ?? [], request)) ?? new Response(null, { status: 404 })
      );
    };
    pages.push({
      key,
      ask,
      next: async () => (await (await ask('next', { method: 'POST' })).json()) as HandedTask,
      end: ({ id }, outcome) => ask(`end/${id}`, { method: 'POST', body: JSON.stringify(outcome) }),
      crash: onGone,
      isClosed: () => closed,
    });
    return { close: () => void (closed = true) };
  };
  return {
    open,
    all: () => pages,
    page: () => {
      const page = pages.at(-1);
      if (page === undefined) throw new Error('No page was opened');
      return page;
    },
  };
}
