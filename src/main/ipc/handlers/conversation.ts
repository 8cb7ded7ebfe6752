import type { Handlers } from '../router.ts';
import { done, doneOr, type HandlerParts, notFound } from './parts.ts';

type Names =
  | 'turn.send'
  | 'turn.stop'
  | 'turn.retry'
  | 'turn.decide'
  | 'turn.answer'
  | 'queue.edit'
  | 'queue.move'
  | 'queue.remove'
  | 'queue.resume'
  | 'queue.removeAll'
  | 'upload.retry'
  | 'upload.note'
  | 'upload.remove';

export function conversationHandlers({ workspace }: HandlerParts): Pick<Handlers, Names> {
  return {
    'turn.send': async (message) => {
      const open = await workspace();
      if (!open.projects.get(message.projectId)) return notFound;
      return doneOr(
        open.conversation.send({ ...message, anyway: message.anyway ?? false, beside: message.beside ?? false }),
      );
    },
    'turn.stop': async ({ turnId }) => doneOr((await workspace()).conversation.stop(turnId)),
    'turn.retry': async ({ turnId, anyway, without }) =>
      doneOr((await workspace()).conversation.retry(turnId, anyway ?? false, without ?? false)),
    'turn.decide': async (decision) =>
      doneOr((await workspace()).conversation.decide({ ...decision, anyway: decision.anyway ?? false })),
    'turn.answer': async (answer) =>
      doneOr((await workspace()).conversation.answer({ ...answer, anyway: answer.anyway ?? false })),
    'queue.edit': async ({ turnId, text }) => doneOr((await workspace()).conversation.edit(turnId, text)),
    'queue.move': async ({ turnId, before }) => doneOr((await workspace()).conversation.moveBefore(turnId, before)),
    'queue.remove': async ({ turnId }) => doneOr((await workspace()).conversation.remove(turnId)),
    'queue.resume': async ({ projectId, anyway }) => {
      (await workspace()).conversation.resumeQueue(projectId, anyway ?? false);
      return done;
    },
    'queue.removeAll': async ({ projectId }) => {
      (await workspace()).conversation.removeQueued(projectId);
      return done;
    },
    'upload.retry': async ({ uploadId }) => ((await workspace()).uploads.retry(uploadId) ? done : notFound),
    'upload.note': async ({ uploadId, note }) =>
      (await workspace()).uploads.note(uploadId, note.trim()) ? done : notFound,
    'upload.remove': async ({ uploadId }) => doneOr((await workspace()).conversation.removeFile(uploadId)),
  };
}
