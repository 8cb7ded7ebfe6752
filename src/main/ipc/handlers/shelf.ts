import type { shelfRequests } from '../../../shared/contract/shelf.ts';
import { notFound } from '../../../shared/domain/failure.ts';
import { err, ok } from '../../../shared/result.ts';
import type { HandlersOf } from '../router.ts';

export const shelfHandlers: HandlersOf<typeof shelfRequests> = {
  'shelf.list': async ({ projectId }, app) => {
    if (!app.projects.get(projectId)) return notFound;
    const items = await app.shelf.list(projectId);
    for (const { infoId } of items) if (infoId !== null) app.mediaJobs.look(infoId);
    return ok(items);
  },
  'shelf.attach': async ({ projectId, mediaId }, app) => app.shelf.attach(projectId, mediaId),
  'shelf.save': async ({ projectId, mediaId }, app, { desktop }) => {
    const file = await app.shelf.file(projectId, mediaId);
    if (file === null) return notFound;
    const target = await desktop.chooseCopyTarget(file.stem, file.extension);
    return target === null ? err({ code: 'cancelled' }) : file.copyTo(target);
  },
  'shelf.drag': async ({ projectId, mediaId, picture }, app, { desktop }) => {
    const path = await app.shelf.pathToDrag(projectId, mediaId);
    return path === null ? err({ code: 'file-gone' }) : desktop.savedFiles.dragMedia(path, picture);
  },
};
