import { defaultPreferences, type ProjectView, type Snapshot } from '../../shared/domain/app-state.ts';
import { defaultNetwork } from '../../shared/domain/network.ts';
import type { MediaInfo } from '../../shared/domain/media-info.ts';
import type { BatchFile, BatchFiles } from '../../shared/domain/batch.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { PastVersion } from '../../shared/domain/version.ts';
import type { Activity } from '../../shared/domain/turn.ts';
import type { MediaKind } from '../../shared/domain/media-job.ts';

/** What a project's newest turn is up to, known even while another project is on screen. */
export type Pulse = {
  /** Null while only a snapshot told that something is at work. */
  readonly turnId: string | null;
  readonly working: boolean;
  readonly activity: Activity | null;
  /** It failed, or nobody knows what became of it. */
  readonly troubled: boolean;
  /** It asks something by a card. */
  readonly asks: boolean;
};

/** A file that was turned away before its first byte; `id` counts up. */
export type Refusal = { readonly id: number; readonly name: string; readonly failure: Failure };

/** A file whose tools are open; `bytes` and `name` are its own. */
export type MediaJobEntry = {
  readonly kind: MediaKind;
  readonly projectId: string;
  readonly fileId: string;
  readonly name: string;
  readonly bytes: number;
  /** What comes of it goes to the batch that is being put together, not to the project. */
  readonly forBatch?: true;
};

/** A project that was just deleted and can still come back. */
export type Undo = { readonly projectId: string; readonly name: string };

/** Where the conversation is to be scrolled to: a turn that a search found, or null for the end. A new object each time. */
export type Target = { readonly projectId: string; readonly turnId: string | null };

/** The files of a batch that is being put together. */
export type BatchDraft = {
  readonly files: readonly BatchFile[];
  readonly refused: BatchFiles['refused'];
};
export type Watched = { readonly projectId: string; readonly mediaId: string; readonly name: string };

/** What the user wants to export; asked again with an answer where one is still under way. */
export type ExportWish = { readonly projectId: string; readonly version?: number; readonly saveAs?: boolean };

/** All that the window shows. What main owns comes from the snapshot and its events; the rest lives as long as the window. */
export type WindowState = Snapshot & {
  /** False until the first snapshot is there. */
  readonly loaded: boolean;
  readonly views: Readonly<Record<string, ProjectView>>;
  readonly pulses: Readonly<Record<string, Pulse>>;
  readonly refusals: Readonly<Record<string, readonly Refusal[]>>;
  /** What is known of local files, by media id. */
  readonly info: Readonly<Record<string, MediaInfo>>;
  /** The file that is being worked on in a dialog. */
  readonly mediaTools: MediaJobEntry | null;
  /** Text that waits in the composer, by project. */
  readonly unsent: Readonly<Record<string, string>>;
  /** Why the last message of a project was not taken, above its composer. */
  readonly sendFailures: Readonly<Record<string, Failure>>;
  /** Why the last request failed, in the line under the top bar. */
  readonly complaint: Failure | null;
  /** Why turns are kept in memory; null where all is written. */
  readonly unwritten: Failure | null;
  /** What plays the file of a saved export, as far as it was looked for; null where it is gone. */
  readonly exportFiles: Readonly<Record<string, string | null>>;
  /** A saved file on the stage, in place of the cut. */
  readonly watched: Watched | null;
  readonly allExportsOpen: boolean;
  /** The export whose removal waits for a word about its file. */
  readonly removingExportId: string | null;
  /** The export that a notification asked for. */
  readonly shownExportId: string | null;
  /** The version of the open project that is looked at in place of the present one. */
  readonly past: PastVersion | null;
  readonly versionsOpen: boolean;
  readonly settingsOpen: boolean;
  readonly exportsOpen: boolean;
  /** The project that a file is to come to from an address that is being typed. */
  readonly linkingId: string | null;
  /** An export that is to be asked about: an answer is under way. */
  readonly exportQuestion: ExportWish | null;
  /** What is being looked for: a command or project, or words in all text. */
  readonly finder: 'palette' | 'search' | null;
  readonly target: Target | null;
  /** The batch that is on screen in place of a project. */
  readonly openBatchId: string | null;
  readonly batchDraft: BatchDraft | null;
  /** How much of the files of batches has been sent, 0..1, by upload. */
  readonly batchUploads: Readonly<Record<string, number>>;
  /** The project whose name is being written. */
  readonly renamingId: string | null;
  readonly undos: readonly Undo[];
};

export const initialState: WindowState = {
  loaded: false,
  connection: { state: 'connecting' },
  rehearsal: false,
  locale: 'en',
  preferences: defaultPreferences,
  tokenKeeping: 'keyring',
  exportPlace: { folder: null, pattern: '' },
  network: defaultNetwork,
  proxyTrouble: null,
  unwritten: null,
  account: 'anonymous',
  canCopyFiles: true,
  settingsReset: false,
  credits: null,
  rateLimitedUntil: null,
  projects: [],
  working: [],
  exports: [],
  interchanges: [],
  past: null,
  versionsOpen: false,
  mediaJobs: [],
  startupReport: [],
  batches: [],
  openProjectId: '',
  views: {},
  pulses: {},
  refusals: {},
  info: {},
  mediaTools: null,
  unsent: {},
  sendFailures: {},
  complaint: null,
  exportFiles: {},
  watched: null,
  allExportsOpen: false,
  removingExportId: null,
  shownExportId: null,
  settingsOpen: false,
  exportsOpen: false,
  linkingId: null,
  exportQuestion: null,
  finder: null,
  target: null,
  openBatchId: null,
  batchDraft: null,
  batchUploads: {},
  renamingId: null,
  undos: [],
};
