import { existsSync } from 'node:fs';
import type { BatchSummary } from '../shared/domain/batch.ts';
import type { AppEvent } from '../shared/contract/events.ts';
import { done } from '../shared/result.ts';
import { type Batches, createBatches } from './batch/batches.ts';
import type { Clock } from './clock.ts';
import type { Turns } from './turns/turns.ts';
import type { Exports } from './exports/exports.ts';
import type { Projects } from './projects/projects.ts';
import type { Stores } from './storage/stores.ts';
import { checkFile } from './uploads/file-check.ts';
import type { Uploads } from './uploads/uploads.ts';

export type BatchWorkspaceParts = {
  readonly stores: Stores;
  readonly projects: Projects;
  readonly uploads: Uploads;
  readonly conversation: Turns;
  readonly exports: Exports;
  readonly clock: Clock;
  readonly emit: (event: AppEvent) => void;
  readonly batchEnded: (summary: BatchSummary) => void;
  readonly report: (error: unknown) => void;
};

/** Batches over the rooms of a workspace. */
export function openBatches(parts: BatchWorkspaceParts): Batches {
  const { stores, projects, uploads, conversation, exports } = parts;

  return createBatches({
    store: stores.batches,
    clock: parts.clock,
    emit: parts.emit,
    batchEnded: parts.batchEnded,
    report: parts.report,
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
      turn: conversation.turn,
      send: (message) => conversation.send({ ...message, beside: true }),
      release: conversation.release,
      heldBack: conversation.heldBack,
      stop: conversation.stop,
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
