import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeptToken } from '../../../../src/main/storage/stores.ts';
import type { TokenChoice } from '../../../../src/main/storage/settings.ts';
import type { SafeBox } from '../../../../src/main/storage/sealed.ts';
import { createTokenStore, type KeptTokenStore } from '../../../../src/main/storage/token-store.ts';

const token = 'nmv_usr_secret-0123456789';
const reverse = (text: string): string => text.split('').reverse().join('');

/** A key ring that only knows the things it sealed itself. */
const keyring: SafeBox = {
  keyring: () => true,
  encrypt: (text) => Buffer.from(`sealed:${reverse(text)}`),
  decrypt: (bytes) => {
    if (!bytes.toString().startsWith('sealed:')) throw new Error('wrong key');
    return reverse(bytes.toString().slice('sealed:'.length));
  },
};
const never = (): never => {
  throw new Error('not asked for');
};
const noKeyring: SafeBox = { keyring: () => false, encrypt: never, decrypt: never };

let folder: string;
let choice: TokenChoice;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes-token-'));
  choice = null;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const kept = (given: string): KeptToken => ({ token: given, userId: 'anon_1', expiresAt: 1234 });

type Plain = Omit<KeptTokenStore, 'load' | 'save'> & {
  readonly load: () => Promise<string | null>;
  readonly save: (token: string) => Promise<void>;
};

/** A store by its tokens alone. */
function start(safeBox: SafeBox, apiUrl?: string): Plain {
  const store = open(safeBox, apiUrl);
  const load = async (): Promise<string | null> => {
    const read = await store.load();
    return typeof read === 'string' || read === null ? read : read.token;
  };
  return { ...store, load, save: (given) => store.save(kept(given)) };
}

function open(safeBox: SafeBox, apiUrl = 'https://cloud.example'): KeptTokenStore {
  return createTokenStore({
    folder,
    apiUrl,
    safeBox,
    choice: { get: () => choice, set: (value) => (choice = value) },
    now: () => 0,
  });
}

function onDisk(): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');
}

describe('with a key ring', () => {
  it('keeps the token encrypted, for this user only', async () => {
    const store = start(keyring);
    expect(store.tokenKeeping()).toBe('keyring');
    expect(await store.load()).toBeNull();
    await store.save(token);
    expect(await store.load()).toBe(token);
    expect(await start(keyring).load()).toBe(token);
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^token-[0-9a-f]{12}\.json$/)]);
    expect(statSync(join(folder, readdirSync(folder)[0]!)).mode & 0o777).toBe(0o600);
    expect(onDisk()).not.toContain(token);
    expect(onDisk()).toContain(Buffer.from(`sealed:${reverse(token)}`).toString('base64'));
  });

  it('has no question to ask', async () => {
    const store = start(keyring);
    await store.save(token);
    await store.keep('until-quit');
    expect([choice, await start(keyring).load()]).toEqual([null, token]);
  });

  it('forgets a cleared token', async () => {
    const store = start(keyring);
    await store.save(token);
    await store.clear();
    expect([await store.load(), await start(keyring).load(), readdirSync(folder)]).toEqual([null, null, []]);
  });

  it('keeps one token for each cloud', async () => {
    await start(keyring).save(token);
    expect(await start(keyring, 'http://127.0.0.1:8080').load()).toBeNull();
    await start(keyring, 'http://127.0.0.1:8080').save('nmv_usr_studio');
    expect(await start(keyring).load()).toBe(token);
  });

  it.each(['{', '[]', '{"sealed":"keyring","data":"*"}', ''])('sets %j aside and goes on without', async (content) => {
    const store = start(keyring);
    await store.save(token);
    const path = join(folder, readdirSync(folder)[0]!);
    writeFileSync(path, content);

    const again = start(keyring);
    expect(await again.load()).toBeNull();
    expect(readdirSync(folder)).toEqual([expect.stringContaining('.broken-19700101')]);
    await again.save('nmv_usr_new');
    expect(await start(keyring).load()).toBe('nmv_usr_new');
  });
});

describe('a key ring that says no', () => {
  const refusing: SafeBox = { ...keyring, encrypt: never, decrypt: never };

  it('for once loses nothing', async () => {
    await start(keyring).save(token);
    const before = onDisk();
    const store = start(refusing);
    expect([await store.load(), await store.load(), onDisk()]).toEqual(['locked', 'locked', before]);
    expect(await start(keyring).load()).toBe(token);
  });

  it('for ever makes way for another token, and the old one is kept aside', async () => {
    await start(keyring).save(token);
    const store = start(refusing);
    await store.save('nmv_usr_new');
    expect(readdirSync(folder).filter((name) => name.includes('.broken-'))).toHaveLength(1);
    expect(await start(refusing).load()).toBe('nmv_usr_new');
    // It moves into the ring when that opens again.
    expect(await start(keyring).load()).toBe('nmv_usr_new');
    expect(await start(noKeyring).load()).toBe('locked');
  });

  it('keeps what is known of the token', async () => {
    await open(noKeyring).save(kept(token));
    expect(await open(keyring).load()).toEqual(kept(token));
    expect(await open(keyring).load()).toEqual(kept(token));
  });

  it('is like a file that cannot be read now', async () => {
    await start(keyring).save(token);
    const path = join(folder, readdirSync(folder)[0]!);
    renameSync(path, `${path}.away`);
    mkdirSync(path);
    const store = start(keyring);
    expect(await store.load()).toBe('locked');
    rmdirSync(path);
    renameSync(`${path}.away`, path);
    expect(await store.load()).toBe(token);
  });
});

describe('without a key ring', () => {
  it('keeps the token masked in the profile unless the user says otherwise', async () => {
    const store = start(noKeyring);
    expect(store.tokenKeeping()).toBe('profile');
    await store.save(token);
    expect(await start(noKeyring).load()).toBe(token);
    expect(onDisk()).not.toContain('nmv_usr_');
    expect(onDisk()).not.toContain(Buffer.from(token).toString('base64'));
  });

  it('keeps it in the profile when told so', async () => {
    const store = start(noKeyring);
    await store.save(token);
    await store.keep('profile');
    expect([store.tokenKeeping(), await start(noKeyring).load()]).toEqual(['profile', token]);
  });

  it('takes it off the disk when told so, and keeps it until quitting', async () => {
    await start(noKeyring).save(token);
    const store = start(noKeyring);
    await store.keep('until-quit');
    expect([store.tokenKeeping(), await store.load(), readdirSync(folder)]).toEqual(['until-quit', token, []]);
    await store.save('nmv_usr_next');
    expect([await store.load(), readdirSync(folder)]).toEqual(['nmv_usr_next', []]);
    expect(await start(noKeyring).load()).toBeNull();

    await store.keep('profile');
    expect(await start(noKeyring).load()).toBe('nmv_usr_next');
  });

  it('moves the token into a key ring that has come', async () => {
    await start(noKeyring).save(token);
    expect(await start(keyring).load()).toBe(token);
    expect(JSON.parse(onDisk())).toMatchObject({ sealed: 'keyring' });
  });

  it('does not lose the token of a key ring that is gone for now', async () => {
    await start(keyring).save(token);
    const path = join(folder, readdirSync(folder)[0]!);
    const without = start(noKeyring);
    expect(await without.load()).toBe('locked');
    expect(await start(keyring).load()).toBe(token);

    const sealed = readFileSync(path, 'utf8');
    await without.save('nmv_usr_new');
    const aside = readdirSync(folder).find((name) => name.includes('.broken-'));
    expect(readFileSync(join(folder, aside!), 'utf8')).toBe(sealed);
    expect(await start(noKeyring).load()).toBe('nmv_usr_new');
  });
});

it('rejects, but goes on in memory, where the folder cannot be written', async () => {
  const store = start(keyring);
  rmSync(folder, { recursive: true });
  await expect(store.save(token)).rejects.toThrow('ENOENT');
  expect(await store.load()).toBe(token);
});
