import type { Handlers } from '../router.ts';
import { appHandlers } from './app.ts';
import { importHandlers } from './imports.ts';
import { batchHandlers } from './batch.ts';
import { conversationHandlers } from './conversation.ts';
import { draftHandlers } from './drafts.ts';
import { exportHandlers } from './exports.ts';
import { interchangeHandlers } from './interchange.ts';
import { networkHandlers } from './network.ts';
import type { HandlerParts } from './parts.ts';
import { projectHandlers } from './projects.ts';
import { savedFileHandlers } from './saved-files.ts';
import { mediaJobHandlers } from './media-jobs.ts';

/** The contract, complete: the compiler names a request that is missing here. */
export function createHandlers(parts: HandlerParts): Handlers {
  return {
    ...appHandlers(parts),
    ...networkHandlers(parts),
    ...projectHandlers(parts),
    ...conversationHandlers(parts),
    ...draftHandlers(parts),
    ...importHandlers(parts),
    ...exportHandlers(parts),
    ...interchangeHandlers(parts),
    ...savedFileHandlers(parts),
    ...mediaJobHandlers(parts),
    ...batchHandlers(parts),
  };
}
