import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, open, truncate, utimes } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { probeFolder, type Running } from './bench-probe.ts';
import { answerOpenDialog, createPlace, type Place, startApp } from './desktop.ts';

const sample = resolve(import.meta.dirname, '../../resources/samples/ocean.mp4');
const megabyte = 1024 * 1024;
/** What a line of 1 Gbit/s carries, in MB/s. */
export const gigabit = 125;

/** One upload or film as the sink saw it: its body's bytes, and when it was asked for and all of it had gone by, in ms. */
type Passage = { readonly bytes: number; readonly beganAt: number; readonly endedAt: number };

/** A server that takes uploads and throws them away, and gives a film in place of every render, in a process of its own. */
export type Sink = {
  readonly url: string;
  /** Each upload and film goes at this speed at most, in MB/s; null: as fast as it can. */
  readonly hold: (speed: number | null) => void;
  /** Resolves once `count` uploads or films have gone by during `work`, and it is done, to their speed together in MB/s. */
  readonly speedOf: (count: number, work: () => Promise<unknown>) => Promise<number>;
  readonly close: () => void;
};

async function openSink(demoCloudUrl: string, film: string | undefined): Promise<Sink> {
  const child = fork(join(probeFolder, 'sink.mjs'), [demoCloudUrl, ...(film === undefined ? [] : [film])], {
    execArgv: [],
  });
  const [told] = (await once(child, 'message')) as [{ readonly url: string }];
  return {
    url: told.url,
    hold: (speed) => void child.send({ heldAt: speed === null ? null : (speed * megabyte) / 1000 }),
    speedOf: async (count, work) => {
      const passages: Passage[] = [];
      const all = new Promise<void>((done) => {
        const note = (passage: Passage): void => {
          passages.push(passage);
          if (passages.length < count) return;
          child.off('message', note);
          done();
        };
        child.on('message', note);
      });
      await Promise.all([all, work()]);
      const took =
        Math.max(...passages.map(({ endedAt }) => endedAt)) - Math.min(...passages.map(({ beganAt }) => beganAt));
      return (passages.reduce((sum, { bytes }) => sum + bytes, 0) / megabyte / took) * 1000;
    },
    close: () => child.disconnect(),
  };
}

/** Sends a file as `curl -F` does. */
export async function curl(path: string, url: string): Promise<void> {
  const child = spawn('curl', ['--silent', '--fail', '--output', '/dev/null', '--form', `files=@${path}`, url], {
    stdio: 'ignore',
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`curl ended with ${code}`);
}

/** Makes clips of so many megabytes each, with what looks like a film at the front; gives their paths. */
export async function makeClips(folder: string, count: number, megabytes: number): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const paths = Array.from({ length: count }, (_, index) => join(folder, `clip ${index + 1}.mp4`));
  const noise = Buffer.alloc(megabyte);
  for (let at = 0; at < noise.length; at += 4) noise.writeUInt32LE((at * 2654435761) % 2 ** 32, at);
  for (const path of paths) {
    await copyFile(sample, path);
    await truncate(path, megabyte);
    const file = await open(path, 'r+');
    for (let at = 1; at < megabytes; at += 1) await file.write(noise, 0, megabyte, at * megabyte);
    // Without this, the disk's own delayed writing would be measured, too.
    await file.sync();
    await file.close();
  }
  return paths;
}

export type WithSink = { readonly place: Place; readonly sink: Sink; readonly real: Running };

/** The app on a cloud whose uploads go to the sink, and whose renders all are the film that `filmIn` makes in a folder. */
export async function withSink<T>(
  work: (parts: WithSink) => Promise<T>,
  filmIn?: (folder: string) => Promise<string | undefined>,
): Promise<T> {
  const place = await createPlace();
  const sink = await openSink(place.demoCloud.url, await filmIn?.(place.folder));
  const opened: Running[] = [];
  try {
    const real = await startApp(place, { env: { NEMO_API_URL: sink.url } });
    opened.push(real);
    return await work({ place, sink, real });
  } finally {
    for (const { app } of opened) await app.close().catch(() => undefined);
    sink.close();
    await place.close();
  }
}

/** From this many files on the app shows a list to choose from. */
const listedFrom = 10;

/** Makes files ones that the app has not looked into yet. */
export async function renew(paths: readonly string[]): Promise<void> {
  const now = new Date();
  for (const path of paths) await utimes(path, now, now);
}

/** Picks the files in a new project, as a user does, and attaches all that are listed. */
export async function pick({ app, window }: Running, paths: readonly string[]): Promise<void> {
  await window.getByRole('button', { name: 'New project' }).click();
  await answerOpenDialog(app, paths);
  await window.getByRole('button', { name: 'Attach files' }).click();
  if (paths.length < listedFrom) return;
  const list = window.getByRole('dialog', { name: 'Choose what to attach' });
  await list.getByRole('button', { name: `Attach ${paths.length} files` }).click();
}

/**
 * What main costs while something goes on: resident memory in MB, and the 99th percentile of its loop's delay in ms (0
 * where it is not watched).
 */
export type Strain = { readonly memory: number; readonly loopDelay: number };

type Watched = typeof globalThis & { benchStrain: () => Strain };

/** Watches main from now on; its loop only on request, since that wakes it a thousand times a second. */
export async function watchMain(app: ElectronApplication, what: 'loop and memory' | 'memory'): Promise<void> {
  await app.evaluate((_, withLoop) => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delay = monitorEventLoopDelay({ resolution: 1 });
    let peak = process.memoryUsage.rss();
    const timer = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 10);
    if (withLoop) delay.enable();
    Object.assign(globalThis, {
      benchStrain: () => {
        clearInterval(timer);
        delay.disable();
        return { memory: peak / 1024 / 1024, loopDelay: delay.percentile(99) / 1e6 };
      },
    });
  }, what === 'loop and memory');
}

/** What was seen since `watchMain`: the highest of the memory. */
export function strainOf(app: ElectronApplication): Promise<Strain> {
  return app.evaluate(() => (globalThis as Watched).benchStrain());
}

/** Waits until main has nothing to do any more. */
export async function quiet(app: ElectronApplication): Promise<void> {
  const spent = async (): Promise<number> =>
    app.evaluate(
      () =>
        new Promise<number>((done) => {
          const before = process.cpuUsage();
          setTimeout(() => {
            const { user, system } = process.cpuUsage(before);
            done((user + system) / 1000);
          }, 300);
        }),
    );
  while ((await spent()) > 15);
}
