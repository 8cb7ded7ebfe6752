import { defaultPreferences, type ProjectView, type Snapshot } from '../../shared/domain/app-state.ts';
import type { NewVersion } from '../../shared/domain/update.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import { defaultNetwork } from '../../shared/domain/network.ts';
import type { CaptionFile } from '../../shared/domain/captions.ts';
import type { MediaInfo } from '../../shared/domain/media-info.ts';
import type { BatchFile, BatchFiles } from '../../shared/domain/batch.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { RestoreRequest } from '../../shared/domain/restore.ts';
import type { PastVersion } from '../../shared/domain/timeline.ts';
import type { SettingsSection } from '../../shared/domain/settings-section.ts';
import type { Activity } from '../../shared/domain/turn.ts';
import type { VideoFormat } from '../../shared/domain/video-format.ts';
import type { MediaKind } from '../../shared/domain/media-job.ts';

/** What a project's newest turn is doing, known even while another project is on screen. */
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

/** What stands in and above the composer of one project. */
export type ComposerState = {
  /** Null until it is known what was typed before the window was there. */
  readonly unsent: string | null;
  /** Why the last message was not taken. */
  readonly failure: Failure | null;
  readonly refusals: readonly Refusal[];
  /** Chosen for the next message of a project that has begun; null or not there while the choice is closed. */
  readonly format?: VideoFormat | null;
  /** The turn whose message is written anew, where it or a later one has changed the video. */
  readonly again?: string | null;
};

export const emptyComposer: ComposerState = { unsent: null, failure: null, refusals: [] };

/** A file that was turned away before its first byte; `id` counts up. */
export type Refusal = { readonly id: number; readonly name: string; readonly failure: Failure };

/** A file whose tools are open; `bytes` and `name` are its own. */
export type MediaJobEntry = {
  readonly kind: MediaKind;
  readonly projectId: string;
  readonly fileId: string;
  readonly name: string;
  readonly bytes: number;
  /** The result goes to the batch that is being put together, not to the project. */
  readonly forBatch?: true;
};

/** A project that was just deleted and can still come back. */
export type Undo = { readonly projectId: string; readonly name: string };

/** Where the conversation should scroll to: a turn that a search found, or null for the end. A new object each time. */
export type Target = { readonly projectId: string; readonly turnId: string | null };

/** The files of a batch that is being put together. */
export type BatchDraft = {
  readonly files: readonly BatchFile[];
  readonly refused: BatchFiles['refused'];
};

/** A single clip of the cut, or a saved file, that is played in place of the cut. */
export type Watched = {
  readonly kind: 'clip' | 'saved-file';
  readonly projectId: string;
  readonly mediaId: string;
  readonly name: string;
};

/** What the user wants to export; asked again with an answer where one is still under way. */
export type ExportRequest = { readonly projectId: string; readonly version?: number; readonly saveAs?: boolean };

/** The lines of a subtitle file, which become a message. */
export type CaptionsDialog = {
  readonly kind: 'captions';
  readonly projectId: string;
  readonly name: string;
} & CaptionFile;

/**
 * What lies over the window: one at most, and a new one takes its place. A list of files that came in (`ProjectView.importReview`) and
 * a batch that is being put together hold the user's work: they stay beneath.
 */
export type Dialog =
  | { readonly kind: 'settings'; readonly section?: SettingsSection }
  /** What may be made to go wrong in a rehearsal. */
  | { readonly kind: 'faults' }
  /** `only`: no commands, to open another project. */
  | { readonly kind: 'palette'; readonly only?: 'projects' }
  | { readonly kind: 'search'; readonly query: string }
  /** `removingId`: the export of the list whose removal waits for a word about its file. */
  | { readonly kind: 'all-exports'; readonly removingId: string | null }
  /** The same for an export outside that list. */
  | { readonly kind: 'remove-export'; readonly removingId: string }
  /** An answer is under way: whether the export waits for it. */
  | { readonly kind: 'export-question'; readonly request: ExportRequest }
  /** The address of a file that is to come to the project. */
  | { readonly kind: 'link'; readonly projectId: string }
  | { readonly kind: 'media-tools'; readonly entry: MediaJobEntry }
  | CaptionsDialog
  /** Which part of the video becomes a GIF. */
  | { readonly kind: 'gif'; readonly projectId: string; readonly version?: number }
  | { readonly kind: 'whats-new' }
  /** What a newer version brings. */
  | { readonly kind: 'update-notes'; readonly next: NewVersion }
  /** A problem is to be reported. */
  | { readonly kind: 'report' }
  /** What may be copied into a report, to be read first. */
  | { readonly kind: 'diagnostics' }
  | { readonly kind: 'restore'; readonly entry: RestoreEntry };

/** What an account would be needed for, and what was tried: a message, an export, or only to connect. */
export type AccountNotice = {
  readonly reason: 'no-credits' | 'export-blocked' | 'token-spent';
  readonly projectId: string;
  readonly turnId: string | null;
  readonly exportId: string | null;
};

/** What the agent would be asked for to go back. `isUndo`: one edit is taken back; else a version was chosen. */
export type RestoreEntry = { readonly projectId: string; readonly request: RestoreRequest; readonly isUndo: boolean };

/** A list that hangs from its button; the one of exports has a button only where the window is narrow. */
export type Popover = 'exports' | 'versions' | 'projectMedia';

/** All that the window shows. What main owns comes from the snapshot and its events; the rest lives as long as the window. */
export type WindowState = Snapshot & {
  /** False until the first snapshot is there. */
  readonly loaded: boolean;
  readonly dialog: Dialog | null;
  readonly popover: Popover | null;
  readonly views: Readonly<Record<string, ProjectView>>;
  readonly pulses: Readonly<Record<string, Pulse>>;
  /** By project. */
  readonly composers: Readonly<Record<string, ComposerState>>;
  /** What is known of local files, by media id. */
  readonly info: Readonly<Record<string, MediaInfo>>;
  /** Why the last request failed, in the line under the top bar. */
  readonly complaint: Failure | null;
  /** Why turns are kept in memory; null where all is written. */
  readonly unwritten: Failure | null;
  /** The last run of the app died, and nobody has read that yet. */
  readonly endedBadly: boolean;
  readonly target: Target | null;
  /** The newer version that the user does not want to be told of again. */
  readonly dismissedVersion: string | null;
  readonly accountNotice: {
    readonly shown: AccountNotice | null;
    /** The reasons that were told already. */
    readonly seen: readonly AccountNotice['reason'][];
    /** The balance that was too small for the last message; null where none was. */
    readonly shortOf: number | null;
    /** The user has been sent to the account's page. */
    readonly isRegistering: boolean;
  };
  readonly exportList: {
    /** What plays the file of a saved export, as far as it was looked for; null where it is gone. */
    readonly files: Readonly<Record<string, string | null>>;
    /** The export that a notification asked for. */
    readonly shownId: string | null;
  };
  /** What is shown in place of the present cut. */
  readonly player: {
    /** A version of the open project. */
    readonly past: PastVersion | null;
    readonly watched: Watched | null;
    /** The version that plays beside the past one. */
    readonly beside: number | 'present' | null;
  };
  readonly batch: {
    /** The batch that is on screen in place of a project. */
    readonly openId: string | null;
    readonly draft: BatchDraft | null;
    /** How much of the files of batches has been sent, 0..1, by upload. */
    readonly uploads: Readonly<Record<string, number>>;
  };
  readonly projectList: {
    /** The project whose name is being written. */
    readonly renamingId: string | null;
    readonly undos: readonly Undo[];
  };
};

export const initialState: WindowState = {
  loaded: false,
  connection: { state: 'connecting' },
  rehearsal: false,
  hasHomepage: false,
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
  update: { kind: 'off' },
  dismissedVersion: null,
  credits: null,
  rateLimitedUntil: null,
  projects: [],
  working: [],
  exports: [],
  olderExports: null,
  interchanges: [],
  mediaJobs: [],
  startupReport: [],
  batches: [],
  openProjectId: '',
  dialog: null,
  popover: null,
  views: {},
  pulses: {},
  composers: {},
  info: {},
  complaint: null,
  endedBadly: false,
  target: null,
  accountNotice: { shown: null, seen: [], shortOf: null, isRegistering: false },
  exportList: { files: {}, shownId: null },
  player: { past: null, watched: null, beside: null },
  batch: { openId: null, draft: null, uploads: {} },
  projectList: { renamingId: null, undos: [] },
};

/** What each event of main makes of the window, by the event's type. */
export type Appliers = {
  readonly [T in AppEvent['type']]: (state: WindowState, event: Extract<AppEvent, { readonly type: T }>) => WindowState;
};
