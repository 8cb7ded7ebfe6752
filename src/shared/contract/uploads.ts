import { z } from 'zod';
import type { CaptionFile } from '../domain/captions.ts';
import type { Failure } from '../domain/failure.ts';
import { longestNote } from '../domain/file-notes.ts';
import { type ImportReviewHead, type ImportRow, maxImportRows } from '../domain/import-review.ts';
import type { FileNeedingDecision } from '../domain/needs-decision.ts';
import { maxPastedBytes, type Upload } from '../domain/upload.ts';
import { definePreloadRequest, defineRequest, droppedPaths, id, project, rowId } from './request.ts';

/** Getting files in, and to the project's session. */
export const uploadRequests = {
  /** Shows the native picker; the chosen files appear as uploads. */
  'upload.pick': defineRequest({ input: project }),
  /** The same for a folder; what is in it appears as a list to tick. */
  'upload.pickFolder': defineRequest({ input: project }),
  /** Checks an address and lets the cloud fetch what lies there. */
  'upload.link': defineRequest({ input: z.strictObject({ projectId: id, address: z.string().max(4096) }) }),
  'upload.retry': defineRequest({ input: z.strictObject({ uploadId: id }) }),
  /** Keeps what the user wants done with a file; it goes along with the message. */
  'upload.note': defineRequest({ input: z.strictObject({ uploadId: id, note: z.string().max(longestNote) }) }),
  /** Cancels a running upload, or takes a file out of the composer. */
  /** Puts a file that went with an earlier message into the composer again, without sending it. */
  'upload.reuse': defineRequest({ input: z.strictObject({ uploadId: id }) }),
  'upload.remove': defineRequest({ input: z.strictObject({ uploadId: id }) }),
  /** Attaches the ticked rows of a list, and takes the list away. */
  'importReview.attach': defineRequest({
    input: z.strictObject({ reviewId: id, rowIds: z.array(rowId).max(maxImportRows) }),
  }),
  'importReview.dismiss': defineRequest({ input: z.strictObject({ reviewId: id }) }),
  /** Sends an undecided file although it is damaged, under its true name, or once more. */
  'needsDecision.attach': defineRequest({ input: z.strictObject({ decisionId: id }) }),
  /** Uses the upload with the same content in place of an undecided file. */
  'needsDecision.useExisting': defineRequest({ input: z.strictObject({ decisionId: id }) }),
  'needsDecision.dismiss': defineRequest({ input: z.strictObject({ decisionId: id }) }),
  /** Files and folders that were dropped on the project, by their paths. */
  'upload.drop': definePreloadRequest({ input: z.strictObject({ projectId: id, paths: droppedPaths }) }),
  /** Pictures out of the clipboard, which have no path. */
  'upload.paste': definePreloadRequest({
    input: z.strictObject({
      projectId: id,
      files: z
        .array(z.strictObject({ type: z.string().max(200), bytes: z.instanceof(Uint8Array) }))
        .min(1)
        .max(20)
        .refine((files) => files.reduce((sum, { bytes }) => sum + bytes.length, 0) <= maxPastedBytes),
    }),
  }),
} as const;

export type UploadAppEvent =
  | { readonly type: 'upload'; readonly upload: Upload }
  | { readonly type: 'upload-removed'; readonly projectId: string; readonly uploadId: string }
  /** Main refused a file before its first byte. */
  | { readonly type: 'upload-refused'; readonly projectId: string; readonly name: string; readonly failure: Failure }
  /** What a subtitle file holds: it goes to the agent as a message, if the user wants. */
  | ({ readonly type: 'captions'; readonly projectId: string; readonly name: string } & CaptionFile)
  | { readonly type: 'needs-decision'; readonly needsDecision: FileNeedingDecision }
  | { readonly type: 'needs-decision-removed'; readonly projectId: string; readonly decisionId: string }
  | { readonly type: 'import-review'; readonly head: ImportReviewHead }
  /** Rows that are new, or about which more is known now, by id. */
  | {
      readonly type: 'import-rows';
      readonly projectId: string;
      readonly reviewId: string;
      readonly rows: readonly ImportRow[];
    }
  | { readonly type: 'import-review-removed'; readonly projectId: string; readonly reviewId: string };
