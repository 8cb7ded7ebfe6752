import { basename } from 'node:path';
import type { RequestName } from '../../../shared/contract/contract.ts';
import { isWritable } from '../../batch/tray.ts';
import type { Handlers } from '../router.ts';
import { doneOr, fail, type HandlerParts, notFound } from './parts.ts';

type Names = Extract<RequestName, `batch.${string}`>;

export function batchHandlers({ app }: Pick<HandlerParts, 'app'>): Pick<Handlers, Names> {
  return {
    'batch.pick': async () => ({ ok: true, data: await (await app()).batchTray.pick() }),
    'batch.fromReview': async ({ reviewId, rowIds }) => {
      const { imports, batchTray } = await app();
      const paths = imports.pathsOf(reviewId, rowIds);
      if (paths.length === 0) return notFound;
      imports.dismissImportReview(reviewId);
      return { ok: true, data: await batchTray.add(paths) };
    },
    'batch.take': async ({ jobId }) => {
      const { batchTray, mediaJobs } = await app();
      const path = mediaJobs.take(jobId);
      return path === null ? notFound : { ok: true, data: await batchTray.add([path]) };
    },
    'batch.folder': async ({ choose }) => {
      const { batchTray } = await app();
      if (!choose) return { ok: true, data: { name: basename(batchTray.folder()) } };
      const chosen = await batchTray.chooseFolder();
      return chosen.ok ? { ok: true, data: { name: basename(chosen.value) } } : fail(chosen.error);
    },
    'batch.start': async ({ fileIds, template, into, exports: pattern }) => {
      const { batches, batchTray, projects } = await app();
      const files = batchTray.files(fileIds);
      const mode = into === 'each' ? 'each' : 'one';
      const projectId = into === 'each' || into === 'new' ? null : into;
      if (files.length < fileIds.length || (projectId !== null && !projects.get(projectId))) return notFound;
      const folder = batchTray.folder();
      if (pattern !== null && !(await isWritable(folder))) return fail({ code: 'folder-read-only' });
      const exports = pattern === null ? null : { folder, pattern };
      return { ok: true, data: { batchId: batches.start({ files, template, mode, projectId, exports }) } };
    },
    'batch.pause': async ({ batchId }) => doneOr((await app()).batches.pause(batchId)),
    'batch.resume': async ({ batchId, anyway }) => doneOr((await app()).batches.resume(batchId, anyway ?? false)),
    'batch.stop': async ({ batchId }) => doneOr((await app()).batches.stop(batchId)),
    'batch.retry': async ({ batchId, itemId }) => doneOr((await app()).batches.retry(batchId, itemId)),
    'batch.accept': async ({ batchId, itemId }) => doneOr((await app()).batches.accept(batchId, itemId)),
    'batch.remove': async ({ batchId }) => doneOr((await app()).batches.remove(batchId)),
  };
}
