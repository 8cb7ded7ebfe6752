import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { describe, expect, it, vi } from 'vitest';
import { builderConfig, metadata, natives, openable, trialConfig } from '../../../build/builder.mjs';
import { noticesOf } from '../../../build/notices.mjs';
import { validateConfiguration } from '../../support/builder-parts.ts';
import { temporaryFolder } from './temporary-folder.ts';

// The builder and its schema are large: on a busy machine the first use takes seconds.
vi.setConfig({ testTimeout: 60_000 });

const root = join(import.meta.dirname, '../../..');
const electron = { dist: '/electron', version: '45.0.0' };
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Readonly<Record<string, string>>;

describe.each(['win32', 'darwin', 'linux'] as const)('what is packaged for %s', (platform) => {
  it.each([
    ['unsigned, without updates', {}],
    ['signed, with updates', { CSC_LINK: 'certificate', RUSHES_UPDATE_URL: 'https://updates.invalid/rushes' }],
  ])('is what electron-builder understands (%s)', async (_case, env) => {
    await expect(validateConfiguration(builderConfig(electron, { platform, env }))).resolves.toBeUndefined();
  });

  it('opens nothing that Electron leaves open, and checks its archive where Electron can', () => {
    const { electronFuses, asar } = builderConfig(electron, { platform, env: {} });
    expect(asar).toBe(true);
    expect(electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: platform !== 'linux',
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });
});

it('electron-builder refuses what it does not know', async () => {
  const config = { ...builderConfig(electron, { env: {} }), sandbox: false };
  await expect(validateConfiguration(config)).rejects.toThrow(/unknown property 'sandbox'/);
});

it('is made for each processor that libsql has a binary for', () => {
  const libsql = JSON.parse(read('node_modules/libsql/package.json')) as {
    readonly optionalDependencies: Readonly<Record<string, string>>;
  };
  const published = Object.keys(libsql.optionalDependencies).filter((name) => !/musl|linux-arm-/.test(name));
  const shipped = Object.values(natives).flatMap((byArch) => Object.values(byArch));
  expect(shipped.map((name) => `@libsql/${name}`).sort()).toEqual(published.sort());
});

it('updates come over https, or not at all', () => {
  const publish = (env: Readonly<Record<string, string>>) => builderConfig(electron, { env }).publish;
  expect(publish({})).toBeNull();
  expect(publish({ RUSHES_UPDATE_URL: '' })).toBeNull();
  expect(publish({ RUSHES_UPDATE_URL: 'https://updates.invalid/a' })).toEqual([
    { provider: 'generic', url: 'https://updates.invalid/a' },
  ]);
  for (const url of ['http://updates.invalid', 'updates.invalid', 'file:///updates'])
    expect(() => publish({ RUSHES_UPDATE_URL: url })).toThrow('https');
});

describe('for Windows', () => {
  it('has a shortcut under the id by which notifications are shown', () => {
    const { appId, nsis } = builderConfig(electron, { platform: 'win32', env: {} });
    expect(nsis).toMatchObject({ createStartMenuShortcut: true });
    expect(read('src/main/main.ts')).toContain(`app.setAppUserModelId('${appId}')`);
    expect(trialConfig(electron, '1.0.0').nsis.shortcutName).not.toBe(nsis.shortcutName);
  });

  it('is offered for all formats by "Open with", and becomes the program for none', () => {
    const config = builderConfig(electron, { platform: 'win32', env: {} });
    expect(config).not.toHaveProperty('fileAssociations');
    const offered = [...read(config.nsis.include).matchAll(/!insertmacro openWith "(\w+)"/g)].map(([, ext]) => ext);
    expect(offered).toEqual(openable.flatMap(({ ext }) => ext));
  });
});

describe('for macOS', () => {
  const macOf = (env: Readonly<Record<string, string>>) => builderConfig(electron, { platform: 'darwin', env }).mac;

  it('is one app for both processors, as an image and as what updates need', () => {
    expect(macOf({}).target).toEqual([
      { target: 'dmg', arch: ['universal'] },
      { target: 'zip', arch: ['universal'] },
    ]);
  });

  it('is hardened and notarized with a certificate, and signed for itself alone without', () => {
    expect(macOf({ CSC_LINK: 'certificate' })).toMatchObject({ hardenedRuntime: true });
    // As the environment has it: electron-builder notarizes once there are Apple's credentials.
    expect(macOf({ CSC_LINK: 'certificate' })).not.toHaveProperty('notarize');
    expect(macOf({})).toMatchObject({ hardenedRuntime: false, identity: '-', notarize: false });
  });

  it.each(['entitlements', 'entitlementsInherit'] as const)('asks for no more than V8 needs (%s)', (list) => {
    const keys = [...read(macOf({})[list]).matchAll(/<key>([^<]+)<\/key>\s*<(\w+)\/>/g)].map(([, ...pair]) => pair);
    expect(keys).toEqual([['com.apple.security.cs.allow-jit', 'true']]);
  });

  it('takes its own addresses, and never a format over from the program that plays it', () => {
    expect(macOf({}).protocols).toEqual([{ name: 'Rushes project', schemes: ['rushes'] }]);
    expect(macOf({}).fileAssociations.every(({ rank }) => rank === 'Alternate')).toBe(true);
  });
});

describe('for Linux', () => {
  /** What electron-builder would make the packages from, by their kind. */
  async function planned(): Promise<Readonly<Record<string, { readonly args: string; readonly desktop: string }>>> {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'app/resources'), { recursive: true });
    vi.spyOn(console, 'log').mockReturnValue();
    const config = builderConfig({ version: electron.version }, { platform: 'linux', env: {} });
    const seen: Record<string, { readonly args: string; readonly desktop: string }> = {};
    await build({
      projectDir: root,
      prepackaged: join(folder, 'app'),
      targets: Platform.LINUX.createTarget(['AppImage', 'deb', 'rpm'], Arch.x64),
      publish: 'never',
      config: {
        ...config,
        publish: null,
        directories: { ...config.directories, output: folder },
        extraMetadata: metadata(undefined, {}),
      },
      effectiveOptionComputed: async (options: { readonly desktop: string } | readonly [readonly string[], string]) => {
        if ('desktop' in options) seen['AppImage'] = { args: '', desktop: options.desktop };
        else {
          const [args, file] = options;
          const kind = args.some((arg) => arg.endsWith('.deb')) ? 'deb' : 'rpm';
          seen[kind] = { args: args.join('\n'), desktop: readFileSync(file, 'utf8') };
        }
        return true;
      },
    });
    return seen;
  }

  it('opens files, links and a new project from its menu entry, in its sandbox', async () => {
    const kinds = await planned();
    expect(Object.keys(kinds).sort()).toEqual(['AppImage', 'deb', 'rpm']);
    for (const [kind, { desktop }] of Object.entries(kinds)) {
      const command = kind === 'AppImage' ? 'AppRun' : '/opt/Rushes/rushes';
      expect(desktop).toMatch(new RegExp(`^Exec=${command} +%U$`, 'm'));
      expect(desktop).toContain(
        `[Desktop Action NewProject]\nName=New project\nName[zh_CN]=新建项目\nExec=${command} --new-project\n`,
      );
      expect(desktop).toMatch(/^Actions=NewProject;$/m);
      const opened = /^MimeType=(.*);$/m.exec(desktop)?.[1]?.split(';') ?? [];
      expect(opened).toEqual([...openable.flatMap(({ mimeTypes }) => mimeTypes), 'x-scheme-handler/rushes']);
      expect(desktop).toMatch(/^StartupWMClass=rushes$/m);
      expect(desktop).not.toContain('no-sandbox');
    }
    const { deb, rpm } = kinds;
    for (const { args } of [deb, rpm].flatMap((kind) => kind ?? [])) {
      expect(args).toContain('/usr/share/applications/rushes.desktop');
      for (const size of [16, 32, 48, 128, 256, 512])
        expect(args).toContain(`/usr/share/icons/hicolor/${size}x${size}/apps/rushes.png`);
      // A list of media types of our own would give all videos of the system another icon.
      expect(args).not.toContain('/usr/share/mime');
    }
    expect(rpm?.args).toContain('_build_id_links none');
    expect(manifest['desktopName']).toBe('rushes.desktop');
  });
});

it('the trial takes nothing over from an app that is installed', () => {
  const { appId, mac, linux, extraMetadata } = trialConfig(electron, '1.0.0');
  expect(appId).toBe('io.github.rushes.desktop.trial');
  expect(mac).toMatchObject({ protocols: [], fileAssociations: [] });
  expect(linux.mimeTypes).toEqual([]);
  expect(extraMetadata).toMatchObject({ name: 'rushes-trial', version: '1.0.0-trial.electron-45' });
});

it('the notices hold each licence once, and say where the source of what is under Mozilla’s is', () => {
  const licence = (name: string, kind: string, text: string) => ({ name, version: '1.0.0', licence: kind, text });
  const text = noticesOf(
    [
      licence('b', 'MIT', 'Permission is granted'),
      licence('a', 'MIT', 'Permission is granted'),
      licence('b', 'MIT', 'Permission is granted'),
      licence('m', 'MPL-2.0', 'Mozilla'),
    ],
    (name: string) => `https://source.invalid/${name}`,
  );
  expect(text).toContain('Its source code: https://source.invalid/m,');
  expect(text).toContain('a 1.0.0 (MIT)\nb 1.0.0 (MIT)\n\nPermission is granted');
  expect(text.match(/Permission is granted/g)).toHaveLength(1);
});
