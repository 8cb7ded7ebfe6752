import { describe, expect, it } from 'vitest';
import { createGate } from '../../../src/main/exports/keyed-queue.ts';
import { settle } from '../../support/fake-clock.ts';

const never = new AbortController().signal;

describe('the gate', () => {
  it('lets one in per key, the others in their order', async () => {
    const gate = createGate();
    const seen: string[] = [];
    const visit = async (name: string, key: string): Promise<() => void> => {
      const leave = await gate.enter(key, never);
      seen.push(name);
      return leave ?? (() => undefined);
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
    const gate = createGate();
    const abort = new AbortController();
    const first = await gate.enter('k', never);
    const second = gate.enter('k', abort.signal);
    const third = gate.enter('k', never);
    abort.abort();
    expect(await second).toBeNull();
    first?.();
    expect(await third).not.toBeNull();
    expect(await gate.enter('free', abort.signal)).toBeNull();
  });
});
