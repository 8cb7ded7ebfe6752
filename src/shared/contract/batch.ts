import { z } from 'zod';
import { type BatchFiles, type BatchHead, type BatchItem, longestTemplate } from '../domain/batch.ts';
import { definePreloadRequest, defineRequest, droppedPaths, id, nothing, returns, rowId, flag } from './request.ts';

const batch = z.strictObject({ batchId: id });
const instruction = z.string().trim().max(longestTemplate);

/** Many files, one instruction, or one of their own. */
export const batchRequests = {
  /** Shows the native picker and checks the chosen files; nothing begins yet. */
  'batch.pick': defineRequest({ input: nothing, output: returns<BatchFiles>() }),
  /** Checks the ticked rows of a list for a batch, and takes the list away. */
  'batch.fromReview': defineRequest({
    input: z.strictObject({ reviewId: id, rowIds: z.array(rowId).min(1).max(2000) }),
    output: returns<BatchFiles>(),
  }),
  /** Checks a result of the media jobs for a batch. */
  'batch.take': defineRequest({ input: z.strictObject({ jobId: id }), output: returns<BatchFiles>() }),
  /** The name of the folder for a batch's exports; `choose` asks for another one in the native dialog. */
  'batch.folder': defineRequest({
    input: z.strictObject({ choose: z.boolean() }),
    output: returns<{ readonly name: string }>(),
  }),
  /** Starts a batch and answers with its id. `into`: a project for each file, one new project, or this one. */
  'batch.start': defineRequest({
    input: z
      .strictObject({
        /** Files by their ids. `own`: a file's own instruction; empty for the common one. */
        items: z
          .array(z.strictObject({ id, own: instruction }))
          .min(1)
          .max(2000),
        template: instruction,
        into: z.union([z.enum(['each', 'new']), id]),
        /** The pattern of the videos' names; null for no exports. */
        exports: z.string().trim().min(1).max(200).nullable(),
      })
      .refine(({ items, template }) => template !== '' || items.every(({ own }) => own !== '')),
    output: returns<{ readonly batchId: string }>(),
  }),
  'batch.pause': defineRequest({ input: batch }),
  /**
   * Goes on, and tries again what made the batch pause. `anyway`: the user was told that this exceeds the daily limit.
   */
  'batch.resume': defineRequest({ input: z.strictObject({ batchId: id, anyway: flag }) }),
  'batch.stop': defineRequest({ input: batch }),
  /** Tries one item again, or all that failed or were stopped. Only the user asks for this. */
  'batch.retry': defineRequest({ input: z.strictObject({ batchId: id, itemId: id.nullable() }) }),
  /** The user has dealt with an item that needed them: what is there now counts. */
  'batch.accept': defineRequest({ input: z.strictObject({ batchId: id, itemId: id }) }),
  /** Exports every finished video that was not exported, to the batch's folder; asks for one where there is none. */
  'batch.exportAll': defineRequest({ input: batch }),
  /** Removes a batch that is over from the list. */
  'batch.remove': defineRequest({ input: batch }),
  /** Checks files that were dropped on the sheet of a batch. */
  'batch.drop': definePreloadRequest({
    input: z.strictObject({ paths: droppedPaths }),
    output: returns<BatchFiles>(),
  }),
} as const;

export type BatchAppEvent =
  /** A batch without its items, and then items of it, new or changed. */
  | { readonly type: 'batch'; readonly batch: BatchHead }
  | { readonly type: 'batch-items'; readonly batchId: string; readonly items: readonly BatchItem[] }
  | { readonly type: 'batch-removed'; readonly batchId: string }
  /** A notification wants the window to show this batch. */
  | { readonly type: 'show-batch'; readonly batchId: string };
