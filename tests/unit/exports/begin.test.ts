import { describe, expect, it } from 'vitest';
import { beginExport, type BeginExportParts, type ExportWish } from '../../../src/main/exports/begin.ts';
import type { FreshDraft } from '../../../src/main/exports/context.ts';
import type { ExportOrder } from '../../../src/main/exports/exports.ts';
import { toFailure } from '../../../src/main/api/to-failure.ts';
import { err, ok } from '../../../src/shared/result.ts';

const cut: FreshDraft = { sessionId: 's', draft: { t: [{ tt: 0, sg: [{ d: 1 }] }] }, version: 3 };
const target = { path: '/videos/a.mp4', replaces: true };

async function begun(wish: Omit<ExportWish, 'projectId'>, change: Partial<BeginExportParts> = {}) {
  const orders: ExportOrder[] = [];
  const asked: boolean[] = [];
  const result = await beginExport(
    { projectId: 'p', ...wish },
    {
      turnRunning: () => false,
      freshDraft: () => Promise.resolve(ok(cut)),
      pastDraft: (_, version) => (version === 1 ? { ...cut, version } : null),
      chooseTarget: (_, saveAs) => {
        asked.push(saveAs);
        return Promise.resolve(target);
      },
      start: (order) => orders.push(order),
      describe: toFailure,
      ...change,
    },
  );
  return { result, orders, asked };
}

const order = { projectId: 'p', frozen: cut, target, batchId: null };
const running = { turnRunning: () => true };

describe('before an export', () => {
  it('the present cut is read and frozen', async () => {
    expect(await begun({})).toEqual({ result: ok('started'), orders: [order], asked: [false] });
  });

  it('nothing to export is said before a place is asked for', async () => {
    const nothing = { result: err({ code: 'nothing-to-export' }), orders: [], asked: [] };
    expect(await begun({}, { freshDraft: () => Promise.resolve(ok(null)) })).toEqual(nothing);
    expect(await begun({}, { freshDraft: () => Promise.resolve(ok({ ...cut, draft: { t: [] } })) })).toEqual(nothing);
    expect(await begun({ version: 9 })).toEqual(nothing);
  });

  it('a cloud that cannot be asked is told', async () => {
    const offline = () => Promise.resolve(err({ kind: 'offline', reason: 'unreachable' } as const));
    expect((await begun({}, { freshDraft: offline })).result).toEqual(err({ code: 'offline' }));
  });

  it('closing the dialog starts nothing', async () => {
    expect(await begun({}, { chooseTarget: () => Promise.resolve(null) })).toMatchObject({
      result: ok('cancelled'),
      orders: [],
    });
  });

  it('an answer under way is asked about first', async () => {
    expect(await begun({}, running)).toEqual({ result: ok('answer-running'), orders: [], asked: [] });
  });

  it('an answer that is only being settled is waited for unasked, but not by who wants what is there now', async () => {
    const settling = { ...running, turnSettling: () => true };
    const freshDraft = () => Promise.reject(new Error('not to be asked'));
    const { result, orders } = await begun({}, { ...settling, freshDraft });
    expect([result, orders]).toEqual([ok('started'), [{ ...order, frozen: null }]]);
    expect((await begun({ whileRunning: 'now' }, settling)).orders).toEqual([order]);
    expect((await begun({ version: 1 }, settling)).orders).toMatchObject([{ frozen: { version: 1 } }]);
  });

  it('waiting for it freezes nothing yet, and goes without asking the cloud', async () => {
    const freshDraft = () => Promise.reject(new Error('not to be asked'));
    const { result, orders } = await begun({ whileRunning: 'wait' }, { ...running, freshDraft });
    expect([result, orders]).toEqual([ok('started'), [{ ...order, frozen: null }]]);
  });

  it('what is there now can be had at once', async () => {
    expect((await begun({ whileRunning: 'now' }, running)).orders).toEqual([order]);
  });

  it('an answer that has ended while the user thought is not waited for', async () => {
    expect((await begun({ whileRunning: 'wait' })).orders).toEqual([order]);
  });

  it('a past version is exported as it was, whatever is under way', async () => {
    expect((await begun({ version: 1 }, running)).orders).toEqual([{ ...order, frozen: { ...cut, version: 1 } }]);
  });

  it('a place that is given is not asked for, and nothing is replaced there', async () => {
    const { orders, asked } = await begun({ targetPath: '/b.mp4', batchId: 'batch' });
    expect(orders).toEqual([{ ...order, target: { path: '/b.mp4', replaces: false }, batchId: 'batch' }]);
    expect(asked).toEqual([]);
  });
});
