/**
 * What to add to the environment so that file names outside ASCII can be read: Chromium takes their encoding from the locale, and
 * the plain C locale of bare machines has none.
 */
export function utf8Locale(env = process.env, platform = process.platform) {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || 'C';
  return platform === 'linux' && (locale === 'C' || locale === 'POSIX') ? { LC_ALL: 'C.UTF-8' } : {};
}
