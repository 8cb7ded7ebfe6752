/** The pages of the settings, in their order. */
export const settingsSections = [
  'account',
  'spending',
  'credits',
  'look',
  'playback',
  'exports',
  'notifications',
  'network',
  'storage',
  'shortcuts',
  'about',
] as const;

export type SettingsSection = (typeof settingsSections)[number];
