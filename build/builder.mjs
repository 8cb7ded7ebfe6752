// Electron checks the archive's integrity on these platforms only.
const checksIntegrity = ['darwin', 'win32'];

/**
 * What "Open with" and a drop on the icon offer the app for: the formats that the cloud takes. `Alternate`: never instead of the
 * program that plays them.
 */
const fileAssociations = [
  association('Video', ['mp4'], 'video/mp4'),
  association('Video', ['mov'], 'video/quicktime'),
  association('Video', ['avi'], 'video/x-msvideo'),
  association('Video', ['webm'], 'video/webm'),
  association('Video', ['mkv'], 'video/x-matroska'),
  association('Picture', ['jpg', 'jpeg'], 'image/jpeg'),
  association('Picture', ['png'], 'image/png'),
  association('Picture', ['gif'], 'image/gif'),
  association('Picture', ['webp'], 'image/webp'),
  association('Sound', ['mp3'], 'audio/mpeg'),
  association('Sound', ['wav'], 'audio/x-wav'),
  association('Sound', ['m4a'], 'audio/mp4'),
  association('Sound', ['aac'], 'audio/aac'),
];

function association(name, ext, mimeType) {
  return { name, ext, mimeType, role: 'Editor', rank: 'Alternate' };
}

/**
 * What electron-builder needs to know. `electron` is {dist, version}: the folder of the unpacked runtime.
 * `platform` is the one that is packaged for (process.platform's names).
 */
export function builderConfig(electron, platform = process.platform) {
  return {
    appId: 'io.github.rushes.desktop',
    productName: 'Rushes',
    directories: { output: 'dist', buildResources: 'build' },
    files: ['out/**', '!out/.sources', 'resources/**', 'package.json'],
    asar: true,
    // A native module is loaded from the disk, with what chooses its binary beside it.
    asarUnpack: ['node_modules/libsql/**', 'node_modules/@libsql/**', 'node_modules/@neon-rs/**'],
    npmRebuild: false,
    electronDist: electron.dist,
    electronVersion: electron.version,
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
    fileAssociations,
    // Windows shows notifications only of an app whose shortcut in the Start menu has its id, which is `appId`.
    win: { target: ['nsis'] },
    nsis: { createStartMenuShortcut: true, shortcutName: 'Rushes' },
    linux: { category: 'AudioVideo', executableName: 'rushes', icon: 'build/icon.png' },
    // electron-builder would add --no-sandbox.
    appImage: { executableArgs: [] },
    mac: { category: 'public.app-category.video', hardenedRuntime: true, entitlements: 'build/entitlements.mac.plist' },
  };
}

/**
 * The same, to try out the packaging itself where only the registry's runtime is to be had: marked by name and version,
 * in a folder of its own, never to be shipped.
 */
export function trialConfig(electron, version) {
  const config = builderConfig(electron);
  return {
    ...config,
    appId: `${config.appId}.trial`,
    productName: 'Rushes Trial',
    directories: { ...config.directories, output: 'dist/trial' },
    nsis: { ...config.nsis, shortcutName: 'Rushes Trial' },
    linux: { ...config.linux, executableName: 'rushes-trial' },
    extraMetadata: {
      name: 'rushes-trial',
      productName: 'Rushes Trial',
      version: `${version}-trial.electron-${electron.version.split('.')[0]}`,
    },
  };
}
