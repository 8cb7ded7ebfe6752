import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UploadRecord } from '../../../../src/main/storage/stores.ts';
import { createArrivalsRig, png, projectId, uploadOf } from '../../../support/imports-rig.ts';

let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rushes arrivals '));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const put = async (name: string, content: Uint8Array | string = png): Promise<string> => {
  await writeFile(join(dir, name), content);
  return join(dir, name);
};

describe('a few files', () => {
  it('are taken, held or refused in their order', async () => {
    const { arrivals, taken, events } = createArrivalsRig(dir);
    const paths = [await put('b.png'), await put('wrong.mp4'), await put('text.png', 'words'), await put('a.png')];
    await arrivals.add(projectId, paths);
    expect(taken.map(({ file }) => file.name)).toEqual(['b.png', 'a.png']);
    expect(arrivals.held(projectId)).toMatchObject([
      { name: 'wrong.mp4', kind: 'image', reason: { kind: 'misnamed', name: 'wrong.png' } },
    ]);
    expect(events).toContainEqual({
      type: 'upload-refused',
      projectId,
      name: 'text.png',
      failure: { code: 'unsupported-file', params: { name: 'text.png' } },
    });
    expect(events.filter(({ type }) => type === 'intake')).toEqual([]);
  });

  it('that were held are sent as the user says, once', async () => {
    const { arrivals, taken, events } = createArrivalsRig(dir);
    await arrivals.add(projectId, [await put('wrong.mp4')]);
    const id = arrivals.held(projectId)[0]?.id ?? '';
    expect(await Promise.all([arrivals.attachHeld(id), arrivals.attachHeld(id)])).toEqual([null, null]);
    expect(taken).toEqual([
      { path: join(dir, 'wrong.mp4'), file: { name: 'wrong.png', bytes: png.length, kind: 'image' } },
    ]);
    expect(events.at(-1)).toEqual({ type: 'held-removed', projectId, heldId: id });
    expect(await arrivals.attachHeld(id)).toEqual({ code: 'not-found' });
  });

  it('that are held and gone meanwhile say so, and stay', async () => {
    const { arrivals, taken } = createArrivalsRig(dir);
    const path = await put('wrong.mp4');
    await arrivals.add(projectId, [path]);
    await rm(path);
    const id = arrivals.held(projectId)[0]?.id ?? '';
    expect(await arrivals.attachHeld(id)).toMatchObject({ code: 'file-unreadable' });
    expect(arrivals.held(projectId)).toHaveLength(1);
    expect(taken).toEqual([]);
  });

  it('are looked into where something could be made of their format', async () => {
    const { arrivals, looked } = createArrivalsRig(dir);
    await arrivals.add(projectId, [await put('wrong.mp4'), await put('scan.tif', 'II*\0')]);
    const scan = arrivals.held(projectId).find(({ name }) => name === 'scan.tif');
    expect(scan?.reason).toEqual({ kind: 'convertible', format: 'tif' });
    expect(looked).toEqual([scan?.mediaId]);
  });

  it('are held once, however often they come', async () => {
    const { arrivals } = createArrivalsRig(dir);
    const path = await put('wrong.mp4');
    await arrivals.add(projectId, [path]);
    await arrivals.add(projectId, [path]);
    expect(arrivals.held(projectId)).toHaveLength(1);
    arrivals.dismissHeld(arrivals.held(projectId)[0]?.id ?? '');
    expect(arrivals.held(projectId)).toEqual([]);
  });
});

describe('a file that is in the project already', () => {
  it('waits for the user; what is there can be taken', async () => {
    const { arrivals, stores, taken, reused } = createArrivalsRig(dir);
    const record = uploadOf(await put('first.png'));
    stores.uploads.save(record);
    await arrivals.add(projectId, [await put('again.png')]);
    expect(taken).toEqual([]);
    const [held] = arrivals.held(projectId);
    expect(held?.reason).toEqual({ kind: 'duplicate', name: 'first.png', uploadId: record.upload.id });
    expect(arrivals.useExisting(held?.id ?? '')).toBeNull();
    expect(reused).toEqual([record.upload.id]);
    expect(arrivals.held(projectId)).toEqual([]);
  });

  it('can be sent again', async () => {
    const { arrivals, stores, taken } = createArrivalsRig(dir);
    stores.uploads.save(uploadOf(await put('first.png')));
    await arrivals.add(projectId, [await put('again.png')]);
    expect(await arrivals.attachHeld(arrivals.held(projectId)[0]?.id ?? '')).toBeNull();
    expect(taken.map(({ file }) => file.name)).toEqual(['again.png']);
  });

  it.each<readonly [string, (record: UploadRecord) => UploadRecord]>([
    ['has other content', (record) => ({ ...record, sha256: 'other' })],
    ['went to a session that is gone', (record) => ({ ...record, sha256: null })],
    ['failed', (record) => ({ ...record, upload: { ...record.upload, state: 'failed' } })],
    ['has another size', (record) => ({ ...record, upload: { ...record.upload, bytes: 1 } })],
  ])('is none that %s', async (_case, change) => {
    const { arrivals, stores, taken } = createArrivalsRig(dir);
    stores.uploads.save(change(uploadOf(await put('first.png'))));
    await arrivals.add(projectId, [await put('again.png')]);
    expect(taken).toHaveLength(1);
    expect(arrivals.held(projectId)).toEqual([]);
  });

  it('is known by its place while it is still being sent', async () => {
    const { arrivals, stores, taken } = createArrivalsRig(dir);
    const path = await put('first.png');
    const record = uploadOf(path, { state: 'uploading', turnId: null });
    stores.uploads.save({ ...record, sha256: null });
    await arrivals.add(projectId, [path]);
    expect(taken).toEqual([]);
    expect(arrivals.held(projectId)).toHaveLength(1);
  });
});

describe('a list to tick', () => {
  it('grows from walk to checks, and gives what is ticked', async () => {
    const { arrivals, taken, events } = createArrivalsRig(dir);
    await mkdir(join(dir, 'f'));
    for (const name of ['f/one.png', 'f/two.png', 'f/wrong.mp4', 'f/notes.txt'])
      await put(name, name.endsWith('txt') ? 'words' : png);
    await arrivals.add(projectId, [join(dir, 'f')]);
    const intake = arrivals.intake(projectId);
    expect(intake?.rows.map(({ name, folder, check }) => [name, folder, check.state])).toEqual([
      ['notes.txt', 'f', 'refused'],
      ['one.png', 'f', 'usable'],
      ['two.png', 'f', 'usable'],
      ['wrong.mp4', 'f', 'offer'],
    ]);
    const states = events.flatMap((event) =>
      event.type === 'intake-rows' ? [event.rows.map(({ check }) => check.state)] : [],
    );
    expect(states[0]).toEqual(['checking', 'checking', 'checking', 'checking']);
    expect(events.findIndex(({ type }) => type === 'intake')).toBeLessThan(
      events.findIndex(({ type }) => type === 'intake-rows'),
    );
    expect(intake?.state).toBe('ready');
    expect(taken).toEqual([]);

    expect(arrivals.attach(intake?.id ?? '', [0, 2, 3, 99])).toBeNull();
    expect(taken.map(({ file }) => file.name)).toEqual(['two.png']);
    expect(arrivals.held(projectId).map(({ name }) => name)).toEqual(['wrong.mp4']);
    expect(arrivals.intake(projectId)).toBeNull();
    expect(arrivals.attach(intake?.id ?? '', [1])).toEqual({ code: 'not-found' });
  });

  it('is made of many files too, and takes more while it stands', async () => {
    const { arrivals } = createArrivalsRig(dir);
    const paths = await Promise.all(Array.from({ length: 12 }, (_, index) => put(`take ${index}.png`)));
    await arrivals.add(projectId, paths);
    const id = arrivals.intake(projectId)?.id;
    await mkdir(join(dir, 'g'));
    await put('g/more.png');
    await arrivals.add(projectId, [join(dir, 'g')]);
    expect(arrivals.intake(projectId)).toMatchObject({ id, state: 'ready' });
    expect(arrivals.intake(projectId)?.rows).toHaveLength(13);
    arrivals.dismissIntake(id ?? '');
    expect(arrivals.intake(projectId)).toBeNull();
  });

  it('of nothing is none: each folder is told of', async () => {
    const { arrivals, events } = createArrivalsRig(dir);
    await mkdir(join(dir, 'empty.mp4'));
    await arrivals.add(projectId, [join(dir, 'empty.mp4')]);
    expect(events).toEqual([
      { type: 'intake-removed', projectId, intakeId: expect.any(String) as string },
      {
        type: 'upload-refused',
        projectId,
        name: 'empty.mp4',
        failure: { code: 'folder-without-media', params: { name: 'empty.mp4' } },
      },
    ]);
  });
});

describe('other ways in', () => {
  it('a picture out of the clipboard becomes a file, which goes when it is no longer needed', async () => {
    const { arrivals, taken, stores } = createArrivalsRig(dir);
    expect(await arrivals.paste(projectId, [{ bytes: png, type: 'image/png' }])).toBeNull();
    const [file] = taken;
    expect(file?.file).toMatchObject({
      kind: 'image',
      bytes: png.length,
      name: expect.stringMatching(/^Pasted .*\.png$/) as string,
    });
    const record = uploadOf(file?.path ?? '', { turnId: null });
    stores.uploads.save(record);
    arrivals.sweep();
    stores.uploads.remove(record.upload.id);
    arrivals.sweep();
    await expect.poll(() => existsSync(file?.path ?? '')).toBe(false);
  });

  it('an address', async () => {
    const { arrivals, links } = createArrivalsRig(dir);
    expect(await arrivals.addLink(projectId, 'nonsense')).toEqual({ code: 'link-malformed' });
    expect(await arrivals.addLink(projectId, 'https://example.com/a.mov')).toBeNull();
    expect(links).toEqual([{ url: 'https://example.com/a.mov', name: 'a.mov', bytes: 0, kind: 'video' }]);
  });

  it('the picker', async () => {
    const { arrivals, taken } = createArrivalsRig(dir);
    await put('chosen.png');
    await arrivals.pickFiles(projectId);
    await expect.poll(() => taken.length).toBe(1);
    await arrivals.pickFolder(projectId);
    expect(arrivals.intake(projectId)).toBeNull();
  });

  it('a file made from a held one takes its place', async () => {
    const { arrivals } = createArrivalsRig(dir);
    await arrivals.add(projectId, [await put('wrong.mp4')]);
    const fileId = arrivals.held(projectId)[0]?.mediaId ?? '';
    const job = {
      id: 'j',
      projectId,
      fileId,
      kind: 'convert',
      name: '',
      progress: 1,
      startedAt: 0,
      endedAt: null,
      failure: null,
      result: null,
      source: { name: 'wrong.mp4', bytes: 1 },
    } as const;
    arrivals.follow({ type: 'workshop-job', job: { ...job, state: 'ready' } });
    expect(arrivals.held(projectId)).toHaveLength(1);
    arrivals.follow({ type: 'workshop-job', job: { ...job, state: 'used' } });
    expect(arrivals.held(projectId)).toEqual([]);
  });
});
