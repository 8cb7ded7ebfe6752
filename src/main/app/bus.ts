import type { AppEvent } from '../../shared/contract/events.ts';
import type { BatchSummary } from '../../shared/domain/batch.ts';
import type { ExportJob } from '../../shared/domain/export-job.ts';
import type { Turn } from '../../shared/domain/turn.ts';

/** What rooms announce to each other. The window does not get these. */
type RoomEvent =
  /** A turn to the agent is over, and the next one in its project may begin. */
  | { readonly type: 'turn-ended'; readonly turn: Turn }
  /** The user said something that is a command of the app itself, and no message to the agent. */
  | { readonly type: 'local-command'; readonly turn: Turn }
  /** An export is saved or has failed; once for each try. */
  | { readonly type: 'export-ended'; readonly job: ExportJob }
  /** A batch is done, or waits for the user. */
  | { readonly type: 'batch-ended'; readonly summary: BatchSummary }
  /** A deleted project is there again. */
  | { readonly type: 'project-restored'; readonly projectId: string }
  /** A project is about to be deleted for good: all it holds can still be read. */
  | { readonly type: 'project-purging'; readonly projectId: string }
  /** The cloud has lost the project's session, and all that was sent to it; the session is still written down. */
  | { readonly type: 'session-forgotten'; readonly projectId: string }
  /** What a request to the service met: an answer, or nobody. */
  | { readonly type: 'service-met'; readonly met: 'answered' | 'nobody' }
  /** The service may be within reach again: whatever waits to ask it is to ask now. */
  | { readonly type: 'retry-now' }
  /** Part of the history cannot be read any more. */
  | { readonly type: 'history-damaged' };

export type BusEvent = AppEvent | RoomEvent;

/** Calling it ends a subscription. */
type Unsubscribe = () => void;

/** How rooms announce what happened. Who listens is written down in `app/app.ts` alone. */
export type Bus = {
  /** Returns when everybody has heard it. A listener that throws is reported; the others, and who announces, do not notice. */
  readonly emit: (event: BusEvent) => void;
  /** Listeners of one type are called in the order in which they came. */
  readonly on: <T extends BusEvent['type']>(
    type: T,
    listener: (event: Extract<BusEvent, { readonly type: T }>) => void,
  ) => Unsubscribe;
  /** Hears all that the window is to get, before those that listen to one type: what they announce comes after it. */
  readonly onAppEvent: (listener: (event: AppEvent) => void) => Unsubscribe;
};

const roomEvents: Readonly<Record<RoomEvent['type'], true>> = {
  'turn-ended': true,
  'local-command': true,
  'export-ended': true,
  'batch-ended': true,
  'project-restored': true,
  'project-purging': true,
  'session-forgotten': true,
  'service-met': true,
  'retry-now': true,
  'history-damaged': true,
};

export function createBus(report: (error: unknown) => void): Bus {
  const typed = new Map<string, Set<(event: never) => void>>();
  const window = new Set<(event: AppEvent) => void>();

  const tell = <E>(listeners: Iterable<(event: E) => void>, event: E): void => {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        report(error);
      }
    }
  };

  return {
    emit: (event) => {
      if (isAppEvent(event)) tell(window, event);
      // The set under a type holds only listeners to that type.
      tell((typed.get(event.type) ?? []) as Iterable<(event: BusEvent) => void>, event);
    },
    on: (type, listener) => {
      const listeners = typed.get(type) ?? new Set();
      typed.set(type, listeners.add(listener));
      return () => void listeners.delete(listener);
    },
    onAppEvent: (listener) => {
      window.add(listener);
      return () => void window.delete(listener);
    },
  };
}

function isAppEvent(event: BusEvent): event is AppEvent {
  return !Object.hasOwn(roomEvents, event.type);
}
