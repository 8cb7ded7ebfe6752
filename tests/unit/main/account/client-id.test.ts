import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hastyClock } from '../../../support/cloud-client.ts';
import { createClientId } from '../../../../src/main/account/client-id.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const known = '01234567-89ab-cdef-0123-456789abcdef';

let homeDir: string;
let folder: string;
let file: string;

beforeEach(async () => {
  homeDir = await mkdtemp(join(tmpdir(), 'rushes-home 家 '));
  folder = join(homeDir, '.config', 'nemovideo');
  file = join(folder, 'client_id');
});

afterEach(() => rm(homeDir, { recursive: true }));

async function writeId(content: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(file, content);
}

describe('client id', () => {
  it('comes from the environment first, and nothing is written', async () => {
    const clientId = createClientId({ fromEnvironment: 'client-1', homeDir, clock: hastyClock });
    expect(await clientId.current()).toBe('client-1');
    expect(await clientId.replace()).toBe('client-1');
    expect(await readdir(homeDir)).toEqual([]);
  });

  it('is the one that other clients share', async () => {
    await writeId(`${known}\n`);
    const clientId = createClientId({ fromEnvironment: null, homeDir, clock: hastyClock });
    expect(await clientId.current()).toBe(known);
    expect(await readFile(file, 'utf8')).toBe(`${known}\n`);
  });

  it('is made once and written alone, for the user only', async () => {
    const clientId = createClientId({ fromEnvironment: null, homeDir, clock: hastyClock });
    const [first, second] = await Promise.all([clientId.current(), clientId.current()]);
    expect(first).toMatch(uuid);
    expect(second).toBe(first);
    expect(await readFile(file, 'utf8')).toBe(first);
    expect(await readdir(folder)).toEqual(['client_id']);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(await createClientId({ fromEnvironment: null, homeDir, clock: hastyClock }).current()).toBe(first);
  });

  it.each(['', 'client-1700000000-123', `${known} ${known}`, '<html>'])(
    'replaces a file that holds %j',
    async (content) => {
      await writeId(content);
      const id = await createClientId({ fromEnvironment: null, homeDir, clock: hastyClock }).current();
      expect(id).toMatch(uuid);
      expect(await readFile(file, 'utf8')).toBe(id);
    },
  );

  it('gives way to another when the cloud takes none', async () => {
    await writeId(known);
    const clientId = createClientId({ fromEnvironment: null, homeDir, clock: hastyClock });
    await clientId.current();
    const fresh = await clientId.replace();
    expect(fresh).not.toBe(known);
    expect(await clientId.current()).toBe(fresh);
    expect(await readFile(file, 'utf8')).toBe(fresh);
  });

  it('works without a place to write it', async () => {
    await writeFile(join(homeDir, '.config'), 'a file in the way');
    const clientId = createClientId({ fromEnvironment: null, homeDir, clock: hastyClock });
    const id = await clientId.current();
    expect(id).toMatch(uuid);
    expect(await clientId.current()).toBe(id);
  });

  it('keeps the file of everybody when it cannot be read for a moment', async () => {
    // A folder in its place cannot be read as a file: so does one of which too many are open, or that a scanner holds.
    await mkdir(file, { recursive: true });
    let waits = 0;
    const wait = async (): Promise<void> => {
      waits += 1;
      if (waits !== 2) return;
      await rm(file, { recursive: true });
      await writeId(known);
    };
    expect(await createClientId({ fromEnvironment: null, homeDir, clock: { wait } }).current()).toBe(known);
    expect(await readFile(file, 'utf8')).toBe(known);
  });

  it('works with one of its own as long as the file cannot be read, and leaves it alone', async () => {
    await mkdir(file, { recursive: true });
    const clientId = createClientId({ fromEnvironment: null, homeDir, clock: hastyClock });
    const passing = await clientId.current();
    expect(passing).toMatch(uuid);
    expect([await clientId.current(), (await stat(file)).isDirectory()]).toEqual([passing, true]);
    await rm(file, { recursive: true });
    await writeId(known);
    expect(await clientId.current()).toBe(known);
  });

  it('waits for another program that is just writing it', async () => {
    await writeId('');
    const wait = () => writeId(`\uFEFF${known}`);
    expect(await createClientId({ fromEnvironment: null, homeDir, clock: { wait } }).current()).toBe(known);
  });

  it('takes what another program has written meanwhile', async () => {
    const ids = await Promise.all(
      [1, 2, 3].map(() => createClientId({ fromEnvironment: null, homeDir, clock: hastyClock }).current()),
    );
    expect(new Set(ids)).toEqual(new Set([await readFile(file, 'utf8')]));
    expect(await readdir(folder)).toEqual(['client_id']);
  });
});
