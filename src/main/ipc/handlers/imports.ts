import type { Handlers } from '../router.ts';
import { done, doneOr, type HandlerParts, notFound } from './parts.ts';

type Names =
  | 'upload.pick'
  | 'upload.pickFolder'
  | 'upload.link'
  | 'intake.attach'
  | 'intake.dismiss'
  | 'held.attach'
  | 'held.useExisting'
  | 'held.dismiss';

/** How files come in. */
export function arrivalHandlers({ workspace }: HandlerParts): Pick<Handlers, Names> {
  return {
    'upload.pick': async ({ projectId }) => {
      const open = await workspace();
      if (!open.projects.get(projectId)) return notFound;
      await open.arrivals.pickFiles(projectId);
      return done;
    },
    'upload.pickFolder': async ({ projectId }) => {
      const open = await workspace();
      if (!open.projects.get(projectId)) return notFound;
      await open.arrivals.pickFolder(projectId);
      return done;
    },
    'upload.link': async ({ projectId, address }) => {
      const open = await workspace();
      if (!open.projects.get(projectId)) return notFound;
      return doneOr(await open.arrivals.addLink(projectId, address));
    },
    'intake.attach': async ({ intakeId, rowIds }) => doneOr((await workspace()).arrivals.attach(intakeId, rowIds)),
    'intake.dismiss': async ({ intakeId }) => {
      (await workspace()).arrivals.dismissIntake(intakeId);
      return done;
    },
    'held.attach': async ({ heldId }) => doneOr(await (await workspace()).arrivals.attachHeld(heldId)),
    'held.useExisting': async ({ heldId }) => doneOr((await workspace()).arrivals.useExisting(heldId)),
    'held.dismiss': async ({ heldId }) => {
      (await workspace()).arrivals.dismissHeld(heldId);
      return done;
    },
  };
}
