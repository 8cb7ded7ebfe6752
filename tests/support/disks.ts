import { execFile } from 'node:child_process';
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { test as base } from './desktop.ts';

const run = promisify(execFile);

/** A disk of its own, for what no folder can show. */
export type Disk = {
  readonly path: string;
  readonly protect: (readOnly: boolean) => Promise<unknown>;
  /** Pulls it out without warning: reading from it fails, and looking for something on it finds nothing. */
  readonly pull: () => Promise<void>;
};

type Disks = {
  /** An empty one in memory. */
  readonly inMemory: (name: string, megabytes: number) => Promise<Disk>;
  /** A real file system on a device; `fill` puts files on it, none of which the system remembers afterwards. */
  readonly onDevice: (name: string, megabytes: number, fill: (path: string) => Promise<unknown>) => Promise<Disk>;
};

/** Mounts disks that end with the test. Where the system does not let it, the test is skipped, and says so. */
export const test = base.extend<{ readonly disks: Disks }>({
  disks: async ({ place }, use, info) => {
    const mounted: string[] = [];
    const mount = async (path: string, args: readonly string[]): Promise<void> => {
      await mkdir(path, { recursive: true });
      const refused = await run('mount', [...args, path]).then(() => null, String);
      if (refused !== null) console.log(`Skipped: ${info.title}. No disk can be mounted here. ${refused}`);
      info.skip(refused !== null, 'no disk can be mounted here');
      mounted.push(path);
    };
    const unmount = (path: string): Promise<unknown> => run('umount', ['--lazy', path]).catch(() => undefined);
    const protect = (path: string) => (readOnly: boolean) =>
      run('mount', ['-o', `remount,${readOnly ? 'ro' : 'rw'}`, path]);

    await use({
      inMemory: async (name, megabytes) => {
        const path = join(place.folder, name);
        await mount(path, ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs']);
        return { path, protect: protect(path), pull: async () => void (await unmount(path)) };
      },
      onDevice: async (name, megabytes, fill) => {
        const [path, image] = [join(place.folder, name), join(place.folder, `${name}.img`)];
        await writeFile(image, '');
        await truncate(image, megabytes * 1024 * 1024);
        await run('mkfs.ext4', ['-q', image], {
          env: { ...process.env, PATH: `${process.env['PATH']}:/sbin:/usr/sbin` },
        });
        await mount(path, ['-o', 'loop', image]);
        await fill(path);
        await run('umount', [path]);
        await mount(path, ['-o', 'loop', image]);
        const pull = async (): Promise<void> => {
          await truncate(image, 0);
          await unmount(path);
        };
        return { path, protect: protect(path), pull };
      },
    });
    for (const path of mounted) await unmount(path);
  },
});
