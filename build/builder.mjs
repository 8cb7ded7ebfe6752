// Electron checks the archive's integrity on these platforms only.
const checksIntegrity = ['darwin', 'win32'];

/** The binaries of libsql that are shipped, by platform and architecture: it has none for Windows on ARM, which runs x64's. */
export const natives = {
  win32: { x64: 'win32-x64-msvc' },
  darwin: { x64: 'darwin-x64', arm64: 'darwin-arm64' },
  linux: { x64: 'linux-x64-gnu', arm64: 'linux-arm64-gnu' },
};

/** What "Open with" offers the app for: the formats that the cloud takes, each with its media types, the older first. */
export const openable = [
  format('Video', ['mp4'], 'video/mp4'),
  format('Video', ['mov'], 'video/quicktime'),
  format('Video', ['avi'], 'video/x-msvideo', 'video/vnd.avi'),
  format('Video', ['webm'], 'video/webm'),
  format('Video', ['mkv'], 'video/x-matroska'),
  format('Picture', ['jpg', 'jpeg'], 'image/jpeg'),
  format('Picture', ['png'], 'image/png'),
  format('Picture', ['gif'], 'image/gif'),
  format('Picture', ['webp'], 'image/webp'),
  format('Sound', ['mp3'], 'audio/mpeg'),
  format('Sound', ['wav'], 'audio/x-wav', 'audio/vnd.wave'),
  format('Sound', ['m4a'], 'audio/mp4', 'audio/x-m4a'),
  format('Sound', ['aac'], 'audio/aac'),
];

function format(name, ext, ...mimeTypes) {
  return { name, ext, mimeTypes };
}

/**
 * What electron-builder needs to know. `electron` is {dist, version}: the folder of an unpacked runtime, without which the builder
 * fetches the official one. `platform` is the one that is packaged for (process.platform's names). Of `env` it heeds RUSHES_UPDATE_URL,
 * RUSHES_HOMEPAGE, RUSHES_MAINTAINER, and whether there is a certificate for macOS.
 */
export function builderConfig(electron, { platform = process.platform, env = process.env } = {}) {
  return {
    appId: 'io.github.rushes.desktop',
    productName: 'Rushes',
    artifactName: '${name}-${version}-${os}-${arch}.${ext}',
    directories: { output: 'dist', buildResources: 'build' },
    files: [
      'out/**',
      '!out/.sources',
      '!**/*.map',
      'resources/**',
      '!resources/**/*.sh',
      // What the demo cloud serves where nobody paints.
      '!resources/samples/**',
      'package.json',
      `!node_modules/@libsql/!(${nativePattern(platform)})/**`,
    ],
    asar: true,
    // A native module is loaded from the disk, with what chooses its binary beside it.
    asarUnpack: ['node_modules/libsql/**', 'node_modules/@libsql/**', 'node_modules/@neon-rs/**'],
    npmRebuild: false,
    ...(electron.dist === undefined ? {} : { electronDist: electron.dist }),
    electronVersion: electron.version,
    // Chromium's own words, in the languages that the app speaks.
    electronLanguages: ['en-US', 'en-GB', 'zh-CN', 'zh-TW'],
    electronFuses: {
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: checksIntegrity.includes(platform),
      onlyLoadAppFromAsar: true,
      // The window is served by the app's own scheme.
      grantFileProtocolExtraPrivileges: false,
    },
    // Legal notices lie where a user finds them without the app: beside the executable, or in the bundle's resources.
    [platform === 'darwin' ? 'extraResources' : 'extraFiles']: [
      { from: noticesFile, to: 'THIRD-PARTY-NOTICES.txt' },
      { from: 'LICENSE', to: 'LICENSE.txt' },
    ],
    publish: feed(env),
    // One that runs without libfuse2, which systems no longer bring.
    toolsets: { appimage: /** @type {const} */ ('1.0.3') },
    win: { target: targets(['nsis'], Object.keys(natives.win32)) },
    // Windows shows notifications only of an app whose shortcut in the Start menu has its id, which is `appId`.
    nsis: { createStartMenuShortcut: true, shortcutName: 'Rushes', include: 'build/installer.nsh' },
    mac: macConfig(env),
    linux: linuxConfig(env),
    // Here electron-builder would add --no-sandbox.
    appImage: { executableArgs: [], desktop: desktopEntry('AppRun') },
    deb: { desktop: desktopEntry('/opt/Rushes/rushes') },
    // Else two Electron apps could not be installed side by side: both would own the links to the same build id.
    rpm: { desktop: desktopEntry('/opt/Rushes/rushes'), fpm: ['--rpm-rpmbuild-define=_build_id_links none'] },
  };
}

/** @returns {import('electron-builder').TargetConfiguration[]} */
function targets(names, arch) {
  return names.map((target) => ({ target, arch }));
}

/** Where the notices of all that is shipped are written before they are packaged; from the repository's root. */
export const noticesFile = 'dist/THIRD-PARTY-NOTICES.txt';

// A universal app for macOS holds both.
function nativePattern(platform) {
  return platform === 'darwin' ? 'darwin-*' : natives[platform].x64.replace('x64', '${arch}');
}

/**
 * Where installed apps look for updates; without one they never do.
 * @returns {import('electron-builder').GenericServerOptions[] | null}
 */
function feed({ RUSHES_UPDATE_URL: url }) {
  if (url === undefined || url === '') return null;
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:')
    throw new Error('RUSHES_UPDATE_URL must be an https address.');
  return [{ provider: 'generic', url }];
}

function macConfig(env) {
  // Without a certificate the app is signed for itself alone: the hardened runtime would refuse its libraries then.
  const signed = Boolean(env.CSC_LINK || env.CSC_NAME);
  return {
    target: targets(['dmg', 'zip'], ['universal']),
    category: 'public.app-category.video',
    protocols: [{ name: 'Rushes project', schemes: ['rushes'] }],
    hardenedRuntime: signed,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.inherit.plist',
    ...(signed ? {} : { identity: '-', notarize: false }),
    x64ArchFiles: '**/node_modules/@libsql/darwin-*/**',
    // `Alternate`: never instead of the program that plays them.
    fileAssociations: openable.map(({ name, ext }) => ({ name, ext, role: 'Editor', rank: 'Alternate' })),
  };
}

function linuxConfig(env) {
  return {
    target: targets(['AppImage', 'deb', 'rpm'], Object.keys(natives.linux)),
    category: 'AudioVideo;Video',
    executableName: 'rushes',
    syncDesktopName: true,
    icon: 'build/icons',
    synopsis: 'Talk a video into being',
    maintainer: env.RUSHES_MAINTAINER || 'The Rushes maintainers <maintainers@rushes.invalid>',
    // Not as `fileAssociations`, which would give every video and picture of the system another icon, nor as `protocols`, which
    // electron-builder adds once for each kind of package.
    mimeTypes: [...openable.flatMap(({ mimeTypes }) => mimeTypes), 'x-scheme-handler/rushes'],
  };
}

function desktopEntry(command) {
  return {
    entry: {
      GenericName: 'Video editor',
      'GenericName[zh_CN]': '视频剪辑',
      'Comment[zh_CN]': '说出来，就有视频',
      Keywords: 'video;edit;AI;film;',
      Actions: 'NewProject;',
    },
    desktopActions: {
      NewProject: { Name: 'New project', 'Name[zh_CN]': '新建项目', Exec: `${command} --new-project` },
    },
  };
}

/** What is written into the package's own package.json, whose homepage is `homepage` here; deb and rpm need one. */
export function metadata(homepage, env = process.env) {
  return { homepage: env.RUSHES_HOMEPAGE || homepage || 'https://rushes.invalid' };
}

/**
 * The same, to try out the packaging itself where only the registry's runtime is to be had: marked by name and version,
 * in a folder of its own, never to be shipped. It takes neither addresses nor files over from the app.
 */
export function trialConfig(electron, version) {
  const config = builderConfig(electron, { env: {} });
  return {
    ...config,
    appId: `${config.appId}.trial`,
    productName: 'Rushes Trial',
    directories: { ...config.directories, output: 'dist/trial' },
    nsis: { ...config.nsis, shortcutName: 'Rushes Trial' },
    mac: { ...config.mac, protocols: [], fileAssociations: [] },
    linux: { ...config.linux, executableName: 'rushes-trial', mimeTypes: [] },
    extraMetadata: {
      ...metadata(undefined, {}),
      name: 'rushes-trial',
      productName: 'Rushes Trial',
      desktopName: 'rushes-trial.desktop',
      version: `${version}-trial.electron-${electron.version.split('.')[0]}`,
    },
  };
}
