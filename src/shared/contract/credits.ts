import type { CreditEntry } from '../domain/credit-history.ts';
import { defineRequest, nothing, returns } from './request.ts';

/** What became of the credits. */
export const creditRequests = {
  /** All messages and exports that are known, newest first. */
  'credits.history': defineRequest({ input: nothing, output: returns<readonly CreditEntry[]>() }),
  /** Asks where to save the history as a table, and writes it. `cancelled`: the user closed the dialog. */
  'credits.exportHistory': defineRequest({ input: nothing }),
} as const;
