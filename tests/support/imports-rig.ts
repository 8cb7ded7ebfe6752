import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { createMediaRegistry } from '../../src/main/media/registry.ts';
import type { UploadRecord } from '../../src/main/storage/stores.ts';
import type { CheckedLink } from '../../src/main/uploads/import/link-check.ts';
import type { TakenFile, Uploads } from '../../src/main/uploads/uploads.ts';
import { openImports } from '../../src/main/uploads/import/open-imports.ts';
import type { Upload } from '../../src/shared/domain/upload.ts';
import { temporaryStores } from './temporary-stores.ts';
import { done } from '../../src/shared/result.ts';
import { notFound } from '../../src/shared/domain/failure.ts';
import { testEnv } from './test-env.ts';

export const projectId = '0b6ff8a0-6f8e-4a55-8f6c-0d8f3a1f2b11';
export const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), Buffer.alloc(40)]);

/** The real ways in, over stores of their own and uploads that only note what they are given. */
export function createImportsRig(dir: string) {
  const stores = temporaryStores();
  const project = { name: '', createdAt: 0, updatedAt: 0, pinned: false, archived: false, unread: 0, thumbnail: null };
  stores.projects.save({ id: projectId, ...project });
  const taken: TakenFile[] = [];
  const links: CheckedLink[] = [];
  const reused: string[] = [];
  const uploads: Pick<Uploads, 'take' | 'takeLink' | 'reuse'> = {
    take: (_project, files) => {
      taken.push(...files);
      return [];
    },
    takeLink: (_project, link) => links.push(link),
    reuse: (id) => {
      reused.push(id);
      return stores.uploads.get(id) === null ? notFound : done;
    },
  };
  const env = testEnv({
    report: (error) => {
      throw error;
    },
  });
  const imports = openImports(env, {
    uploads: uploads as Uploads,
    stores,
    registry: createMediaRegistry(),
    network: { request: () => Promise.reject(new Error('Nobody is there')) },
    pastedDir: join(dir, 'pasted'),
    pastedName: (when) => `Pasted ${when}`,
    dialogs: {
      pickFiles: () => Promise.resolve([join(dir, 'chosen.png')]),
      pickFolders: () => Promise.resolve([]),
    },
    rehearsal: false,
    describe: ({ kind }) => ({ code: kind === 'disk-full' ? 'disk-full' : 'internal' }),
  });
  return { stores, taken, links, reused, events: env.events, imports };
}

export const uploadOf = (path: string, change: Partial<Upload> = {}, content: Uint8Array = png): UploadRecord => ({
  upload: {
    id: 'a1b6ff8a-6f8e-4a55-8f6c-0d8f3a1f2b12',
    projectId,
    source: 'file',
    name: 'first.png',
    bytes: content.length,
    kind: 'image',
    state: 'uploaded',
    sent: content.length,
    failure: null,
    turnId: 'turn',
    note: '',
    mediaId: '',
    ...change,
  },
  path,
  sha256: createHash('sha256').update(content).digest('hex'),
  cdnUrl: null,
});
