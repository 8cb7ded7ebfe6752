import { randomUUID } from 'node:crypto';
import type { BatchOrder } from '../../src/main/batch/batches.ts';
import type { CloudError } from '../../src/main/api/errors.ts';
import type { Stores } from '../../src/main/storage/stores.ts';
import type { Failure } from '../../src/shared/domain/failure.ts';
import type { FakeClock } from './fake-clock.ts';
import { temporaryStores } from './temporary-stores.ts';

/** All that outlasts a crash, and the cloud. */
export type BatchWorld = {
  readonly stores: Stores;
  readonly clock: FakeClock;
  /** The messages that reached the cloud, in all lives. */
  readonly posts: string[];
  readonly settings: { dailyCeiling: number | null };
  /** How the next posts end without a stream, first in first out. */
  readonly refusals: CloudError[];
  /** Why the next files are refused at once. */
  readonly fileRefusals: Failure[];
  /** Why the next exports do not begin. */
  readonly exportRefusals: Failure[];
  readonly existing: Set<string>;
};

export function createWorld(clock: FakeClock): BatchWorld {
  return {
    stores: temporaryStores(),
    clock,
    posts: [],
    settings: { dailyCeiling: null },
    refusals: [],
    fileRefusals: [],
    exportRefusals: [],
    existing: new Set(),
  };
}

export function anOrder(count: number, change: Partial<BatchOrder> = {}): BatchOrder {
  const files = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    name: `clip ${index + 1}.mp4`,
    bytes: 1000,
    kind: 'video' as const,
    path: `/clips/clip ${index + 1}.mp4`,
    own: '',
  }));
  return { files, template: 'Trim {name} ({n})', mode: 'each', projectId: null, exports: null, ...change };
}

export const toFolder = { folder: '/videos', pattern: '{name}' };

const writes = new Set([
  'save',
  'saveAll',
  'saveItem',
  'saveBatch',
  'add',
  'remove',
  'appendText',
  'setSession',
  'setCanvas',
  'setTurnStart',
  'renew',
  'reorder',
  'purge',
]);

/** Stores whose writes all fail once the life has ended, like those of a process that is gone. */
export function mortal(stores: Stores, beforeWrite: () => void): Stores {
  const guard = <T extends object>(store: T): T =>
    new Proxy(store, {
      get: (target, key) => {
        const member = Reflect.get(target, key) as unknown;
        if (typeof member !== 'function' || !writes.has(String(key))) return member;
        return (...given: readonly unknown[]) => {
          beforeWrite();
          return (member as (...args: readonly unknown[]) => unknown)(...given);
        };
      },
    });
  return Object.fromEntries(Object.entries(stores).map(([name, store]) => [name, guard(store as object)])) as never;
}
