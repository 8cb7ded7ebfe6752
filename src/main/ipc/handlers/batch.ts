import { basename } from 'node:path';
import type { batchRequests } from '../../../shared/contract/batch.ts';
import { notFound } from '../../../shared/domain/failure.ts';
import { done, err, ok } from '../../../shared/result.ts';
import { isWritable } from '../../batch/selection.ts';
import type { HandlersOf } from '../router.ts';

export const batchHandlers: HandlersOf<typeof batchRequests> = {
  'batch.pick': async (_input, app) => ok(await app.batchSelection.pick()),
  'batch.drop': async ({ paths }, app) => ok(await app.batchSelection.add(paths)),
  'batch.fromReview': async ({ reviewId, rowIds }, { imports, batchSelection }) => {
    const paths = imports.pathsOf(reviewId, rowIds);
    if (paths.length === 0) return notFound;
    imports.dismissImportReview(reviewId);
    return ok(await batchSelection.add(paths));
  },
  'batch.take': async ({ jobId }, { mediaJobs, batchSelection }) => {
    const path = mediaJobs.take(jobId);
    return path.ok ? ok(await batchSelection.add([path.value])) : path;
  },
  'batch.folder': async ({ choose }, { batchSelection }) => {
    const chosen = choose ? await batchSelection.chooseFolder() : done;
    return chosen.ok ? ok({ name: basename(batchSelection.folder()) }) : chosen;
  },
  'batch.start': async ({ items: wanted, template, into, exports: pattern }, { batches, batchSelection, projects }) => {
    const owns = new Map(wanted.map(({ id, own }) => [id, own]));
    const files = batchSelection.files([...owns.keys()]).map((file) => ({ ...file, own: owns.get(file.id) ?? '' }));
    const mode = into === 'each' ? 'each' : 'one';
    const projectId = into === 'each' || into === 'new' ? null : into;
    if (files.length < wanted.length || (projectId !== null && !projects.get(projectId))) return notFound;
    const folder = batchSelection.folder();
    if (pattern !== null && !(await isWritable(folder))) return err({ code: 'folder-read-only' });
    const exports = pattern === null ? null : { folder, pattern };
    return ok({ batchId: batches.start({ files, template, mode, projectId, exports }) });
  },
  'batch.pause': ({ batchId }, app) => app.batches.pause(batchId),
  'batch.resume': ({ batchId, anyway }, app) => app.batches.resume(batchId, anyway),
  'batch.stop': ({ batchId }, app) => app.batches.stop(batchId),
  'batch.retry': ({ batchId, itemId }, app) => app.batches.retry(batchId, itemId),
  'batch.accept': ({ batchId, itemId }, app) => app.batches.accept(batchId, itemId),
  'batch.exportAll': async ({ batchId }, { batches, batchSelection }) => {
    const known = batches.folderOf(batchId);
    const folder = known !== null && (await isWritable(known)) ? ok(known) : await batchSelection.chooseFolder();
    if (!folder.ok || folder.value === null) return folder.ok ? done : folder;
    return batches.exportAll(batchId, folder.value);
  },
  'batch.remove': ({ batchId }, app) => app.batches.remove(batchId),
};
