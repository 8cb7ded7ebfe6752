import { expect, it } from 'vitest';
import { createEnding } from '../../../../src/main/desktop/ending.ts';
import { deferred } from '../../../support/cloud-deferred.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';

function rig(fails: Error | null = null) {
  const clock = createFakeClock();
  const closed = deferred<void>();
  const impatient = deferred<void>();
  const did: string[] = [];
  const reported: unknown[] = [];
  const ending = createEnding({
    close: () => (fails === null ? closed.promise : Promise.reject(fails)),
    whenClosed: async () => void did.push('closed'),
    sayWaiting: (signal) => {
      did.push('told');
      signal.addEventListener('abort', () => did.push('untold'));
      return impatient.promise;
    },
    exit: () => did.push('exit'),
    clock,
    report: (error) => reported.push(error),
  });
  return { clock, closed, impatient, did, reported, ending };
}

it('ends without a word where the disk is quick', async () => {
  const { clock, closed, did, ending } = rig();
  expect(ending.hasBegun()).toBe(false);
  ending.begin();
  ending.begin();
  expect(ending.hasBegun()).toBe(true);
  closed.resolve();
  await clock.advance(100_000);
  expect(did).toEqual(['closed', 'exit']);
});

it('says what it waits for after a second, and ends by itself when that is done', async () => {
  const { clock, closed, did, ending } = rig();
  ending.begin();
  await clock.advance(999);
  expect(did).toEqual([]);
  await clock.advance(1);
  expect(did).toEqual(['told']);
  await clock.advance(9_000);
  closed.resolve();
  await clock.advance(0);
  expect(did).toEqual(['told', 'closed', 'untold', 'exit']);
});

it.each(['the button', 'a second quit'])('ends at once by %s, and once only', async (way) => {
  const { clock, closed, impatient, did, ending } = rig();
  ending.begin();
  await clock.advance(1_000);
  if (way === 'the button') impatient.resolve();
  else ending.begin();
  await clock.advance(0);
  closed.resolve();
  await clock.advance(100_000);
  expect(did).toEqual(['told', 'untold', 'exit']);
});

it('does not wait for ever, and ends where closing fails', async () => {
  const stuck = rig();
  stuck.ending.begin();
  await stuck.clock.advance(60_000);
  expect(stuck.did).toEqual(['told', 'untold', 'exit']);
  const failed = rig(new Error('EIO'));
  failed.ending.begin();
  await failed.clock.advance(0);
  expect(failed.did).toEqual(['exit']);
  expect(failed.reported).toEqual([new Error('EIO')]);
});
