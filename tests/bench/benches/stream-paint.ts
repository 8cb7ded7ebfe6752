import { answerChunks, answerFrames } from '../../support/bench-body.ts';
import { beat, openSource, pacedAnswer } from '../../support/bench-cloud.ts';
import { type Running, withBothWindows } from '../../support/bench-probe.ts';
import { type Noted, notePaints, readPlainly, takeNotes } from '../../support/bench-window.ts';
import { type Place, say } from '../../support/desktop.ts';
import { atMost, type Bench, figureOf } from '../figure.ts';
import { alternate, p95, pairOf } from '../stats.ts';

const runs = 3;
const chunkCount = 500;
const everyMs = 10;

const chunks = answerChunks(chunkCount, 60);
const frames = answerFrames(chunks);

/** `cpu`: processor time of main meanwhile, in percent of a core. */
type Reading = { readonly sentAt: readonly number[]; readonly noted: Noted; readonly cpu: number };

/** The time of a chunk runs from just before its byte is written to the frame that shows it, over the whole way. */
export const streamPaint: Bench = {
  name: 'stream-paint',
  about:
    'from byte to paint (p95) at 100 chunks/s, the longest task and the processor time of main meanwhile, against a bare page that ' +
    'appends text',
  measure: async () => {
    const source = await openSource();
    try {
      return await withBothWindows(async ({ place, real, empty }) => {
        const pair = await alternate(
          runs,
          () => readOurs(place, real),
          () => readBare(source, empty),
        );
        const goal = atMost(50, 'ms');
        return [
          figureOf({ name: 'stream-paint', unit: 'ms', goal, ...pairOf(pair, lateness, lateness) }),
          figureOf({ name: 'stream-paint:longest-task', unit: 'ms', goal, ...pairOf(pair, longestTask, longestTask) }),
          figureOf({ name: 'stream-paint:cpu', unit: '%', goal: atMost(5, '%'), ...pairOf(pair, cpu, cpu) }),
        ];
      });
    } finally {
      await source.close();
    }
  },
};

function lateness({ sentAt, noted }: Reading): number {
  return p95(sentAt.map((at, index) => (noted.paints[index] ?? Number.NaN) - at));
}

function longestTask({ noted }: Reading): number {
  return noted.longestTaskMs;
}

function cpu(reading: Reading): number {
  return reading.cpu;
}

async function readOurs({ demoCloud: { control } }: Place, { app, window }: Running): Promise<Reading> {
  const release = pacedAnswer(control, frames);
  const before = control.calls('run-sse').length;
  await window.getByRole('button', { name: 'New project' }).click();
  await notePaints(window);
  await say(window, 'Tell me of the sea');
  await control.until(() => control.calls('run-sse').length > before);
  const sentAt: number[] = [];
  const share = await cpuDuring(app, () =>
    beat(frames.length, everyMs, (index) => {
      if (index < chunkCount) sentAt.push(Date.now());
      release(index);
    }),
  );
  return { sentAt, noted: await takeNotes(window, chunkCount), cpu: share };
}

async function readBare(source: Awaited<ReturnType<typeof openSource>>, { app, window }: Running): Promise<Reading> {
  await window.goto(source.url);
  await notePaints(window);
  const asked = source.asked();
  const reading = readPlainly(window);
  const response = await asked;
  const sentAt: number[] = [];
  const share = await cpuDuring(app, () =>
    beat(frames.length, everyMs, (index) => {
      if (index < chunkCount) sentAt.push(Date.now());
      response.write(frames[index]);
    }),
  );
  response.end();
  await reading;
  return { sentAt, noted: await takeNotes(window, chunkCount), cpu: share };
}

/** Processor time of all threads of main while something goes on, in percent of one core. */
async function cpuDuring(app: Running['app'], work: () => Promise<unknown>): Promise<number> {
  const spent = async (): Promise<number> => {
    const { user, system } = await app.evaluate(() => process.cpuUsage());
    return (user + system) / 1000;
  };
  const [before, beganAt] = [await spent(), performance.now()];
  await work();
  return (((await spent()) - before) / (performance.now() - beganAt)) * 100;
}
