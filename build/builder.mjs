// Electron checks the archive's integrity on these platforms only.
const checksIntegrity = ['darwin', 'win32'];

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
    linux: { ...config.linux, executableName: 'rushes-trial' },
    extraMetadata: {
      name: 'rushes-trial',
      productName: 'Rushes Trial',
      version: `${version}-trial.electron-${electron.version.split('.')[0]}`,
    },
  };
}
