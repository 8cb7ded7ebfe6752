import type { uploadRequests } from '../../../shared/contract/uploads.ts';
import { notFound } from '../../../shared/domain/failure.ts';
import { done } from '../../../shared/result.ts';
import { doneOr } from '../context.ts';
import type { HandlersOf } from '../router.ts';

export const uploadHandlers: HandlersOf<typeof uploadRequests> = {
  'upload.pick': async ({ projectId }, app) => {
    if (!app.projects.get(projectId)) return notFound;
    await app.imports.pickFiles(projectId);
    return done;
  },
  'upload.pickFolder': async ({ projectId }, app) => {
    if (!app.projects.get(projectId)) return notFound;
    await app.imports.pickFolder(projectId);
    return done;
  },
  'upload.link': async ({ projectId, address }, app) =>
    app.projects.get(projectId) ? doneOr(await app.imports.addLink(projectId, address)) : notFound,
  'upload.drop': ({ projectId, paths }, app) => {
    if (!app.projects.get(projectId)) return notFound;
    app.imports.drop(projectId, paths);
    return done;
  },
  'upload.paste': async ({ projectId, files }, app) =>
    app.projects.get(projectId) ? doneOr(await app.imports.paste(projectId, files)) : notFound,
  'upload.retry': ({ uploadId }, app) => (app.uploads.retry(uploadId) ? done : notFound),
  'upload.note': ({ uploadId, note }, app) => (app.uploads.note(uploadId, note.trim()) ? done : notFound),
  'upload.remove': ({ uploadId }, app) => doneOr(app.turns.removeFile(uploadId)),
  'importReview.attach': ({ reviewId, rowIds }, app) => doneOr(app.imports.attach(reviewId, rowIds)),
  'importReview.dismiss': ({ reviewId }, app) => {
    app.imports.dismissImportReview(reviewId);
    return done;
  },
  'needsDecision.attach': async ({ decisionId }, app) => doneOr(await app.imports.attachUndecided(decisionId)),
  'needsDecision.useExisting': ({ decisionId }, app) => doneOr(app.imports.useExisting(decisionId)),
  'needsDecision.dismiss': ({ decisionId }, app) => {
    app.imports.dismissUndecided(decisionId);
    return done;
  },
};
