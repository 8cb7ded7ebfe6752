import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMediaRegistry } from '../../../../src/main/media/registry.ts';
import type { UploadRecord } from '../../../../src/main/storage/stores.ts';
import { createProjectMedia, type ProjectMediaDeps } from '../../../../src/main/uploads/project-media.ts';
import { done, err } from '../../../../src/shared/result.ts';
import { upload } from '../../renderer/state/fixtures.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rushes-project-media-'));
});
afterEach(() => rm(folder, { recursive: true }));

const city = 'https://cdn.example/city.mp4?auth_key=new';
const draft = (...urls: readonly string[]) => ({
  t: [
    { tt: 0, sg: urls.map((url) => ({ d: 2000, m: { name: 'Night city', url } })) },
    { tt: 1, sg: [{ d: 4000, m: { name: 'Lo-fi', url: 'https://cdn.example/music.m4a' } }] },
  ],
});

function open(changes: Partial<ProjectMediaDeps> = {}) {
  const asked: unknown[] = [];
  const registry = createMediaRegistry();
  const drafts: Readonly<Record<number, unknown>> = {
    1: draft('https://cdn.example/first.mp4'),
    2: draft(city, 'https://cdn.example/own.mp4'),
  };
  const note = (version: number) => ({ version, at: 1, turnId: null, message: null, changes: [], more: 0 });
  const projectMedia = createProjectMedia({
    registry,
    pathOf: async () => null,
    findClip: async () => null,
    store: { list: () => [] },
    uploads: {
      reuse: (id) => (asked.push(['reuse', id]), done),
      add: async (_project, paths) => (asked.push(['add', ...paths]), paths.map(() => 'u9')),
      takeLink: (_project, link) => void asked.push(['link', link]),
    },
    versionReader: {
      versions: () => ({ versions: [note(2), note(1)], hasEarlier: false }),
      draft: (_project, version = 2) => drafts[version],
    },
    dragDir: join(folder, 'dragged'),
    ...changes,
  });
  return { projectMedia, asked, registry };
}

async function record(name: string): Promise<UploadRecord> {
  const path = join(folder, name);
  await writeFile(path, 'bytes');
  const cdnUrl = 'https://cdn.example/own.mp4';
  return { upload: upload({ id: 'u1', name, bytes: 5, kind: 'video' }), path, sha256: null, cdnUrl };
}

const byName = async ({ projectMedia }: ReturnType<typeof open>, name: string) =>
  (await projectMedia.list('p1')).find((item) => item.name === name);

describe('the media of a project', () => {
  it('lists what its versions hold and what the user brought, each once', async () => {
    const own = await record('beach.mp4');
    const gone = { ...own, path: join(folder, 'gone.mov'), upload: { ...own.upload, id: 'u2', name: 'gone.mov' } };
    const { projectMedia } = open({ store: { list: () => [own, own, gone] } });
    expect((await projectMedia.list('p1')).map(({ name, origin, kind, here }) => [name, origin, kind, here])).toEqual([
      ['Night city', 'made', 'video', false],
      ['Lo-fi', 'made', 'audio', false],
      ['Night city', 'made', 'video', false],
      ['gone.mov', 'own', 'video', false],
      ['beach.mp4', 'own', 'video', true],
    ]);
  });

  it('keeps a generated clip that was attached again among the generated ones', async () => {
    const own = await record('beach.mp4');
    const link = { ...own, upload: { ...own.upload, source: 'link' as const }, cdnUrl: 'https://cdn.example/city.mp4' };
    const { projectMedia } = open({ store: { list: () => [link] } });
    expect((await projectMedia.list('p1')).filter(({ name }) => name === 'Night city')).toHaveLength(3);
  });

  it('fetches nothing for the list', async () => {
    const pathOf = () => Promise.reject(new Error('fetched'));
    expect(await open({ pathOf }).projectMedia.list('p1')).toHaveLength(4);
  });

  it('attaches a file of the user from what was sent, and sends it again only where it must', async () => {
    const own = await record('beach.mp4');
    const first = open({ store: { list: () => [own] } });
    const item = await byName(first, 'beach.mp4');
    expect(await first.projectMedia.attach('p1', item?.mediaId ?? '')).toEqual(done);
    expect(first.asked).toEqual([['reuse', 'u1']]);

    const asked: unknown[] = [];
    const uploads = {
      reuse: () => err({ code: 'not-found' } as const),
      add: async (_project: string, paths: readonly string[]) => (asked.push(...paths), ['u9']),
      takeLink: () => undefined,
    };
    const second = open({ store: { list: () => [own] }, uploads });
    await second.projectMedia.attach('p1', (await byName(second, 'beach.mp4'))?.mediaId ?? '');
    expect(asked).toEqual([own.path]);
  });

  it('attaches a generated clip by its newest address, without fetching it', async () => {
    const parts = open();
    parts.registry.remote(`${city}er`);
    const item = await byName(parts, 'Night city');
    await parts.projectMedia.attach('p1', item?.mediaId ?? '');
    expect(parts.asked).toEqual([['link', { url: `${city}er`, name: 'Night city.mp4', bytes: 0, kind: 'video' }]]);
  });

  it('copies under its name and format, and says what is in the way', async () => {
    await writeFile(join(folder, 'cached.mp4'), 'film');
    const parts = open({ pathOf: async () => join(folder, 'cached.mp4') });
    const item = await byName(parts, 'Night city');
    const file = await parts.projectMedia.file('p1', item?.mediaId ?? '');
    expect([file?.stem, file?.extension]).toEqual(['Night city', '.mp4']);
    expect(await file?.copyTo(join(folder, 'copy.mp4'))).toEqual(done);
    expect(await readFile(join(folder, 'copy.mp4'), 'utf8')).toBe('film');

    const nowhere = open();
    const missing = await nowhere.projectMedia.file('p1', (await byName(nowhere, 'Lo-fi'))?.mediaId ?? '');
    expect(missing?.extension).toBe('.m4a');
    expect(await missing?.copyTo(join(folder, 'copy.m4a'))).toEqual(err({ code: 'file-gone' }));
  });

  it('lets a clip be dragged only where it is here, under its own name', async () => {
    await mkdir(join(folder, 'cache'));
    const cached = join(folder, 'cache', 'abc.mp4');
    await writeFile(cached, 'film');
    const here = open({ findClip: async () => cached, pathOf: async () => cached });
    const path = await here.projectMedia.pathToDrag('p1', (await byName(here, 'Night city'))?.mediaId ?? '');
    expect(basename(path ?? '')).toBe('Night city.mp4');
    const away = open();
    expect(await away.projectMedia.pathToDrag('p1', (await byName(away, 'Night city'))?.mediaId ?? '')).toBeNull();
  });

  it('knows nothing of another project', async () => {
    const { projectMedia } = open();
    expect(await projectMedia.attach('p1', '00000000-0000-4000-8000-000000000000')).toEqual(err({ code: 'not-found' }));
  });
});
