import { mkdtemp, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBus } from '../../../../src/main/app/bus.ts';
import { createDraftMemory } from '../../../../src/main/drafts/draft-memory.ts';
import { createDraftVersions } from '../../../../src/main/drafts/draft-versions.ts';
import { hashOfFile } from '../../../../src/main/media/cache.ts';
import { createOwnFiles } from '../../../../src/main/media/own-files.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { uploadOf } from '../../../support/imports-rig.ts';
import { temporaryStores } from '../../../support/temporary-stores.ts';
import { aProject } from '../storage/samples.ts';

const address = 'https://cdn.example/files/1a2b3c.mp4';
const signed = (value: string): string => `${address}?Expires=${value}&Signature=${value}`;
let dir = '';
let path = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rushes own '));
  path = join(dir, 'My holiday.mp4');
  await writeFile(path, 'a film');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

function known(): {
  readonly own: ReturnType<typeof createOwnFiles>;
  readonly projectId: string;
  stores: ReturnType<typeof temporaryStores>;
} {
  const stores = temporaryStores();
  const record = uploadOf(path, { name: 'My holiday.mp4', turnId: null }, Buffer.from('a film'));
  stores.projects.save(aProject({ id: record.upload.projectId }));
  stores.uploads.save({ ...record, cdnUrl: address });
  return { own: createOwnFiles(stores.uploads), projectId: record.upload.projectId, stores };
}

describe('the user’s own files', () => {
  it('are known again by the address under which the cloud keeps them, however it is signed', async () => {
    const { own, projectId } = known();
    expect(own.namesIn(projectId)(signed('1'))).toBe('My holiday.mp4');
    expect(own.namesIn(projectId)('https://cdn.example/files/other.mp4')).toBeNull();
    expect(own.namesIn('another project')(address)).toBeNull();
    expect(await own.pathOf(signed('2'))).toBe(path);
    expect(await own.pathOf('https://cdn.example/files/other.mp4')).toBeNull();
  });

  it('are fetched from the cloud where they have changed or are gone', async () => {
    const { own } = known();
    await truncate(path, 3);
    expect(await own.pathOf(address)).toBeNull();
    await rm(path);
    expect(await own.pathOf(address)).toBeNull();
  });

  it('are known by their content: another film of the same size under the same name is not played', async () => {
    const { own } = known();
    expect(await own.pathOf(address)).toBe(path);
    await rename(path, join(dir, 'moved.mp4'));
    await writeFile(path, 'b film');
    expect(await own.pathOf(address)).toBeNull();
    await rename(join(dir, 'moved.mp4'), path);
    expect(await own.pathOf(address)).toBe(path);
  });

  it('are not taken for what was sent where nobody knows what that was', async () => {
    const { own, stores, projectId } = known();
    const [record] = stores.uploads.list(projectId);
    if (record) stores.uploads.save({ ...record, sha256: null });
    expect(await own.pathOf(address)).toBeNull();
  });

  it('are read once, however often they are asked for', async () => {
    const { stores } = known();
    let read = 0;
    const own = createOwnFiles(stores.uploads, (file) => {
      read += 1;
      return hashOfFile(file);
    });
    expect(await Promise.all([own.pathOf(address), own.pathOf(signed('1'))])).toEqual([path, path]);
    expect(await own.pathOf(address)).toBe(path);
    expect(read).toBe(1);
  });

  it('are fetched from the cloud where it keeps them in another format', async () => {
    const { own, stores } = known();
    const [record] = stores.uploads.list(uploadOf(path).upload.projectId);
    const other = address.replace('.mp4', '.webm');
    if (record) stores.uploads.save({ ...record, cdnUrl: other });
    expect(await own.pathOf(other)).toBeNull();
  });

  it('have their own names on the timeline, unless the draft has better ones', () => {
    const { own, projectId, stores } = known();
    const draftVersions = createDraftVersions(
      { bus: createBus(() => undefined), clock: createFakeClock() },
      {
        store: stores.drafts,
        drafts: createDraftMemory(stores.drafts, own.namesIn),
        registerUrl: (url) => url,
        isOver: () => true,
      },
    );
    const segment = (m: object) => ({ s: 0, d: 1000, m: { url: signed('1'), ...m } });
    const sg = [segment({}), segment({ name: '1a2b3c.mp4' }), segment({ name: 'The opening' })];
    draftVersions.take(projectId, { t: [{ tt: 0, sg }] });
    const names = draftVersions.view(projectId).timeline?.tracks[0]?.segments.map(({ name }) => name);
    expect(names).toEqual(['My holiday.mp4', 'My holiday.mp4', 'The opening']);
  });
});
