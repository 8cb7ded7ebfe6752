import { z } from 'zod';
import type { ShelfItem } from '../domain/shelf.ts';
import { defineRequest, id, jpegDataUrl, project, returns } from './request.ts';

const shelfItem = z.strictObject({ ...project.shape, mediaId: id });

/** The files of a project, its own and those that were generated. */
export const shelfRequests = {
  /** Newest first. Fetches nothing; what the files here hold follows as `media-info`. */
  'shelf.list': defineRequest({ input: project, output: returns<readonly ShelfItem[]>() }),
  /** Puts a file into the composer again. */
  'shelf.attach': defineRequest({ input: shelfItem }),
  /** Asks where to save a copy, and writes it; the file is fetched where it is not here. */
  'shelf.save': defineRequest({ input: shelfItem }),
  /** Continues a drag out of the window with a file that is here; `picture` goes with the pointer. */
  'shelf.drag': defineRequest({ input: z.strictObject({ ...shelfItem.shape, picture: jpegDataUrl.nullable() }) }),
} as const;
