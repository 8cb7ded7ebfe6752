import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Uploads } from '../../../../src/main/uploads/uploads.ts';
import { done, ok } from '../../../../src/shared/result.ts';
import { settle } from '../../../support/fake-clock.ts';
import { createUploadRig as createRig, projectId } from '../../../support/upload-rig.ts';
import { notFound } from '../../../../src/shared/domain/failure.ts';

const content = Buffer.concat([Buffer.from('\0\0\0\x20ftypisom', 'latin1'), new Uint8Array(988)]);
const turn1 = { id: 'turn-1', projectId };
const never = new AbortController().signal;
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

describe('a message with files', () => {
  it('waits until all are there', async () => {
    const rig = createRig();
    const uploads = rig.boot();
    await uploads.add(projectId, await put('a.mp4', 'b.mp4'));
    const ids = uploads.list(projectId).map(({ id }) => id);
    expect(uploads.note(ids[1] ?? '', 'the end')).toEqual(done);
    expect(uploads.note('nobody', 'the end')).toEqual(notFound);
    expect(uploads.get([...ids, 'nobody'])).toMatchObject([
      { name: 'a.mp4', note: '' },
      { name: 'b.mp4', note: 'the end' },
    ]);
    uploads.attach(ids, 'turn-1');
    expect(uploads.list(projectId)).toEqual([]);
    expect(uploads.attached(projectId, ['turn-0', 'turn-1']).map(({ name }) => name)).toEqual(['a.mp4', 'b.mp4']);
    expect(uploads.attached(projectId, ['turn-0'])).toEqual([]);
    expect(rig.emitted.at(-1)).toMatchObject({ turnId: 'turn-1' });
    let outcome = '';
    void uploads.arrive(turn1, never).then((value) => (outcome = value));
    await until(() => rig.sendings.length === 2);
    await rig.sendings[0]?.answer();
    expect(outcome).toBe('');
    await rig.sendings[1]?.answer();
    expect(outcome).toBe('uploaded');
    expect(rig.stores.uploads.get(ids[0] ?? '')?.upload).toMatchObject({ turnId: 'turn-1', state: 'uploaded' });
    expect(uploads.remove(ids[0] ?? '')).toEqual(notFound);
    expect(await uploads.arrive({ id: 'turn-0', projectId }, never)).toBe('uploaded');
  });

  it('is told at once when one fails, and waits no more for one that is taken out', async () => {
    const rig = createRig();
    const uploads = rig.boot();
    await uploads.add(projectId, await put('a.mp4', 'b.mp4', 'c.mp4'));
    const [a = '', b = '', c = ''] = uploads.list(projectId).map(({ id }) => id);
    await until(() => rig.sendings.length === 2);
    uploads.attach([a], 'turn-1');
    uploads.attach([b, c], 'turn-2');
    const waits = [uploads.arrive(turn1, never), uploads.arrive({ id: 'turn-2', projectId }, never)];
    await rig.sending('a.mp4')?.answer({ kind: 'interrupted' });
    expect(await waits[0]).toBe('failed');
    await rig.sending('b.mp4')?.answer();
    expect(uploads.remove(c)).toEqual(done);
    expect(await waits[1]).toBe('uploaded');
  });

  it('waits no more when it is stopped', async () => {
    const rig = createRig();
    const uploads = rig.boot();
    const [id = ''] = (await uploads.add(projectId, await put('a.mp4'))).map(String);
    uploads.attach([id], 'turn-1');
    const stop = new AbortController();
    const arrival = uploads.arrive(turn1, stop.signal);
    stop.abort();
    expect(await arrival).toBe('aborted');
    uploads.lose(projectId);
    await until(() => rig.sendings.length === 1);
    await rig.sending('a.mp4')?.answer();
  });
});

describe('files of a session that is lost', () => {
  const other = { sessionId: 's2', taskId: 't2', bindId: null };

  async function uploaded(rig: ReturnType<typeof createRig>): Promise<{ uploads: Uploads; id: string; path: string }> {
    const uploads = rig.boot();
    const [path = ''] = await put('a.mp4');
    const [id = ''] = (await uploads.add(projectId, [path])).map(String);
    await until(() => rig.sendings.length === 1);
    await rig.sending('a.mp4')?.answer();
    return { uploads, id, path };
  }

  it('need to be sent again, and go by themselves before the message', async () => {
    const rig = createRig();
    const { uploads, id } = await uploaded(rig);
    uploads.lose(projectId);
    expect(uploads.list(projectId)).toMatchObject([{ id, state: 'lost', sent: 0 }]);
    expect(rig.stores.uploads.get(id)?.sha256).toBeNull();
    await settle();
    expect(rig.sendings).toHaveLength(1);
    rig.session.present = 's2';
    rig.session.answer = Promise.resolve(ok(other));
    uploads.attach([id], 'turn-1');
    const arrival = uploads.arrive(turn1, never);
    await until(() => rig.sendings.length === 2);
    expect(rig.sending('a.mp4')?.sessionId).toBe('s2');
    await rig.sending('a.mp4')?.answer();
    expect(await arrival).toBe('uploaded');
    expect(rig.stores.uploads.get(id)?.upload.state).toBe('uploaded');
  });

  it('are told where they were moved meanwhile', async () => {
    const rig = createRig();
    const { uploads, id, path } = await uploaded(rig);
    uploads.lose(projectId);
    await unlink(path);
    uploads.attach([id], 'turn-1');
    expect(await uploads.arrive(turn1, never)).toBe('failed');
    expect(rig.stores.uploads.get(id)?.upload.failure).toEqual({ code: 'file-unreadable', params: { name: 'a.mp4' } });
  });

  it('are still known as such after a restart', async () => {
    const rig = createRig();
    const { uploads, id } = await uploaded(rig);
    uploads.lose(projectId);
    await uploads.close();
    const next = rig.boot();
    next.recover();
    expect(next.list(projectId)).toMatchObject([{ id, state: 'lost' }]);
  });

  it('name the session that was lost, wait in the composer, and go again at once for a message', async () => {
    const rig = createRig();
    const uploads = rig.boot();
    const [a = '', b = ''] = (await uploads.add(projectId, await put('a.mp4', 'b.mp4'))).map(String);
    uploads.attach([b], 'turn-1');
    await until(() => rig.sendings.length === 2);
    const late = rig.sending('b.mp4');
    await rig.sending('a.mp4')?.answer({ kind: 'session-lost' });
    rig.session.present = 's2';
    rig.session.answer = Promise.resolve(ok(other));
    await late?.answer({ kind: 'session-lost' });
    expect(rig.lost).toEqual([`${projectId} s1`, `${projectId} s1`]);
    expect(rig.stores.uploads.get(a)?.upload.state).toBe('lost');
    await until(() => rig.sendings.length === 3);
    expect(rig.sending('b.mp4')?.sessionId).toBe('s2');
    await rig.sending('b.mp4')?.answer({ kind: 'session-lost' });
    expect(rig.stores.uploads.get(b)?.upload).toMatchObject({ state: 'failed', failure: { code: 'session-lost' } });
  });

  it('count as lost where they arrived in a session that is no longer the project’s', async () => {
    const rig = createRig();
    const uploads = rig.boot();
    const [id = ''] = (await uploads.add(projectId, await put('a.mp4'))).map(String);
    await until(() => rig.sendings.length === 1);
    rig.session.present = 's2';
    await rig.sending('a.mp4')?.answer();
    expect(rig.stores.uploads.get(id)?.upload.state).toBe('lost');
    expect(rig.lost).toEqual([]);
  });

  it('stay with the message that they went with when another one takes them along, too', async () => {
    const rig = createRig();
    const { uploads, id } = await uploaded(rig);
    uploads.attach([id], 'turn-1');
    uploads.lose(projectId);
    uploads.attachAgain([id], 'turn-2');
    const [again] = uploads.ofTurn({ id: 'turn-2', projectId });
    expect(uploads.ofTurn(turn1)).toMatchObject([{ id, state: 'lost' }]);
    expect(again).toMatchObject({ name: 'a.mp4', state: 'lost' });
    const arrival = uploads.arrive({ id: 'turn-2', projectId }, never);
    await until(() => rig.sendings.length === 2);
    await rig.sending('a.mp4')?.answer();
    expect(await arrival).toBe('uploaded');
    expect(uploads.ofTurn(turn1)).toMatchObject([{ state: 'lost' }]);
  });
});
