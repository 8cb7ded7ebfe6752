import type {
  AccountKind,
  Connection,
  ExportPlaceView,
  Locale,
  Preferences,
  Queue,
  TokenKeeping,
} from '../domain/app-state.ts';
import type { StartupReportItem } from '../domain/startup-report.ts';
import type { BatchHead, BatchItem } from '../domain/batch.ts';
import type { ExportJob } from '../domain/export-job.ts';
import type { Failure } from '../domain/failure.ts';
import type { InterchangeJob } from '../domain/interchange-job.ts';
import type { MediaInfo } from '../domain/media-info.ts';
import type { FileNeedingDecision } from '../domain/needs-decision.ts';
import type { ImportReviewHead, ImportRow } from '../domain/import-review.ts';
import type { LikelyCost } from '../domain/message-cost.ts';
import type { NetworkChoice, ProxyTrouble } from '../domain/network.ts';
import type { Project } from '../domain/project.ts';
import type { Preview, Timeline } from '../domain/timeline.ts';
import type { Credits, Turn } from '../domain/turn.ts';
import type { Upload } from '../domain/upload.ts';
import type { MediaJob } from '../domain/media-job.ts';

/** Everything main tells a window by itself. Whole values replace what the window has, by id; only text comes in patches. */
export type AppEvent =
  | { readonly type: 'connection'; readonly connection: Connection; readonly rehearsal: boolean }
  | { readonly type: 'credits'; readonly credits: Credits | null }
  | { readonly type: 'rate-limit'; readonly until: number | null }
  | { readonly type: 'preferences'; readonly preferences: Preferences; readonly locale: Locale }
  | { readonly type: 'export-place'; readonly exportPlace: ExportPlaceView }
  | { readonly type: 'account'; readonly account: AccountKind }
  | { readonly type: 'network'; readonly network: NetworkChoice }
  | { readonly type: 'proxy-trouble'; readonly trouble: ProxyTrouble | null }
  | { readonly type: 'token-keeping'; readonly tokenKeeping: TokenKeeping }
  /** Turns are kept in memory, since this keeps them from the disk; null: all is written. */
  | { readonly type: 'unwritten'; readonly failure: Failure | null }
  /** Everything changed (another cloud): ask for a new snapshot. */
  | { readonly type: 'reset' }
  | { readonly type: 'project'; readonly project: Project }
  | { readonly type: 'project-removed'; readonly projectId: string }
  | { readonly type: 'queue'; readonly projectId: string; readonly queue: Queue }
  /** A waiting message was taken out, or the waiting ones have another order now. */
  | { readonly type: 'turn-removed'; readonly projectId: string; readonly turnId: string }
  | { readonly type: 'turn-order'; readonly projectId: string; readonly queued: readonly string[] }
  | { readonly type: 'likely-cost'; readonly likelyCost: LikelyCost }
  /**
   * The first `unchanged` parts of the turn (none where it is not said) are as the events before made them. On its way to a window they
   * are left out: `turn.parts` begins behind them there.
   */
  | { readonly type: 'turn'; readonly turn: Turn; readonly unchanged?: number }
  /** Text of one part from offset `at` (UTF-16 units) on: applying a patch twice changes nothing. */
  | {
      readonly type: 'turn-text';
      readonly projectId: string;
      readonly turnId: string;
      readonly part: number;
      readonly at: number;
      readonly delta: string;
    }
  | {
      readonly type: 'timeline';
      readonly projectId: string;
      readonly timeline: Timeline | null;
      readonly preview: Preview | null;
    }
  | { readonly type: 'upload'; readonly upload: Upload }
  | { readonly type: 'upload-removed'; readonly projectId: string; readonly uploadId: string }
  /** The cloud has lost the session of the project, and nothing else says so: the next message starts a fresh timeline. */
  | { readonly type: 'session-lost'; readonly projectId: string }
  /** A file that was refused before its first byte. */
  | { readonly type: 'upload-refused'; readonly projectId: string; readonly name: string; readonly failure: Failure }
  /** What has become known of a local file; again when more is. */
  | { readonly type: 'media-info'; readonly mediaId: string; readonly info: MediaInfo }
  | { readonly type: 'media-job'; readonly job: MediaJob }
  | { readonly type: 'needs-decision'; readonly needsDecision: FileNeedingDecision }
  | { readonly type: 'needs-decision-removed'; readonly projectId: string; readonly decisionId: string }
  | { readonly type: 'import-review'; readonly head: ImportReviewHead }
  /** Rows that are new, or known better, by id. */
  | {
      readonly type: 'import-rows';
      readonly projectId: string;
      readonly reviewId: string;
      readonly rows: readonly ImportRow[];
    }
  | { readonly type: 'import-review-removed'; readonly projectId: string; readonly reviewId: string }
  | { readonly type: 'export'; readonly job: ExportJob }
  | { readonly type: 'interchange'; readonly job: InterchangeJob }
  /** The window is to ask whether an export of this project waits for the answer that is under way. */
  | { readonly type: 'export-asks'; readonly projectId: string }
  /** A batch without its items, and then items of it, new or changed. */
  | { readonly type: 'batch'; readonly batch: BatchHead }
  | { readonly type: 'batch-items'; readonly batchId: string; readonly items: readonly BatchItem[] }
  | { readonly type: 'batch-removed'; readonly batchId: string }
  /** A notification wants the window to show this batch. */
  | { readonly type: 'show-batch'; readonly batchId: string }
  | { readonly type: 'export-removed'; readonly exportId: string }
  /** A notification or the menu wants the window to show this. */
  | {
      readonly type: 'show';
      readonly projectId: string;
      readonly turnId: string | null;
      readonly exportId: string | null;
    }
  | { readonly type: 'startup-report'; readonly items: readonly StartupReportItem[] }
  /** Something has come to its end, and the user wants to hear it. */
  | { readonly type: 'sound' }
  | { readonly type: 'command'; readonly command: 'new-project' | 'settings' | 'palette' };
