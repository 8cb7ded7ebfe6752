import type { rehearsalRequests } from '../../../shared/contract/rehearsal.ts';
import { notFound } from '../../../shared/domain/failure.ts';
import { err } from '../../../shared/result.ts';
import { takeOf } from '../../app/take.ts';
import type { HandlersOf } from '../router.ts';

export const rehearsalHandlers: HandlersOf<typeof rehearsalRequests> = {
  'rehearsal.begin': async (_input, _app, { desktop }) => desktop.rehearse(),
  'rehearsal.leave': async (_input, _app, { desktop }) => desktop.leaveRehearsal(),
  'rehearsal.deleteAll': async (_input, _app, { desktop }) => desktop.deleteRehearsals(),
  'rehearsal.makeReal': ({ projectId }, app, { desktop }) => {
    if (!app.rehearsal) return err({ code: 'bad-request' });
    const take = takeOf(app, projectId);
    return take === null ? notFound : desktop.makeReal(take);
  },
};
