import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../../../src/main/storage/settings.ts';
import { defaultPreferences } from '../../../../src/shared/domain/app-state.ts';

// Outside of Electron its package only answers with the path of a runtime, and must not look for one.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= '/no/runtime/needed';
const { openSettings } = await import('../../../../src/main/storage/settings-file.ts');

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

function open(): Settings {
  return openSettings({
    folder,
    now: () => Date.UTC(2026, 0, 2, 3, 4, 5),
    onUnsaved: (error) => unsaved.push(error),
  });
}

describe('settings', () => {
  it('starts with the defaults', () => {
    const settings = open();
    expect(settings.get('preferences')).toEqual(defaultPreferences);
    expect([settings.get('windowBounds'), settings.get('tokenChoice'), settings.setAside]).toEqual([null, null, null]);
  });

  it('finds again what was set, in a file for this user only', () => {
    const bounds = { x: -5, y: 10, width: 1280, height: 800, maximized: true };
    const settings = open();
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
    expect(settings.get('preferences').language).toBe('zh');

    const again = open();
    expect(again.get('preferences')).toEqual(preferences);
    expect(again.get('windowBounds')).toEqual(bounds);
    expect(again.get('saveFolder')).toBe('/视频/out');
    expect(again.get('tokenChoice')).toBe('until-quit');
    expect(again.get('openProjectId')).toBeNull();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(unsaved).toEqual([]);
  });

  it('reads an older file, which lacks what came later, with the defaults for that', () => {
    writeFileSync(file, JSON.stringify({ preferences: { language: 'zh', theme: 'dark' }, saveFolder: '/out' }));
    const settings = open();
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
  ])('sets a file aside that is %s', (_, content) => {
    writeFileSync(file, content);
    const settings = open();
    expect(settings.setAside).toBe(`${file}.broken-20260102T030405000Z`);
    expect(readFileSync(settings.setAside!, 'utf8')).toBe(content);
    expect(settings.get('preferences')).toEqual(defaultSettings.preferences);
    settings.set('openProjectId', 'p');
    expect(open()).toMatchObject({ setAside: null });
    expect(open().get('openProjectId')).toBe('p');
  });

  it('removes what a killed writer left behind, and nothing else', () => {
    writeFileSync(`${file}.tmp-1234567890abcdef`, '{');
    writeFileSync(join(folder, 'other.tmp-1'), 'not ours');
    open();
    expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual(['other.tmp-1']);
  });

  it('goes on in memory where nothing can be written', () => {
    const settings = open();
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'a file where the folder was');
    settings.set('openProjectId', 'p');
    expect(settings.get('openProjectId')).toBe('p');
    expect(unsaved).toHaveLength(1);

    const nowhere = open();
    nowhere.set('openProjectId', 'q');
    expect(nowhere.get('openProjectId')).toBe('q');
    expect(nowhere.get('preferences')).toEqual(defaultSettings.preferences);
    expect(unsaved.length).toBeGreaterThan(1);
  });
});
