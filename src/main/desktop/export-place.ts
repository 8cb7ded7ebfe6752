import { basename } from 'node:path';
import type { ExportPlaceView } from '../../shared/domain/app-state.ts';
import { patternProblem } from '../../shared/domain/file-name.ts';
import { done, err } from '../../shared/result.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { ExportPlaceContext } from '../ipc/context.ts';
import type { ExportPlace, Settings } from '../storage/settings.ts';

export type ExportPlaceParts = {
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
