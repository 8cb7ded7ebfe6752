import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertNever } from '../../../../src/shared/assert-never.ts';
import { type Batch, canRetry, isItemOver, stopsAll } from '../../../../src/shared/domain/batch.ts';
import type { Failure } from '../../../../src/shared/domain/failure.ts';
import { type BatchLife, startLife } from '../../../support/batch-rig.ts';
import { anOrder, type BatchWorld, createWorld, toFolder } from '../../../support/batch-world.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';

/** One thing that happens: to a file, to an answer, to the user, or to the app itself. `n` may name no item. */
type Step =
  | { readonly kind: 'uploaded' | 'exported'; readonly n: number; readonly failure: Failure | null }
  | { readonly kind: 'answer'; readonly n: number; readonly how: 'changed' | 'unchanged' | 'question' }
  | { readonly kind: 'pause' | 'resume' | 'stop' | 'retry-all' | 'export-all' | 'restart' }
  | { readonly kind: 'refuse'; readonly what: 'post' | 'file' | 'export'; readonly wall: boolean }
  | { readonly kind: 'retry' | 'accept' | 'say' | 'delete'; readonly n: number }
  | { readonly kind: 'die'; readonly writes: number };

const count = 5;
const n = fc.integer({ min: 1, max: count });
const failure = fc.option(fc.constantFrom<Failure>({ code: 'interrupted' }, { code: 'disk-full' }), { freq: 3 });
const of = <const K extends Step['kind']>(...kinds: readonly K[]) => fc.constantFrom(...kinds);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: of('uploaded'), n, failure }) },
  { weight: 5, arbitrary: fc.record({ kind: of('exported'), n, failure }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: of('answer'),
      n,
      how: fc.constantFrom('changed', 'changed', 'unchanged', 'question'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: of('pause', 'resume', 'resume', 'retry-all', 'export-all', 'restart') }) },
  { weight: 1, arbitrary: fc.record({ kind: of('stop') }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: of('refuse'), what: fc.constantFrom('post', 'file', 'export'), wall: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ kind: of('retry', 'accept', 'say'), n }) },
  { weight: 1, arbitrary: fc.record({ kind: of('delete'), n }) },
  { weight: 3, arbitrary: fc.record({ kind: of('die'), writes: fc.nat(12) }) },
);

/** What happens while the app runs. */
type LocalCommand = Exclude<Step, { readonly kind: 'die' }>;

/** How often the user has asked for another try of an item: each allows one more message. */
type Tries = Map<string, number>;

function allow(tries: Tries, items: Batch['items'], which: (item: Batch['items'][number]) => boolean): void {
  for (const item of items)
    if (canRetry(item) && which(item)) tries.set(item.message, (tries.get(item.message) ?? 0) + 1);
}

function localCommand(life: BatchLife, world: BatchWorld, tries: Tries, what: LocalCommand): void {
  const { batches } = life;
  const [batch] = batches.list();
  if (!batch) return;
  const item = 'n' in what ? batch.items[what.n - 1] : undefined;
  switch (what.kind) {
    case 'uploaded':
      return life.uploaded(what.n, what.failure ?? undefined);
    case 'exported':
      return life.exported(what.n, what.failure ?? undefined);
    case 'answer':
      return void life.answer(what.n, what.how);
    case 'pause':
      return void batches.pause(batch.id);
    case 'stop':
      return void batches.stop(batch.id);
    case 'resume':
      allow(tries, batch.items, ({ failure: why }) => why !== null && stopsAll(why));
      return void batches.resume(batch.id, false);
    case 'retry-all':
      allow(tries, batch.items, () => true);
      return void batches.retry(batch.id, null);
    case 'export-all':
      return void batches.exportAll(batch.id, toFolder.folder);
    case 'retry':
      allow(tries, batch.items, ({ id }) => id === item?.id);
      return void batches.retry(batch.id, item?.id ?? '');
    case 'accept':
      return void batches.accept(batch.id, item?.id ?? '');
    case 'say':
      if (item?.projectId && life.projects.get(item.projectId))
        life.say(item.projectId, `by hand ${world.posts.length}`);
      return;
    case 'delete':
      return void life.projects.remove(item?.projectId ?? '');
    case 'refuse':
      if (what.what === 'post')
        world.refusals.push(what.wall ? { kind: 'token-refused', own: true } : { kind: 'session-lost' });
      else if (what.what === 'file') world.fileRefusals.push({ code: what.wall ? 'offline' : 'file-unreadable' });
      else world.exportRefusals.push({ code: what.wall ? 'offline' : 'nothing-to-export' });
      return;
    case 'restart':
      return;
    default:
      assertNever(what);
  }
}

describe.each(['each', 'one'] as const)('any order of events, crashes and restarts, mode %s', (mode) => {
  it('sends a message at most once for each try, loses no item, and comes to an end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 50 }), fc.boolean(), async (steps, exported) => {
        const clock = createFakeClock();
        const world = createWorld(clock);
        const tries: Tries = new Map();
        const faults: unknown[] = [];
        let life = startLife(world);
        const revive = async (): Promise<void> => {
          faults.push(...life.faults);
          life.kill();
          life = startLife(world);
          await clock.advance(0);
        };
        life.batches.start(anOrder(count, { mode, exports: exported ? toFolder : null }));
        for (const what of steps) {
          try {
            if (what.kind === 'restart') await revive();
            else if (what.kind === 'die') life.dieAfter(what.writes);
            else localCommand(life, world, tries, what);
          } catch (error) {
            // A request of the user that the end of the app cuts off.
            if (!life.isDead()) throw error;
          }
          await clock.advance(0);
          if (life.isDead()) await revive();
        }
        await revive();
        // From here on all goes well: it has to come to an end.
        for (const queue of [world.refusals, world.fileRefusals, world.exportRefusals]) queue.length = 0;
        for (let round = 0; round < 30; round += 1) {
          const [batch] = life.batches.list();
          if (batch?.state === 'paused') localCommand(life, world, tries, { kind: 'resume' });
          for (let at = 1; at <= count; at += 1) {
            life.uploaded(at);
            await clock.advance(0);
            await life.answer(at);
            life.exported(at);
          }
          await clock.advance(400_000);
        }
        faults.push(...life.faults);
        const batch = life.batch();
        expect(faults).toEqual([]);
        expect(batch.items.map(({ n: number }) => number)).toEqual([1, 2, 3, 4, 5]);
        expect(batch.items.filter(({ state }) => !isItemOver(state))).toEqual([]);
        expect(['done', 'stopped']).toContain(batch.state);
        for (const { message } of batch.items) {
          const posts = world.posts.filter((text) => text === message).length;
          expect(posts, message).toBeLessThanOrEqual(1 + (tries.get(message) ?? 0));
        }
        const targets = world.stores.exports.list().map(({ targetPath }) => targetPath);
        expect(new Set(targets).size).toBe(targets.length);
        expect(world.stores.batches.list()[0]?.items.map(({ item }) => item)).toEqual(batch.items);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
