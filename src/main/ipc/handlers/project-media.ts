import type { projectMediaRequests } from '../../../shared/contract/project-media.ts';
import { notFound } from '../../../shared/domain/failure.ts';
import { err, ok } from '../../../shared/result.ts';
import type { HandlersOf } from '../router.ts';

export const projectMediaHandlers: HandlersOf<typeof projectMediaRequests> = {
  'projectMedia.list': async ({ projectId }, app) => {
    if (!app.projects.get(projectId)) return notFound;
    const items = await app.projectMedia.list(projectId);
    for (const { infoId } of items) if (infoId !== null) app.mediaJobs.look(infoId);
    return ok(items);
  },
  'projectMedia.attach': async ({ projectId, mediaId }, app) => app.projectMedia.attach(projectId, mediaId),
  'projectMedia.save': async ({ projectId, mediaId }, app, { desktop }) => {
    const file = await app.projectMedia.file(projectId, mediaId);
    if (file === null) return notFound;
    const target = await desktop.chooseCopyTarget(file.stem, file.extension);
    return target === null ? err({ code: 'cancelled' }) : file.copyTo(target);
  },
  'projectMedia.drag': async ({ projectId, mediaId, picture }, app, { desktop }) => {
    const path = await app.projectMedia.pathToDrag(projectId, mediaId);
    return path === null ? err({ code: 'file-gone' }) : desktop.savedFiles.dragMedia(path, picture);
  },
};
