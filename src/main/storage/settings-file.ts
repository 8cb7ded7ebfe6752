import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type ElectronStore from 'electron-store';
import type { Schema } from 'electron-store';
import { spendPermissions, spendQuestions } from '../../shared/domain/spend-permission.ts';
import { largestScale, smallestScale } from '../../shared/domain/ui-scale.ts';
import { lengths, moods, ratios } from '../../shared/domain/video-format.ts';
import { setAside, removeFileSync } from '../file-retry.ts';
import { createSettings, defaultSettings, type Settings, type SettingsValues } from './settings.ts';

const name = 'settings';
const nullable = (type: string): { readonly type: readonly string[] } => ({ type: [type, 'null'] });

/** What each setting may be, for the first reading and for the store alike. */
export const schema = {
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
      recentProjects: { type: 'boolean' },
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
} as const;

/** Settings in a file. `written`: resolves once the first that was set is on the disk; all others are at once. */
export type FileSettings = Settings & { readonly written: () => Promise<void> };

/**
 * The settings in `folder/settings.json` (`folder` is absolute), readable by this user only; take the single-instance lock first. A file
 * that is broken or breaks the schema is set aside. Nothing here throws: where the folder cannot be written, the defaults hold until the
 * app quits. The file is read plainly: the store takes too long, and memory, to be loaded before something is to be written.
 */
export function openSettings(options: {
  readonly folder: string;
  readonly now: () => number;
  readonly onUnsaved: (error: unknown) => void;
}): FileSettings {
  const { folder, now, onUnsaved } = options;
  removeLeftovers(folder);
  const { written, write } = writeByStore(folder, onUnsaved);
  const over = (stored: Partial<SettingsValues>, aside: string | null): FileSettings => {
    const preferences = { ...defaultSettings.preferences, ...stored.preferences };
    const initial = { ...defaultSettings, ...stored, preferences };
    return { ...createSettings({ initial, setAside: aside, write, onUnsaved }), written };
  };
  const path = join(folder, `${name}.json`);
  try {
    return over(readStored(path), null);
  } catch (error) {
    return over(
      {},
      setBrokenAside(path, now(), () => onUnsaved(error)),
    );
  }
}

function readStored(path: string): Partial<SettingsValues> {
  if (!existsSync(path)) return {};
  const stored: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!fitsSchema({ type: 'object', properties: schema }, stored))
    throw new TypeError('The settings break their schema');
  return stored as Partial<SettingsValues>;
}

function setBrokenAside(path: string, now: number, onFailure: () => void): string | null {
  try {
    return setAside(path, now);
  } catch {
    onFailure();
    return null;
  }
}

/** What is set before the store is there waits for it. */
function writeByStore(folder: string, onUnsaved: (error: unknown) => void) {
  let store: Pick<ElectronStore<SettingsValues>, 'set'> | null = null;
  let waiting: Partial<SettingsValues> = {};
  let opening: Promise<void> | null = null;
  const open = async (): Promise<void> => {
    try {
      const opened = await openStore(folder);
      if (Object.keys(waiting).length > 0) opened.set(waiting);
      store = opened;
    } catch (error) {
      // The next value tries once more.
      opening = null;
      onUnsaved(error);
    }
  };
  const write = <K extends keyof SettingsValues>(key: K, value: SettingsValues[K]): void => {
    if (store !== null) return store.set({ [key]: value });
    waiting = { ...waiting, [key]: value };
    opening ??= open();
  };
  return { written: async () => opening ?? undefined, write };
}

async function openStore(folder: string): Promise<ElectronStore<SettingsValues>> {
  const { default: Store } = await import('electron-store');
  return new Store<SettingsValues>({
    cwd: folder,
    name,
    schema: schema as unknown as Schema<SettingsValues>,
    defaults: defaultSettings,
    configFileMode: 0o600,
    // Ours is known to be a schema; seeing that again would cost each start more than all the rest of the settings.
    ajvOptions: { validateSchema: false },
  });
}

/** The words of JSON Schema that ours is written in. */
type SettingsSchema = {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, SettingsSchema>>;
  readonly required?: readonly string[];
  readonly items?: SettingsSchema;
};

/** Whether the store would take `value`: as JSON Schema has it, in the words that ours needs. */
export function fitsSchema(wanted: SettingsSchema, value: unknown): boolean {
  const { minimum = -Infinity, maximum = Infinity, required = [], properties = {}, items } = wanted;
  if (wanted.type !== undefined && ![wanted.type].flat().some((type) => isOfType(type, value))) return false;
  if (wanted.enum?.includes(value) === false) return false;
  if (typeof value === 'number') return value >= minimum && value <= maximum;
  if (Array.isArray(value)) return items === undefined || value.every((item) => fitsSchema(items, item));
  if (typeof value !== 'object' || value === null) return true;
  const has = (key: string): boolean => Object.hasOwn(value, key);
  const parts = Object.entries(properties).filter(([key]) => has(key));
  return required.every(has) && parts.every(([key, part]) => fitsSchema(part, (value as Record<string, unknown>)[key]));
}

function isOfType(type: string, value: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}

/** A writer that was killed leaves its half-written file behind. */
function removeLeftovers(folder: string): void {
  try {
    for (const file of readdirSync(folder)) {
      if (file.startsWith(`${name}.json.tmp-`)) removeFileSync(join(folder, file));
    }
  } catch {
    // A folder that is not there yet has no leftovers; one that cannot be written shows at the first write.
  }
}
