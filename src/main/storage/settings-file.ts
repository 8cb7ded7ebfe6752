import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ElectronStore, { type Schema } from 'electron-store';
import { spendPermissions, spendQuestions } from '../../shared/domain/spend-permission.ts';
import { largestScale, smallestScale } from '../../shared/domain/ui-scale.ts';
import { lengths, moods, ratios } from '../../shared/domain/video-format.ts';
import { setAside, removeFileNow } from '../patient-files.ts';
import { createSettings, defaultSettings, type Settings, type SettingsValues } from './settings.ts';

const name = 'settings';
const nullable = (type: string): { readonly type: readonly string[] } => ({ type: [type, 'null'] });

const schema = {
  preferences: {
    type: 'object',
    properties: {
      language: { enum: ['en', 'zh', 'system'] },
      theme: { enum: ['light', 'dark', 'system'] },
      sendWith: { enum: ['enter', 'mod-enter'] },
      dailyCeiling: nullable('integer'),
      background: { type: 'boolean' },
      sound: { type: 'boolean' },
      volume: { type: 'number', minimum: 0, maximum: 1 },
      muted: { type: 'boolean' },
      tour: { type: 'boolean' },
      uiScale: { type: 'number', minimum: smallestScale, maximum: largestScale },
      notifications: { type: 'boolean' },
      smooth: { type: 'boolean' },
      menuBar: { type: 'boolean' },
      format: {
        type: 'object',
        properties: {
          ratio: { enum: [...ratios, null] },
          seconds: { enum: [...lengths, null] },
          mood: { enum: [...moods, null] },
        },
        required: ['ratio', 'seconds', 'mood'],
      },
      formatStrip: { type: 'boolean' },
      layout: {
        type: 'object',
        properties: {
          projects: nullable('integer'),
          chat: nullable('integer'),
          timeline: nullable('integer'),
          folded: { type: 'object' },
        },
      },
      spending: { enum: spendPermissions },
      silenced: { type: 'array', items: { enum: spendQuestions } },
    },
    // Not those that came later: a file without them is an older one, not a broken one.
    required: ['language', 'theme'],
  },
  windowBounds: {
    ...nullable('object'),
    properties: {
      x: { type: 'number' },
      y: { type: 'number' },
      width: { type: 'number' },
      height: { type: 'number' },
      maximized: { type: 'boolean' },
    },
    required: ['x', 'y', 'width', 'height', 'maximized'],
  },
  openProjectId: nullable('string'),
  saveFolder: nullable('string'),
  exportPlace: {
    type: 'object',
    properties: { folder: nullable('string'), pattern: { type: 'string' } },
    required: ['folder', 'pattern'],
  },
  network: {
    type: 'object',
    properties: {
      mode: { enum: ['system', 'manual', 'none'] },
      address: { type: 'string' },
      password: {
        ...nullable('object'),
        properties: { sealed: { enum: ['keyring', 'mask'] }, data: { type: 'string' } },
      },
    },
    required: ['mode', 'address'],
  },
  tokenChoice: { enum: ['profile', 'until-quit', null] },
  exportsSeenAt: { type: 'number' },
} as unknown as Schema<SettingsValues>;

/**
 * The settings in `folder/settings.json` (`folder` is absolute), readable by this user only. A file that is broken or breaks the
 * schema is set aside. Nothing here throws: where the folder cannot be written, the defaults hold until the app quits.
 * Take the single-instance lock first: this may write.
 */
export function openSettings(options: {
  readonly folder: string;
  readonly now: () => number;
  readonly onUnsaved: (error: unknown) => void;
}): Settings {
  const { folder, now, onUnsaved } = options;
  removeLeftovers(folder);
  try {
    refuseWrongShape(folder);
    return overStore(openStore(folder), null, onUnsaved);
  } catch (error) {
    return startAfresh(folder, now, onUnsaved, error);
  }
}

function startAfresh(
  folder: string,
  now: () => number,
  onUnsaved: (error: unknown) => void,
  reason: unknown,
): Settings {
  try {
    const aside = setAside(join(folder, `${name}.json`), now());
    return overStore(openStore(folder), aside, onUnsaved);
  } catch {
    onUnsaved(reason);
    const write = (): never => {
      throw reason;
    };
    return createSettings({ initial: defaultSettings, setAside: null, write, onUnsaved });
  }
}

/** The store takes a list, or nothing at all, for settings without a value. */
function refuseWrongShape(folder: string): void {
  const path = join(folder, `${name}.json`);
  if (!existsSync(path)) return;
  const stored: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored))
    throw new TypeError('The settings are no object');
}

function openStore(folder: string): ElectronStore<SettingsValues> {
  return new ElectronStore<SettingsValues>({
    cwd: folder,
    name,
    schema,
    defaults: defaultSettings,
    configFileMode: 0o600,
    // Ours is known to be a schema; seeing that again would cost each start more than all the rest of the settings.
    ajvOptions: { validateSchema: false },
  });
}

function overStore(
  store: ElectronStore<SettingsValues>,
  aside: string | null,
  onUnsaved: (error: unknown) => void,
): Settings {
  const preferences = { ...defaultSettings.preferences, ...store.store.preferences };
  const initial = { ...defaultSettings, ...store.store, preferences };
  return createSettings({ initial, setAside: aside, write: (key, value) => store.set({ [key]: value }), onUnsaved });
}

/** A writer that was killed leaves its half-written file behind. */
function removeLeftovers(folder: string): void {
  try {
    for (const file of readdirSync(folder)) {
      if (file.startsWith(`${name}.json.tmp-`)) removeFileNow(join(folder, file));
    }
  } catch {
    // A folder that is not there yet has no leftovers; one that cannot be written shows at the first write.
  }
}
