import { z } from 'zod';
import type { ProjectMediaItem } from '../domain/project-media.ts';
import { defineRequest, id, jpegDataUrl, project, returns } from './request.ts';

const projectMediaItem = z.strictObject({ ...project.shape, mediaId: id });

/** The files of a project, its own and those that were generated. */
export const projectMediaRequests = {
  /** Newest first. Fetches nothing; what the files here hold follows as `media-info`. */
  'projectMedia.list': defineRequest({ input: project, output: returns<readonly ProjectMediaItem[]>() }),
  /** Puts a file into the composer again. */
  'projectMedia.attach': defineRequest({ input: projectMediaItem }),
  /** Asks where to save a copy, and writes it; the file is fetched where it is not here. */
  'projectMedia.save': defineRequest({ input: projectMediaItem }),
  /** Continues a drag out of the window with a file that is here; `picture` goes with the pointer. */
  'projectMedia.drag': defineRequest({
    input: z.strictObject({ ...projectMediaItem.shape, picture: jpegDataUrl.nullable() }),
  }),
} as const;
