import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CloudError } from '../../../../src/main/api/errors.ts';
import { type Failure, notFound } from '../../../../src/shared/domain/failure.ts';
import { done, err } from '../../../../src/shared/result.ts';
import { settle } from '../../../support/fake-clock.ts';
import { createUploadRig as createRig, projectId } from '../../../support/upload-rig.ts';

const content = Buffer.concat([Buffer.from('\0\0\0\x20ftypisom', 'latin1'), new Uint8Array(988)]);
let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rushes uploads '));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const put = async (...names: readonly string[]): Promise<readonly string[]> => {
  for (const name of names) await writeFile(join(dir, name), content);
  return names.map((name) => join(dir, name));
};
const until = async (condition: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 50_000 && !condition(); turn += 1) await settle();
  expect(condition()).toBe(true);
};

describe('uploads', () => {
  it('send files two at a time, in their order', async () => {
    const rig = createRig();
    const uploads = rig.boot();
    await uploads.add(projectId, await put('a.mp4', 'b.mp4', 'c.mp4'));
    await until(() => rig.sendings.length === 2);
    expect(uploads.list(projectId).map(({ name, state }) => [name, state])).toEqual([
      ['a.mp4', 'uploading'],
      ['b.mp4', 'uploading'],
      ['c.mp4', 'waiting'],
    ]);
    expect(rig.sending('a.mp4')).toMatchObject({ sessionId: 's1', path: join(dir, 'a.mp4') });
    await rig.sending('b.mp4')?.answer();
    await until(() => rig.sendings.length === 3);
    expect(uploads.running()).toBe(true);
    await rig.sending('a.mp4')?.answer();
    await rig.sending('c.mp4')?.answer();
    expect(uploads.list(projectId).map(({ state, sent }) => [state, sent])).toEqual([
      ['uploaded', 1000],
      ['uploaded', 1000],
      ['uploaded', 1000],
    ]);
    expect(uploads.running()).toBe(false);
  });

  it('refuse a bad file before its first byte, and go on with the others', async () => {
    const rig = createRig();
    const uploads = rig.boot();
    await writeFile(join(dir, 'fake.mp4'), 'text');
    const ids = await uploads.add(projectId, [
      join(dir, 'fake.mp4'),
      ...(await put('good.mp4')),
      join(dir, 'gone.mp4'),
    ]);
    expect(rig.refused).toEqual([
      ['fake.mp4', { code: 'unsupported-file', params: { name: 'fake.mp4' } }],
      ['gone.mp4', { code: 'file-unreadable', params: { name: 'gone.mp4' } }],
    ]);
    expect(uploads.list(projectId).map(({ name }) => name)).toEqual(['good.mp4']);
    expect(ids).toEqual([null, uploads.list(projectId)[0]?.id, null]);
  });

  it('tell how far they are: not too often, never backwards, never whole before the answer', async () => {
    const rig = createRig();
    const uploads = rig.boot();
    await uploads.add(projectId, await put('a.mp4'));
    await until(() => rig.sendings.length === 1);
    const [before, send] = [rig.emitted.length, rig.sendings[0]?.onProgress];
    send?.(100, 1000);
    await rig.clock.advance(200);
    send?.(200, 1000);
    send?.(300, 1000);
    await rig.clock.advance(200);
    send?.(150, 1000);
    await rig.clock.advance(200);
    send?.(1000, 1000);
    expect(rig.emitted.slice(before).map(({ sent }) => sent)).toEqual([200, 300, 990]);
    expect(uploads.list(projectId)[0]?.sent).toBe(990);
    await rig.sendings[0]?.answer();
    expect(rig.emitted.at(-1)).toMatchObject({ state: 'uploaded', sent: 1000 });
    send?.(500, 1000);
    expect(uploads.list(projectId)[0]?.sent).toBe(1000);
  });

  it.each<readonly [CloudError, Failure]>([
    [{ kind: 'unsupported-file' }, { code: 'unsupported-file', params: { name: 'a.mp4' } }],
    [{ kind: 'file-too-large' }, { code: 'file-too-large', params: { name: 'a.mp4' } }],
    [{ kind: 'file-changed' }, { code: 'file-changed', params: { name: 'a.mp4' } }],
    [{ kind: 'file-unreadable' }, { code: 'file-unreadable', params: { name: 'a.mp4' } }],
    [{ kind: 'no-credits' }, { code: 'no-credits', link: 'register', params: { name: 'a.mp4' } }],
    [
      { kind: 'server', status: 500, code: null },
      { code: 'upload-failed', params: { status: 500, name: 'a.mp4' } },
    ],
  ])('say why the cloud did not take a file: %j', async (error, failure) => {
    const rig = createRig();
    const uploads = rig.boot();
    await uploads.add(projectId, await put('a.mp4'));
    await until(() => rig.sendings.length === 1);
    await rig.sendings[0]?.answer(error);
    expect(uploads.list(projectId)[0]).toMatchObject({ state: 'failed', sent: 0, failure });
    expect(rig.sendings).toHaveLength(1);
  });

  it('send a failed file again when the user asks, and look at it again first', async () => {
    const rig = createRig();
    const uploads = rig.boot();
    const [path = ''] = await put('a.mp4');
    await uploads.add(projectId, [path]);
    await until(() => rig.sendings.length === 1);
    await rig.sendings[0]?.answer({ kind: 'interrupted' });
    const id = uploads.list(projectId)[0]?.id ?? '';
    expect(uploads.retry(id)).toEqual(done);
    expect(uploads.retry(id)).toEqual(notFound);
    expect(uploads.list(projectId)[0]).toMatchObject({ state: 'uploading', failure: null });
    await until(() => rig.sendings.length === 2);
    await rig.sendings[1]?.answer({ kind: 'timed-out' });
    await unlink(path);
    uploads.retry(id);
    await until(() => uploads.list(projectId)[0]?.failure?.code === 'file-unreadable');
    expect(rig.sendings).toHaveLength(2);
  });

  it('are sent once more when the service is there again, where the network was what failed', async () => {
    const rig = createRig();
    const uploads = rig.boot();
    await uploads.add(projectId, await put('a.mp4', 'b.mp4'));
    await until(() => rig.sendings.length === 2);
    await rig.sending('a.mp4')?.answer({ kind: 'interrupted' });
    await rig.sending('b.mp4')?.answer({ kind: 'no-credits' });
    await until(() => uploads.list(projectId).every(({ state }) => state === 'failed'));
    uploads.lookAgain();
    await until(() => rig.sendings.length === 3);
    await rig.sendings[2]?.answer();
    uploads.lookAgain();
    expect(uploads.list(projectId).map(({ state }) => state)).toEqual(['uploaded', 'failed']);
    expect(rig.sendings).toHaveLength(3);
  });

  it('fail with the reason when there is no session', async () => {
    const rig = createRig();
    rig.session.answer = Promise.resolve(err({ kind: 'offline', reason: 'unreachable' }));
    const uploads = rig.boot();
    await uploads.add(projectId, await put('a.mp4'));
    await until(() => uploads.list(projectId)[0]?.state === 'failed');
    expect(uploads.list(projectId)[0]?.failure).toEqual({ code: 'offline' });
  });
});

describe('the hash of what was sent', () => {
  it('is kept with the upload, and goes with its file from then on', async () => {
    const rig = createRig();
    const uploads = rig.boot();
    const [id] = await uploads.add(projectId, await put('a.mp4'));
    await until(() => rig.sendings.length === 1);
    await rig.sendings[0]?.answer(undefined, 'its hash');
    expect(rig.stores.uploads.get(id ?? '')).toMatchObject({ sha256: 'its hash', cdnUrl: 'https://cdn.test/a.mp4' });
    uploads.attach([id ?? ''], 'turn-1');
    expect(rig.stores.uploads.get(id ?? '')?.sha256).toBe('its hash');
  });
});

describe('taking a file out', () => {
  it('breaks its upload off and makes room for the next', async () => {
    const rig = createRig();
    const uploads = rig.boot();
    await uploads.add(projectId, await put('a.mp4', 'b.mp4', 'c.mp4'));
    await until(() => rig.sendings.length === 2);
    const [a = ''] = uploads.list(projectId).map(({ id }) => id);
    expect(uploads.remove(a)).toEqual(done);
    expect(rig.sending('a.mp4')?.signal?.aborted).toBe(true);
    await until(() => rig.sendings.length === 3);
    expect(uploads.list(projectId).map(({ name }) => name)).toEqual(['b.mp4', 'c.mp4']);
    expect(rig.removed).toEqual([a]);
    expect(rig.emitted.filter(({ state }) => state === 'failed')).toEqual([]);
    expect(uploads.remove(a)).toEqual(notFound);
  });

  it('does not wait for a session', async () => {
    const rig = createRig();
    rig.session.answer = new Promise(() => undefined);
    const uploads = rig.boot();
    await uploads.add(projectId, await put('a.mp4'));
    await until(() => uploads.list(projectId)[0]?.state === 'uploading');
    uploads.remove(uploads.list(projectId)[0]?.id ?? '');
    await until(() => !uploads.running());
  });
});

describe('after a restart', () => {
  it('what was under way is interrupted and waits for the user; media ids are new ones that work', async () => {
    const rig = createRig();
    const before = rig.boot();
    await before.add(projectId, await put('a.mp4', 'b.mp4', 'c.mp4'));
    await until(() => rig.sendings.length === 2);
    await rig.sending('a.mp4')?.answer();
    await until(() => rig.sendings.length === 3);
    const old = before.list(projectId).map(({ mediaId }) => mediaId);
    await before.close();
    const uploads = rig.boot();
    uploads.recover();
    expect(uploads.list(projectId).map(({ state, failure }) => [state, failure])).toEqual([
      ['uploaded', null],
      ['failed', { code: 'upload-unfinished', params: { name: 'b.mp4' } }],
      ['failed', { code: 'upload-unfinished', params: { name: 'c.mp4' } }],
    ]);
    await settle();
    expect(rig.sendings).toHaveLength(3);
    expect(uploads.list(projectId).some(({ mediaId }) => old.includes(mediaId))).toBe(false);
    expect(uploads.retry(uploads.list(projectId)[1]?.id ?? '')).toEqual(done);
    await until(() => rig.sendings.length === 4);
  });
});
