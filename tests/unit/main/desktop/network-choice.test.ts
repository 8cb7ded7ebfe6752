import { expect, it } from 'vitest';
import { createNetworkChoice } from '../../../../src/main/desktop/network-choice.ts';
import type { SafeBox } from '../../../../src/main/storage/sealed.ts';
import { createSettings, defaultSettings } from '../../../../src/main/storage/settings.ts';
import { done, err } from '../../../../src/shared/result.ts';

function rig(keyring: boolean) {
  let writes: unknown[] = [];
  const settings = createSettings({
    initial: defaultSettings,
    setAside: null,
    write: (_key, value) => (writes = [...writes, value]),
    onUnsaved: () => undefined,
  });
  const safeBox: SafeBox = {
    keyring: () => keyring,
    encrypt: (text) => Buffer.from(text).reverse(),
    decrypt: (bytes) => Buffer.from(bytes).reverse().toString(),
  };
  const shown: unknown[] = [];
  const open = () => createNetworkChoice({ settings, safeBox, emit: (event) => shown.push(event) });
  return { open, shown, written: () => JSON.stringify(writes) };
}

it.each([true, false])('a proxy’s password is neither shown nor written in plain text (key ring: %s)', (keyring) => {
  const { open, shown, written } = rig(keyring);
  const address = 'http://user:s3cret@proxy.example.com:8080';
  expect(open().change({ mode: 'manual', address })).toEqual(done);
  const choice = open();
  expect(choice.view()).toEqual({ mode: 'manual', address: 'http://user:•••@proxy.example.com:8080' });
  expect(choice.whole()).toEqual({ mode: 'manual', address });
  expect(JSON.stringify(shown) + written()).not.toContain('s3cret');
  // What is shown comes back when something else is changed.
  choice.change({ mode: 'none', address: choice.view().address });
  choice.change({ mode: 'manual', address: choice.view().address });
  expect(open().whole().address).toBe(address);
  choice.change({ mode: 'manual', address: 'user:p@ss:word@proxy:80' });
  expect([open().view().address, open().whole().address]).toEqual(['user:•••@proxy:80', 'user:p@ss:word@proxy:80']);
  choice.change({ mode: 'manual', address: 'proxy:80' });
  expect(open().whole().address).toBe('proxy:80');
});

it('an address that is none changes nothing', () => {
  const { open, shown } = rig(true);
  const choice = open();
  expect(choice.change({ mode: 'manual', address: 'ftp://proxy' })).toEqual(err({ code: 'proxy-scheme' }));
  expect(choice.change({ mode: 'manual', address: '' })).toEqual(err({ code: 'proxy-malformed' }));
  expect([choice.view(), shown]).toEqual([{ mode: 'system', address: '' }, []]);
});
