import type { Handlers } from '../router.ts';
import { appHandlers } from './app.ts';
import { batchHandlers } from './batch.ts';
import { creditHandlers } from './credits.ts';
import { draftHandlers } from './drafts.ts';
import { exportHandlers } from './exports.ts';
import { localDataHandlers } from './local-data.ts';
import { mediaJobHandlers } from './media-jobs.ts';
import { projectHandlers } from './projects.ts';
import { rehearsalHandlers } from './rehearsal.ts';
import { projectMediaHandlers } from './project-media.ts';
import { turnHandlers } from './turns.ts';
import { updateHandlers } from './updates.ts';
import { uploadHandlers } from './uploads.ts';

/** The contract, complete: the compiler names a request that is missing here. */
export const handlers: Handlers = {
  ...appHandlers,
  ...creditHandlers,
  ...projectHandlers,
  ...turnHandlers,
  ...uploadHandlers,
  ...draftHandlers,
  ...exportHandlers,
  ...mediaJobHandlers,
  ...batchHandlers,
  ...rehearsalHandlers,
  ...projectMediaHandlers,
  ...localDataHandlers,
  ...updateHandlers,
};
