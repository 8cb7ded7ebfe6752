import type { RequestName } from '../../../shared/contract/contract.ts';
import type { Handlers } from '../router.ts';
import { done, doneOr, fail, type HandlerParts, notFound } from './parts.ts';

type Names = Extract<RequestName, `leave.${string}`>;

/** Taking a cut along into another editor. */
export function leaveHandlers({ workspace, desk }: HandlerParts): Pick<Handlers, Names> {
  return {
    'leave.start': async ({ projectId, version }) => {
      const begun = await (await workspace()).leave.begin(projectId, version);
      return begun.ok ? done : fail(begun.error);
    },
    'leave.cancel': async ({ leaveId }) => {
      (await workspace()).leave.cancel(leaveId);
      return done;
    },
    'leave.showInFolder': async ({ leaveId }) => {
      const path = (await workspace()).leave.path(leaveId);
      return path === null ? notFound : doneOr(desk.showInFolder(path));
    },
  };
}
