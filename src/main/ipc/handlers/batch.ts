import { basename } from 'node:path';
import type { batchRequests } from '../../../shared/contract/batch.ts';
import { notFound } from '../../../shared/domain/failure.ts';
import { err, ok } from '../../../shared/result.ts';
import { isWritable } from '../../batch/tray.ts';
import type { HandlersOf } from '../router.ts';

export const batchHandlers: HandlersOf<typeof batchRequests> = {
  'batch.pick': async (_input, app) => ok(await app.batchTray.pick()),
  'batch.drop': async ({ paths }, app) => ok(await app.batchTray.add(paths)),
  'batch.fromReview': async ({ reviewId, rowIds }, { imports, batchTray }) => {
    const paths = imports.pathsOf(reviewId, rowIds);
    if (paths.length === 0) return notFound;
    imports.dismissImportReview(reviewId);
    return ok(await batchTray.add(paths));
  },
  'batch.take': async ({ jobId }, { mediaJobs, batchTray }) => {
    const path = mediaJobs.take(jobId);
    return path.ok ? ok(await batchTray.add([path.value])) : path;
  },
  'batch.folder': async ({ choose }, { batchTray }) => {
    const folder = choose ? await batchTray.chooseFolder() : ok(batchTray.folder());
    return folder.ok ? ok({ name: basename(folder.value) }) : folder;
  },
  'batch.start': async ({ fileIds, template, into, exports: pattern }, { batches, batchTray, projects }) => {
    const files = batchTray.files(fileIds);
    const mode = into === 'each' ? 'each' : 'one';
    const projectId = into === 'each' || into === 'new' ? null : into;
    if (files.length < fileIds.length || (projectId !== null && !projects.get(projectId))) return notFound;
    const folder = batchTray.folder();
    if (pattern !== null && !(await isWritable(folder))) return err({ code: 'folder-read-only' });
    const exports = pattern === null ? null : { folder, pattern };
    return ok({ batchId: batches.start({ files, template, mode, projectId, exports }) });
  },
  'batch.pause': ({ batchId }, app) => app.batches.pause(batchId),
  'batch.resume': ({ batchId, anyway }, app) => app.batches.resume(batchId, anyway),
  'batch.stop': ({ batchId }, app) => app.batches.stop(batchId),
  'batch.retry': ({ batchId, itemId }, app) => app.batches.retry(batchId, itemId),
  'batch.accept': ({ batchId, itemId }, app) => app.batches.accept(batchId, itemId),
  'batch.remove': ({ batchId }, app) => app.batches.remove(batchId),
};
