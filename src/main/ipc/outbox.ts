import type { Turn } from '../../shared/domain/turn.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { Clock } from '../clock.ts';
import type { Timings } from '../timings.ts';

export type Deliver = (events: readonly AppEvent[]) => void;

type OutboxTimings = Pick<Timings, 'frameMs' | 'uploadsFrameMs'>;

export type Outbox = {
  readonly emit: (event: AppEvent) => void;
  /** From now on this window gets all events; what is pending goes out to the others first. */
  readonly subscribe: (windowId: number, deliver: Deliver) => void;
  readonly unsubscribe: (windowId: number) => void;
  /** Whether any window gets what is told. */
  readonly isHeard: () => boolean;
};

/**
 * Gathers events for `frameMs` and sends them, in order, to the windows that subscribed. Once files that go well were told of, they
 * are not by themselves a reason to send again for `uploadsFrameMs`: each time the windows draw, with what the sending needs itself.
 */
export function createOutbox(clock: Clock, { frameMs, uploadsFrameMs }: OutboxTimings): Outbox {
  const windows = new Map<number, Deliver>();
  let pending: AppEvent[] = [];
  let isDue = false;
  let uploadsDelivered = false;

  const flush = (): void => {
    const events = pending;
    pending = [];
    if (events.length > 0) for (const deliver of windows.values()) deliver(events);
    if (uploadsDelivered || !events.some(isGoingWell)) return;
    uploadsDelivered = true;
    void clock.wait(uploadsFrameMs).then(() => {
      uploadsDelivered = false;
      flush();
    });
  };

  const flushSoon = (): void => {
    if (isDue) return;
    isDue = true;
    void clock.wait(frameMs).then(() => {
      isDue = false;
      flush();
    });
  };

  return {
    emit: (event) => {
      if (!uploadsDelivered || !isGoingWell(event)) flushSoon();
      // A whole turn holds what was said of it just before: a long answer crosses once for a frame.
      if (event.type === 'turn') while (isSuperseded(pending.at(-1), event.turn)) pending.pop();
      const last = pending.at(-1);
      const merged = last ? joinText(last, event) : null;
      if (merged) pending[pending.length - 1] = merged;
      else pending.push(event);
    },
    subscribe: (windowId, deliver) => {
      flush();
      windows.set(windowId, deliver);
    },
    unsubscribe: (windowId) => {
      windows.delete(windowId);
    },
    isHeard: () => windows.size > 0,
  };
}

/** An upload of which nobody has to hear at once: it is on its way, or there. */
function isGoingWell(event: AppEvent): boolean {
  return event.type === 'upload' && (event.upload.state === 'uploading' || event.upload.state === 'uploaded');
}

/** Two patches that continue each other are one. */
function joinText(last: AppEvent, next: AppEvent): AppEvent | null {
  if (last.type !== 'turn-text' || next.type !== 'turn-text') return null;
  const continues = last.turnId === next.turnId && last.part === next.part && last.at + last.delta.length === next.at;
  return continues ? { ...last, delta: last.delta + next.delta } : null;
}

/** Whether this says of the turn what its newest state says, too. That it waited tells the window where its place is. */
function isSuperseded(event: AppEvent | undefined, { id, state }: Turn): boolean {
  if (event?.type === 'turn') return event.turn.id === id && (event.turn.state === 'queued') === (state === 'queued');
  return event?.type === 'turn-text' && event.turnId === id;
}
