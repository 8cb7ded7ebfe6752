import type { Env } from '../app/env.ts';
import type { Stores } from '../storage/stores.ts';
import { createDraftMemory, type OwnNames } from './draft-memory.ts';
import { createDraftVersions, type DraftVersions, type DraftVersionsDeps } from './draft-versions.ts';
import { createRestore, type Restore } from './restore.ts';
import { createVersionReader, type VersionReader } from './version-reader.ts';
import { createStateReader, type StateReader, type StateReaderDeps } from './state-reader.ts';

/** The versions of each project's cut: who reads the present one, and who looks back. */
export type Drafts = {
  readonly draftVersions: DraftVersions;
  readonly reader: StateReader;
  readonly versionReader: VersionReader;
  readonly restore: Restore;
};

export type DraftsDeps = Pick<StateReaderDeps, 'cloud' | 'sessions'> &
  Pick<DraftVersionsDeps, 'registerUrl'> & {
    readonly ownNames: OwnNames;
    readonly stores: Pick<Stores, 'projects' | 'drafts' | 'turns'>;
  };

export function openDrafts(env: Pick<Env, 'bus' | 'clock' | 'timings' | 'locale'>, deps: DraftsDeps): Drafts {
  const { stores } = deps;
  const shared = { ...deps, store: stores.drafts, drafts: createDraftMemory(stores.drafts, deps.ownNames) };
  const draftVersions = createDraftVersions(env, {
    ...shared,
    isOver: (turnId) => !stores.turns.isUnfinished(turnId),
  });
  return {
    draftVersions,
    reader: createStateReader(env, { ...deps, store: stores.projects, draftVersions }),
    restore: createRestore(env, shared),
    versionReader: createVersionReader({ ...shared, canvasConfig: stores.projects.canvas }),
  };
}
