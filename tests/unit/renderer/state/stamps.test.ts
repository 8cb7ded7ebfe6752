import { afterEach, expect, it, vi } from 'vitest';
import { createStamps } from '../../../../src/renderer/state/stamps.ts';
import type { AppEvent } from '../../../../src/shared/contract/events.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { exportJob, snapshot, turn, view } from './fixtures.ts';

const day = 86_400_000;

it.each([3 * day, -7 * day])('a stamp stays where it is when the clock is set by %i ms', async (byMs) => {
  const clock = createFakeClock();
  const { placeOf } = createStamps(clock.now, clock.steady);
  const stamp = clock.now();
  await clock.advance(5_000);
  const place = placeOf(stamp);
  expect(clock.steady() - place).toBe(5_000);

  clock.set(byMs);
  await clock.advance(1_000);
  expect(placeOf(stamp)).toBe(place);
  expect(clock.steady() - placeOf(clock.now())).toBe(0);
});

afterEach(() => {
  vi.useRealTimers();
});

it('what the window hears of gets its place at once, be it on screen or not', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: 1_000_000 });
  const answers: Readonly<Record<string, unknown>> = {
    'app.subscribe': snapshot({ exports: [exportJob({ id: 'old', createdAt: 980_000, phaseAt: 990_000 })] }),
    'project.open': view({ turns: [turn({ startedAt: 970_000 })] }),
  };
  let emit: (events: readonly AppEvent[]) => void = () => undefined;
  const request = (name: string) => Promise.resolve({ ok: true, data: answers[name] });
  const on = (listener: typeof emit) => void (emit = listener);
  vi.stubGlobal('window', { rushes: { request, on } });
  const { startClient } = await import('../../../../src/renderer/state/client.ts');
  const { placeOf } = await import('../../../../src/renderer/state/stamps.ts');
  startClient();
  await new Promise(setImmediate);
  emit([
    { type: 'export', job: exportJob({ id: 'new', createdAt: 1_000_000, phaseAt: 1_000_000 }) },
    { type: 'turn', turn: turn({ id: 'done', state: 'done', startedAt: 995_000, endedAt: 999_000 }) },
  ]);
  vi.setSystemTime(1_000_000 + 3 * day);
  const ages = [980_000, 990_000, 970_000, 1_000_000, 999_000].map((stamp) => performance.now() - placeOf(stamp));
  expect(ages).toEqual([20_000, 10_000, 30_000, 0, 1_000]);
});
