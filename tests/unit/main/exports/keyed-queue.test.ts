import { describe, expect, it } from 'vitest';
import { createKeyedQueue } from '../../../../src/main/exports/keyed-queue.ts';
import { settle } from '../../../support/fake-clock.ts';

const never = new AbortController().signal;

describe('the queue of jobs by key', () => {
  /** Jobs that go on until the test ends them; what began, in order. */
  const setUp = () => {
    const queue = createKeyedQueue();
    const began: string[] = [];
    const run = (name: string, key: string, signal = never) => {
      let end = (): void => undefined;
      const ended = new Promise<string>((resolve) => {
        end = () => resolve(name);
      });
      const job = () => {
        began.push(name);
        return ended;
      };
      return { done: queue.run(key, signal, job), end };
    };
    return { run, began };
  };

  it('runs one per key, the others in their order', async () => {
    const { run, began } = setUp();
    const [a, b, c] = [run('a', 'k'), run('b', 'k'), run('c', 'k')];
    run('other', 'j');
    await settle();
    expect(began).toEqual(['a', 'other']);
    a.end();
    expect(await a.done).toBe('a');
    await settle();
    expect(began).toEqual(['a', 'other', 'b']);
    b.end();
    await settle();
    c.end();
    expect(await c.done).toBe('c');
    run('again', 'k');
    await settle();
    expect(began).toEqual(['a', 'other', 'b', 'c', 'again']);
  });

  it('goes on after a job that fails', async () => {
    const queue = createKeyedQueue();
    const failing = queue.run('k', never, () => Promise.reject(new Error('no')));
    const next = queue.run('k', never, () => Promise.resolve('next'));
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('next');
  });

  it('forgets at once who went away while waiting, and lets nobody in early for it', async () => {
    const { run, began } = setUp();
    const abort = new AbortController();
    const first = run('first', 'k');
    const second = run('second', 'k', abort.signal);
    run('third', 'k');
    await settle();
    abort.abort();
    expect(await second.done).toBeNull();
    await settle();
    expect(began).toEqual(['first']);
    first.end();
    await settle();
    expect(began).toEqual(['first', 'third']);
    expect(await run('free', 'free', abort.signal).done).toBeNull();
    expect(began).not.toContain('free');
  });
});
