import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureBuilt, forgetBuild } from '../../../scripts/setup/build.mjs';
import { temporaryFolder } from './temporary-folder.ts';

const lock = (_name: string, body: () => Promise<void>) => body();

function repository() {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'src', 'main'), { recursive: true });
  writeFileSync(join(folder, 'src', 'main', 'main.ts'), 'one');
  let builds = 0;
  const compile = async () => {
    builds += 1;
    mkdirSync(join(folder, 'out', 'main'), { recursive: true });
    writeFileSync(join(folder, 'out', 'main', 'main.cjs'), '');
  };
  return { folder, compile, builds: () => builds };
}

describe('the build', () => {
  it('is made when the sources are not those of the output', async () => {
    const { folder, compile, builds } = repository();
    await ensureBuilt({ folder, compile, lock });
    await ensureBuilt({ folder, compile, lock });
    expect(builds()).toBe(1);
    writeFileSync(join(folder, 'src', 'main', 'main.ts'), 'two');
    await ensureBuilt({ folder, compile, lock });
    writeFileSync(join(folder, 'src', 'main', 'added.ts'), '');
    await ensureBuilt({ folder, compile, lock });
    expect(builds()).toBe(3);
  });

  it('is made anew when asked for, when forgotten, and after one that failed', async () => {
    const { folder, compile, builds } = repository();
    const failing = async () => {
      throw new Error('no');
    };
    await ensureBuilt({ folder, compile, lock });
    await ensureBuilt({ folder, compile, lock, force: true });
    await forgetBuild(folder);
    await ensureBuilt({ folder, compile, lock });
    expect(builds()).toBe(3);
    await expect(ensureBuilt({ folder, compile: failing, lock, force: true })).rejects.toThrow('no');
    await ensureBuilt({ folder, compile, lock });
    expect(builds()).toBe(4);
  });
});
