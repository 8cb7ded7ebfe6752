import type { rehearsalRequests } from '../../../shared/contract/rehearsal.ts';
import type { HandlersOf } from '../router.ts';

export const rehearsalHandlers: HandlersOf<typeof rehearsalRequests> = {
  'rehearsal.begin': async (_input, _app, { desktop }) => desktop.rehearse(),
  'rehearsal.leave': async (_input, _app, { desktop }) => desktop.leaveRehearsal(),
  'rehearsal.deleteAll': async (_input, _app, { desktop }) => desktop.deleteRehearsals(),
};
