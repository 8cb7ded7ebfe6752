import type { Handlers } from '../router.ts';
import { done, doneOr, type HandlerParts, notFound } from './parts.ts';

type Names =
  | 'project.create'
  | 'project.open'
  | 'project.thumbnail'
  | 'turn.send'
  | 'turn.stop'
  | 'turn.retry'
  | 'upload.pick'
  | 'upload.retry'
  | 'upload.remove';

export function conversationHandlers({ workspace, desk }: HandlerParts): Pick<Handlers, Names> {
  return {
    'project.create': async () => ({ ok: true, data: (await workspace()).projects.create() }),
    'project.open': async ({ projectId }) => {
      const open = await workspace();
      if (!open.projects.get(projectId)) return notFound;
      desk.openProject(projectId);
      return {
        ok: true,
        data: {
          projectId,
          turns: open.conversation.list(projectId),
          uploads: open.uploads.list(projectId),
          ...open.stage.view(projectId),
        },
      };
    },
    'project.thumbnail': async ({ projectId, image }) => {
      (await workspace()).projects.setThumbnail(projectId, image);
      return done;
    },
    'turn.send': async (message) => {
      const open = await workspace();
      if (!open.projects.get(message.projectId)) return notFound;
      open.conversation.send(message);
      return done;
    },
    'turn.stop': async ({ turnId }) => doneOr((await workspace()).conversation.stop(turnId)),
    'turn.retry': async ({ turnId }) => doneOr((await workspace()).conversation.retry(turnId)),
    'upload.pick': async ({ projectId }) => {
      const open = await workspace();
      if (!open.projects.get(projectId)) return notFound;
      await open.pickFiles(projectId);
      return done;
    },
    'upload.retry': async ({ uploadId }) => {
      (await workspace()).uploads.retry(uploadId);
      return done;
    },
    'upload.remove': async ({ uploadId }) => {
      (await workspace()).uploads.remove(uploadId);
      return done;
    },
  };
}
