import { defineRequest, nothing, project } from './request.ts';

/** Rehearsals: the app on the embedded demo cloud. */
export const rehearsalRequests = {
  /** Starts over on the embedded demo cloud: offline, no account. */
  'rehearsal.begin': defineRequest({ input: nothing }),
  /** Ends the rehearsal, and goes back to the service. */
  'rehearsal.leave': defineRequest({ input: nothing }),
  /** Deletes all projects of rehearsals for good; works whether one goes on or not. */
  'rehearsal.deleteAll': defineRequest({ input: nothing }),
  /**
   * Leaves the rehearsal, and makes a project of the service out of what was said in this one: its messages wait there until the
   * user lets them go. `not-found` where nothing was made.
   */
  'rehearsal.makeReal': defineRequest({ input: project }),
} as const;
