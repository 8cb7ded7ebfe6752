import type { ElectronApplication } from '@playwright/test';
import { answerChunks, answerFrames, digits, mark } from '../../support/bench-body.ts';
import { type Running, withBothWindows } from '../../support/bench-probe.ts';
import { noteTasks, seeEnd, takeNotes } from '../../support/bench-window.ts';
import { type Place, say } from '../../support/desktop.ts';
import { atMost, type Bench, figureOf, timesBaseline } from '../figure.ts';
import { alternate, pairOf } from '../stats.ts';

/** Those before are not counted: for so long the engine goes on compiling, and there is much more to compile of ours. */
const warmUps = 3;
/** One run differs from the next by a third, in either of them. */
const runs = 15;
const answer = answerOf(20_000);
const shortAnswer = answerOf(20);

/**
 * Both main processes read the same answer of the same demo cloud, as fast as it comes: the baseline asks again what ours asked, so that
 * both are woken alike. Ours also understands it, keeps the journal on disk, tells the window, and asks for state and credits at the
 * end.
 */
export const streamCpu: Bench = {
  name: 'stream-cpu',
  about:
    'processor time of main for 20,000 chunks, 1 MB, against bare eventsource-parser and JSON.parse; and the longest task of the ' +
    'window meanwhile, against a short answer',
  measure: () =>
    withBothWindows(async ({ place, real, empty }) => {
      for (let run = 0; run < warmUps; run += 1) {
        await readOurs(place, real, answer);
        await readBare(place, empty);
      }
      const pair = await alternate(
        runs,
        () => readOurs(place, real, answer),
        async () => ({
          cpuMs: await readBare(place, empty),
          longestTaskMs: (await readOurs(place, real, shortAnswer)).longestTaskMs,
        }),
      );
      const cpu = pairOf(pair, cpuTime, cpuTime);
      const tasks = pairOf(pair, longestTask, longestTask);
      return [
        figureOf({ name: 'stream-cpu', unit: 'ms', goal: timesBaseline(5), ...cpu }),
        figureOf({ name: 'stream-cpu:longest-task', unit: 'ms', goal: atMost(50, 'ms'), ...tasks }),
      ];
    }),
};

type Answer = { readonly frames: readonly string[]; readonly end: string };

function answerOf(count: number): Answer {
  const chunks = answerChunks(count, 50);
  return { frames: answerFrames(chunks), end: chunks.at(-1)?.slice(0, mark.length + digits) ?? '' };
}

type Cost = { readonly cpuMs: number; readonly longestTaskMs: number };

function cpuTime({ cpuMs }: Cost): number {
  return cpuMs;
}

function longestTask({ longestTaskMs }: Cost): number {
  return longestTaskMs;
}

async function readOurs(
  { demoCloud: { control } }: Place,
  { app, window }: Running,
  { frames, end }: Answer,
): Promise<Cost> {
  await window.getByRole('button', { name: 'New project' }).click();
  await noteTasks(window);
  control.script({ kind: 'frames', frames });
  const asked = control.calls('run-sse').length;
  const states = control.calls('state').length;
  const before = await cpuOf(app);
  await say(window, 'Tell me of the sea');
  await control.waitFor('run-sse', asked + 1, 'ended');
  await control.waitFor('state', states + 1, 'ended');
  await seeEnd(window, end);
  const { longestTaskMs } = await takeNotes(window, 0);
  return { cpuMs: (await cpuOf(app)) - before, longestTaskMs };
}

async function readBare({ demoCloud: { url, control } }: Place, { app }: Running): Promise<number> {
  const asked = control.calls('run-sse').at(-1);
  if (asked === undefined) throw new Error('Ours has not asked yet');
  const { 'content-length': _, ...headers } = asked.headers;
  const again = { url: `${url}${asked.path}`, headers, body: JSON.stringify(asked.body) };
  control.script({ kind: 'frames', frames: answer.frames });
  const before = await cpuOf(app);
  const events = await app.evaluate(
    (_electron, request) =>
      (globalThis as unknown as { readPlainly: (request: object) => Promise<number> }).readPlainly(request),
    again,
  );
  if (events !== answer.frames.length) throw new Error(`The bare parser read ${events} events`);
  return (await cpuOf(app)) - before;
}

/** Processor time of all threads of the main process so far, ms. */
async function cpuOf(app: ElectronApplication): Promise<number> {
  const { user, system } = await app.evaluate(() => process.cpuUsage());
  return (user + system) / 1000;
}
