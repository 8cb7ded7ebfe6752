import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPainterMaker, renderSize } from '../../../../src/main/app/painter-maker.ts';
import type { TaskQueue } from '../../../../src/main/media-jobs/task-queue.ts';
import { mediaIdsOf } from '../../../../src/shared/composition/composition.ts';
import { err, ok } from '../../../../src/shared/result.ts';
import type { MediaTask } from '../../../../src/shared/media-worker-protocol.ts';
import { readScene } from '../../../../src/shared/scene/read-scene.ts';

type Ordered = { readonly task: MediaTask; readonly sources: readonly string[]; readonly priority: number };

/** A maker whose hidden page writes a word into each file, or breaks off half way. */
async function openMaker({ breaks = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'painter-maker-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const ordered: Ordered[] = [];
  const run = async ({
    task,
    sources = [],
    priority = 0,
    resultPath = '',
    signal,
  }: Parameters<TaskQueue['run']>[0]) => {
    ordered.push({ task, sources, priority });
    await writeFile(resultPath, breaks ? 'ha' : 'whole');
    if (signal?.aborted) return err({ code: 'cancelled' } as const);
    return breaks ? err({ code: 'media-job-failed' } as const) : ok({});
  };
  const maker = createPainterMaker({ run: run as TaskQueue['run'] });
  return { maker, ordered, to: join(folder, 'made', 'film.mp4') };
}

const segment = (start: number, file: string) => ({ s: start, d: 2000, m: { url: `https://cloud.example/${file}` } });
const draft = {
  d: 6000,
  m: { width: 1080, height: 1920 },
  t: [
    { tt: 0, sg: [segment(0, 'one.mp4'), segment(2000, 'two.mp4'), segment(4000, 'elsewhere.mp4')] },
    { tt: 1, sg: [{ ...segment(0, 'song.m4a'), d: 6000 }] },
  ],
};
const fileOf = (url: string): string | null =>
  url.includes('elsewhere') ? null : url.replace('https://cloud.example', '/files');
const idle = new AbortController().signal;

describe('what the hidden page is told to make', () => {
  it('is a clip of a scene, before any render that waits, and is there when it is whole', async () => {
    const { maker, ordered, to } = await openMaker();
    const scene = readScene('a cat in the rain');
    await maker.clip({ scene, to, signal: idle });
    expect(ordered).toEqual([{ task: { kind: 'paint-clip', scene }, sources: [], priority: 1 }]);
    expect(await readFile(to, 'utf8')).toBe('whole');
    expect(existsSync(`${to}.part`)).toBe(false);
  });

  it('is a render whose composition names its files by their numbers and nothing else', async () => {
    const { maker, ordered, to } = await openMaker();
    await maker.render({ draft, canvas: null, fileOf, to, signal: idle, onProgress: () => undefined });
    const [{ task, sources, priority }] = ordered as [Ordered];
    if (task.kind !== 'compose') throw new Error('It is no render');
    expect(sources).toEqual(['/files/one.mp4', '/files/two.mp4', '/files/song.m4a']);
    expect([...mediaIdsOf(task.composition)].toSorted()).toEqual(['0', '1', '2', 'missing']);
    expect(JSON.stringify(task)).not.toContain('http');
    expect(task).toMatchObject({ width: 1080, height: 1920, composition: { frames: 180 } });
    expect(priority).toBe(0);
  });

  it.each([{ breaks: true }, { breaks: false }])('leaves nothing of what failed or was cancelled: %o', async (how) => {
    const { maker, to } = await openMaker(how);
    const stop = new AbortController();
    stop.abort();
    const made = maker.clip({ scene: readScene('a cat'), to, signal: how.breaks ? idle : stop.signal });
    await expect(made).rejects.toThrow(how.breaks ? 'media-job-failed' : 'cancelled');
    expect(existsSync(to) || existsSync(`${to}.part`)).toBe(false);
  });
});

it.each([
  [1280, 720, 1280, 720],
  [1920, 1080, 1920, 1080],
  [1080, 1920, 1080, 1920],
  [3840, 2160, 1920, 1080],
  [2160, 3840, 1080, 1920],
  [2000, 2000, 1080, 1080],
  [2560, 1080, 1920, 810],
  [721, 405, 722, 406],
  [1, 1, 2, 2],
])('a canvas of %i×%i is rendered at %i×%i', (width, height, wide, tall) => {
  expect(renderSize({ width, height })).toEqual({ width: wide, height: tall });
});
