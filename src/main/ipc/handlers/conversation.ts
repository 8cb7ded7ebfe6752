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

export function conversationHandlers({ app }: HandlerParts): Pick<Handlers, Names> {
  return {
    'turn.send': async (message) => {
      const open = await app();
      if (!open.projects.get(message.projectId)) return notFound;
      return doneOr(open.turns.send({ ...message, anyway: message.anyway ?? false, beside: message.beside ?? false }));
    },
    'turn.stop': async ({ turnId }) => doneOr((await app()).turns.stop(turnId)),
    'turn.retry': async ({ turnId, anyway, without }) =>
      doneOr((await app()).turns.retry(turnId, anyway ?? false, without ?? false)),
    'turn.decide': async (decision) =>
      doneOr((await app()).turns.decide({ ...decision, anyway: decision.anyway ?? false })),
    'turn.answer': async (answer) => doneOr((await app()).turns.answer({ ...answer, anyway: answer.anyway ?? false })),
    'queue.edit': async ({ turnId, text }) => doneOr((await app()).turns.edit(turnId, text)),
    'queue.move': async ({ turnId, before }) => doneOr((await app()).turns.moveBefore(turnId, before)),
    'queue.remove': async ({ turnId }) => doneOr((await app()).turns.remove(turnId)),
    'queue.resume': async ({ projectId, anyway }) => {
      (await app()).turns.resumeQueue(projectId, anyway ?? false);
      return done;
    },
    'queue.removeAll': async ({ projectId }) => {
      (await app()).turns.removeQueued(projectId);
      return done;
    },
    'upload.retry': async ({ uploadId }) => ((await app()).uploads.retry(uploadId) ? done : notFound),
    'upload.note': async ({ uploadId, note }) => ((await app()).uploads.note(uploadId, note.trim()) ? done : notFound),
    'upload.remove': async ({ uploadId }) => doneOr((await app()).turns.removeFile(uploadId)),
  };
}
