import { basename, extname, join } from 'node:path';
import type { ExportPlaceView } from '../../shared/domain/app-state.ts';
import { patternProblem } from '../../shared/domain/file-name.ts';
import { done, err } from '../../shared/result.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { ExportPlaceContext } from '../ipc/context.ts';
import type { ExportPlace, Settings } from '../storage/settings.ts';

type ExportPlaceParts = {
  readonly settings: Pick<Settings, 'get' | 'set'>;
  /** Absolute path of a folder, or null where the user closed the picker. */
  readonly pickFolder: () => Promise<string | null>;
  readonly emit: (event: AppEvent) => void;
};

/** What the window may know of it: never a path. */
export function viewOf({ folder, pattern }: ExportPlace): ExportPlaceView {
  return { folder: folder === null ? null : basename(folder) || folder, pattern };
}

/** The settings of where exports go. */
export function createExportPlace({ settings, pickFolder, emit }: ExportPlaceParts): ExportPlaceContext {
  const change = (changes: Partial<ExportPlace>): void => {
    const place = { ...settings.get('exportPlace'), ...changes };
    settings.set('exportPlace', place);
    emit({ type: 'export-place', exportPlace: viewOf(place) });
  };
  return {
    choose: async () => {
      const folder = await pickFolder();
      if (folder !== null) change({ folder });
    },
    ask: () => change({ folder: null }),
    name: (pattern) => {
      if (patternProblem(pattern) !== null) return err({ code: 'bad-request' });
      change({ pattern });
      return done;
    },
  };
}

/** What the system's save dialog answered, and asked. Paths are absolute. */
type AskSavePath = (defaultPath: string) => Promise<string | null>;

/**
 * Asks where to save a file of this kind (`extension`, with its dot), beginning in `folder` with `name`; null where the user gave up. Not every system appends the
 * extension: then it is appended here, and if there is such a file already, the dialog asks once more, by that name.
 */
export async function askSaveTarget(parts: {
  readonly folder: string;
  readonly name: string;
  readonly extension?: string;
  readonly ask: AskSavePath;
  readonly exists: (path: string) => boolean;
}): Promise<string | null> {
  const { folder, name, extension = '.mp4', ask, exists } = parts;
  const withExtension = (path: string): string =>
    extname(path).toLowerCase() === extension ? path : `${path}${extension}`;
  let proposal = join(folder, withExtension(name));
  for (;;) {
    const answer = await ask(proposal);
    if (answer === null) return null;
    const target = withExtension(answer);
    if (target === answer || !exists(target)) return target;
    proposal = target;
  }
}
