import { z } from 'zod';
import type { ProjectView, Snapshot } from '../domain/app-state.ts';
import type { CompressionPlan } from '../domain/compression.ts';
import type { ExportBegun } from '../domain/export-job.ts';
import { longestPattern } from '../domain/file-name.ts';
import type { BatchFiles } from '../domain/batch.ts';
import type { Failure } from '../domain/failure.ts';
import { longestNote } from '../domain/file-notes.ts';
import type { MediaInfo, Filmstrip } from '../domain/media-info.ts';
import { maxImportRows } from '../domain/import-review.ts';
import type { NetworkReport } from '../domain/network.ts';
import type { Project, SearchHit } from '../domain/project.ts';
import type { DraftChange } from '../domain/timeline.ts';
import { longestMessage } from '../domain/turn.ts';
import type { PastVersion, VersionPage } from '../domain/version.ts';
import { maxUploadBytes, mostFiles } from '../domain/upload.ts';
import type { MediaJob } from '../domain/media-job.ts';

/** What a request answers: data, or a failure with a stable code. Nothing is thrown across. */
export type Answer<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: Failure };

type RequestSpec<Input extends z.ZodType, Output> = { readonly input: Input; readonly output?: Output };

const answers =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): RequestSpec<Input, Output> => ({ input });

/** A saved export's file: `mediaId` plays it, null where it is gone. */
export type LookedExport = { readonly exportId: string; readonly mediaId: string | null };

const nothing = z.strictObject({});
const id = z.uuid();
const project = z.strictObject({ projectId: id });
const batch = z.strictObject({ batchId: id });
/** A version of a project's cut; they count from 1. */
const version = z.number().int().min(1);
/** A local file by its media id, or by the id under which main holds one that was refused. */
const file = z.strictObject({ fileId: id });
const fileMs = z.number().int().min(0).max(1e10);
const targetBytes = z.number().int().min(1).max(maxUploadBytes);
const mediaJob = z.strictObject({ jobId: id });
/** A thumbnail is a JPEG of at most about 48 KB, so that a list of hundreds stays light. */
const jpegDataUrl = z
  .string()
  .max(64 * 1024)
  .regex(/^data:image\/jpeg;base64,[A-Za-z0-9+/]+=*$/);

/** THE contract: every request with the shape of its input (checked in main) and the type of its answer. */
export const contract = {
  /** Sends this window all events from now on, and answers with the state they continue. */
  'app.subscribe': answers<Snapshot>()(nothing),
  'app.connect': answers<null>()(nothing),
  /** Starts over on the embedded demo cloud: offline, no account. */
  'app.rehearse': answers<null>()(nothing),
  /** Goes back to the service itself. */
  'app.leaveRehearsal': answers<null>()(nothing),
  'app.cancelRateLimit': answers<null>()(nothing),
  /** The user has read what became of the work of the last time. */
  'app.dismissStartupReport': answers<null>()(nothing),
  /** `project`: this project's page in the browser, through a claim token. */
  'app.openLink': answers<null>()(z.strictObject({ link: z.enum(['register', 'top-up', 'project']), projectId: id })),
  /** A link out of an agent's answer; https only. */
  'app.openUrl': answers<null>()(z.strictObject({ url: z.url({ protocol: /^https$/ }).max(2048) })),
  'settings.change': answers<null>()(
    z.strictObject({
      language: z.enum(['en', 'zh', 'system']).optional(),
      theme: z.enum(['light', 'dark', 'system']).optional(),
      sendWith: z.enum(['enter', 'mod-enter']).optional(),
      dailyCeiling: z.number().int().min(1).max(1_000_000).nullable().optional(),
      background: z.boolean().optional(),
      sound: z.boolean().optional(),
    }),
  ),
  /** Shows the native folder picker: exports always go where the user points. */
  'settings.chooseExportFolder': answers<null>()(nothing),
  'settings.askForExports': answers<null>()(nothing),
  /** How exports in that folder are called: `{project} {date} {n}`. `bad-request` where that gives no names. */
  'settings.exportPattern': answers<null>()(z.strictObject({ pattern: z.string().trim().min(1).max(longestPattern) })),
  /** How the service is reached. An address that is none is refused, and nothing changes. */
  'settings.network': answers<null>()(
    z.strictObject({ mode: z.enum(['system', 'manual', 'none']), address: z.string().trim().max(500) }),
  ),
  /** Tries to reach the service as things are set now. */
  'network.test': answers<NetworkReport>()(nothing),
  /** Tries a token of the user's own, and takes it from now on. */
  'account.signIn': answers<null>()(
    z.strictObject({
      token: z.string().trim().min(1).max(4096),
    }),
  ),
  'account.signOut': answers<null>()(nothing),
  'settings.keepToken': answers<null>()(z.strictObject({ keep: z.enum(['profile', 'until-quit']) })),
  'project.create': answers<Project>()(nothing),
  'project.open': answers<ProjectView>()(project),
  /** Turns before this one: a page of them, or all from `upTo` on. Oldest first. */
  'project.earlier': answers<Pick<ProjectView, 'turns' | 'hasEarlier' | 'attached'>>()(
    z.strictObject({ projectId: id, before: id, upTo: id.optional() }),
  ),
  'project.rename': answers<null>()(z.strictObject({ projectId: id, name: z.string().trim().min(1).max(200) })),
  'project.pin': answers<null>()(z.strictObject({ projectId: id, pinned: z.boolean() })),
  'project.archive': answers<null>()(z.strictObject({ projectId: id, archived: z.boolean() })),
  /** Hidden at once, and gone for good after ten seconds without `project.restore`. */
  'project.delete': answers<null>()(project),
  'project.restore': answers<null>()(project),
  /** The user looks at the project: nothing in it is unread. */
  'project.seen': answers<null>()(project),
  /** Finds words in names and turns of all projects, in any language; newest first, at most 50. */
  'project.search': answers<readonly SearchHit[]>()(z.strictObject({ query: z.string().trim().min(1).max(200) })),
  /** Keeps what was typed and not sent, however long it is. */
  'project.unsent': answers<null>()(z.strictObject({ projectId: id, text: z.string() })),
  'project.thumbnail': answers<null>()(z.strictObject({ projectId: id, image: jpegDataUrl })),
  'credits.refresh': answers<null>()(nothing),
  /** Routes the message: to the agent as a new turn (after its uploads), or to a command of the app. */
  'turn.send': answers<null>()(
    z.strictObject({
      projectId: id,
      text: z.string().trim().min(1).max(longestMessage),
      uploadIds: z.array(id).max(mostFiles),
      /** The user was told that this passes the daily ceiling. */
      anyway: z.boolean().optional(),
      /**
       * The words are a button's, not the composer's. What comes from there goes only with all files that wait there: `files-missing`
       * where one of them failed.
       */
      beside: z.boolean().optional(),
    }),
  ),
  'turn.stop': answers<null>()(z.strictObject({ turnId: id })),
  /**
   * Sends the message of a turn that failed, or whose fate is unknown, as a new turn. Only ever by the user's hand. `anyway`: the
   * user was told that this passes the daily ceiling. `without`: they were told that files of it are gone.
   */
  'turn.retry': answers<null>()(
    z.strictObject({ turnId: id, anyway: z.boolean().optional(), without: z.boolean().optional() }),
  ),
  /**
   * Keeps or removes one of the changes that came by themselves; removing sends the edit as a message. `anyway`: the user was told
   * that this passes the daily ceiling.
   */
  'turn.decide': answers<null>()(
    z.strictObject({
      turnId: id,
      part: z.number().int().min(0),
      change: z.number().int().min(0),
      keep: z.boolean(),
      anyway: z.boolean().optional(),
    }),
  ),
  /**
   * Answers the questions of a card, once: the labels chosen for each of them, none where it is skipped. It goes out as a message. `anyway`:
   * the user was told that this passes the daily ceiling.
   */
  'turn.answer': answers<null>()(
    z.strictObject({
      turnId: id,
      part: z.number().int().min(0),
      answers: z.array(z.array(z.string().max(1000)).max(50)).max(50),
      anyway: z.boolean().optional(),
    }),
  ),
  'queue.edit': answers<null>()(z.strictObject({ turnId: id, text: z.string().trim().min(1).max(longestMessage) })),
  /** Puts a waiting message before another one, or last. */
  'queue.move': answers<null>()(z.strictObject({ turnId: id, before: id.nullable() })),
  'queue.remove': answers<null>()(z.strictObject({ turnId: id })),
  /** Goes on with what waits; `anyway`: its first message may exceed the daily limit, of which the user was told. */
  'queue.resume': answers<null>()(z.strictObject({ projectId: id, anyway: z.boolean().optional() })),
  /** Takes out all that waits. */
  'queue.removeAll': answers<null>()(project),
  /** Shows the native picker; the chosen files appear as uploads. */
  'upload.pick': answers<null>()(project),
  /** The same for a folder; what is in it appears as a list to tick. */
  'upload.pickFolder': answers<null>()(project),
  /** Checks an address and lets the cloud fetch what lies there. */
  'upload.link': answers<null>()(z.strictObject({ projectId: id, address: z.string().max(4096) })),
  /** Attaches the ticked rows of a list, and takes the list away. */
  'importReview.attach': answers<null>()(
    z.strictObject({ reviewId: id, rowIds: z.array(z.number().int().min(0)).max(maxImportRows) }),
  ),
  'importReview.dismiss': answers<null>()(z.strictObject({ reviewId: id })),
  /** Sends a held file although it is damaged, under its true name, or once more. */
  'needsDecision.attach': answers<null>()(z.strictObject({ decisionId: id })),
  /** Takes the upload that is the same in place of a held file. */
  'needsDecision.useExisting': answers<null>()(z.strictObject({ decisionId: id })),
  'needsDecision.dismiss': answers<null>()(z.strictObject({ decisionId: id })),
  'upload.retry': answers<null>()(z.strictObject({ uploadId: id })),
  /** Keeps what is to be done with a file; it goes along with the message. */
  'upload.note': answers<null>()(z.strictObject({ uploadId: id, note: z.string().max(longestNote) })),
  /** Cancels a running upload, or takes a file out of the composer. */
  'upload.remove': answers<null>()(z.strictObject({ uploadId: id })),
  /** The versions of a project's cut, newest first: the newest ones, or those before one. */
  'draft.versions': answers<VersionPage>()(z.strictObject({ projectId: id, before: version.optional() })),
  /** Shows a version: by its number, or the last one that a turn made. Changes nothing. */
  'draft.look': answers<PastVersion>()(z.strictObject({ projectId: id, version: z.union([version, id]) })),
  'draft.compare': answers<readonly DraftChange[]>()(z.strictObject({ projectId: id, from: version, to: version })),
  /** Checks the state, asks where to save, and starts an export: of the present cut, or of a past version. */
  'export.start': answers<ExportBegun>()(
    z.strictObject({
      projectId: id,
      version: version.optional(),
      /** The user's answer to `answer-running`. */
      whileRunning: z.enum(['wait', 'now']).optional(),
      /** Asks for the place even where exports always go to one folder. */
      saveAs: z.boolean().optional(),
    }),
  ),
  'export.cancel': answers<null>()(z.strictObject({ exportId: id })),
  'export.retry': answers<null>()(z.strictObject({ exportId: id })),
  /** The user looks at the list: nothing in it is new. */
  'export.seen': answers<null>()(nothing),
  /** Asks for a folder, and puts the cut with its clips there for another editor: the present one, or a past version. */
  'interchange.start': answers<null>()(z.strictObject({ projectId: id, version: version.optional() })),
  'interchange.cancel': answers<null>()(z.strictObject({ interchangeId: id })),
  'interchange.showInFolder': answers<null>()(z.strictObject({ interchangeId: id })),
  /** Asks for another place and tries once more, with what has arrived. */
  'export.moveTo': answers<null>()(z.strictObject({ exportId: id })),
  /** Which of these saved files are there, and an id that plays each; null for one that is gone. Tells what they hold as it is found. */
  'export.look': answers<readonly LookedExport[]>()(z.strictObject({ exportIds: z.array(id).max(200) })),
  'export.showInFolder': answers<null>()(z.strictObject({ exportId: id })),
  /** In the system's own player. */
  'export.openFile': answers<null>()(z.strictObject({ exportId: id })),
  /** Puts the saved file on the clipboard, where `canCopyFiles`. */
  'export.copyFile': answers<null>()(z.strictObject({ exportId: id })),
  /** Goes on with a drag out of the window, with the saved file; `picture` goes with the pointer. */
  'export.drag': answers<null>()(z.strictObject({ exportId: id, picture: jpegDataUrl.nullable() })),
  /** Takes an export that is over off the list; `trash`: its file goes to the system's trash, too. */
  'export.remove': answers<null>()(z.strictObject({ exportId: id, file: z.enum(['keep', 'trash']) })),
  /** What a local file holds, as far as this computer can tell. */
  'mediaJob.probe': answers<MediaInfo>()(file),
  'mediaJob.filmstrip': answers<Filmstrip>()(file),
  /** How a file would be made smaller than `targetBytes` (by default what the cloud takes). */
  'mediaJob.estimate': answers<CompressionPlan>()(
    z.strictObject({ ...file.shape, targetBytes: targetBytes.optional() }),
  ),
  /** Starts to make a file from another one; how it goes is told by `media-job`. */
  'mediaJob.compress': answers<MediaJob>()(
    z.strictObject({ ...project.shape, ...file.shape, targetBytes: targetBytes.optional() }),
  ),
  /** `exact`: the part is encoded anew and begins just at `inMs`; else it begins at the key frame before. */
  'mediaJob.trim': answers<MediaJob>()(
    z.strictObject({ ...project.shape, ...file.shape, inMs: fileMs, outMs: fileMs, exact: z.boolean() }),
  ),
  'mediaJob.convert': answers<MediaJob>()(z.strictObject({ ...project.shape, ...file.shape })),
  'mediaJob.cancel': answers<null>()(mediaJob),
  /** The result becomes an upload, in place of the one (`replaces`) that it was made from. */
  'mediaJob.use': answers<null>()(z.strictObject({ ...mediaJob.shape, replaces: id.optional() })),
  'mediaJob.discard': answers<null>()(mediaJob),
  /** Shows the native picker and checks what was chosen; nothing begins yet. */
  'batch.pick': answers<BatchFiles>()(nothing),
  /** Checks the ticked rows of a list for a batch, and takes the list away. */
  'batch.fromReview': answers<BatchFiles>()(
    z.strictObject({ reviewId: id, rowIds: z.array(z.number().int().min(0)).min(1).max(2000) }),
  ),
  /** Checks a result of the media jobs for a batch. */
  'batch.take': answers<BatchFiles>()(mediaJob),
  /** The folder that a batch's exports would go to, by its own name; `choose` asks for another one in the native dialog. */
  'batch.folder': answers<{ readonly name: string }>()(z.strictObject({ choose: z.boolean() })),
  /** Starts a batch and answers with its id. `into`: a project for each file, one new project, or this one. */
  'batch.start': answers<{ readonly batchId: string }>()(
    z.strictObject({
      fileIds: z.array(id).min(1).max(2000),
      template: z.string().trim().min(1).max(10_000),
      into: z.union([z.enum(['each', 'new']), id]),
      /** The pattern of the videos' names; null for no exports. */
      exports: z.string().trim().min(1).max(200).nullable(),
    }),
  ),
  'batch.pause': answers<null>()(batch),
  /** Goes on, with another try of what made the batch pause. `anyway`: past the daily ceiling, of which the user was told. */
  'batch.resume': answers<null>()(z.strictObject({ batchId: id, anyway: z.boolean().optional() })),
  'batch.stop': answers<null>()(batch),
  /** Another try of one item, or of all that failed or were stopped. Only ever by the user's hand. */
  'batch.retry': answers<null>()(z.strictObject({ batchId: id, itemId: id.nullable() })),
  /** The user has seen to an item that needed it: what is there now counts. */
  'batch.accept': answers<null>()(z.strictObject({ batchId: id, itemId: id })),
  /** Takes a batch that is over out of the list. */
  'batch.remove': answers<null>()(batch),
} as const;

export type Contract = typeof contract;
export type RequestName = keyof Contract;
export type RequestInput<N extends RequestName> = z.input<Contract[N]['input']>;
export type ParsedInput<N extends RequestName> = z.output<Contract[N]['input']>;
export type RequestOutput<N extends RequestName> = Exclude<Contract[N]['output'], undefined>;
