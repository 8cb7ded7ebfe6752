import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../../src/main/storage/settings.ts';
import type { FileSettings } from '../../../../src/main/storage/settings-file.ts';
import { defaultPreferences } from '../../../../src/shared/domain/app-state.ts';

// Outside of Electron its package only answers with the path of a runtime, and must not look for one.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= '/no/runtime/needed';
const { fitsSchema, openSettings, schema } = await import('../../../../src/main/storage/settings-file.ts');

let folder: string;
let file: string;
let unsaved: unknown[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes 设置 '));
  file = join(folder, 'settings.json');
  unsaved = [];
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

async function open(): Promise<FileSettings> {
  const settings = openSettings({
    folder,
    now: () => Date.UTC(2026, 0, 2, 3, 4, 5),
    onUnsaved: (error) => unsaved.push(error),
  });
  return settings;
}

describe('settings', () => {
  it('starts with the defaults', async () => {
    const settings = await open();
    expect(settings.get('preferences')).toEqual(defaultPreferences);
    expect([settings.get('windowBounds'), settings.get('tokenChoice'), settings.setAside]).toEqual([null, null, null]);
  });

  it('finds again what was set, in a file for this user only', async () => {
    const bounds = { x: -5, y: 10, width: 1280, height: 800, maximized: true };
    const settings = await open();
    const preferences = {
      language: 'zh',
      theme: 'dark',
      sendWith: 'mod-enter',
      dailyCeiling: 150,
      background: false,
      sound: true,
      volume: 0.5,
      muted: true,
      tour: false,
      uiScale: 125,
      notifications: false,
      smooth: false,
      menuBar: true,
      recentProjects: false,
      format: { ratio: '9:16', seconds: 10, mood: null },
      formatStrip: false,
      layout: {
        projects: 240,
        chat: null,
        timeline: 180,
        folded: { projects: null, chat: false, stage: true, timeline: null },
      },
      spending: 'always',
      silenced: ['batch'],
    } as const;
    settings.set('preferences', preferences);
    settings.set('windowBounds', bounds);
    settings.set('saveFolder', '/视频/out');
    settings.set('tokenChoice', 'until-quit');
    settings.set('openProjectId', 'p');
    settings.set('openProjectId', null);
    await settings.written();
    expect(settings.get('preferences').language).toBe('zh');

    const again = await open();
    expect(again.get('preferences')).toEqual(preferences);
    expect(again.get('windowBounds')).toEqual(bounds);
    expect(again.get('saveFolder')).toBe('/视频/out');
    expect(again.get('tokenChoice')).toBe('until-quit');
    expect(again.get('openProjectId')).toBeNull();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(unsaved).toEqual([]);
  });

  it('reads an older file, which lacks what came later, with the defaults for that', async () => {
    writeFileSync(file, JSON.stringify({ preferences: { language: 'zh', theme: 'dark' }, saveFolder: '/out' }));
    const settings = await open();
    expect(settings.setAside).toBeNull();
    expect(settings.get('preferences')).toEqual({ ...defaultPreferences, language: 'zh', theme: 'dark' });
    expect(settings.get('saveFolder')).toBe('/out');
  });

  it.each([
    ['broken', '{"preferences":'],
    ['not an object', '<html>'],
    ['a list', '[]'],
    ['nothing', 'null'],
    ['a word', '"dark"'],
    ['empty', ''],
    ['without a ceiling that is a number', '{"preferences":{"language":"en","theme":"dark","dailyCeiling":"much"}}'],
    ['against the schema', JSON.stringify({ ...defaultSettings, preferences: { language: 'tlh', theme: 'dark' } })],
  ])('sets a file aside that is %s', async (_, content) => {
    writeFileSync(file, content);
    const settings = await open();
    expect(settings.setAside).toBe(`${file}.broken-20260102T030405000Z`);
    expect(readFileSync(settings.setAside!, 'utf8')).toBe(content);
    expect(settings.get('preferences')).toEqual(defaultSettings.preferences);
    settings.set('openProjectId', 'p');
    await settings.written();
    expect(await open()).toMatchObject({ setAside: null });
    expect((await open()).get('openProjectId')).toBe('p');
  });

  it('removes what a killed writer left behind, and nothing else', async () => {
    writeFileSync(`${file}.tmp-1234567890abcdef`, '{');
    writeFileSync(join(folder, 'other.tmp-1'), 'not ours');
    await open();
    expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual(['other.tmp-1']);
  });

  it('goes on in memory where nothing can be written', async () => {
    const settings = await open();
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'a file where the folder was');
    settings.set('openProjectId', 'p');
    await settings.written();
    expect(settings.get('openProjectId')).toBe('p');
    expect(unsaved).toHaveLength(1);

    const nowhere = await open();
    nowhere.set('openProjectId', 'q');
    await nowhere.written();
    expect(nowhere.get('openProjectId')).toBe('q');
    expect(nowhere.get('preferences')).toEqual(defaultSettings.preferences);
    expect(unsaved.length).toBeGreaterThan(1);
  });

  it('keeps what was set before the store was there', async () => {
    const settings = openSettings({ folder, now: () => 0, onUnsaved: (error) => unsaved.push(error) });
    settings.set('openProjectId', 'early');
    settings.set('saveFolder', '/out');
    await settings.written();
    const again = await open();
    expect([again.get('openProjectId'), again.get('saveFolder'), unsaved]).toEqual(['early', '/out', []]);
  });

  it('takes at the first reading exactly what the store takes', async () => {
    const { default: Store } = await import('electron-store');
    const odd = fc.oneof(
      fc.constantFrom(null, true, -1, 0.5, 3, 1000, 'zh', 'en', 'dark', 'ask', 'spend', [], {}),
      fc.jsonValue(),
    );
    const oddPart = <T extends object>(values: T) =>
      fc.record(
        Object.fromEntries(
          Object.entries(values).map(([key, value]) => [
            key,
            fc.oneof({ weight: 12, arbitrary: fc.constant(value as unknown) }, odd),
          ]),
        ),
        { requiredKeys: [] },
      );
    const stored = oddPart(defaultSettings).chain((values) =>
      oddPart(defaultPreferences).map((preferences) => ({ ...values, preferences })),
    );
    const store = new Store({ cwd: folder, name: 'settings', schema: schema as never });
    const takenByStore = (value: object): boolean => {
      try {
        store.store = value as never;
        return true;
      } catch {
        return false;
      }
    };
    let [taken, refused] = [0, 0];
    fc.assert(
      fc.property(stored, (value) => {
        const fits = fitsSchema({ type: 'object', properties: schema }, value);
        if (fits) taken += 1;
        else refused += 1;
        expect(fits).toBe(takenByStore(value));
      }),
      { numRuns: 100 },
    );
    expect(Math.min(taken, refused)).toBeGreaterThan(3);
  });
});
