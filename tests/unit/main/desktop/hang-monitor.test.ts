import { expect, it, onTestFinished } from 'vitest';
import { watchForHangs } from '../../../../src/main/desktop/hang-monitor.ts';
import { testEnv } from '../../../support/test-env.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { deferred } from '../../../support/cloud-deferred.ts';

const pagePingMs = 1_000;

function rig() {
  const clock = createFakeClock();
  const env = testEnv({ clock, timings: { pagePingMs } });
  const end = new AbortController();
  onTestFinished(() => end.abort());
  const page = { hangs: false, waitedFor: true, pings: 0, asked: 0, reloads: 0, answer: deferred<boolean>() };
  let comeBack = (): void => undefined;
  let back: AbortSignal | null = null;
  const ends = watchForHangs(
    env,
    {
      isWaitedFor: () => page.waitedFor,
      ping: () => {
        page.pings += 1;
        return page.hangs ? new Promise<void>((resolve) => (comeBack = resolve)) : Promise.resolve();
      },
      ask: (signal) => {
        page.asked += 1;
        back = signal;
        return page.answer.promise;
      },
      reload: () => {
        page.reloads += 1;
        page.hangs = false;
      },
    },
    end.signal,
  );
  return {
    page,
    ends,
    end,
    beats: (count: number) => clock.advance(count * pagePingMs),
    comeBack: () => comeBack(),
    isBack: () => back?.aborted,
    answer: (reload: boolean) => {
      const { resolve } = page.answer;
      page.answer = deferred<boolean>();
      resolve(reload);
    },
  };
}

it('asks nobody as long as the page answers', async () => {
  const { page, beats } = rig();
  await beats(50);
  expect(page).toMatchObject({ pings: 50, asked: 0 });
});

it('asks when the page has not answered for some pings, once, and loads it anew', async () => {
  const { page, beats, answer } = rig();
  await beats(3);
  page.hangs = true;
  await beats(3);
  expect(page.asked).toBe(0);
  await beats(20);
  expect(page.asked).toBe(1);
  answer(true);
  await beats(5);
  expect(page).toMatchObject({ asked: 1, reloads: 1 });
});

it('waits longer once the user has said so, and asks again', async () => {
  const { page, beats, answer } = rig();
  page.hangs = true;
  await beats(4);
  expect(page.asked).toBe(1);
  answer(false);
  await beats(12);
  expect(page.asked).toBe(1);
  await beats(2);
  expect(page).toMatchObject({ asked: 2, reloads: 0 });
});

it('takes the question back when the page is there again, and does not load it anew then', async () => {
  const { page, beats, comeBack, isBack, answer } = rig();
  page.hangs = true;
  await beats(4);
  page.hangs = false;
  comeBack();
  await beats(1);
  expect(isBack()).toBe(true);
  answer(true);
  await beats(20);
  expect(page).toMatchObject({ asked: 1, reloads: 0 });
});

it('asks nothing of a page that nobody waits for, and gives it time when they do again', async () => {
  const { page, beats } = rig();
  page.hangs = true;
  await beats(3);
  page.waitedFor = false;
  await beats(100);
  page.waitedFor = true;
  await beats(3);
  expect(page.asked).toBe(0);
  await beats(1);
  expect(page.asked).toBe(1);
});

it('counts a computer that slept for hours as no more than one ping', async () => {
  const { page, beats, comeBack } = rig();
  page.hangs = true;
  await beats(1);
  // The clock jumps; the timer of the monitor comes once, like all others.
  await beats(1);
  comeBack();
  page.hangs = false;
  await beats(20);
  expect(page.asked).toBe(0);
});

it('ends when it is told to', async () => {
  const { end, ends, page, beats } = rig();
  end.abort();
  await ends;
  await beats(5);
  expect(page.pings).toBe(0);
});
