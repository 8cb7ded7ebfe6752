import type { draftRequests } from '../../../shared/contract/drafts.ts';
import { notFound } from '../../../shared/domain/failure.ts';
import { ok } from '../../../shared/result.ts';
import type { HandlersOf } from '../router.ts';

export const draftHandlers: HandlersOf<typeof draftRequests> = {
  'draft.versions': ({ projectId, before }, app) =>
    app.projects.get(projectId) ? ok(app.drafts.past.versions(projectId, before)) : notFound,
  'draft.look': async ({ projectId, version }, app) => {
    const found = await app.drafts.past.look(projectId, version);
    return found ? ok(found) : notFound;
  },
  'draft.composition': async ({ projectId, version }, app) => {
    const composition = await app.drafts.past.composition(projectId, version);
    return composition ? ok(composition) : notFound;
  },
  'draft.wayBack': async ({ projectId, to }, app) => {
    const wayBack = await app.drafts.goingBack.wayBack(projectId, to);
    return wayBack ? ok(wayBack) : notFound;
  },
  'draft.compare': async ({ projectId, from, to }, app) => {
    const changes = await app.drafts.past.compare(projectId, from, to);
    return changes ? ok(changes) : notFound;
  },
};
