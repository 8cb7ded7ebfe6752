import { existsSync } from 'node:fs';
import { type Batches, createBatches } from './batches.ts';
import { done } from '../../shared/result.ts';
import type { Env } from '../app/env.ts';
import type { Turns } from '../turns/turns.ts';
import type { Projects } from '../projects/projects.ts';
import type { Stores } from '../storage/stores.ts';
import { checkFile } from '../uploads/file-check.ts';
import type { Uploads } from '../uploads/uploads.ts';
import type { Exports } from '../exports/exports.ts';

export type OpenBatchesDeps = {
  readonly stores: Pick<Stores, 'batches' | 'uploads'>;
  readonly projects: Projects;
  readonly uploads: Uploads;
  readonly turns: Turns;
  readonly exports: Exports;
};

/** Batches over the rooms of the app. */
export function openBatches(env: Env, { stores, projects, uploads, turns, exports }: OpenBatchesDeps): Batches {
  return createBatches(env, {
    store: stores.batches,
    projects,
    uploads: {
      get: (id) => stores.uploads.get(id)?.upload ?? null,
      take: async (projectId, path, as) => {
        const checked = await checkFile(path);
        if (!checked.ok) return checked;
        uploads.take(projectId, [{ path, file: checked.value, as }]);
        return done;
      },
      retry: uploads.retry,
      remove: uploads.remove,
    },
    conversation: {
      turn: turns.turn,
      send: (message) => turns.send({ ...message, beside: true }),
      release: turns.release,
      heldBack: turns.heldBack,
      stop: turns.stop,
    },
    exports: {
      get: exports.get,
      begin: async (wish) => {
        // Whatever else the user says in the project meanwhile, the item's own answer is there.
        const begun = await exports.begin({ ...wish, whileRunning: 'now' });
        return begun.ok ? done : begun;
      },
      retry: exports.retry,
      cancel: exports.cancel,
      reserved: exports.reserved,
    },
    exists: existsSync,
  });
}
