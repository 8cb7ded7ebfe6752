import { describe, expect, it } from 'vitest';
import { retryWrites } from '../../../../src/main/storage/retry-writes.ts';
import type { Stores } from '../../../../src/main/storage/stores.ts';
import type { Failure } from '../../../../src/shared/domain/failure.ts';
import { mortal } from '../../../support/batch-world.ts';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.ts';
import { temporaryStores } from '../../../support/temporary-stores.ts';
import { anExport, anUpload, aProject, aTurn } from './samples.ts';

type Rig = {
  readonly disk: Stores;
  readonly stores: Stores;
  readonly clock: FakeClock;
  readonly told: (Failure | null)[];
  readonly faults: unknown[];
  readonly close: () => void;
  full: boolean;
};

const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
const project = aProject();

function createRig(): Rig {
  const disk = temporaryStores();
  disk.projects.save(project);
  const clock = createFakeClock();
  const told: (Failure | null)[] = [];
  const faults: unknown[] = [];
  const failing = mortal(disk, () => {
    if (rig.full) throw full;
  });
  const kept = retryWrites(failing, {
    clock,
    retryMs: 5_000,
    onTrouble: (failure) => told.push(failure),
    report: (error) => faults.push(error),
  });
  const rig: Rig = { disk, stores: kept.stores, clock, told, faults, close: kept.close, full: false };
  return rig;
}

describe('while the disk is full', () => {
  it('a turn goes on and ends in memory, and is written when there is room', async () => {
    const rig = createRig();
    const turn = aTurn(project.id, { state: 'streaming', parts: [] });
    rig.stores.turns.save(turn);
    rig.full = true;
    rig.stores.turns.appendText(turn.id, 0, 0, 'Half ');
    rig.stores.turns.appendText(turn.id, 0, 5, 'an answer');
    const half = [{ kind: 'text', text: 'Half an answer' }] as const;
    expect(rig.stores.turns.get(turn.id)?.parts).toEqual(half);
    rig.stores.turns.save({ ...turn, state: 'done', parts: half });
    expect(rig.stores.turns.page(project.id, { limit: 9 }).turns).toMatchObject([{ state: 'done', parts: half }]);
    expect(rig.disk.turns.get(turn.id)).toMatchObject({ state: 'streaming', parts: [] });
    expect(rig.told.at(-1)).toEqual({ code: 'disk-full' });
    await rig.clock.advance(5_000);
    expect(rig.told.at(-1)).toEqual({ code: 'disk-full' });
    rig.full = false;
    await rig.clock.advance(5_000);
    expect(rig.disk.turns.get(turn.id)).toMatchObject({ state: 'done', parts: half });
    expect(rig.told.at(-1)).toBeNull();
    expect(rig.faults).toEqual([full]);
  });

  it('a turn whose text is not on the disk is written whole, although it is to stay as it came', async () => {
    const rig = createRig();
    const turn = aTurn(project.id, { state: 'streaming', parts: [] });
    rig.stores.turns.save(turn);
    rig.full = true;
    rig.stores.turns.appendText(turn.id, 0, 0, 'An answer');
    const whole = [{ kind: 'text', text: 'An answer' }] as const;
    rig.full = false;
    rig.stores.turns.save({ ...turn, state: 'done', parts: whole }, [0]);
    expect(rig.disk.turns.get(turn.id)).toMatchObject({ state: 'done', parts: whole });
    await rig.clock.advance(5_000);
    expect(rig.disk.turns.get(turn.id)).toMatchObject({ state: 'done', parts: whole });
  });

  it('nothing new begins, and no message goes out', () => {
    const rig = createRig();
    const turn = aTurn(project.id, { state: 'queued' });
    rig.stores.turns.save(turn);
    const { upload } = anUpload(project.id);
    rig.full = true;
    expect(() => rig.stores.turns.save(aTurn(project.id))).toThrow(full);
    expect(() => rig.stores.turns.save({ ...turn, state: 'sending' })).toThrow(full);
    expect(() => rig.stores.uploads.saveAll([anUpload(project.id)])).toThrow(full);
    expect(() => rig.stores.uploads.save({ ...anUpload(project.id), upload })).toThrow(full);
    expect(() => rig.stores.exports.add(anExport(project.id))).toThrow(full);
  });

  it('a message that was taken back waits no more', () => {
    const rig = createRig();
    const turn = aTurn(project.id, { state: 'queued' });
    rig.stores.turns.save(turn);
    rig.full = true;
    rig.stores.turns.save({ ...turn, state: 'failed' });
    expect(rig.stores.turns.queued(project.id)).toEqual([]);
  });

  it('versions come in their order', async () => {
    const rig = createRig();
    const info = { at: 0, changes: [] };
    rig.stores.drafts.add(project.id, null, { n: 1 }, info);
    rig.full = true;
    rig.stores.drafts.add(project.id, 'turn', { n: 2 }, info);
    rig.full = false;
    expect(rig.stores.drafts.add(project.id, null, { n: 3 }, info).version).toBe(3);
    expect(rig.stores.drafts.latest(project.id)).toMatchObject({ version: 3, draft: { n: 3 } });
    expect(rig.stores.drafts.get(project.id, 2)?.draft).toEqual({ n: 2 });
    expect(rig.stores.drafts.ofTurn(project.id, 'turn')).toBe(2);
    await rig.clock.advance(5_000);
    expect(rig.disk.drafts.get(project.id, 2)?.draft).toEqual({ n: 2 });
    expect(rig.disk.drafts.latest(project.id)).toMatchObject({ version: 3, draft: { n: 3 } });
  });

  it('uploads and exports go on, and what is written last counts', async () => {
    const rig = createRig();
    const [upload, job] = [anUpload(project.id), anExport(project.id)];
    rig.stores.uploads.save(upload);
    rig.stores.exports.add(job);
    rig.full = true;
    rig.stores.uploads.save({ ...upload, upload: { ...upload.upload, state: 'uploading' } });
    rig.stores.uploads.save({ ...upload, upload: { ...upload.upload, state: 'uploaded' } });
    rig.stores.exports.save({ ...job, renderId: 'r' });
    expect(rig.stores.uploads.list(project.id)).toMatchObject([{ upload: { state: 'uploaded' } }]);
    expect(rig.stores.exports.get(job.job.id)?.renderId).toBe('r');
    rig.full = false;
    rig.close();
    expect(rig.disk.uploads.get(upload.upload.id)?.upload.state).toBe('uploaded');
    expect(rig.disk.exports.get(job.job.id)?.renderId).toBe('r');
  });
});
