import { z } from 'zod';
import type { Backup, LocalData } from '../domain/local-data.ts';
import { defineRequest, nothing, returns } from './request.ts';

/** What the app keeps on this computer. */
export const localDataRequests = {
  'localData.sizes': defineRequest({ input: nothing, output: returns<LocalData>() }),
  /** Frees what is not in use, and answers with how much that was, in bytes. */
  'localData.clear': defineRequest({
    input: z.strictObject({ what: z.enum(['clips', 'proxies']) }),
    output: returns<number>(),
  }),
  /** Asks for a folder and writes everything into a new one there: plain files, without any sign-in. Answers with its name. */
  'localData.export': defineRequest({ input: nothing, output: returns<string>() }),
  /** Newest first. */
  'localData.backups': defineRequest({ input: nothing, output: returns<readonly Backup[]>() }),
  /** Goes back to a backup, while nothing is under way; what is there now becomes a backup. */
  'localData.restore': defineRequest({ input: z.strictObject({ id: z.string().max(200) }) }),
  /** Deletes everything but the free sign-in of this computer, and begins anew. Exported videos stay. */
  'localData.deleteAll': defineRequest({ input: nothing }),
} as const;
