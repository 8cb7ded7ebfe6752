import type { UpdateState } from '../domain/update.ts';
import { defineRequest, nothing } from './request.ts';

/** Newer versions of the app itself. */
export const updateRequests = {
  /** Looks for one now; what comes of it is told by events. */
  'update.check': defineRequest({ input: nothing }),
  /** Quits, installs what is ready, and starts again. `update-waits` while anything is under way. */
  'update.restart': defineRequest({ input: nothing }),
  /** The page where versions can be had by hand, in the browser; the user is asked first. */
  'update.openPage': defineRequest({ input: nothing }),
} as const;

export type UpdateAppEvent = { readonly type: 'update'; readonly update: UpdateState };
