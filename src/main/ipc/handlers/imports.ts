import type { Handlers } from '../router.ts';
import { done, doneOr, type HandlerParts, notFound } from './parts.ts';

type Names =
  | 'upload.pick'
  | 'upload.pickFolder'
  | 'upload.link'
  | 'importReview.attach'
  | 'importReview.dismiss'
  | 'needsDecision.attach'
  | 'needsDecision.useExisting'
  | 'needsDecision.dismiss';

/** How files come in. */
export function importHandlers({ app }: HandlerParts): Pick<Handlers, Names> {
  return {
    'upload.pick': async ({ projectId }) => {
      const open = await app();
      if (!open.projects.get(projectId)) return notFound;
      await open.imports.pickFiles(projectId);
      return done;
    },
    'upload.pickFolder': async ({ projectId }) => {
      const open = await app();
      if (!open.projects.get(projectId)) return notFound;
      await open.imports.pickFolder(projectId);
      return done;
    },
    'upload.link': async ({ projectId, address }) => {
      const open = await app();
      if (!open.projects.get(projectId)) return notFound;
      return doneOr(await open.imports.addLink(projectId, address));
    },
    'importReview.attach': async ({ reviewId, rowIds }) => doneOr((await app()).imports.attach(reviewId, rowIds)),
    'importReview.dismiss': async ({ reviewId }) => {
      (await app()).imports.dismissImportReview(reviewId);
      return done;
    },
    'needsDecision.attach': async ({ decisionId }) => doneOr(await (await app()).imports.attachUndecided(decisionId)),
    'needsDecision.useExisting': async ({ decisionId }) => doneOr((await app()).imports.useExisting(decisionId)),
    'needsDecision.dismiss': async ({ decisionId }) => {
      (await app()).imports.dismissUndecided(decisionId);
      return done;
    },
  };
}
