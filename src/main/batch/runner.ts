import { type BatchMode, type BatchSummary, countItems, isItemOver } from '../../shared/domain/batch.ts';
import type { Env } from '../app/env.ts';
import type { BatchContext } from './context.ts';
import { fail, runItem } from './run-item.ts';

/** Runs the items of batches, and ends a batch whose items are all over. */
export type BatchRunner = {
  /** Begins the items whose turn it is, and ends the batch where nothing is left. */
  readonly advance: (batchId: string) => void;
  /** Runs this item now, whatever the state of its batch. */
  readonly run: (batchId: string, itemId: string) => void;
  readonly isRunning: (itemId: string) => boolean;
  /** Whether an item of this batch (null: of any) runs. */
  readonly isBusy: (batchId: string | null) => boolean;
  /** Items whose failure could not be written down may begin again. */
  readonly forgetStuck: () => void;
  /** Resolves when the items that run now have ended. */
  readonly settled: () => Promise<void>;
};

/** How many items of a batch run at once; those of one project go strictly one after the other. */
const atOnce: Readonly<Record<BatchMode, number>> = { each: 2, one: 1 };

export function createBatchRunner({ bus, report }: Pick<Env, 'bus' | 'report'>, context: BatchContext): BatchRunner {
  const { journal, closing } = context;
  const running = new Map<string, { readonly batchId: string; readonly done: Promise<void> }>();
  /** Items whose failure could not be written down: begun again by themselves they would fail for ever. */
  const stuck = new Set<string>();

  const countRunning = (batchId: string): number =>
    [...running.values()].filter((one) => one.batchId === batchId).length;

  const tell = (batchId: string, state: BatchSummary['state']): void => {
    const counts = countItems(journal.items(batchId).map(({ item }) => item));
    bus.emit({ type: 'batch-ended', summary: { batchId, state, counts } });
  };

  const run = (batchId: string, itemId: string): void => {
    if (running.has(itemId)) return;
    // The item starts after `running` knows it.
    const done = Promise.resolve()
      .then(() => runItem(context, itemId))
      .catch((error: unknown) => failItem(itemId, error))
      .finally(() => {
        running.delete(itemId);
        if (!closing.aborted) itemEnded(batchId);
      })
      .catch(report);
    running.set(itemId, { batchId, done });
  };

  const failItem = (itemId: string, error: unknown): void => {
    report(error);
    const record = journal.item(itemId);
    if (record === null || isItemOver(record.item.state) || closing.aborted) return;
    try {
      fail(context, record, { code: 'internal' });
    } catch (again) {
      stuck.add(itemId);
      report(again);
    }
  };

  const itemEnded = (batchId: string): void => {
    advance(batchId);
    const head = journal.batch(batchId)?.head;
    if (head?.state === 'paused' && head.pause?.by !== 'user' && countRunning(batchId) === 0) tell(batchId, 'paused');
  };

  const advance = (batchId: string): void => {
    const batch = journal.batch(batchId);
    if (batch === null) return;
    const items = journal.items(batchId);
    const { state, mode, pause } = batch.head;
    if (state === 'running') {
      const free = Math.max(0, atOnce[mode] - countRunning(batchId));
      const next = items.filter(({ item }) => item.state === 'waiting' && !running.has(item.id) && !stuck.has(item.id));
      for (const { item } of next.slice(0, free)) run(batchId, item.id);
    }
    const isOpen = state === 'running' || state === 'paused';
    // What made the batch pause is tried again when the user goes on, so the batch is not over.
    if (!isOpen || pause?.by === 'failure' || !items.every(({ item }) => isItemOver(item.state))) return;
    journal.moveBatch(batchId, 'finish');
    tell(batchId, 'done');
  };

  return {
    advance,
    run,
    isRunning: (itemId) => running.has(itemId),
    isBusy: (batchId) => (batchId === null ? running.size > 0 : countRunning(batchId) > 0),
    forgetStuck: () => stuck.clear(),
    settled: async () => void (await Promise.all([...running.values()].map(({ done }) => done))),
  };
}
