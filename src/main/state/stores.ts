import type { ExportJob } from '../../shared/domain/export-job.ts';
import type { Project } from '../../shared/domain/project.ts';
import type { Turn } from '../../shared/domain/turn.ts';
import type { Upload } from '../../shared/domain/upload.ts';

/** The project's room in the cloud. None of these ids ever leaves main. */
export type Session = {
  readonly sessionId: string;
  readonly taskId: string;
  readonly bindId: string | null;
};

/** A write has reached the disk when the function returns (SQLite, `synchronous=FULL`); lists are oldest first. */
export type ProjectStore = {
  readonly list: () => readonly Project[];
  readonly get: (id: string) => Project | null;
  readonly save: (project: Project) => void;
  readonly session: (id: string) => Session | null;
  readonly setSession: (id: string, session: Session | null) => void;
};

export type TurnStore = {
  readonly list: (projectId: string) => readonly Turn[];
  readonly get: (id: string) => Turn | null;
  readonly save: (turn: Turn) => void;
  /** Turns that were under way when the app last ended. */
  readonly unfinished: () => readonly Turn[];
};

/** A draft exactly as the cloud sent it, unknown keys included. */
export type StoredDraft = {
  readonly projectId: string;
  readonly version: number;
  readonly turnId: string | null;
  readonly draft: unknown;
};

export type DraftStore = {
  readonly latest: (projectId: string) => StoredDraft | null;
  /** Keeps the draft as the project's next version. */
  readonly add: (projectId: string, turnId: string | null, draft: unknown) => StoredDraft;
};

export type UploadRecord = { readonly upload: Upload; readonly path: string };

export type UploadStore = {
  readonly list: (projectId: string) => readonly UploadRecord[];
  readonly get: (id: string) => UploadRecord | null;
  readonly save: (record: UploadRecord) => void;
  readonly remove: (id: string) => void;
  /** Uploads that were waiting or running when the app last ended. */
  readonly unfinished: () => readonly UploadRecord[];
};

/** All that an export needs to go on after a crash. The draft is frozen with the job. */
export type ExportRecord = {
  readonly job: ExportJob;
  readonly sessionId: string;
  readonly draft: unknown;
  readonly targetPath: string;
  /** Written down before it is submitted; a repeat gets a new one. */
  readonly renderId: string | null;
  /** Renders submitted for this try of the user's, 0..2. */
  readonly renders: number;
  readonly outputUrl: string | null;
};

export type ExportStore = {
  readonly list: () => readonly ExportRecord[];
  readonly get: (id: string) => ExportRecord | null;
  readonly save: (record: ExportRecord) => void;
};

export type Stores = {
  readonly projects: ProjectStore;
  readonly turns: TurnStore;
  readonly drafts: DraftStore;
  readonly uploads: UploadStore;
  readonly exports: ExportStore;
};
