import type { uploadRequests } from '../../../shared/contract/uploads.ts';
import { notFound } from '../../../shared/domain/failure.ts';
import { done } from '../../../shared/result.ts';
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
    app.projects.get(projectId) ? app.imports.addLink(projectId, address) : notFound,
  'upload.drop': ({ projectId, paths }, app) => {
    if (!app.projects.get(projectId)) return notFound;
    app.imports.drop(projectId, paths);
    return done;
  },
  'upload.paste': async ({ projectId, files }, app) =>
    app.projects.get(projectId) ? app.imports.paste(projectId, files) : notFound,
  'upload.retry': ({ uploadId }, app) => app.uploads.retry(uploadId),
  'upload.note': ({ uploadId, note }, app) => app.uploads.note(uploadId, note.trim()),
  'upload.reuse': ({ uploadId }, app) => app.uploads.reuse(uploadId),
  'upload.remove': ({ uploadId }, app) => app.turns.removeFile(uploadId),
  'importReview.attach': ({ reviewId, rowIds }, app) => app.imports.attach(reviewId, rowIds),
  'importReview.dismiss': ({ reviewId }, app) => {
    app.imports.dismissImportReview(reviewId);
    return done;
  },
  'needsDecision.attach': async ({ decisionId }, app) => app.imports.attachUndecided(decisionId),
  'needsDecision.useExisting': ({ decisionId }, app) => app.imports.useExisting(decisionId),
  'needsDecision.dismiss': ({ decisionId }, app) => {
    app.imports.dismissUndecided(decisionId);
    return done;
  },
};
