import type { draftRequests } from '../../../shared/contract/drafts.ts';
import { notFound } from '../../../shared/domain/failure.ts';
import { ok } from '../../../shared/result.ts';
import type { HandlersOf } from '../router.ts';

export const draftHandlers: HandlersOf<typeof draftRequests> = {
  'draft.versions': ({ projectId, before }, app) =>
    app.projects.get(projectId) ? ok(app.drafts.versionReader.versions(projectId, before)) : notFound,
  'draft.look': async ({ projectId, version }, app) => {
    const found = await app.drafts.versionReader.look(projectId, version);
    return found ? ok(found) : notFound;
  },
  'draft.composition': async ({ projectId, version }, app) => {
    const composition = await app.drafts.versionReader.composition(projectId, version);
    return composition ? ok(composition) : notFound;
  },
  'draft.restoreRequest': async ({ projectId, to }, app) => {
    const restoreRequest = await app.drafts.restore.request(projectId, to);
    return restoreRequest ? ok(restoreRequest) : notFound;
  },
  'draft.compare': async ({ projectId, from, to }, app) => {
    const changes = await app.drafts.versionReader.compare(projectId, from, to);
    return changes ? ok(changes) : notFound;
  },
};
