import type { RequestName } from '../../../shared/contract/contract.ts';
import type { Handlers } from '../router.ts';
import { done, doneOr, fail, type HandlerParts, notFound } from './parts.ts';

type Names = Extract<RequestName, `interchange.${string}`>;

/** Taking a cut along into another editor. */
export function interchangeHandlers({ app, desktop }: HandlerParts): Pick<Handlers, Names> {
  return {
    'interchange.start': async ({ projectId, version }) => {
      const begun = await (await app()).interchange.begin(projectId, version);
      return begun.ok ? done : fail(begun.error);
    },
    'interchange.cancel': async ({ interchangeId }) => {
      (await app()).interchange.cancel(interchangeId);
      return done;
    },
    'interchange.showInFolder': async ({ interchangeId }) => {
      const path = (await app()).interchange.path(interchangeId);
      return path === null ? notFound : doneOr(desktop.showInFolder(path));
    },
  };
}
