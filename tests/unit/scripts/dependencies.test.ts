import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureDependencies, installed, npmReason } from '../../../scripts/setup/dependencies.mjs';
import { toolsNode } from '../../../scripts/setup/places.mjs';
import { temporaryFolder } from './temporary-folder.ts';

const lock = (_name: string, body: () => Promise<void>) => body();

function repository(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'package-lock.json'), '{"lockfileVersion":3}');
  return folder;
}

function installerOf(folder: string, result = { code: 0, stdout: '', stderr: '' }) {
  const calls: string[][] = [];
  const runNpm = async (args: readonly string[]) => {
    calls.push([...args]);
    if (result.code === 0) {
      mkdirSync(dirname(toolsNode(folder)), { recursive: true });
      writeFileSync(toolsNode(folder), '');
    }
    return result;
  };
  return { calls, runNpm };
}

describe('the locked dependencies', () => {
  it('are installed once, and again when the lock file changed', async () => {
    const folder = repository();
    const { calls, runNpm } = installerOf(folder);
    await ensureDependencies({ folder, runNpm, lock });
    await ensureDependencies({ folder, runNpm, lock });
    expect(calls.map(([suggestedAction]) => suggestedAction)).toEqual(['ci']);
    writeFileSync(join(folder, 'package-lock.json'), '{"lockfileVersion":3,"packages":{}}');
    expect(await installed(folder)).toBe(false);
    await ensureDependencies({ folder, runNpm, lock });
    expect(calls).toHaveLength(2);
  });

  it('count as missing after a failed installation', async () => {
    const folder = repository();
    const { runNpm } = installerOf(folder, { code: 1, stdout: '', stderr: 'npm error code ENOSPC\nnpm error nospc' });
    await expect(ensureDependencies({ folder, runNpm, lock })).rejects.toThrow('npm ci failed: the disk is full.');
    expect(existsSync(join(folder, 'node_modules'))).toBe(false);
  });

  it('need install scripts to bring Node', async () => {
    const folder = repository();
    const runNpm = async () => ({ code: 0, stdout: '', stderr: '' });
    await expect(ensureDependencies({ folder, runNpm, lock })).rejects.toThrow('ignore-scripts');
  });
});

describe('npm’s reason', () => {
  it.each([
    ['npm error code ENOTFOUND\nnpm error syscall getaddrinfo', 'the npm registry cannot be reached (ENOTFOUND).'],
    ['npm ERR! code EAI_AGAIN', 'the npm registry cannot be reached (EAI_AGAIN).'],
    ['npm error code EINTEGRITY\nnpm error wrong sum', 'a package has a bad checksum (wrong sum).'],
    ['npm error code EUSAGE\nnpm error not in sync', 'EUSAGE: not in sync'],
    ['', 'see the npm log.'],
  ])('%j is told as %j', (stderr, reason) => {
    expect(npmReason({ stdout: '', stderr })).toBe(reason);
  });
});

it('is a stamp written beside the packages', async () => {
  const folder = repository();
  await ensureDependencies({ folder, runNpm: installerOf(folder).runNpm, lock });
  const stamp = await readFile(join(folder, 'node_modules', '.rushes-installed'), 'utf8');
  expect(stamp).toMatch(/^[0-9a-f]{64} /);
});
