import { isToConvert } from '../../../shared/domain/needs-decision.ts';
import type { RequestName } from '../../../shared/contract/contract.ts';
import type { Upload } from '../../../shared/domain/upload.ts';
import type { TurnPage } from '../../storage/stores.ts';
import type { Uploads } from '../../uploads/uploads.ts';
import type { Handlers } from '../router.ts';
import { done, doneOr, type HandlerParts, notFound } from './parts.ts';

type Names = Extract<RequestName, `project.${string}`>;

/** How many turns a conversation opens with, and how many more come at a time. */
const pageLength = 60;
const mostHits = 50;

export function projectHandlers({ app, desktop }: HandlerParts): Pick<Handlers, Names> {
  return {
    'project.create': async () => ({ ok: true, data: (await app()).projects.create() }),
    'project.open': async ({ projectId }) => {
      const { projects, turns, uploads, imports, draftVersions, mediaJobs } = await app();
      if (!projects.get(projectId)) return notFound;
      desktop.openProject(projectId);
      projects.seen(projectId);
      const page = turns.page(projectId, { limit: pageLength });
      const attached = attachedTo(uploads, projectId, page);
      const needsDecision = imports.needsDecision(projectId);
      for (const { mediaId } of [...uploads.list(projectId), ...attached, ...needsDecision.filter(isToConvert)])
        mediaJobs.look(mediaId);
      return {
        ok: true,
        data: {
          projectId,
          ...page,
          attached,
          queue: turns.queue(projectId),
          likelyCost: turns.likelyCost(),
          unsent: projects.unsent(projectId),
          uploads: uploads.list(projectId),
          needsDecision,
          importReview: imports.importReview(projectId),
          ...draftVersions.view(projectId),
        },
      };
    },
    'project.earlier': async ({ projectId, before, upTo }) => {
      const { projects, turns, uploads, mediaJobs } = await app();
      if (!projects.get(projectId)) return notFound;
      const page = turns.page(projectId, { limit: pageLength, before, upTo });
      const attached = attachedTo(uploads, projectId, page);
      for (const { mediaId } of attached) mediaJobs.look(mediaId);
      return { ok: true, data: { ...page, attached } };
    },
    'project.rename': async ({ projectId, name }) => doneOr((await app()).projects.rename(projectId, name)),
    'project.pin': async ({ projectId, pinned }) => doneOr((await app()).projects.pin(projectId, pinned)),
    'project.archive': async ({ projectId, archived }) => doneOr((await app()).projects.archive(projectId, archived)),
    'project.delete': async ({ projectId }) => doneOr((await app()).projects.remove(projectId)),
    'project.restore': async ({ projectId }) => doneOr((await app()).projects.restore(projectId)),
    'project.seen': async ({ projectId }) => {
      (await app()).projects.seen(projectId);
      return done;
    },
    'project.search': async ({ query }) => ({ ok: true, data: (await app()).search(query, mostHits) }),
    'project.unsent': async ({ projectId, text }) => {
      (await app()).projects.setUnsent(projectId, text);
      return done;
    },
    'project.thumbnail': async ({ projectId, image }) => doneOr((await app()).projects.setThumbnail(projectId, image)),
  };
}

function attachedTo(uploads: Uploads, projectId: string, { turns }: TurnPage): readonly Upload[] {
  const ids = turns.flatMap(({ id, attachments }) => (attachments.length > 0 ? [id] : []));
  return ids.length === 0 ? [] : uploads.attached(projectId, ids);
}
