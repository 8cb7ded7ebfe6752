import type { Preferences, Snapshot } from '../../shared/domain/app-state.ts';
import type { About } from '../../shared/domain/about.ts';
import type { Failure, LinkTarget } from '../../shared/domain/failure.ts';
import type { LocalData } from '../../shared/domain/local-data.ts';
import type { UpdateState } from '../../shared/domain/update.ts';
import type { NetworkChoice } from '../../shared/domain/network.ts';
import type { Result } from '../../shared/result.ts';
import type { Take } from '../app/take.ts';

/** What else a handler may need: which window asks, and all that is there whatever the cloud. */
export type Context = { readonly windowId: number; readonly desktop: Desktop };

/** Where exports go without a question. */
export type ExportPlaceContext = {
  /** Shows the picker; nothing changes where the user closes it. */
  readonly choose: () => Promise<void>;
  readonly ask: () => void;
  /** Takes a pattern for file names, or says why not. */
  readonly name: (pattern: string) => Result<null, Failure>;
};

/** How the user wants the service to be reached. */
export type NetworkContext = {
  /** As it may be shown. */
  readonly view: () => NetworkChoice;
  /** Takes another choice, or says why not. */
  readonly change: (choice: NetworkChoice) => Result<null, Failure>;
};

/** What can be done with a saved video. Paths are absolute. */
type SavedFilesContext = {
  readonly isThere: (path: string) => Promise<boolean>;
  readonly show: (path: string) => Result<null, Failure>;
  /** Opens it in the program that the system has for videos. */
  readonly open: (path: string) => Promise<Result<null, Failure>>;
  /** Puts the file itself on the clipboard. */
  readonly copy: (path: string) => Promise<Result<null, Failure>>;
  /** Goes on with a drag that the window has begun, with the real file. `picture`: a data URL, or null for none. */
  readonly drag: (path: string, picture: string | null) => Result<null, Failure>;
  /** The same for a file of a project, of any kind that the cloud takes. */
  readonly dragMedia: (path: string, picture: string | null) => Result<null, Failure>;
  readonly trash: (path: string) => Promise<Result<null, Failure>>;
};

/** Newer versions of the app itself. */
export type UpdatesContext = {
  readonly state: () => UpdateState;
  readonly check: () => Promise<void>;
  readonly restart: () => Result<null, Failure>;
};

/** Which cloud the app is on. */
export type CloudChoice = {
  /** Leaves the present cloud for the embedded demo cloud. */
  readonly rehearse: () => Promise<Result<null, Failure>>;
  /** And back. */
  readonly leaveRehearsal: () => Promise<Result<null, Failure>>;
  /** Leaves the rehearsal for a new project of the service, in which this waits for the user. */
  readonly makeReal: (take: Take) => Promise<Result<null, Failure>>;
  /** Deletes all projects of rehearsals; one that goes on begins anew. */
  readonly deleteRehearsals: () => Promise<Result<null, Failure>>;
  /** Deletes all that the profile holds but the free sign-in, and begins anew on the service. */
  readonly deleteEverything: () => Promise<Result<null, Failure>>;
  /** Goes back to a backup, while nothing is under way; what is there now becomes a backup. */
  readonly restoreBackup: (id: string) => Promise<Result<null, Failure>>;
};

/** Settings and the desktop, whatever the cloud. */
export type Desktop = CloudChoice & {
  readonly updates: UpdatesContext;
  /** Where this copy of the app comes from (`readHomepage`). */
  readonly homepage: string | null;
  /** Sends this window all events from now on. */
  readonly subscribe: (windowId: number) => void;
  readonly settings: () => Pick<
    Snapshot,
    'locale' | 'preferences' | 'exportPlace' | 'network' | 'canCopyFiles' | 'tokenKeeping' | 'settingsReset' | 'update'
  >;
  readonly changePreferences: (change: { readonly [K in keyof Preferences]?: Preferences[K] | undefined }) => void;
  readonly exportPlace: ExportPlaceContext;
  readonly network: NetworkContext;
  readonly openProject: (projectId: string) => void;
  readonly lastOpenProject: () => string | null;
  /** A page of the web site, for the account or for this project. */
  readonly openLink: (link: LinkTarget, projectId: string) => Promise<Result<null, Failure>>;
  /** Asks the user first: the address comes from an agent's answer. */
  readonly openUrl: (url: string) => Promise<void>;
  /** What a user may put into a report. */
  readonly diagnostics: () => Promise<string>;
  readonly about: () => Promise<About>;
  readonly openLogs: () => void;
  /** Writes it into the log. */
  readonly workerDied: (death: { readonly worker: string; readonly message: string; readonly again: boolean }) => void;
  readonly localDataSizes: () => Promise<LocalData>;
  /** Absolute path of a folder to put the exported data into, or null. */
  readonly chooseDataFolder: () => Promise<string | null>;
  readonly exportsSeen: () => void;
  readonly showInFolder: (path: string) => void;
  readonly savedFiles: SavedFilesContext;
  /** Asks where to save a file under this name, beside its extension (with the dot); null where the user gave up. */
  readonly chooseCopyTarget: (stem: string, extension: string) => Promise<string | null>;
  /** Asks where to save a PNG under this name (without its extension), and writes it. */
  readonly saveFrame: (name: string, png: Uint8Array) => Promise<Result<null, Failure>>;
  /** The same with a table: `text` is CSV as it is to stand in the file. */
  readonly saveTable: (name: string, text: string) => Promise<Result<null, Failure>>;
};
