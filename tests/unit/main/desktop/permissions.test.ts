import { describe, expect, it } from 'vitest';
import { isPermitted } from '../../../../src/main/desktop/permissions.ts';
import { appOrigin } from '../../../../src/shared/media-url.ts';

const origins = new Set([appOrigin]);

describe('isPermitted', () => {
  it.each(['clipboard-sanitized-write', 'fullscreen'])('lets our own page have %s', (permission) => {
    expect(isPermitted(permission, 'rushes://app/index.html', origins)).toBe(true);
    expect(isPermitted(permission, 'rushes://app', origins)).toBe(true);
  });

  it.each(['media', 'clipboard-read', 'geolocation', 'notifications', 'openExternal', 'unknown', 'hid', 'fileSystem'])(
    'lets nobody have %s',
    (permission) => {
      expect(isPermitted(permission, 'rushes://app/index.html', origins)).toBe(false);
    },
  );

  it.each(['https://app', 'rushes://media/x', 'rushes://app.evil', 'file:///rushes://app', 'about:blank', 'null', ''])(
    'lets %j have nothing',
    (address) => {
      expect(isPermitted('fullscreen', address, origins)).toBe(false);
    },
  );
});
