import { randomUUID } from 'node:crypto';
import type { HeldFile, HeldReason } from '../../../shared/domain/needs-decision.ts';
import type { MediaKind } from '../../../shared/domain/upload.ts';
import type { MediaRegistry } from '../../media/registry.ts';
import type { HeldRecord, HeldStore } from '../../storage/stores.ts';

export type HeldParts = {
  readonly store: HeldStore;
  readonly registry: Pick<MediaRegistry, 'file'>;
  readonly emit: (held: HeldFile) => void;
  readonly emitRemoved: (projectId: string, heldId: string) => void;
};

export type HeldInput = {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly kind: MediaKind | null;
  readonly reason: HeldReason;
};

/** Files that were not sent although something can be made of them; they wait for the user, over restarts. */
export type Held = {
  readonly hold: (projectId: string, input: HeldInput) => void;
  readonly list: (projectId: string) => readonly HeldFile[];
  readonly get: (id: string) => HeldRecord | null;
  /** False where there is none. */
  readonly remove: (id: string) => boolean;
};

export function createHeld({ store, registry, emit, emitRemoved }: HeldParts): Held {
  /** Media ids last for one run of the app. */
  const shown = ({ file, path }: HeldRecord): HeldFile => ({ ...file, mediaId: registry.file(path) });
  return {
    hold: (projectId, { path, ...input }) => {
      // The same file for the same reason is one card, however often it is dropped.
      const before = store
        .list(projectId)
        .find((record) => record.path === path && record.file.reason.kind === input.reason.kind);
      const record: HeldRecord = { file: { id: before?.file.id ?? randomUUID(), projectId, ...input }, path };
      store.save(record);
      emit(shown(record));
    },
    list: (projectId) => store.list(projectId).map(shown),
    get: store.get,
    remove: (id) => {
      const record = store.get(id);
      if (record === null) return false;
      store.remove(id);
      emitRemoved(record.file.projectId, id);
      return true;
    },
  };
}
