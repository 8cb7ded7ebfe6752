import { isDeepStrictEqual } from 'node:util';
import type { Sealed } from './sealed.ts';
import { defaultPreferences, type Preferences } from '../../shared/domain/app-state.ts';
import { defaultNetwork, type NetworkMode } from '../../shared/domain/network.ts';
import { defaultPattern } from '../../shared/domain/file-name.ts';

/** Where the window was, in the desktop's coordinates (device independent pixels). */
export type WindowBounds = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
};

/** What the user answered about a token that no key ring can hold; null until they did. */
export type TokenChoice = 'profile' | 'until-quit' | null;

/** Where exports go without a question. `folder`: an absolute path; null: the user is asked each time. */
export type ExportPlace = { readonly folder: string | null; readonly pattern: string };

/** `address`: that of the user's own proxy as it may be shown. `password`: sealed (`sealed.ts`). */
type KeptNetwork = { readonly mode: NetworkMode; readonly address: string; readonly password: Sealed | null };

export type SettingsValues = {
  readonly preferences: Preferences;
  readonly windowBounds: WindowBounds | null;
  readonly openProjectId: string | null;
  /** The folder of the last export. */
  readonly saveFolder: string | null;
  /** Where exports go without a question. */
  readonly exportPlace: ExportPlace;
  readonly network: KeptNetwork;
  readonly tokenChoice: TokenChoice;
  /** When the list of exports was last looked at, epoch ms. */
  readonly exportsSeenAt: number;
};

export const defaultSettings: SettingsValues = {
  preferences: defaultPreferences,
  windowBounds: null,
  openProjectId: null,
  saveFolder: null,
  exportPlace: { folder: null, pattern: defaultPattern },
  network: { ...defaultNetwork, password: null },
  tokenChoice: null,
  exportsSeenAt: 0,
};

export type Settings = {
  readonly get: <K extends keyof SettingsValues>(key: K) => SettingsValues[K];
  /** A value that cannot be written holds until the app quits. */
  readonly set: <K extends keyof SettingsValues>(key: K, value: SettingsValues[K]) => void;
  /** Where a settings file that could not be read was put at this start; null in the ordinary case. */
  readonly setAside: string | null;
};

/** Settings over `write`, which makes one value last and may throw. They are read once: what is in memory counts. */
export function createSettings(options: {
  readonly initial: SettingsValues;
  readonly setAside: string | null;
  readonly write: <K extends keyof SettingsValues>(key: K, value: SettingsValues[K]) => void;
  readonly onUnsaved: (error: unknown) => void;
}): Settings {
  const { write, onUnsaved, setAside } = options;
  let values = options.initial;
  return {
    setAside,
    get: (key) => values[key],
    set: (key, value) => {
      if (isDeepStrictEqual(value, values[key])) return;
      values = { ...values, [key]: value };
      try {
        write(key, value);
      } catch (error) {
        onUnsaved(error);
      }
    },
  };
}
