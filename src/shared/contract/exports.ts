import { z } from 'zod';
import type { ExportBegun, ExportJob, ExportJobs, InterchangeJob } from '../domain/export-job.ts';
import { gifProblem, gifWidths } from '../domain/gif.ts';
import { defineRequest, id, jpegDataUrl, nothing, returns, version } from './request.ts';

/** A saved export's file: `mediaId` plays it, null where it is gone. */
type LookedExport = { readonly exportId: string; readonly mediaId: string | null };

/** The size of an 8K frame that compresses badly. */
const maxFrameBytes = 128 * 1024 * 1024;

function isPng(bytes: Uint8Array): boolean {
  return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, at) => bytes[at] === byte);
}

const exportJob = z.strictObject({ exportId: id });
const interchangeJob = z.strictObject({ interchangeId: id });

/** Getting a cut out of the app: as a video, and for other editors. */
export const exportRequests = {
  /** Checks the state, asks where to save, and starts an export: of the present cut, or of a past version. */
  'export.start': defineRequest({
    input: z.strictObject({
      projectId: id,
      version: version.optional(),
      /** The user's answer to `answer-running`. */
      whileRunning: z.enum(['wait', 'now']).optional(),
      /** Asks for the place even where exports always go to one folder. */
      saveAs: z.boolean().default(false),
    }),
    output: returns<ExportBegun>(),
  }),
  /** Asks where to save a frame of the cut, a PNG, and writes it. `atMs`: where it stands. */
  'export.frame': defineRequest({
    input: z.strictObject({
      projectId: id,
      atMs: z.number().int().min(0).max(1e9),
      /** It becomes the picture on the cover of the video, and is called so. */
      cover: z.boolean().default(false),
      png: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= maxFrameBytes && isPng(bytes)),
    }),
  }),
  'export.cancel': defineRequest({ input: exportJob }),
  'export.retry': defineRequest({ input: exportJob }),
  /** More of the past exports, for those who look at all of them. `before`: a place that the snapshot or an earlier answer has told. */
  'export.older': defineRequest({
    input: z.strictObject({ before: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER) }),
    output: returns<ExportJobs>(),
  }),
  /** The user looks at the list of exports: from now on nothing in it is new. */
  'export.seen': defineRequest({ input: nothing }),
  /** Asks for another place and tries again there, with what has arrived already. */
  'export.moveTo': defineRequest({ input: exportJob }),
  /**
   * Looks which of these saved files are there, and gives an id that plays each; null for one that is gone. What each
   * holds follows as `media-info`.
   */
  'export.look': defineRequest({
    input: z.strictObject({ exportIds: z.array(id).max(200) }),
    output: returns<readonly LookedExport[]>(),
  }),
  'export.showInFolder': defineRequest({ input: exportJob }),
  /** Opens the saved file in the system's own player. */
  'export.openFile': defineRequest({ input: exportJob }),
  /** Puts the saved file on the clipboard, where `canCopyFiles`. */
  'export.copyFile': defineRequest({ input: exportJob }),
  /** Continues a drag out of the window with the saved file; `picture` goes with the pointer. */
  'export.drag': defineRequest({ input: z.strictObject({ exportId: id, picture: jpegDataUrl.nullable() }) }),
  /** Removes an export that is over from the list; `trash`: its file goes to the system's trash, too. */
  'export.remove': defineRequest({ input: z.strictObject({ exportId: id, file: z.enum(['keep', 'trash']) }) }),
  /** Asks for a folder, and puts the cut with its clips there for another editor: the present one, or a past version. */
  'interchange.start': defineRequest({
    input: z.strictObject({
      projectId: id,
      version: version.optional(),
      target: z.enum(['timelines', 'capcut']).default('timelines'),
    }),
  }),
  /** Asks where to save it, and makes a GIF of a part of the cut on this computer; it is a job as `interchange.start` begins. */
  'gif.start': defineRequest({
    input: z
      .strictObject({
        projectId: id,
        version: version.optional(),
        fromMs: z.number().int().min(0).max(1e9),
        toMs: z.number().int().min(0).max(1e9),
        width: z.literal(gifWidths),
      })
      .refine((order) => gifProblem(order) === null),
  }),
  'interchange.cancel': defineRequest({ input: interchangeJob }),
  'interchange.showInFolder': defineRequest({ input: interchangeJob }),
} as const;

export type ExportAppEvent =
  | { readonly type: 'export'; readonly job: ExportJob }
  | { readonly type: 'export-removed'; readonly exportId: string }
  /** Makes the window ask whether an export of this project waits for the answer that is under way. */
  | { readonly type: 'export-asks'; readonly projectId: string }
  | { readonly type: 'interchange'; readonly job: InterchangeJob };
