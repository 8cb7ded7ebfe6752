import { type BeginLeave, type BeginLeaveParts, createBeginLeave } from './begin.ts';
import { createLeaveFolders, type LeaveFolders } from './folder.ts';
import { createLeave, type Leave, type LeaveParts } from './interchange.ts';
import { readMediaFacts } from './clip-info.ts';

export type LeavingParts = Omit<BeginLeaveParts, 'start'> &
  Omit<LeaveParts, 'folders' | 'measure'> & {
    /** Where unfinished folders are written down. */
    readonly notesDir: string;
  };

export type Leaving = Leave & Pick<LeaveFolders, 'clean'> & { readonly begin: BeginLeave };

/** Taking cuts along on this computer's disk. */
export function createLeaving(parts: LeavingParts): Leaving {
  const folders = createLeaveFolders(parts.notesDir);
  const leave = createLeave({ ...parts, folders, measure: readMediaFacts });
  return { ...leave, clean: folders.clean, begin: createBeginLeave({ ...parts, start: leave.start }) };
}
