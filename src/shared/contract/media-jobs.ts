import { z } from 'zod';
import type { CompressionPlan } from '../domain/compression.ts';
import type { Filmstrip, MediaInfo } from '../domain/media-info.ts';
import type { MediaJob } from '../domain/media-job.ts';
import { mostSmoothed, type Smoothness } from '../domain/smoothness.ts';
import { maxUploadBytes } from '../domain/upload.ts';
import { defineRequest, id, project, returns } from './request.ts';

/** A local file by its media id, or by the id under which main holds one that was refused. */
const file = z.strictObject({ fileId: id });
const fileMs = z.number().int().min(0).max(1e10);
const targetBytes = z.number().int().min(1).max(maxUploadBytes);
const mediaJob = z.strictObject({ jobId: id });

/** Media work on this computer. */
export const mediaJobRequests = {
  /** What a local file holds, as far as this computer can tell. */
  'mediaJob.probe': defineRequest({ input: file, output: returns<MediaInfo>() }),
  'mediaJob.filmstrip': defineRequest({ input: file, output: returns<Filmstrip>() }),
  /** Nobody waits for these frames any more: what is still being made of them is left. */
  'mediaJob.leaveFilmstrip': defineRequest({ input: file }),
  /** Plans how to make a file smaller than `targetBytes` (by default what the cloud takes). */
  'mediaJob.estimate': defineRequest({
    input: z.strictObject({ ...file.shape, targetBytes: targetBytes.optional() }),
    output: returns<CompressionPlan>(),
  }),
  /** Starts to make a file from another one; `media-job` tells how it goes. */
  'mediaJob.compress': defineRequest({
    input: z.strictObject({ ...project.shape, ...file.shape, targetBytes: targetBytes.optional() }),
    output: returns<MediaJob>(),
  }),
  /** `exact`: encodes the part anew, so that it begins just at `inMs`; else it begins at the key frame before. */
  'mediaJob.trim': defineRequest({
    input: z.strictObject({ ...project.shape, ...file.shape, inMs: fileMs, outMs: fileMs, exact: z.boolean() }),
    output: returns<MediaJob>(),
  }),
  'mediaJob.convert': defineRequest({
    input: z.strictObject({ ...project.shape, ...file.shape }),
    output: returns<MediaJob>(),
  }),
  'mediaJob.cancel': defineRequest({ input: mediaJob }),
  /** The result becomes an upload, in place of the one (`replaces`) that it was made from. */
  'mediaJob.use': defineRequest({ input: z.strictObject({ ...mediaJob.shape, replaces: id.optional() }) }),
  'mediaJob.discard': defineRequest({ input: mediaJob }),
  /** Wants these clips to play smoothly. Tells which have a proxy; the others get one when nothing else goes on. */
  'mediaJob.smooth': defineRequest({
    input: z.strictObject({ mediaIds: z.array(id).max(mostSmoothed), isPlaying: z.boolean() }),
    output: returns<Smoothness>(),
  }),
} as const;

export type MediaJobAppEvent =
  /** What main has found out about a local file; it comes again when there is more. */
  | { readonly type: 'media-info'; readonly mediaId: string; readonly info: MediaInfo }
  | { readonly type: 'media-job'; readonly job: MediaJob };
