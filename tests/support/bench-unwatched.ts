import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { electronArguments, probeFolder, runtimePath } from './bench-probe.ts';
import type { Place } from './desktop.ts';

const root = resolve(import.meta.dirname, '../..');

/** The real app without a debugger. */
export type Unwatched = {
  /** Its window, as far as scripts can drive it. */
  readonly window: Pick<Page, 'evaluate'>;
  /** From now on the native picker answers with these. */
  readonly answerPicker: (files: readonly string[]) => Promise<void>;
  /** The memory of each of its hidden pages, the one opened first first. */
  readonly hiddenMegabytes: () => Promise<readonly number[]>;
  /** The 99th percentile of the delay of main's loop meanwhile, in ms. It wakes main each millisecond, which takes a part of the processor. */
  readonly delayDuring: (work: () => Promise<unknown>) => Promise<number>;
  readonly close: () => Promise<void>;
};

type Reply = { readonly id: number; readonly value?: unknown; readonly error?: string };

/**
 * Starts the app on the place's profile without a debugger: Playwright is told every request of every page with its
 * body, which for hidden pages costs half as much processor time as encoding the film.
 */
export function startUnwatched(place: Place, args: readonly string[] = []): Unwatched {
  const child = spawn(runtimePath(), [probeFolder, ...electronArguments(place.userData), ...args], {
    env: { ...process.env, ...place.env, BENCH_APP: root },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const ask = asker(child);
  // Without a debugger there is no remote page: scripts get and give JSON only.
  const evaluate = (script: (given: unknown) => unknown, given?: unknown): Promise<unknown> =>
    ask({ script: `(${String(script)})(${JSON.stringify(given) ?? ''})` });
  return {
    window: { evaluate } as Pick<Page, 'evaluate'>,
    hiddenMegabytes: async () => (await ask({ hidden: true })) as readonly number[],
    delayDuring: async (work) => {
      await ask({ watch: true });
      await work();
      return (await ask({ watch: false })) as number;
    },
    answerPicker: async (files) => void (await ask({ script: '0', files })),
    close: async () => {
      child.kill();
      await ended;
    },
  };
}

/** Sends orders to the probe and finds their replies. */
function asker(child: ChildProcess): (order: object) => Promise<unknown> {
  const waiting = new Map<number, (reply: Reply) => void>();
  let last = 0;
  child.on('message', (reply: Reply) => {
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  });
  child.once('exit', () => waiting.forEach((answer, id) => answer({ id, error: 'The app has ended' })));
  return (order) =>
    new Promise((done, fail) => {
      const id = (last += 1);
      waiting.set(id, (reply) => (reply.error === undefined ? done(reply.value) : fail(new Error(reply.error))));
      child.send({ id, ...order });
    });
}
