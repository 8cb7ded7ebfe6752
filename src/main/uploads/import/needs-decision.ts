import { randomUUID } from 'node:crypto';
import type { FileNeedingDecision, DecisionReason } from '../../../shared/domain/needs-decision.ts';
import type { MediaKind } from '../../../shared/domain/upload.ts';
import type { MediaRegistry } from '../../media/registry.ts';
import type { DecisionRecord, DecisionStore } from '../../storage/stores.ts';

type DecisionParts = {
  readonly store: DecisionStore;
  readonly registry: Pick<MediaRegistry, 'file'>;
  readonly emit: (needsDecision: FileNeedingDecision) => void;
  readonly emitRemoved: (projectId: string, decisionId: string) => void;
};

type DecisionInput = {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly kind: MediaKind | null;
  readonly reason: DecisionReason;
};

/** Files that were not sent although something can be made of them; they wait for the user, over restarts. */
export type NeedsDecision = {
  readonly add: (projectId: string, input: DecisionInput) => void;
  readonly list: (projectId: string) => readonly FileNeedingDecision[];
  readonly get: (id: string) => DecisionRecord | null;
  /** False where there is none. */
  readonly remove: (id: string) => boolean;
};

export function createNeedsDecision({ store, registry, emit, emitRemoved }: DecisionParts): NeedsDecision {
  /** Media ids last for one run of the app. */
  const shown = ({ file, path }: DecisionRecord): FileNeedingDecision => ({ ...file, mediaId: registry.file(path) });
  return {
    add: (projectId, { path, ...input }) => {
      // The same file for the same reason is one card, however often it is dropped.
      const before = store
        .list(projectId)
        .find((record) => record.path === path && record.file.reason.kind === input.reason.kind);
      const record: DecisionRecord = { file: { id: before?.file.id ?? randomUUID(), projectId, ...input }, path };
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
