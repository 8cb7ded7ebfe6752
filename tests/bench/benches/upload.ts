import { join } from 'node:path';
import type { Running } from '../../support/bench-probe.ts';
import {
  curl,
  gigabit,
  makeClips,
  pick,
  quiet,
  renew,
  type Sink,
  type Strain,
  strainOf,
  watchMain,
  withSink,
} from '../../support/bench-uploads.ts';
import { aboveBaseline, atLeastTimesBaseline, atMost, type Bench, figureOf } from '../figure.ts';
import { alternate, pairOf } from '../stats.ts';

const runs = 5;
/** Ten files together differ more from run to run. */
const tenRuns = 7;
/** The largest file that the cloud takes. */
const megabytes = 500;

type Sent = Strain & { readonly speed: number };

/** Both send to the same server, a process of its own, which throws away what it gets; it is also what measures the time. */
export const upload: Bench = {
  name: 'upload',
  about:
    `${megabytes} MB over loopback against curl -F, without a limit and held at ${gigabit} MB/s, and what the latter asks of main ` +
    'against the same main at rest',
  measure: () =>
    withSink(async ({ place, sink, real }) => {
      const [path = ''] = await makeClips(join(place.folder, 'clips'), 1, megabytes);
      const both = () =>
        alternate(
          runs,
          () => send(sink, real, [path]),
          async () => ({ speed: await sendByCurl(sink, path), ...(await atRest(real)) }),
        );
      // The first of each is not counted: the file comes into the system's cache, and the engine compiles.
      await send(sink, real, [path]);
      await sendByCurl(sink, path);
      const free = await both();
      sink.hold(gigabit);
      const held = await both();
      const [memory, delay] = [pairOf(held, memoryOf, memoryOf), pairOf(held, delayOf, delayOf)];
      return [
        figureOf({ name: 'upload', unit: 'MB/s', goal: atLeastTimesBaseline(0.4), ...pairOf(free, speedOf, speedOf) }),
        figureOf({
          name: 'upload:held',
          unit: 'MB/s',
          goal: atLeastTimesBaseline(0.97),
          ...pairOf(held, speedOf, speedOf),
        }),
        figureOf({ name: 'upload:memory', unit: 'MB', goal: aboveBaseline(80, 'MB'), ...memory }),
        figureOf({ name: 'upload:loop-delay', unit: 'ms', goal: atMost(20, 'ms'), ...delay }),
      ];
    }),
};

/** The line is held as a whole: two files at a time share it. */
export const uploadTen: Bench = {
  name: 'upload-ten',
  about: `ten files of 50 MB against one of 500, held at ${gigabit} MB/s`,
  measure: () =>
    withSink(async ({ place, sink, real }) => {
      const [one = ''] = await makeClips(join(place.folder, 'one'), 1, megabytes);
      const ten = await makeClips(join(place.folder, 'ten'), 10, megabytes / 10);
      sink.hold(gigabit);
      await speedOfSending(sink, real, [one]);
      await speedOfSending(sink, real, ten);
      const pair = await alternate(
        tenRuns,
        () => speedOfSending(sink, real, ten),
        () => speedOfSending(sink, real, [one]),
      );
      return [figureOf({ name: 'upload-ten', unit: 'MB/s', goal: atLeastTimesBaseline(0.95), ...pair })];
    }),
};

async function send(sink: Sink, real: Running, paths: readonly string[]): Promise<Sent> {
  await getReady(real, paths);
  await watchMain(real.app, 'loop and memory');
  const speed = await sink.speedOf(paths.length, () => pick(real, paths));
  const strain = await strainOf(real.app);
  await quiet(real.app);
  return { speed, ...strain };
}

/** Unwatched: to be woken a thousand times a second costs speed. */
async function speedOfSending(sink: Sink, real: Running, paths: readonly string[]): Promise<number> {
  await getReady(real, paths);
  const speed = await sink.speedOf(paths.length, () => pick(real, paths));
  await quiet(real.app);
  return speed;
}

async function getReady({ app }: Running, paths: readonly string[]): Promise<void> {
  await renew(paths);
  await quiet(app);
}

function sendByCurl(sink: Sink, path: string): Promise<number> {
  return sink.speedOf(1, () => curl(path, `${sink.url}/api/upload-video/nemo_agent/me/curl`));
}

async function atRest({ app }: Running): Promise<Strain> {
  await quiet(app);
  await watchMain(app, 'loop and memory');
  await new Promise((done) => setTimeout(done, 500));
  return strainOf(app);
}

function speedOf({ speed }: Sent): number {
  return speed;
}

function memoryOf({ memory }: Strain): number {
  return memory;
}

function delayOf({ loopDelay }: Strain): number {
  return loopDelay;
}
