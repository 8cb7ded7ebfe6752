import { defineRequest, nothing } from './request.ts';

/** Rehearsals: the app on the embedded demo cloud. */
export const rehearsalRequests = {
  /** Starts over on the embedded demo cloud: offline, no account. */
  'rehearsal.begin': defineRequest({ input: nothing }),
  /** Ends the rehearsal, and goes back to the service. */
  'rehearsal.leave': defineRequest({ input: nothing }),
  /** Deletes all projects of rehearsals for good; works whether one goes on or not. */
  'rehearsal.deleteAll': defineRequest({ input: nothing }),
} as const;
