import type { projectRequests } from '../../../shared/contract/projects.ts';
import { notFound } from '../../../shared/domain/failure.ts';
import { isToConvert } from '../../../shared/domain/needs-decision.ts';
import type { Upload } from '../../../shared/domain/upload.ts';
import { done, ok } from '../../../shared/result.ts';
import type { TurnPage } from '../../storage/stores.ts';
import type { App } from '../../app/app.ts';
import { duplicate } from '../../app/take.ts';
import type { HandlersOf } from '../router.ts';

/** How many turns a conversation opens with, and how many more come at a time. */
const pageLength = 60;
const mostHits = 50;

export const projectHandlers: HandlersOf<typeof projectRequests> = {
  'project.create': (_input, app) => ok(app.projects.create()),
  'project.open': ({ projectId }, app, { desktop }) => {
    const { projects, turns, uploads, imports, drafts, mediaJobs } = app;
    if (!projects.get(projectId)) return notFound;
    desktop.openProject(projectId);
    projects.seen(projectId);
    const page = turns.page(projectId, { limit: pageLength });
    const attached = attachedTo(app, projectId, page);
    const needsDecision = imports.needsDecision(projectId);
    for (const { mediaId } of [...uploads.list(projectId), ...needsDecision.filter(isToConvert)])
      mediaJobs.look(mediaId);
    return ok({
      projectId,
      ...page,
      attached,
      queue: turns.queue(projectId),
      likelyCost: turns.likelyCost(),
      unsent: projects.unsent(projectId),
      uploads: uploads.list(projectId),
      needsDecision,
      importReview: imports.importReview(projectId),
      ...drafts.draftVersions.view(projectId),
    });
  },
  'project.earlier': ({ projectId, before, upTo }, app) => {
    if (!app.projects.get(projectId)) return notFound;
    const page = app.turns.page(projectId, { limit: pageLength, before, upTo });
    return ok({ ...page, attached: attachedTo(app, projectId, page) });
  },
  'project.rename': ({ projectId, name }, app) => app.projects.rename(projectId, name),
  'project.pin': ({ projectId, pinned }, app) => app.projects.pin(projectId, pinned),
  'project.archive': ({ projectId, archived }, app) => app.projects.archive(projectId, archived),
  'project.duplicate': ({ projectId, name }, app) => {
    const copyId = duplicate(app, projectId, name);
    return copyId === null ? notFound : ok(copyId);
  },
  'project.delete': ({ projectId }, app) => app.projects.remove(projectId),
  'project.restore': ({ projectId }, app) => app.projects.restore(projectId),
  'project.seen': ({ projectId }, app) => {
    app.projects.seen(projectId);
    return done;
  },
  'project.search': ({ query }, app) => ok(app.search(query, mostHits)),
  'project.unsent': ({ projectId, text }, app) => {
    app.projects.setUnsent(projectId, text);
    return done;
  },
  'project.thumbnail': ({ projectId, image }, app) => app.projects.setThumbnail(projectId, image),
};

/** The files that went along with these turns; what they hold is found out now. */
function attachedTo({ uploads, mediaJobs }: App, projectId: string, { turns }: TurnPage): readonly Upload[] {
  const ids = turns.flatMap(({ id, attachments }) => (attachments.length > 0 ? [id] : []));
  const attached = ids.length === 0 ? [] : uploads.attached(projectId, ids);
  for (const { mediaId } of attached) mediaJobs.look(mediaId);
  return attached;
}
