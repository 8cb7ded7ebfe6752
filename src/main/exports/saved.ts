import type { AppEvent } from '../../shared/contract/events.ts';
import type { MediaRegistry } from '../media/registry.ts';
import type { ExportStore } from '../storage/stores.ts';
import type { Exports } from './exports.ts';

/** Exports that are over, and their files. */
export type SavedExports = {
  /** Where the file of a saved export should be; null for any other. */
  readonly path: (exportId: string) => string | null;
  /** Gives the id that plays the file, and has it looked into. */
  readonly look: (path: string) => string;
  /** Takes an export that is over off the list; false for any other. */
  readonly remove: (exportId: string) => boolean;
};

export function createSavedExports(parts: {
  readonly store: Pick<ExportStore, 'get'>;
  readonly exports: Pick<Exports, 'forget'>;
  readonly registry: Pick<MediaRegistry, 'file'>;
  readonly mediaJobs: { readonly look: (mediaId: string) => void };
  readonly emit: (event: AppEvent) => void;
}): SavedExports {
  const { store, exports, registry, mediaJobs, emit } = parts;
  return {
    path: (exportId) => {
      const record = store.get(exportId);
      return record?.job.state === 'saved' ? record.targetPath : null;
    },
    look: (path) => {
      const mediaId = registry.file(path);
      mediaJobs.look(mediaId);
      return mediaId;
    },
    remove: (exportId) => {
      const removed = exports.forget(exportId);
      if (removed) emit({ type: 'export-removed', exportId });
      return removed;
    },
  };
}
