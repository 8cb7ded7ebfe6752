import { z } from 'zod';
import { type ArmedFaults, faultNames } from '../domain/fault-name.ts';
import { defineRequest, nothing, project, returns } from './request.ts';

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
  /** The faults that still strike. These three are for a rehearsal alone: `bad-request` on the service. */
  'rehearsal.faults': defineRequest({ input: nothing, output: returns<ArmedFaults>() }),
  'rehearsal.setFault': defineRequest({
    input: z.strictObject({ name: z.enum(faultNames), strikes: z.enum(['never', 'once', 'always']) }),
    output: returns<ArmedFaults>(),
  }),
  /** The account has its 100 credits again. */
  'rehearsal.resetCredits': defineRequest({ input: nothing }),
} as const;
