import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { chooseLocale, openRequestOf, takeEnvironment } from '../../../../src/main/desktop/start-options.ts';

const clip = resolve('/clips/湖 lake.mp4');

const pathsOf = (argv: readonly string[], cwd: string, packaged: boolean) => openRequestOf(argv, cwd, packaged).paths;

describe('what a start is asked to open', () => {
  it('is all that is no switch', () => {
    expect(pathsOf(['rushes', '--lang=zh-CN', clip, '-x'], '/home/me', true)).toEqual([clip]);
    expect(openRequestOf(['rushes'], '/home/me', true)).toEqual({ paths: [], link: null, newProject: false });
  });

  it('is not the app itself, where that stands in the arguments', () => {
    expect(pathsOf(['electron', '--inspect=0', '/the/app', '--rehearse', clip], '/home/me', false)).toEqual([clip]);
  });

  it('may be below the folder it was started in, or an address of a file', () => {
    expect(pathsOf(['rushes', 'a b.mp4', pathToFileURL(clip).href], resolve('/home/me'), true)).toEqual([
      resolve('/home/me/a b.mp4'),
      clip,
    ]);
  });

  it('is whatever stands behind two dashes, even with a dash of its own', () => {
    expect(pathsOf(['rushes', '--lang=en', 'a.mp4', '--', '-b.mp4', '--c.mp4'], resolve('/home/me'), true)).toEqual(
      ['a.mp4', '-b.mp4', '--c.mp4'].map((name) => resolve('/home/me', name)),
    );
  });

  it('is no address of the web', () => {
    expect(pathsOf(['rushes', 'https://example.com/a.mp4', 'file://%00'], '/home/me', true)).toEqual([]);
  });

  it('is a new project, where the jump list or the desktop file says so', () => {
    expect(openRequestOf(['rushes', '--new-project'], '/home/me', true).newProject).toBe(true);
    expect(openRequestOf(['rushes', '--', '--new-project'], '/home/me', true).newProject).toBe(false);
  });

  it('is a link and nothing beside it, where one is given', () => {
    const link = 'RUSHES://project/1';
    for (const argv of [
      ['rushes', link, '--new-project', clip],
      ['rushes', '--', clip, link],
    ])
      expect(openRequestOf(argv, '/home/me', true)).toEqual({ paths: [], link, newProject: false });
  });
});

it('keeps the secrets of the environment to itself', () => {
  const env = {
    NEMO_TOKEN: ' my own token ',
    NEMO_API_URL: 'https://api.example.com',
    HTTPS_PROXY: 'http://user:p@ss@proxy:80',
    http_proxy: '127.0.0.1:7890',
    PATH: '/bin',
  };
  const before = { ...env };
  const taken = takeEnvironment(env, true);
  expect(taken.env).toEqual(before);
  expect(taken.secrets).toEqual(['my own token', 'p@ss']);
  expect(env).toEqual({ NEMO_API_URL: before.NEMO_API_URL, http_proxy: '127.0.0.1:7890', PATH: '/bin' });
});

it('knows the variable whatever its letters, as Windows does', () => {
  const env: Record<string, string | undefined> = { Nemo_Token: 'x' };
  expect(takeEnvironment(env, true).secrets).toEqual(['x']);
  expect(env).toEqual({});
});

it('shows the page of somebody else only where the app is not packaged', () => {
  const env = { ELECTRON_RENDERER_URL: 'http://localhost:5173' };
  expect(takeEnvironment(env, false).devServer).toBe('http://localhost:5173');
  expect(takeEnvironment(env, true).devServer).toBeUndefined();
});

describe('chooseLocale', () => {
  it.each([
    ['zh', ['en-US'], 'zh'],
    ['en', ['zh-CN'], 'en'],
    ['system', ['en-US', 'zh-CN'], 'en'],
    ['system', ['', 'zh-Hans-CN', 'en-US'], 'zh'],
    ['system', ['fr-FR', 'zh-TW', 'en'], 'zh'],
    ['system', ['fr-FR', 'de'], 'en'],
    ['system', ['zha', 'eng'], 'en'],
    ['system', ['ZH'], 'zh'],
    ['system', [], 'en'],
  ] as const)('%s among %j is %s', (preference, languages, locale) => {
    expect(chooseLocale(preference, languages)).toBe(locale);
  });
});
