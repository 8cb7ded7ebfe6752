import { describe, expect, it } from 'vitest';
import { createKeyedQueue } from '../../../src/main/exports/keyed-queue.ts';
import { settle } from '../../support/fake-clock.ts';

const never = new AbortController().signal;

describe('the gate', () => {
  it('lets one in per key, the others in their order', async () => {
    const queue = createKeyedQueue();
    const seen: string[] = [];
    const visit = async (name: string, key: string): Promise<() => void> => {
      const interchange = await queue.enter(key, never);
      seen.push(name);
      return interchange ?? (() => undefined);
    };
    const [a, b, c, other] = [visit('a', 'k'), visit('b', 'k'), visit('c', 'k'), visit('other', 'j')];
    await settle();
    expect(seen).toEqual(['a', 'other']);
    (await a)();
    await settle();
    expect(seen).toEqual(['a', 'other', 'b']);
    (await b)();
    (await c)();
    (await other)();
    expect(seen).toEqual(['a', 'other', 'b', 'c']);
    await visit('again', 'k');
    expect(seen.at(-1)).toBe('again');
  });

  it('forgets who went away while waiting', async () => {
    const queue = createKeyedQueue();
    const abort = new AbortController();
    const first = await queue.enter('k', never);
    const second = queue.enter('k', abort.signal);
    const third = queue.enter('k', never);
    abort.abort();
    expect(await second).toBeNull();
    first?.();
    expect(await third).not.toBeNull();
    expect(await queue.enter('free', abort.signal)).toBeNull();
  });
});
