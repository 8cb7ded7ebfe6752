import type { turnRequests } from '../../../shared/contract/turns.ts';
import { notFound } from '../../../shared/domain/failure.ts';
import { done, ok } from '../../../shared/result.ts';
import type { HandlersOf } from '../router.ts';

export const turnHandlers: HandlersOf<typeof turnRequests> = {
  'turn.send': (message, app) => (app.projects.get(message.projectId) ? app.turns.send(message) : notFound),
  'turn.stop': ({ turnId }, app) => app.turns.stop(turnId),
  'turn.retry': ({ turnId, anyway, without }, app) => app.turns.retry(turnId, anyway, without),
  'turn.removeChange': (removal, app) => app.turns.removeChange(removal),
  'turn.answer': (answer, app) => app.turns.answer(answer),
  'turn.usualGeneration': (_input, app) => ok(app.turns.usualGeneration()),
  'queue.edit': ({ turnId, text }, app) => app.turns.edit(turnId, text),
  'queue.move': ({ turnId, before }, app) => app.turns.moveBefore(turnId, before),
  'queue.remove': ({ turnId }, app) => app.turns.remove(turnId),
  'queue.resume': ({ projectId, anyway }, app) => {
    app.turns.resumeQueue(projectId, anyway);
    return done;
  },
  'queue.removeAll': ({ projectId }, app) => {
    app.turns.removeQueued(projectId);
    return done;
  },
};
