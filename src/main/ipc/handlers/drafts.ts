import type { RequestName } from '../../../shared/contract/contract.ts';
import type { Handlers } from '../router.ts';
import { type HandlerParts, notFound } from './parts.ts';

type Names = Extract<RequestName, `draft.${string}`>;

/** Looking back on the versions of a cut. */
export function draftHandlers({ app }: HandlerParts): Pick<Handlers, Names> {
  return {
    'draft.versions': async ({ projectId, before }) => {
      const { projects, past } = await app();
      return projects.get(projectId) ? { ok: true, data: past.versions(projectId, before) } : notFound;
    },
    'draft.look': async ({ projectId, version }) => {
      const found = (await app()).past.look(projectId, version);
      return found ? { ok: true, data: found } : notFound;
    },
    'draft.compare': async ({ projectId, from, to }) => {
      const changes = (await app()).past.compare(projectId, from, to);
      return changes ? { ok: true, data: changes } : notFound;
    },
  };
}
