import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  gigabit,
  makeClips,
  quiet,
  type Strain,
  strainOf,
  watchMain,
  type WithSink,
  withSink,
} from '../../support/bench-uploads.ts';
import { answerSaveDialog, partsOf, say } from '../../support/desktop.ts';
import { aboveBaseline, atLeastTimesBaseline, atMost, type Bench, figureOf } from '../figure.ts';
import { alternate, pairOf } from '../stats.ts';

const runs = 5;
const megabytes = 500;

type Fetched = Strain & { readonly speed: number };

/**
 * Both fetch the same file from the same server, a process of its own, onto the same disk. The time is that from the request to the
 * last byte handed over, as the server sees it: what ours does afterwards (flush, check, rename) is not in it.
 */
export const download: Bench = {
  name: 'download',
  about:
    `a render of ${megabytes} MB over loopback against curl, without a limit and held at ${gigabit} MB/s, and what the latter asks of ` +
    'main against the same main at rest',
  measure: () =>
    withSink(
      async (parts) => {
        await makeCut(parts);
        // The first of each is not counted: the file comes into the system's cache, and the engine compiles.
        await fetchOurs(parts, 'warm');
        await fetchByCurl(parts);
        const free = await alternate(
          runs,
          (run) => fetchOurs(parts, String(run)),
          () => fetchByCurl(parts),
        );
        parts.sink.hold(gigabit);
        const held = await alternate(
          runs,
          (run) => fetchOurs(parts, `held ${run}`),
          () => fetchByCurl(parts),
        );
        const [memory, delay] = [pairOf(held, memoryOf, memoryOf), pairOf(held, delayOf, delayOf)];
        return [
          figureOf({
            name: 'download',
            unit: 'MB/s',
            goal: atLeastTimesBaseline(0.4),
            ...pairOf(free, speedOf, speedOf),
          }),
          figureOf({
            name: 'download:held',
            unit: 'MB/s',
            goal: atLeastTimesBaseline(0.97),
            ...pairOf(held, speedOf, speedOf),
          }),
          figureOf({ name: 'download:memory', unit: 'MB', goal: aboveBaseline(40, 'MB'), ...memory }),
          figureOf({ name: 'download:loop-delay', unit: 'ms', goal: atMost(20, 'ms'), ...delay }),
        ];
      },
      async (folder) => (await makeClips(join(folder, 'film'), 1, megabytes))[0],
    ),
};

async function makeCut({ place, real: { window } }: WithSink): Promise<void> {
  place.demoCloud.control.script({ kind: 'generate' });
  await say(window, 'Make a video of the sea');
  await partsOf(window)
    .timeline.getByText(/Version \d/)
    .waitFor();
  await partsOf(window).stop.waitFor({ state: 'hidden' });
}

/** Exports once more. */
async function fetchOurs({ place, sink, real }: WithSink, run: string): Promise<Fetched> {
  const target = join(place.folder, `film ${run}.mp4`);
  await answerSaveDialog(real.app, target);
  await quiet(real.app);
  await watchMain(real.app, 'loop and memory');
  // Nothing looks at the window meanwhile: a test that waits for words in it keeps it drawing.
  const speed = await sink.speedOf(1, () =>
    real.window.getByRole('banner').getByRole('button', { name: 'Export' }).click(),
  );
  await real.window
    .getByRole('listitem')
    .filter({ hasText: `film ${run}.mp4` })
    .getByText('Saved')
    .waitFor();
  const strain = await strainOf(real.app);
  await rm(target);
  return { speed, ...strain };
}

/** Main, which is at rest then, is watched all the same: both sides bear that alike. */
async function fetchByCurl({ place, sink, real }: WithSink): Promise<Fetched> {
  const target = join(place.folder, 'by curl.mp4');
  await quiet(real.app);
  await watchMain(real.app, 'loop and memory');
  const speed = await sink.speedOf(1, async () => {
    const address = `${sink.url}/files/renders/film.mp4`;
    const child = spawn('curl', ['--silent', '--fail', '--output', target, address], { stdio: 'ignore' });
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`curl ended with ${code}`);
  });
  const strain = await strainOf(real.app);
  await rm(target);
  return { speed, ...strain };
}

function speedOf({ speed }: Fetched): number {
  return speed;
}

function memoryOf({ memory }: Fetched): number {
  return memory;
}

function delayOf({ loopDelay }: Fetched): number {
  return loopDelay;
}
