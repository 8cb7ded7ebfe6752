import type { AppEvent } from '../../shared/contract/events.ts';
import type { ExportJob } from '../../shared/domain/export-job.ts';
import { type AccountNotice, type Appliers, initialState, type WindowState } from './model.ts';

const accountEvents = {
  turn: (state, { turn: { id: turnId, projectId, state: phase, failure } }) => {
    if (phase !== 'failed' || (failure?.code !== 'no-credits' && failure?.code !== 'token-spent'))
      return withoutNotice(state, (shown) => shown.turnId === turnId);
    return withNotice(state, { reason: failure.code, projectId, turnId, exportId: null });
  },
  export: (state, { job }) => withExport(state, job),
  connection: (state, { connection }) => {
    if (connection.state === 'spent') return withSpent(state);
    return connection.state === 'ready' ? settled(state, 'token-spent') : state;
  },
  credits: (state, { credits }) => {
    const { shortOf } = state.accountNotice;
    return shortOf !== null && (credits?.available ?? 0) > shortOf ? settled(state, 'no-credits') : state;
  },
  account: (state) => ({ ...state, accountNotice: initialState.accountNotice }),
} satisfies Partial<Appliers>;

/** The account stands in the way: shown once for each reason, and again only when that has been otherwise in between. */
export function withAccountNotice(state: WindowState, event: AppEvent): WindowState {
  if (state.rehearsal || !Object.hasOwn(accountEvents, event.type)) return state;
  const applyTo = accountEvents[event.type as keyof typeof accountEvents] as (
    state: WindowState,
    event: AppEvent,
  ) => WindowState;
  return applyTo(state, event);
}

/** The free credits of this computer are used up. */
export function withSpent(state: WindowState): WindowState {
  const { openProjectId: projectId } = state;
  return withNotice(state, { reason: 'token-spent', projectId, turnId: null, exportId: null });
}

function withExport(state: WindowState, job: ExportJob): WindowState {
  const { id: exportId, projectId, failure } = job;
  if (job.state === 'failed' && failure?.code === 'export-blocked')
    return withNotice(state, { reason: 'export-blocked', projectId, turnId: null, exportId });
  // One that only waits for its turn may be refused again.
  const isOn = job.state !== 'queued' && job.state !== 'submitted';
  return isOn ? withoutNotice(state, (shown) => shown.exportId === exportId) : state;
}

function withNotice(state: WindowState, notice: AccountNotice): WindowState {
  const { seen, shown } = state.accountNotice;
  const shortOf = notice.reason === 'no-credits' ? (state.credits?.available ?? 0) : state.accountNotice.shortOf;
  const accountNotice = { ...state.accountNotice, shortOf };
  if (seen.includes(notice.reason)) return { ...state, accountNotice };
  return {
    ...state,
    accountNotice: { ...accountNotice, shown: shown ?? notice, seen: [...seen, notice.reason] },
  };
}

export function withoutNotice(state: WindowState, isIt: (shown: AccountNotice) => boolean): WindowState {
  const { shown } = state.accountNotice;
  return shown !== null && isIt(shown) ? { ...state, accountNotice: { ...state.accountNotice, shown: null } } : state;
}

/** That is no longer so: the next time it is told again. */
function settled(state: WindowState, reason: AccountNotice['reason']): WindowState {
  const { seen } = state.accountNotice;
  if (!seen.includes(reason)) return state;
  const left = withoutNotice(state, (shown) => shown.reason === reason);
  const shortOf = reason === 'no-credits' ? null : left.accountNotice.shortOf;
  return {
    ...left,
    accountNotice: { ...left.accountNotice, shortOf, seen: seen.filter((other) => other !== reason) },
  };
}
