import type { rehearsalRequests } from '../../../shared/contract/rehearsal.ts';
import { notFound } from '../../../shared/domain/failure.ts';
import { done, err, ok } from '../../../shared/result.ts';
import { takeOf } from '../../app/take.ts';
import type { HandlersOf } from '../router.ts';

const onlyInRehearsal = err({ code: 'bad-request' } as const);

export const rehearsalHandlers: HandlersOf<typeof rehearsalRequests> = {
  'rehearsal.begin': async (_input, _app, { desktop }) => desktop.rehearse(),
  'rehearsal.leave': async (_input, _app, { desktop }) => desktop.leaveRehearsal(),
  'rehearsal.deleteAll': async (_input, _app, { desktop }) => desktop.deleteRehearsals(),
  'rehearsal.makeReal': ({ projectId }, app, { desktop }) => {
    if (!app.rehearsal) return onlyInRehearsal;
    const take = takeOf(app, projectId);
    return take === null ? notFound : desktop.makeReal(take);
  },
  'rehearsal.faults': (_input, { controls }) => (controls === null ? onlyInRehearsal : ok(controls.faults())),
  'rehearsal.setFault': ({ name, strikes }, { controls }) => {
    if (controls === null) return onlyInRehearsal;
    controls.setFault(name, strikes);
    return ok(controls.faults());
  },
  'rehearsal.resetCredits': async (_input, { controls, account }) => {
    if (controls === null) return onlyInRehearsal;
    controls.resetCredits();
    const refreshed = await account.refreshCredits();
    return refreshed.ok ? done : refreshed;
  },
};
