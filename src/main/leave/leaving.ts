import { type BeginLeave, type BeginLeaveParts, createBeginLeave } from './begin.ts';
import { leaveFolders } from './folder.ts';
import { createLeave, type Leave, type LeaveParts } from './leave.ts';
import { readMediaFacts } from './media-facts.ts';

export type LeavingParts = Omit<BeginLeaveParts, 'start'> & Omit<LeaveParts, 'folders' | 'measure'>;

export type Leaving = Leave & { readonly begin: BeginLeave };

/** Taking cuts along on this computer's disk. */
export function createLeaving(parts: LeavingParts): Leaving {
  const leave = createLeave({ ...parts, folders: leaveFolders, measure: readMediaFacts });
  return { ...leave, begin: createBeginLeave({ ...parts, start: leave.start }) };
}
