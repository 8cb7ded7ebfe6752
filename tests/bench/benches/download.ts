import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { link, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeClips, quiet, type Strain, strainOf, watchMain } from '../../support/bench-uploads.ts';
import {
  answerSaveDialog,
  createPlace,
  partsOf,
  type Place,
  type Running,
  say,
  startApp,
} from '../../support/desktop.ts';
import { aboveBaseline, atLeastTimesBaseline, type Bench, figureOf } from '../figure.ts';
import { alternate, pairOf } from '../stats.ts';

const runs = 5;
const megabytes = 500;

type Fetched = Pick<Strain, 'memory'> & { readonly speed: number };

/**
 * Both fetch the same file from the same server (the studio, in this process), onto the same disk. The time is that from the request
 * to the last byte handed over, as the server sees it: what ours does afterwards (flush, check, rename) is not in it.
 */
export const download: Bench = {
  name: 'download',
  about: `a render of ${megabytes} MB over loopback against curl, and main's memory meanwhile against the same main at rest`,
  measure: async () => {
    const place = await createPlace();
    try {
      const [film = ''] = await makeClips(join(place.folder, 'film'), 1, megabytes);
      const real = await startApp(place);
      try {
        await makeCut(place, real);
        // The first of each is not counted: the file comes into the system's cache, and the engine compiles.
        await fetchOurs(place, real, film, 'warm');
        await fetchByCurl(place);
        const pair = await alternate(
          runs,
          (run) => fetchOurs(place, real, film, String(run)),
          async () => ({ speed: await fetchByCurl(place), memory: await memoryAtRest(real) }),
        );
        const speed = pairOf(
          pair,
          (fetched) => fetched.speed,
          (fetched) => fetched.speed,
        );
        const memory = pairOf(
          pair,
          (fetched) => fetched.memory,
          (fetched) => fetched.memory,
        );
        return [
          figureOf({ name: 'download', unit: 'MB/s', goal: atLeastTimesBaseline(0.9), ...speed }),
          figureOf({ name: 'download:memory', unit: 'MB', goal: aboveBaseline(40, 'MB'), ...memory }),
        ];
      } finally {
        await real.close();
      }
    } finally {
      await place.close();
    }
  },
};

async function makeCut({ studio: { control } }: Place, { window }: Running): Promise<void> {
  control.script({ kind: 'generate' });
  await say(window, 'Make a video of the sea');
  await partsOf(window)
    .timeline.getByText(/Version \d/)
    .waitFor();
  await partsOf(window).stop.waitFor({ state: 'hidden' });
}

/** Exports once more; the render turns out to be the large film. */
async function fetchOurs(
  { studio: { control }, folder }: Place,
  real: Running,
  film: string,
  run: string,
): Promise<Fetched> {
  const target = join(folder, `film ${run}.mp4`);
  await answerSaveDialog(real.app, target);
  const gate = control.hold('render-file');
  const before = control.calls('render-file').length;
  await real.window.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await gate.reached;
  const render = control.renderFile(control.renders().at(-1)?.id ?? '');
  await rm(render);
  await link(film, render);
  await quiet(real.app);
  await watchMain(real.app);
  const startedAt = performance.now();
  gate.release();
  await control.until(() => control.calls('render-file')[before]?.outcome === 'complete');
  const speed = speedSince(startedAt);
  await real.window
    .getByRole('listitem')
    .filter({ hasText: `film ${run}.mp4` })
    .getByText('Saved')
    .waitFor();
  const { memory } = await strainOf(real.app);
  await rm(target);
  return { speed, memory };
}

/** Fetches the last render once more. */
async function fetchByCurl({ studio: { control, url }, folder }: Place): Promise<number> {
  const target = join(folder, 'by curl.mp4');
  const before = control.calls('render-file').length;
  const address = `${url}/files/renders/${control.renders().at(-1)?.id}.mp4`;
  const child = spawn('curl', ['--silent', '--fail', '--output', target, address], { stdio: 'ignore' });
  const ended = once(child, 'close');
  await control.until(() => control.calls('render-file').length > before);
  const startedAt = performance.now();
  await control.until(() => control.calls('render-file')[before]?.outcome === 'complete');
  const speed = speedSince(startedAt);
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`curl ended with ${code}`);
  await rm(target);
  return speed;
}

async function memoryAtRest({ app }: Running): Promise<number> {
  await quiet(app);
  await watchMain(app);
  await new Promise((done) => setTimeout(done, 500));
  return (await strainOf(app)).memory;
}

function speedSince(startedAt: number): number {
  return (megabytes / (performance.now() - startedAt)) * 1000;
}
