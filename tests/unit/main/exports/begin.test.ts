import { describe, expect, it } from 'vitest';
import { toFailure } from '../../../../src/main/api/errors.ts';
import { openExports, type ExportsDeps, type ExportRequest } from '../../../../src/main/exports/exports.ts';
import { err, ok } from '../../../../src/shared/result.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { temporaryStores } from '../../../support/temporary-stores.ts';
import { project, projectId } from './rig.ts';

const draft = { t: [{ tt: 0, sg: [{ d: 1 }] }] };
const target = { path: '/videos/a.mp4', replaces: false };
const never = () => new Promise<never>(() => undefined);

type Change = {
  readonly running?: boolean;
  readonly settling?: boolean;
  readonly dialog?: 'closed';
  readonly ask?: ExportsDeps['reader']['ask'];
};

/** What the cloud says of the project's session. */
const answer = (draft: unknown): ExportsDeps['reader']['ask'] => {
  const timeline = { version: 3, durationMs: 1, tracks: [], summary: '' };
  return () => Promise.resolve(ok({ draft, reading: { changed: false, changes: [], timeline } }));
};
const untouched = () => Promise.reject(new Error('not to be asked'));

async function begun(request: Omit<ExportRequest, 'projectId'>, change: Change = {}) {
  const asked: string[] = [];
  const stores = temporaryStores();
  stores.projects.save(project);
  const exports = openExports(
    {
      clock: createFakeClock(),
      timings: { renderPollMs: 1 },
      report: () => undefined,
      bus: { emit: () => undefined },
      locale: () => 'en',
    },
    {
      written: () => Promise.resolve(),
      cloud: { submitRender: never, renderStatus: never, cancelRender: never, openFile: never, createSession: never },
      stores: {
        exports: stores.exports,
        projects: { session: () => ({ sessionId: 's', taskId: 't', bindId: null }) },
        drafts: { get: (_, version) => (version === 1 ? { projectId, version, turnId: null, draft } : null) },
      },
      describe: toFailure,
      projects: { get: () => null },
      reader: { ask: change.ask ?? answer(draft) },
      sessions: { forget: () => false },
      registry: { file: () => 'media' },
      mediaJobs: { look: () => undefined, detectBlank: never },
      turns: { isRunning: () => change.running ?? false, isSettling: () => change.settling ?? false },
      place: () => ({ folder: null, pattern: '' }),
      chooseTarget: (name) => {
        asked.push(name);
        return Promise.resolve(change.dialog === 'closed' ? null : target.path);
      },
    },
  );
  const result = await exports.begin({ projectId, ...request });
  const orders = stores.exports.list().map(({ job, sessionId, targetPath, replaces }) => ({
    frozen: job.state === 'waiting' ? null : { sessionId, draft: stores.exports.draft(job.id), version: job.version },
    target: { path: targetPath, replaces },
    batchId: job.batchId,
  }));
  return { result, orders, asked };
}

const cut = { sessionId: 's', draft, version: 3 };
const order = { frozen: cut, target, batchId: null };

describe('before an export', () => {
  it('the present cut is read and frozen', async () => {
    expect(await begun({})).toEqual({ result: ok('started'), orders: [order], asked: ['Rushes.mp4'] });
  });

  it('nothing to export is said before a place is asked for', async () => {
    const nothing = { result: err({ code: 'nothing-to-export' }), orders: [], asked: [] };
    expect(await begun({}, { ask: answer({ t: [] }) })).toEqual(nothing);
    expect(await begun({ version: 9 })).toEqual(nothing);
  });

  it('a cloud that cannot be asked is told', async () => {
    const ask = () => Promise.resolve(err({ kind: 'offline', reason: 'unreachable' } as const));
    expect((await begun({}, { ask })).result).toEqual(err({ code: 'offline' }));
  });

  it('closing the dialog starts nothing', async () => {
    expect(await begun({}, { dialog: 'closed' })).toMatchObject({ result: ok('cancelled'), orders: [] });
  });

  it('an answer under way is asked about first', async () => {
    expect(await begun({}, { running: true })).toEqual({ result: ok('answer-running'), orders: [], asked: [] });
  });

  it('an answer that is only being settled is waited for unasked, but not by who wants what is there now', async () => {
    const settling = { running: true, settling: true };
    const { result, orders } = await begun({}, { ...settling, ask: untouched });
    expect([result, orders]).toEqual([ok('started'), [{ ...order, frozen: null }]]);
    expect((await begun({ whileRunning: 'now' }, settling)).orders).toEqual([order]);
    expect((await begun({ version: 1 }, settling)).orders).toMatchObject([{ frozen: { version: 1 } }]);
  });

  it('waiting for it freezes nothing yet, and goes without asking the cloud', async () => {
    const { result, orders } = await begun({ whileRunning: 'wait' }, { running: true, ask: untouched });
    expect([result, orders]).toEqual([ok('started'), [{ ...order, frozen: null }]]);
  });

  it('what is there now can be had at once', async () => {
    expect((await begun({ whileRunning: 'now' }, { running: true })).orders).toEqual([order]);
  });

  it('an answer that has ended while the user thought is not waited for', async () => {
    expect((await begun({ whileRunning: 'wait' })).orders).toEqual([order]);
  });

  it('a past version is exported as it was, whatever is under way', async () => {
    const { orders } = await begun({ version: 1 }, { running: true });
    expect(orders).toEqual([{ ...order, frozen: { ...cut, version: 1 } }]);
  });

  it('a place that is given is not asked for, and nothing is replaced there', async () => {
    const { orders, asked } = await begun({ targetPath: '/b.mp4', batchId: 'batch' });
    expect(orders).toEqual([{ ...order, target: { path: '/b.mp4', replaces: false }, batchId: 'batch' }]);
    expect(asked).toEqual([]);
  });
});
