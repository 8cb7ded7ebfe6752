import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Locale } from '../../../../src/shared/domain/app-state.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { createInterchangeFolders } from '../../../../src/main/interchange/folder.ts';
import {
  createPackages,
  type InterchangeEnv,
  type Packages,
  type PackagesDeps,
} from '../../../../src/main/interchange/interchange.ts';
import { isInterchangeOver, type InterchangeJob } from '../../../../src/shared/domain/export-job.ts';
import { err, ok } from '../../../../src/shared/result.ts';

const draft = {
  fps: 25,
  t: [
    {
      tt: 0,
      sg: [
        { s: 0, d: 2_000, m: { url: 'https://cdn.test/sea.mp4', name: '海 & sky' } },
        { s: 2_000, d: 1_000, m: { url: 'https://cdn.test/lost.mov', name: 'Lost' } },
      ],
    },
    { tt: 1, sg: [{ s: 0, d: 3_000, m: { url: 'https://cdn.test/a.mp3?sig=1', name: 'Lo-fi.mp3' } }] },
    { tt: 7, sg: [{ s: 0, d: 1_000, m: { text: 'Hello' } }] },
  ],
};
const untitled = { t: [draft.t[0]] };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rushes leave '));
  for (const name of ['sea.mp4', 'a.mp3']) await writeFile(join(folder, name), `bytes of ${name}`);
  await mkdir(join(folder, 'out'));
});
// A job that was begun may still write.
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

function createTestInterchange(change: Partial<PackagesDeps> = {}, locale: Locale = 'en') {
  const told: InterchangeJob[] = [];
  const reported: unknown[] = [];
  let onOver = (_job: InterchangeJob): void => undefined;
  const over = new Promise<InterchangeJob>((resolve) => (onOver = resolve));
  const env: InterchangeEnv = {
    clock: createFakeClock(7),
    locale: () => locale,
    bus: {
      emit: (event) => {
        if (event.type !== 'interchange') return;
        told.push(event.job);
        if (isInterchangeOver(event.job.state)) onOver(event.job);
      },
    },
    report: (error) => reported.push(error),
  };
  const interchange = createPackages(env, {
    fetchClip: (url) => {
      const name = new URL(url).pathname.slice(1);
      return Promise.resolve(name === 'lost.mov' ? err('not-fetched') : ok(join(folder, name)));
    },
    measure: () => Promise.resolve(null),
    folders: createInterchangeFolders(join(folder, 'notes')),
    ...change,
  });
  return { interchange, told, reported, over };
}

const out = (): Promise<readonly string[]> => readdir(join(folder, 'out'));
const start = (interchange: Packages, change: object = {}): InterchangeJob =>
  interchange.start({
    projectId: 'p',
    target: 'timelines',
    name: 'City: night',
    draft,
    canvasConfig: null,
    present: null,
    parent: join(folder, 'out'),
    ...change,
  });

describe('taking a cut along', () => {
  it('makes a folder with the timeline, the clips, the titles and a note', async () => {
    const { interchange, told, over, reported } = createTestInterchange();
    const job = start(interchange);
    expect(await over).toMatchObject({ state: 'saved', done: 3, of: 3, missing: 1, subtitles: true });
    const files = join(folder, 'out', 'City- night');
    expect(interchange.path(job.id)).toBe(files);
    expect([await out(), (await readdir(files)).toSorted(), (await readdir(join(files, 'assets'))).toSorted()]).toEqual(
      [
        ['City- night'],
        ['City- night.fcpxml', 'City- night.otio', 'City- night.srt', 'City- night.vtt', 'assets', 'notes.txt'],
        ['Lo-fi.mp3', '海-sky.mp4'],
      ],
    );
    expect(await readFile(join(files, 'assets', '海-sky.mp4'), 'utf8')).toBe('bytes of sea.mp4');
    expect(await readFile(join(files, 'City- night.fcpxml'), 'utf8')).toContain('frameDuration="1/25s"');
    const note = await readFile(join(files, 'notes.txt'), 'utf8');
    expect(note).toContain("couldn't be fetched");
    expect(note).toContain('  - Lost.mov\r\n');
    // The lost one has its place all the same.
    expect(await readFile(join(files, 'City- night.fcpxml'), 'utf8')).toContain('src="./assets/Lost.mov"');
    expect(told.map(({ state }) => state)).toEqual([
      'gathering',
      'gathering',
      'gathering',
      'gathering',
      'writing',
      'saved',
    ]);
    expect(reported).toEqual([]);
  });

  it('takes rate and size from the state where the draft does not say', async () => {
    const { interchange, over } = createTestInterchange();
    const { fps: _, ...silent } = draft;
    start(interchange, { draft: silent, canvasConfig: { fps: 24, width: 1080, height: 1920 } });
    await over;
    const written = await readFile(join(folder, 'out', 'City- night', 'City- night.fcpxml'), 'utf8');
    expect(written).toContain('frameDuration="1/24s" width="1080" height="1920"');
  });

  it('fetches a clip of a past version by its present address', async () => {
    const asked: string[] = [];
    const fetchClip: PackagesDeps['fetchClip'] = (url) => {
      asked.push(url);
      return Promise.resolve(err('not-fetched'));
    };
    const { interchange, over } = createTestInterchange({ fetchClip });
    const cut = (signature: number) => ({
      t: [{ tt: 0, sg: [{ d: 1_000, m: { url: `https://cdn.test/sea.mp4?Expires=${signature}` } }] }],
    });
    start(interchange, { draft: cut(1), present: cut(2) });
    expect(await over).toMatchObject({ state: 'saved', missing: 1 });
    expect(asked).toEqual(['https://cdn.test/sea.mp4?Expires=2']);
  });

  it('says that there are no subtitles where there are no titles', async () => {
    const { interchange, over } = createTestInterchange({}, 'zh');
    start(interchange, { draft: untitled });
    expect(await over).toMatchObject({ state: 'saved', subtitles: false });
    const files = join(folder, 'out', 'City- night');
    expect((await readdir(files)).filter((name) => /\.(?:srt|vtt)$/.test(name))).toEqual([]);
    expect(await readFile(join(files, 'notes.txt'), 'utf8')).toContain('没有字幕文件');
  });

  it('never touches a folder that is there, nor one in the making', async () => {
    for (const name of ['City- night', 'City- night (2).part', 'City- night.part'])
      await mkdir(join(folder, 'out', name));
    await writeFile(join(folder, 'out', 'City- night', 'mine.txt'), 'mine');
    const { interchange, over } = createTestInterchange();
    start(interchange);
    expect(await over).toMatchObject({ state: 'saved', folderName: 'City- night (2)' });
    expect((await out()).toSorted()).toEqual([
      'City- night',
      'City- night (2)',
      'City- night (2).part',
      'City- night.part',
    ]);
    expect(await readdir(join(folder, 'out', 'City- night'))).toEqual(['mine.txt']);
    expect(await readdir(join(folder, 'out', 'City- night.part'))).toEqual([]);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    let onAsked = (): void => undefined;
    const asked = new Promise<void>((resolve) => (onAsked = resolve));
    const { interchange, told } = createTestInterchange({
      fetchClip: (_url, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve(err('cancelled')));
          onAsked();
        }),
    });
    const job = start(interchange);
    await asked;
    expect([await out(), interchange.running()]).toEqual([['City- night.part'], true]);
    interchange.cancel(job.id);
    await interchange.close();
    expect([await out(), interchange.running(), interchange.path(job.id)]).toEqual([[], false, null]);
    interchange.cancel(job.id);
    expect(told.map(({ state }) => state)).toEqual(['gathering', 'cancelled']);
  });

  it('leaves nothing behind when the app ends', async () => {
    const { interchange } = createTestInterchange();
    start(interchange);
    await interchange.close();
    expect(await out()).toEqual([]);
  });

  it.each([
    ['ENOSPC', 'disk-full', 0],
    ['EACCES', 'folder-read-only', 0],
    ['ODD', 'internal', 1],
  ])('fails whole on %s', async (code, failure, reports) => {
    const copy = (): Promise<void> => Promise.reject(Object.assign(new Error(code), { code }));
    const { interchange, over, reported } = createTestInterchange({
      folders: { ...createInterchangeFolders(join(folder, 'notes')), copy },
    });
    start(interchange);
    expect(await over).toMatchObject({ state: 'failed', failure: { code: failure } });
    expect([await out(), reported.length]).toEqual([[], reports]);
  });

  it('fails where there is no such folder', async () => {
    const { interchange, over } = createTestInterchange();
    start(interchange, { parent: join(folder, 'gone') });
    expect(await over).toMatchObject({ state: 'failed', failure: { code: 'place-gone' } });
  });

  it('forgets old jobs, never running ones', async () => {
    const { interchange } = createTestInterchange({ fetchClip: () => new Promise(() => undefined) });
    const ids = Array.from({ length: 25 }, () => start(interchange, { parent: join(folder, 'gone') }).id);
    expect(interchange.list().map(({ id }) => id)).toEqual(ids);
    for (const id of ids) interchange.cancel(id);
    start(interchange);
    expect(interchange.list()).toHaveLength(20);
  });
});
