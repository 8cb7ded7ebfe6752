import { SHARE_ENV, Worker } from 'node:worker_threads';
import { afterAll, expect, it, vi } from 'vitest';
import { readTimeZoneAgain, systemClock } from '../../../src/main/clock.ts';
import { patternName } from '../../../src/shared/domain/file-name.ts';

const before = process.env['TZ'];

/** As the system does it: this thread is not told. */
async function moveTo(zone: string): Promise<void> {
  const worker = new Worker(`process.env.TZ = ${JSON.stringify(zone)}`, { eval: true, env: SHARE_ENV });
  await new Promise((resolve) => worker.once('exit', resolve));
}

afterAll(() => {
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
});

it('has dates go by the zone that the system is in by now', async () => {
  process.env['TZ'] = 'UTC';
  const newYearsEve = Date.UTC(2025, 11, 31, 20);
  const nameNow = (): string => patternName('{date}', { project: 'x', at: newYearsEve, n: 1 });
  expect(nameNow()).toContain('2025-12-31');
  await moveTo('Asia/Tokyo');
  expect(nameNow()).toContain('2025-12-31');
  readTimeZoneAgain();
  expect(nameNow()).toContain('2026-01-01');
  await moveTo('America/New_York');
  readTimeZoneAgain();
  expect([nameNow(), new Date(newYearsEve).getHours()]).toEqual([expect.stringContaining('2025-12-31'), 15]);
});

it('waits for as long as a server may ask for, and does not wake at once', async () => {
  vi.useFakeTimers();
  const woke = vi.fn();
  void systemClock.wait(400 * 86_400_000).then(woke);
  await vi.advanceTimersByTimeAsync(7 * 86_400_000);
  expect(woke).not.toHaveBeenCalled();
  vi.useRealTimers();
});
