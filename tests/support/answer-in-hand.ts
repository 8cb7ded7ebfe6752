import type { AgentEvent, AgentEvents } from '../../src/main/api/stream/agent-event.ts';

/** An answer whose events the test sends by hand. */
export type Answer = {
  readonly send: (...events: readonly AgentEvent[]) => void;
  readonly finish: () => void;
};

export function createAnswer(): Answer & { readonly events: AgentEvents } {
  const waiting: ((result: IteratorResult<readonly AgentEvent[]>) => void)[] = [];
  const ready: IteratorResult<readonly AgentEvent[]>[] = [];
  const push = (result: IteratorResult<readonly AgentEvent[]>): void => {
    const reader = waiting.shift();
    if (reader) reader(result);
    else ready.push(result);
  };
  const finish = (): void => push({ done: true, value: undefined });
  return {
    send: (...events) => push({ done: false, value: events }),
    finish,
    events: {
      [Symbol.asyncIterator]: () => ({
        next: () =>
          new Promise<IteratorResult<readonly AgentEvent[]>>((resolve) => {
            const first = ready.shift();
            if (first) resolve(first);
            else waiting.push(resolve);
          }),
        return: () => {
          finish();
          return Promise.resolve({ done: true, value: undefined });
        },
      }),
    },
  };
}
