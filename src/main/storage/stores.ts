import type { BindId } from '../../shared/domain/bind-id.ts';
import type { BatchHead, BatchItem } from '../../shared/domain/batch.ts';
import type { CreditEntry } from '../../shared/domain/credit-history.ts';
import type { ExportJob } from '../../shared/domain/export-job.ts';
import type { MediaInfo } from '../../shared/domain/media-info.ts';
import type { StoredPause } from '../../shared/domain/app-state.ts';
import type { FileNeedingDecision } from '../../shared/domain/needs-decision.ts';
import type { CostKind } from '../../shared/domain/message-cost.ts';
import type { Project, SearchHit } from '../../shared/domain/project.ts';
import type { DraftChange, VersionPage } from '../../shared/domain/timeline.ts';
import type { Turn } from '../../shared/domain/turn.ts';
import type { Upload } from '../../shared/domain/upload.ts';

/** The project's room in the cloud. None of these ids ever leaves main. */
export type Session = {
  readonly sessionId: string;
  readonly taskId: string;
  readonly bindId: BindId | null;
  /** It took the place of one that had a timeline, and no message has told so yet. */
  readonly afresh?: boolean;
};

/** `userId` names its account, `expiresAt` (epoch ms) is when it ends; null where the service did not say. */
export type KeptToken = { readonly token: string; readonly userId: string | null; readonly expiresAt: number | null };

/** Where a token lasts. Any of the three may reject: the account goes on with what it has in memory. */
export type TokenStore = {
  /** `locked`: there is one, but the key ring does not open it now. */
  readonly load: () => Promise<KeptToken | 'locked' | null>;
  readonly save: (kept: KeptToken) => Promise<void>;
  readonly clear: () => Promise<void>;
};

/** A write has reached the system when the function returns, and the disk with `Storage.written`; lists are oldest first. */
export type ProjectStore = {
  /** Without those that are marked as deleted. */
  readonly list: () => readonly Project[];
  readonly get: (id: string) => Project | null;
  readonly save: (project: Project) => void;
  readonly session: (id: string) => Session | null;
  readonly setSession: (id: string, session: Session | null) => void;
  /** The `canvas_config` of the project's state as it came last; null before. */
  readonly canvas: (id: string) => unknown;
  readonly setCanvas: (id: string, canvas: unknown) => void;
  /** Text typed and not sent; empty where there is none. */
  readonly unsent: (id: string) => string;
  readonly setUnsent: (id: string, text: string) => void;
  /** Why the project's waiting messages wait for the user beyond the end of the app; null where they do not. */
  readonly queuePause: (id: string) => StoredPause | null;
  readonly setQueuePause: (id: string, pause: StoredPause | null) => void;
  /** Hides the project (`at`: epoch ms), or brings it back (null); `deleted`: the ids of those that are hidden. */
  readonly markDeleted: (id: string, at: number | null) => void;
  readonly deleted: () => readonly string[];
  /** Deletes the project for good, with all it holds, where it is hidden; what its turns have cost stays known. */
  readonly purge: (id: string) => void;
};

export type TurnPage = { readonly turns: readonly Turn[]; readonly hasEarlier: boolean };

/** What a turn has cost, in credits, out of `available` ones; times are epoch ms. What is null was not kept, or teaches nothing. */
export type Charge = {
  readonly kind: CostKind | null;
  readonly cost: number;
  readonly available: number | null;
  readonly startedAt: number | null;
  readonly endedAt: number;
};

export type TurnStore = {
  /**
   * The last `limit` turns of a project, oldest first; waiting ones last, in the order in which they will go. `before`: those before
   * that turn. `upTo`: all from that turn on, however many. Cost grows with the page, not with the project.
   */
  readonly page: (
    projectId: string,
    range: { readonly limit: number; readonly before?: string | undefined; readonly upTo?: string | undefined },
  ) => TurnPage;
  /** The first `limit` turns behind that one, or of all (null), in the same order. */
  readonly pageAfter: (projectId: string, after: string | null, limit: number) => readonly Turn[];
  readonly get: (id: string) => Turn | null;
  /**
   * Writes the whole turn; text that was appended to it before is part of what is given, or forgotten. `kept`: places of texts that were
   * appended from their beginning on, which need not be written again.
   */
  readonly save: (turn: Turn, kept?: readonly number[]) => void;
  /** Writes down more of one text part (from UTF-16 offset `at` on) and nothing else; whoever reads the turn gets it with that. */
  readonly appendText: (turnId: string, part: number, at: number, delta: string) => void;
  readonly remove: (id: string) => void;
  /** Waiting turns of a project, in the order in which they will go. */
  readonly queued: (projectId: string) => readonly Turn[];
  /** Gives the waiting turns of a project this order; ids that do not wait are passed over. */
  readonly reorder: (projectId: string, ids: readonly string[]) => void;
  /** Turns that were under way when the app last ended; waiting ones last. */
  readonly unfinished: () => readonly Turn[];
  /** Whether a turn is one of these, without reading it: its answer may be long. */
  readonly isUnfinished: (id: string) => boolean;
  /** What turns that ended since then (epoch ms) have cost, in all projects, deleted ones too. */
  readonly chargesSince: (at: number) => readonly Charge[];
  /** What the newest `limit` turns have cost, newest first. */
  readonly recentCharges: (limit: number) => readonly Charge[];
  /** What became of the credits of `limit` turns, newest first, `from` so many on; of those in deleted projects only what they cost. */
  readonly creditHistory: (from: number, limit: number) => readonly CreditEntry[];
};

export type SearchStore = {
  /** Projects and turns whose words contain `query`, without regard to case, in any language; newest first. */
  readonly find: (query: string, limit: number) => readonly SearchHit[];
};

/** A draft exactly as the cloud sent it, unknown keys included. */
export type StoredDraft = {
  readonly projectId: string;
  readonly version: number;
  readonly turnId: string | null;
  readonly draft: unknown;
};

/** What is kept of a version beside its draft, for lists. `at`: epoch ms. */
export type VersionDetails = { readonly at: number; readonly changes: readonly DraftChange[] };

/**
 * What a project's last message to the agent began with: a session, and the version that was the last one then (0: none). `fresh`: that
 * version is of an earlier session, so that the turn began with nothing.
 */
type TurnStart = {
  readonly turnId: string;
  readonly sessionId: string;
  readonly version: number;
  readonly fresh: boolean;
};

export type DraftStore = {
  readonly latest: (projectId: string) => StoredDraft | null;
  /** A past version, or null where there is none, or none that can be read. */
  readonly get: (projectId: string, version: number) => StoredDraft | null;
  /** The last version that a turn made. */
  readonly ofTurn: (projectId: string, turnId: string) => number | null;
  readonly firstOfTurn: (projectId: string, turnId: string) => number | null;
  /** Versions, newest first, of those `before` one where given. Reads no draft: cost grows with the page, not with the drafts. */
  readonly versions: (
    projectId: string,
    range: { readonly limit: number; readonly before?: number | undefined },
  ) => VersionPage;
  /** Keeps the draft as the project's next version. */
  readonly add: (projectId: string, turnId: string | null, draft: unknown, mediaInfo: VersionDetails) => StoredDraft;
  /** Puts the draft in the place of a version that says the same. */
  readonly renew: (projectId: string, version: number, draft: unknown) => void;
  readonly turnStart: (projectId: string) => TurnStart | null;
  readonly setTurnStart: (projectId: string, start: TurnStart) => void;
};

/**
 * `path` is where the file lies; for a link its address. `sha256`: of the content as it was sent, in hex; null before it was, or where
 * the file had changed before it was hashed, or the session it was sent to is gone. `cdnUrl`: where the cloud keeps it, under which a
 * draft names it, as `cacheKey` makes it; null where it did not say.
 */
export type UploadRecord = {
  readonly upload: Upload;
  readonly path: string;
  readonly sha256: string | null;
  readonly cdnUrl: string | null;
};

export type UploadStore = {
  readonly list: (projectId: string) => readonly UploadRecord[];
  readonly get: (id: string) => UploadRecord | null;
  readonly save: (record: UploadRecord) => void;
  /** All of them or none, and in one go: a write waits for the disk. */
  readonly saveAll: (records: readonly UploadRecord[]) => void;
  readonly remove: (id: string) => void;
  /** Uploads of a project of this size, bytes; and those that the cloud keeps at this address, newest first. */
  readonly ofSize: (projectId: string, bytes: number) => readonly UploadRecord[];
  readonly atAddress: (cdnUrl: string) => readonly UploadRecord[];
  /** Whether an upload is, or was, of this file. */
  readonly uses: (path: string) => boolean;
  /** Uploads that were waiting or running when the app last ended. */
  readonly unfinished: () => readonly UploadRecord[];
};

/** A held file, and where it lies. */
export type DecisionRecord = { readonly file: Omit<FileNeedingDecision, 'mediaId'>; readonly path: string };

export type DecisionStore = {
  readonly list: (projectId: string) => readonly DecisionRecord[];
  readonly get: (id: string) => DecisionRecord | null;
  readonly save: (record: DecisionRecord) => void;
  readonly remove: (id: string) => void;
  readonly uses: (path: string) => boolean;
};

/** A download on the disk. Sizes in bytes, times epoch ms. */
export type PartRecord = {
  readonly path: string;
  /** A strong ETag, or else the time of the last change: what a range is asked under. Null: it can only start over. */
  readonly validator: string | null;
  /** Announced for the whole file. */
  readonly bytes: number | null;
  /** So much has reached the disk for certain. */
  readonly safeBytes: number;
  /** The time of the file's last change, once it is whole: by it the file is known again after it was renamed. */
  readonly wholeAt: number | null;
};

/** All that an export needs to go on after a crash. Its draft is kept apart, so that a list stays light. */
export type ExportRecord = {
  readonly job: ExportJob;
  /** Empty while the export waits for an answer. */
  readonly sessionId: string;
  /** The session as the cloud has lost it: the next try needs another one. */
  readonly lostSession: string | null;
  readonly targetPath: string;
  /** The user has agreed that the file at `targetPath` is replaced. */
  readonly replaces: boolean;
  /** Written down before it is submitted; a repeat gets a new one. */
  readonly renderId: string | null;
  /** Renders submitted for this try of the user's, 0..2. */
  readonly renders: number;
  readonly outputUrl: string | null;
  readonly part: PartRecord | null;
};

/** How long a render of a draft of this length took, both in ms. */
export type RenderTime = { readonly draftMs: number; readonly tookMs: number };

type ExportPage = { readonly records: readonly ExportRecord[]; readonly before: number | null };

export type ExportStore = {
  /** All of them, oldest first, which may be thousands. */
  readonly list: () => readonly ExportRecord[];
  /**
   * The newest `limit` before a place, and the place before which the next page ends. The first page (null) also has those under way and
   * the newest of each project.
   */
  readonly page: (before: number | null, limit: number) => ExportPage;
  /** Those under way, and those that ended after this time, epoch ms. */
  readonly since: (endedAfter: number) => readonly ExportRecord[];
  /** Those under way, and those that leave a render at the cloud, a part, or a file that nobody has looked through. */
  readonly unsettled: () => readonly ExportRecord[];
  readonly ofProject: (projectId: string) => readonly ExportRecord[];
  /** Whether one of them goes, or went, to this path. */
  readonly uses: (path: string) => boolean;
  readonly renderIds: () => readonly string[];
  readonly get: (id: string) => ExportRecord | null;
  /** Takes in a new one, which is counted for its project; the draft as with `save`. */
  readonly add: (record: ExportRecord, frozen?: { readonly draft: unknown }) => void;
  /** How many exports a project has ever had, with those that were removed. */
  readonly made: (projectId: string) => number;
  /** With a draft, freezes it: both are written, or neither. */
  readonly save: (record: ExportRecord, frozen?: { readonly draft: unknown }) => void;
  /** The frozen draft, exactly as the cloud sent it; null before it is frozen. */
  readonly draft: (id: string) => unknown;
  readonly remove: (id: string) => void;
  readonly addRenderTime: (time: RenderTime) => void;
  /** The newest `limit`. */
  readonly renderTimes: (limit: number) => readonly RenderTime[];
};

/** What is known of files from looking into them, by the file's identity. It can all be found out again. */
export type MediaInfoStore = {
  readonly get: (identity: string) => MediaInfo | null;
  readonly save: (identity: string, mediaInfo: MediaInfo) => void;
};

/** A batch without its items. `projectId`: where all go, when they go into one project. `folder`: where its exports go, absolute. */
export type BatchRecord = {
  readonly head: BatchHead;
  readonly projectId: string | null;
  readonly folder: string | null;
};

export type BatchItemRecord = {
  readonly item: BatchItem;
  readonly batchId: string;
  readonly path: string;
  /** Where its video goes; null before its export begins. */
  readonly targetPath: string | null;
};

export type BatchStore = {
  /** Items by their numbers. */
  readonly list: () => readonly { readonly batch: BatchRecord; readonly items: readonly BatchItemRecord[] }[];
  /** All of it, or nothing. */
  readonly add: (batch: BatchRecord, items: readonly BatchItemRecord[]) => void;
  readonly saveBatch: (batch: BatchRecord) => void;
  readonly saveItem: (item: BatchItemRecord) => void;
  /** With its items. */
  readonly remove: (id: string) => void;
};

export type Stores = {
  readonly projects: ProjectStore;
  readonly turns: TurnStore;
  readonly search: SearchStore;
  readonly drafts: DraftStore;
  readonly uploads: UploadStore;
  readonly needsDecision: DecisionStore;
  readonly exports: ExportStore;
  readonly mediaInfo: MediaInfoStore;
  readonly batches: BatchStore;
};
