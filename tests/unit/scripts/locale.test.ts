import { describe, expect, it } from 'vitest';
import { utf8Locale } from '../../../scripts/setup/locale.mjs';

describe('the locale of what is started', () => {
  it.each([
    [{}, 'linux', { LC_ALL: 'C.UTF-8' }],
    [{ LANG: 'POSIX' }, 'linux', { LC_ALL: 'C.UTF-8' }],
    [{ LC_ALL: 'C', LANG: 'de_DE.UTF-8' }, 'linux', { LC_ALL: 'C.UTF-8' }],
    [{ LANG: 'zh_CN.UTF-8' }, 'linux', {}],
    [{ LC_CTYPE: 'C.UTF-8' }, 'linux', {}],
    [{}, 'darwin', {}],
  ] as const)('%o on %s gets %o', (env, platform, added) => {
    expect(utf8Locale(env, platform)).toEqual(added);
  });
});
