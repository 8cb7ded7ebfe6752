import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UploadRecord } from '../../../../../src/main/storage/stores.ts';
import { createImportsRig, png, projectId, uploadOf } from '../../../../support/imports-rig.ts';
import { done, err } from '../../../../../src/shared/result.ts';

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
    const { imports, taken, events } = createImportsRig(dir);
    const paths = [await put('b.png'), await put('wrong.mp4'), await put('text.png', 'words'), await put('a.png')];
    await imports.add(projectId, paths);
    expect(taken.map(({ file }) => file.name)).toEqual(['b.png', 'a.png']);
    expect(imports.needsDecision(projectId)).toMatchObject([
      { name: 'wrong.mp4', kind: 'image', reason: { kind: 'misnamed', name: 'wrong.png' } },
    ]);
    expect(events).toContainEqual({
      type: 'upload-refused',
      projectId,
      name: 'text.png',
      failure: { code: 'unsupported-file', params: { name: 'text.png' } },
    });
    expect(events.filter(({ type }) => type === 'import-review')).toEqual([]);
  });

  it('that were held are sent as the user says, once', async () => {
    const { imports, taken, events } = createImportsRig(dir);
    await imports.add(projectId, [await put('wrong.mp4')]);
    const id = imports.needsDecision(projectId)[0]?.id ?? '';
    expect(await Promise.all([imports.attachUndecided(id), imports.attachUndecided(id)])).toEqual([done, done]);
    expect(taken).toEqual([
      { path: join(dir, 'wrong.mp4'), file: { name: 'wrong.png', bytes: png.length, kind: 'image' } },
    ]);
    expect(events.at(-1)).toEqual({ type: 'needs-decision-removed', projectId, decisionId: id });
    expect(await imports.attachUndecided(id)).toEqual(err({ code: 'not-found' }));
  });

  it('that are held and gone meanwhile say so, and stay', async () => {
    const { imports, taken } = createImportsRig(dir);
    const path = await put('wrong.mp4');
    await imports.add(projectId, [path]);
    await rm(path);
    const id = imports.needsDecision(projectId)[0]?.id ?? '';
    expect(await imports.attachUndecided(id)).toMatchObject({ error: { code: 'file-unreadable' } });
    expect(imports.needsDecision(projectId)).toHaveLength(1);
    expect(taken).toEqual([]);
  });

  it('say which format they have where something could be made of it', async () => {
    const { imports, events } = createImportsRig(dir);
    await imports.add(projectId, [await put('wrong.mp4'), await put('scan.tif', 'II*\0')]);
    const scan = imports.needsDecision(projectId).find(({ name }) => name === 'scan.tif');
    expect(scan?.reason).toEqual({ kind: 'convertible', format: 'tif' });
    expect(events).toContainEqual(expect.objectContaining({ type: 'needs-decision' }));
  });

  it('are held once, however often they come', async () => {
    const { imports } = createImportsRig(dir);
    const path = await put('wrong.mp4');
    await imports.add(projectId, [path]);
    await imports.add(projectId, [path]);
    expect(imports.needsDecision(projectId)).toHaveLength(1);
    imports.dismissUndecided(imports.needsDecision(projectId)[0]?.id ?? '');
    expect(imports.needsDecision(projectId)).toEqual([]);
  });
});

describe('a file that is in the project already', () => {
  it('waits for the user; what is there can be taken', async () => {
    const { imports, stores, taken, reused } = createImportsRig(dir);
    const record = uploadOf(await put('first.png'));
    stores.uploads.save(record);
    await imports.add(projectId, [await put('again.png')]);
    expect(taken).toEqual([]);
    const [needsDecision] = imports.needsDecision(projectId);
    expect(needsDecision?.reason).toEqual({ kind: 'duplicate', name: 'first.png', uploadId: record.upload.id });
    expect(imports.useExisting(needsDecision?.id ?? '')).toEqual(done);
    expect(reused).toEqual([record.upload.id]);
    expect(imports.needsDecision(projectId)).toEqual([]);
  });

  it('can be sent again', async () => {
    const { imports, stores, taken } = createImportsRig(dir);
    stores.uploads.save(uploadOf(await put('first.png')));
    await imports.add(projectId, [await put('again.png')]);
    expect(await imports.attachUndecided(imports.needsDecision(projectId)[0]?.id ?? '')).toEqual(done);
    expect(taken.map(({ file }) => file.name)).toEqual(['again.png']);
  });

  it.each<readonly [string, (record: UploadRecord) => UploadRecord]>([
    ['has other content', (record) => ({ ...record, sha256: 'other' })],
    ['went to a session that is gone', (record) => ({ ...record, sha256: null })],
    ['failed', (record) => ({ ...record, upload: { ...record.upload, state: 'failed' } })],
    ['has another size', (record) => ({ ...record, upload: { ...record.upload, bytes: 1 } })],
  ])('is none that %s', async (_case, change) => {
    const { imports, stores, taken } = createImportsRig(dir);
    stores.uploads.save(change(uploadOf(await put('first.png'))));
    await imports.add(projectId, [await put('again.png')]);
    expect(taken).toHaveLength(1);
    expect(imports.needsDecision(projectId)).toEqual([]);
  });

  it('is known by its place while it is still being sent', async () => {
    const { imports, stores, taken } = createImportsRig(dir);
    const path = await put('first.png');
    const record = uploadOf(path, { state: 'uploading', turnId: null });
    stores.uploads.save({ ...record, sha256: null });
    await imports.add(projectId, [path]);
    expect(taken).toEqual([]);
    expect(imports.needsDecision(projectId)).toHaveLength(1);
  });
});

describe('a list to tick', () => {
  it('grows from walk to checks, and gives what is ticked', async () => {
    const { imports, taken, events } = createImportsRig(dir);
    await mkdir(join(dir, 'f'));
    for (const name of ['f/one.png', 'f/two.png', 'f/wrong.mp4', 'f/notes.txt'])
      await put(name, name.endsWith('txt') ? 'words' : png);
    await imports.add(projectId, [join(dir, 'f')]);
    const importReview = imports.importReview(projectId);
    expect(importReview?.rows.map(({ name, folder, check }) => [name, folder, check.state])).toEqual([
      ['notes.txt', 'f', 'refused'],
      ['one.png', 'f', 'usable'],
      ['two.png', 'f', 'usable'],
      ['wrong.mp4', 'f', 'offer'],
    ]);
    const states = events.flatMap((event) =>
      event.type === 'import-rows' ? [event.rows.map(({ check }) => check.state)] : [],
    );
    expect(states[0]).toEqual(['checking', 'checking', 'checking', 'checking']);
    expect(events.findIndex(({ type }) => type === 'import-review')).toBeLessThan(
      events.findIndex(({ type }) => type === 'import-rows'),
    );
    expect(importReview?.state).toBe('ready');
    expect(taken).toEqual([]);

    expect(imports.attach(importReview?.id ?? '', [0, 2, 3, 99])).toEqual(done);
    expect(taken.map(({ file }) => file.name)).toEqual(['two.png']);
    expect(imports.needsDecision(projectId).map(({ name }) => name)).toEqual(['wrong.mp4']);
    expect(imports.importReview(projectId)).toBeNull();
    expect(imports.attach(importReview?.id ?? '', [1])).toEqual(err({ code: 'not-found' }));
  });

  it('is made of many files too, and takes more while it stands', async () => {
    const { imports } = createImportsRig(dir);
    const paths = await Promise.all(Array.from({ length: 12 }, (_, index) => put(`take ${index}.png`)));
    await imports.add(projectId, paths);
    const id = imports.importReview(projectId)?.id;
    await mkdir(join(dir, 'g'));
    await put('g/more.png');
    await imports.add(projectId, [join(dir, 'g')]);
    expect(imports.importReview(projectId)).toMatchObject({ id, state: 'ready' });
    expect(imports.importReview(projectId)?.rows).toHaveLength(13);
    imports.dismissImportReview(id ?? '');
    expect(imports.importReview(projectId)).toBeNull();
  });

  it('of nothing is none: each folder is told of', async () => {
    const { imports, events } = createImportsRig(dir);
    await mkdir(join(dir, 'empty.mp4'));
    await imports.add(projectId, [join(dir, 'empty.mp4')]);
    expect(events).toEqual([
      { type: 'import-review-removed', projectId, reviewId: expect.any(String) as string },
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
    const { imports, taken, stores } = createImportsRig(dir);
    expect(await imports.paste(projectId, [{ bytes: png, type: 'image/png' }])).toEqual(done);
    const [file] = taken;
    expect(file?.file).toMatchObject({
      kind: 'image',
      bytes: png.length,
      name: expect.stringMatching(/^Pasted .*\.png$/) as string,
    });
    const record = uploadOf(file?.path ?? '', { turnId: null });
    stores.uploads.save(record);
    imports.sweep();
    stores.uploads.remove(record.upload.id);
    imports.sweep();
    await expect.poll(() => existsSync(file?.path ?? '')).toBe(false);
  });

  it('an address', async () => {
    const { imports, links } = createImportsRig(dir);
    expect(await imports.addLink(projectId, 'nonsense')).toEqual(err({ code: 'link-malformed' }));
    expect(await imports.addLink(projectId, 'https://example.com/a.mov')).toEqual(done);
    expect(links).toEqual([{ url: 'https://example.com/a.mov', name: 'a.mov', bytes: 0, kind: 'video' }]);
  });

  it('the picker', async () => {
    const { imports, taken } = createImportsRig(dir);
    await put('chosen.png');
    await imports.pickFiles(projectId);
    await expect.poll(() => taken.length).toBe(1);
    await imports.pickFolder(projectId);
    expect(imports.importReview(projectId)).toBeNull();
  });

  it('a file made from a held one takes its place', async () => {
    const { imports } = createImportsRig(dir);
    await imports.add(projectId, [await put('wrong.mp4')]);
    const fileId = imports.needsDecision(projectId)[0]?.mediaId ?? '';
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
    imports.follow({ ...job, state: 'ready' });
    expect(imports.needsDecision(projectId)).toHaveLength(1);
    imports.follow({ ...job, state: 'used' });
    expect(imports.needsDecision(projectId)).toEqual([]);
  });
});
