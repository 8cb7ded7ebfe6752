import type { StartupReportItem } from './startup-report.ts';
import type { Batch } from './batch.ts';
import type { ExportJob, InterchangeJob } from './export-job.ts';
import type { FailureCode } from './failure.ts';
import type { FileNeedingDecision } from './needs-decision.ts';
import type { NetworkChoice, ProxyTrouble } from './network.ts';
import type { ImportReview } from './import-review.ts';
import { defaultLayout, type Layout } from './layout.ts';
import type { LikelyCost } from './message-cost.ts';
import type { Project } from './project.ts';
import type { SpendPermission, SpendQuestion } from './spend-permission.ts';
import type { Preview, Timeline } from './timeline.ts';
import type { Credits, Turn } from './turn.ts';
import type { UpdateState } from './update.ts';
import type { Upload } from './upload.ts';
import { noFormat, type VideoFormat } from './video-format.ts';
import type { MediaJob } from './media-job.ts';

export type Connection =
  | { readonly state: 'connecting' }
  | { readonly state: 'ready' }
  | { readonly state: 'offline'; readonly reason: FailureCode }
  /** This computer has used its free credits up; `until`, epoch ms: when new ones come, null where nobody said. */
  | { readonly state: 'spent'; readonly until: number | null };

/** Whose token is used: that of `NEMO_TOKEN`, one that the user has signed in with, or a free one of this computer. */
export type AccountKind = 'environment' | 'signed-in' | 'anonymous';

export type Locale = 'en' | 'zh';

/** What the user may choose; `system` follows the desktop. */
export type Preferences = {
  readonly language: Locale | 'system';
  readonly theme: 'light' | 'dark' | 'system';
  /** What sends a message: Enter (Shift+Enter breaks the line), or Ctrl/Cmd+Enter (Enter breaks it). */
  readonly sendWith: 'enter' | 'mod-enter';
  /** Most credits to spend in a day of this computer's calendar; null for no ceiling. */
  readonly dailyCeiling: number | null;
  /** Work goes on after the window is closed; otherwise closing it asks what becomes of the work. */
  readonly background: boolean;
  /** A short sound when an export or an answer has come to its end. */
  readonly sound: boolean;
  /** Of the player, 0..1. */
  readonly volume: number;
  readonly muted: boolean;
  /** Whether a rehearsal leads to a first film. */
  readonly tour: boolean;
  /** How large the window's content is drawn, in percent (`ui-scale.ts`). */
  readonly uiScale: number;
  /** The system's notifications tell what has ended. */
  readonly notifications: boolean;
  /** Smaller copies are made of clips that do not play smoothly. */
  readonly smooth: boolean;
  /** The menu always shows, on Windows and Linux; otherwise Alt shows it. */
  readonly menuBar: boolean;
  /** The menu of the app's icon, in the taskbar of Windows and the Dock of macOS, names the latest projects. */
  readonly recentProjects: boolean;
  /** What was last chosen for the first message of a project. */
  readonly format: VideoFormat;
  /** Whether the choice of a format stands over the composer of a new project. */
  readonly formatStrip: boolean;
  readonly layout: Layout;
  /** Before what the user is asked whether it may be paid for. */
  readonly spending: SpendPermission;
  /** Questions about spending that the user does not want to be asked again. */
  readonly silenced: readonly SpendQuestion[];
};

export const defaultPreferences: Preferences = {
  language: 'system',
  theme: 'system',
  sendWith: 'enter',
  dailyCeiling: null,
  background: true,
  sound: false,
  volume: 1,
  muted: false,
  tour: true,
  uiScale: 100,
  notifications: true,
  smooth: true,
  menuBar: false,
  recentProjects: true,
  format: noFormat,
  formatStrip: true,
  layout: defaultLayout,
  spending: 'new-clips',
  silenced: [],
};

/** Where exports go. `folder`: the name of the folder that they always go to, without its path; null: the user is asked each time. */
export type ExportPlaceView = { readonly folder: string | null; readonly pattern: string };

/** How the token is kept where the system has no key ring (docs/architecture.md, "Where things last"). */
export type TokenKeeping = 'keyring' | 'profile' | 'until-quit';

/** All that a window needs before a project is opened. */
export type Snapshot = {
  readonly connection: Connection;
  readonly rehearsal: boolean;
  readonly locale: Locale;
  readonly preferences: Preferences;
  readonly tokenKeeping: TokenKeeping;
  readonly exportPlace: ExportPlaceView;
  /** Without the password of a proxy. */
  readonly network: NetworkChoice;
  readonly proxyTrouble: ProxyTrouble | null;
  readonly account: AccountKind;
  /** Whether this system lets us put a file on its clipboard. */
  readonly canCopyFiles: boolean;
  /** This start found a settings file that it could not read, and set it aside. */
  readonly settingsReset: boolean;
  readonly update: UpdateState;
  /** Whether this copy knows where it comes from: problems are reported there, and versions fetched. */
  readonly hasHomepage: boolean;
  readonly credits: Credits | null;
  /** While the cloud asks for patience: when it may be asked again, epoch ms. */
  readonly rateLimitedUntil: number | null;
  readonly projects: readonly Project[];
  /** Projects whose agent is at work. */
  readonly working: readonly string[];
  /** The newest, those under way, and the newest of each project. */
  readonly exports: readonly ExportJob[];
  /** Where the others end (`export.older`); null where there are none. */
  readonly olderExports: number | null;
  /** Cuts on their way to other editors, of this run of the app. */
  readonly interchanges: readonly InterchangeJob[];
  /** Files being made on this computer, and those whose result waits for the user. */
  readonly mediaJobs: readonly MediaJob[];
  /** What became of the work that was under way at the last end of the app; empty once the user has read it. */
  readonly startupReport: readonly StartupReportItem[];
  readonly batches: readonly Batch[];
  readonly openProjectId: string;
};

/** Why waiting messages go only when the user says so, whatever comes of the turn before them. */
export type StoredPause = 'stopped' | 'over-limit' | 'for-review';

/**
 * Waiting messages. `paused`: they wait for the user, since the turn before them failed or asked something, or for the reason in
 * `why`: the user stopped that turn, the next one could exceed the daily limit, they come from a rehearsal and nobody has looked at
 * them yet, or the app was started anew.
 */
export type Queue = { readonly paused: boolean; readonly why?: StoredPause | 'restart' };

/** A project as its conversation and stage show it. */
export type ProjectView = {
  readonly projectId: string;
  /** The newest turns, oldest first; waiting ones are last, in the order in which they will go. */
  readonly turns: readonly Turn[];
  /** Whether there are turns before the first of these. */
  readonly hasEarlier: boolean;
  readonly queue: Queue;
  readonly likelyCost: LikelyCost;
  /** Text that was typed and not sent. */
  readonly unsent: string;
  /** Files that wait in the composer. */
  readonly uploads: readonly Upload[];
  /** Files that wait for the user to say what becomes of them. */
  readonly needsDecision: readonly FileNeedingDecision[];
  /** The list of incoming files that the project shows. */
  readonly importReview: ImportReview | null;
  /** Files that went along with these turns. */
  readonly attached: readonly Upload[];
  readonly timeline: Timeline | null;
  readonly preview: Preview | null;
};
