import { join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { expect } from '@playwright/test';
import type { ExportJob } from '../../src/shared/domain/export-job.ts';
import type { Turn } from '../../src/shared/domain/turn.ts';
import { startUnwatched, type Unwatched } from './bench-unwatched.ts';
import { createPlace } from './desktop.ts';
import { request } from './media-jobs.ts';

/** A rehearsal with one film, in the app without a debugger. */
type RehearsedFilm = Pick<Unwatched, 'hiddenMegabytes' | 'delayDuring'> & {
  /** Renders the film once; resolves to seconds, from the order to the finished file. */
  readonly render: () => Promise<number>;
};

type Noting = typeof globalThis & { noted: { turns: Turn[]; exports: ExportJob[] } };

/** Has a film made of a prompt: a clip, music, a title and a fade, a track each. */
export async function withRehearsedFilm<T>(prompt: string, work: (film: RehearsedFilm) => Promise<T>): Promise<T> {
  // As a user's: the tests' own haste draws the window anew many times a second, which takes a part of the processor.
  const place = await createPlace({ timings: { renderPollMs: 30_000, mediaWorkerIdleMs: 600_000 } });
  const app = startUnwatched(place, ['--rehearse']);
  const { window } = app;
  try {
    await note(window);
    const folder = join(place.folder, 'exports');
    await mkdir(folder);
    await app.answerPicker([folder]);
    await request(window, 'settings.chooseExportFolder', {});
    const { id: projectId } = await request(window, 'project.create', {});
    await request(window, 'turn.send', { projectId, text: prompt, uploadIds: [] });
    const done = (): Promise<boolean> =>
      window.evaluate(() => (globalThis as Noting).noted.turns.some(({ state }) => state === 'done'));
    await expect.poll(done, { timeout: 90_000 }).toBe(true);
    const { tracks } = await request(window, 'draft.composition', { projectId });
    const full = tracks.filter((items) => items.length > 0);
    if (full.length < 3) throw new Error(`The film has ${full.length} tracks that are seen`);
    const { hiddenMegabytes, delayDuring } = app;
    return await work({ hiddenMegabytes, delayDuring, render: () => rendered(window, projectId) });
  } finally {
    await app.close();
    await place.close();
  }
}

/** Keeps what main tells of turns and exports. */
async function note({ evaluate }: Unwatched['window']): Promise<void> {
  await evaluate(() => {
    const noted: Noting['noted'] = { turns: [], exports: [] };
    Object.assign(globalThis, { noted });
    window.rushes.on((events) => {
      for (const event of events) {
        if (event.type === 'turn') noted.turns.push(event.turn);
        if (event.type === 'export') noted.exports.push(event.job);
      }
    });
  });
}

async function rendered(window: Unwatched['window'], projectId: string): Promise<number> {
  await window.evaluate(() => void ((globalThis as Noting).noted.exports = []));
  await request(window, 'export.start', { projectId });
  const told = (): Promise<readonly ExportJob[]> => window.evaluate(() => (globalThis as Noting).noted.exports);
  // What looks through the finished film would slow down what is measured next.
  const isOver = async (): Promise<boolean> => (await told()).some(({ check }) => check?.watched === true);
  await expect.poll(isOver, { timeout: 90_000 }).toBe(true);
  const at = (wanted: ExportJob['state']): number => {
    const job = [...jobs].find(({ state }) => state === wanted);
    if (job === undefined) throw new Error(`The export was never ${wanted}`);
    return job.phaseAt;
  };
  const jobs = await told();
  return (at('downloading') - at('submitted')) / 1000;
}
