import type { AppEvent } from '../../shared/ipc/events.ts';
import type { Clock } from '../clock.ts';

export type Deliver = (events: readonly AppEvent[]) => void;

export type Outbox = {
  readonly emit: (event: AppEvent) => void;
  /** From now on this window gets all events; what is pending goes out to the others first. */
  readonly subscribe: (windowId: number, deliver: Deliver) => void;
  readonly unsubscribe: (windowId: number) => void;
};

/** Gathers events for `frameMs` and sends them, in order, to the windows that subscribed. */
export function createOutbox(clock: Clock, frameMs: number): Outbox {
  const windows = new Map<number, Deliver>();
  let pending: AppEvent[] = [];

  const flush = (): void => {
    const events = pending;
    pending = [];
    if (events.length > 0) for (const deliver of windows.values()) deliver(events);
  };

  return {
    emit: (event) => {
      if (pending.length === 0) void clock.wait(frameMs).then(flush);
      const last = pending.at(-1);
      const merged = last ? joinText(last, event) : null;
      if (merged) pending[pending.length - 1] = merged;
      else pending.push(withoutUnchanged(event));
    },
    subscribe: (windowId, deliver) => {
      flush();
      windows.set(windowId, deliver);
    },
    unsubscribe: (windowId) => {
      windows.delete(windowId);
    },
  };
}

/** A long answer is not sent again only because its turn moved on. */
function withoutUnchanged(event: AppEvent): AppEvent {
  if (event.type !== 'turn' || event.unchanged === undefined) return event;
  return { ...event, turn: { ...event.turn, parts: event.turn.parts.slice(event.unchanged) } };
}

/** Two patches that continue each other are one. */
function joinText(last: AppEvent, next: AppEvent): AppEvent | null {
  if (last.type !== 'turn-text' || next.type !== 'turn-text') return null;
  const continues = last.turnId === next.turnId && last.part === next.part && last.at + last.delta.length === next.at;
  return continues ? { ...last, delta: last.delta + next.delta } : null;
}
