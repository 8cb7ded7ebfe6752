import { type BeginInterchange, type BeginInterchangeParts, createBeginInterchange } from './begin.ts';
import { createInterchangeFolders, type InterchangeFolders } from './folder.ts';
import { createInterchange, type Interchange, type InterchangeParts } from './interchange.ts';
import { readClipInfo } from './clip-info.ts';

export type OpenedInterchangeParts = Omit<BeginInterchangeParts, 'start'> &
  Omit<InterchangeParts, 'folders' | 'measure'> & {
    /** Where unfinished folders are written down. */
    readonly notesDir: string;
  };

export type OpenedInterchange = Interchange & Pick<InterchangeFolders, 'clean'> & { readonly begin: BeginInterchange };

/** Taking cuts along on this computer's disk. */
export function openInterchange(parts: OpenedInterchangeParts): OpenedInterchange {
  const folders = createInterchangeFolders(parts.notesDir);
  const interchange = createInterchange({ ...parts, folders, measure: readClipInfo });
  return {
    ...interchange,
    clean: folders.clean,
    begin: createBeginInterchange({ ...parts, start: interchange.start }),
  };
}
