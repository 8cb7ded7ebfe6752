import type { ProjectView, Snapshot } from '../../shared/domain/app-state.ts';
import type { InterchangeJob } from '../../shared/domain/export-job.ts';
import type { Project } from '../../shared/domain/project.ts';
import type { MediaJob } from '../../shared/domain/media-job.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import { batchEvents, showBatch } from './apply-batch.ts';
import { projectEvents, withComposer, withPulse } from './apply-project.ts';
import { replaced, without } from './lists.ts';
import { withAccountNotice, withSpent } from './apply-account.ts';
import {
  type Appliers,
  type ComposerState,
  type Dialog,
  emptyComposer,
  initialState,
  type Pulse,
  type WindowState,
} from './model.ts';
import { hasBegun, light, mergeView, prependPage } from './turns.ts';

/** Takes over a snapshot. Views are dropped, since it may be another cloud; unsent text stays. */
export function applySnapshot(state: WindowState, snapshot: Snapshot): WindowState {
  const pulses = Object.fromEntries(snapshot.working.map((id) => [id, atWork]));
  const next: WindowState = {
    ...state,
    ...snapshot,
    loaded: true,
    accountNotice: initialState.accountNotice,
    views: {},
    pulses,
    player: { ...state.player, past: null, beside: null },
    batch: { ...state.batch, openId: null, uploads: {} },
    projects: inOrder(snapshot.projects),
  };
  return next.connection.state === 'spent' && !next.rehearsal ? withSpent(next) : next;
}

/** Work that a snapshot reports; its turn is known once an event names it. */
const atWork: Pulse = { turnId: null, working: true, activity: null, troubled: false, asks: false };

/** Takes over a project's conversation and stage, what they tell about its work, and what was typed before the window was there. */
export function applyView(state: WindowState, fetched: ProjectView): WindowState {
  const { projectId } = fetched;
  const view = mergeView(state.views[projectId], fetched);
  const withUnsent = withComposer(state, projectId, ({ unsent }) => ({ unsent: unsent ?? view.unsent }));
  return view.turns.reduce(withPulse, { ...withUnsent, views: { ...state.views, [projectId]: view } });
}

/** What was typed and chosen while no project was open yet. */
export function beforeOpen({ composers }: Pick<WindowState, 'composers'>): ComposerState {
  return composers[''] ?? emptyComposer;
}

/**
 * Gives that to the project that is open now: the text below what was kept of it, the format to its next message. As everywhere, a new
 * project's format becomes a preference.
 */
export function withEarly(state: WindowState): WindowState {
  const { unsent: typed, format } = beforeOpen(state);
  const { '': _early, ...composers } = state.composers;
  const isNew = !hasBegun(state.views[state.openProjectId]);
  const preferences = format && isNew ? { ...state.preferences, format, formatStrip: true } : state.preferences;
  const next = { ...state, composers, preferences };
  if (!typed && (!format || isNew)) return next;
  return withComposer(next, state.openProjectId, ({ unsent }) => ({
    ...(typed ? { unsent: unsent ? `${unsent}\n${typed}` : typed } : {}),
    ...(format && !isNew ? { format } : {}),
  }));
}

/** Puts a project on screen in place of a batch, too; the one that was there keeps only its newest turns. */
export function withOpenProject(state: WindowState, projectId: string): WindowState {
  const left = state.views[state.openProjectId];
  const views =
    left === undefined || state.openProjectId === projectId
      ? state.views
      : { ...state.views, [left.projectId]: light(left) };
  const player = state.player.past?.projectId === projectId ? {} : { past: null, beside: null };
  return { ...showBatch(state, null), views, player: { ...state.player, ...player }, openProjectId: projectId };
}

type Page = Pick<ProjectView, 'turns' | 'hasEarlier' | 'attached'>;

/** Takes over a page, unless the turn that it was to come before is no longer the first. */
export function withEarlier(state: WindowState, projectId: string, before: string, page: Page): WindowState {
  const view = state.views[projectId];
  if (view === undefined || view.turns[0]?.id !== before) return state;
  const turns = prependPage(view.turns, page.turns);
  const attached = [...page.attached, ...view.attached];
  return {
    ...state,
    views: { ...state.views, [projectId]: { ...view, turns, hasEarlier: page.hasEarlier, attached } },
  };
}

const appEvents = {
  connection: (state, { connection, rehearsal }) => ({ ...state, connection, rehearsal }),
  credits: (state, { credits }) => ({ ...state, credits }),
  'rate-limit': (state, { until }) => ({ ...state, rateLimitedUntil: until }),
  // The window lays itself out: what main tells of that is older than what the user does meanwhile.
  preferences: (state, { preferences, locale }) => ({
    ...state,
    preferences: { ...preferences, layout: state.preferences.layout },
    locale,
  }),
  'export-place': (state, { exportPlace }) => ({ ...state, exportPlace }),
  account: (state, { account }) => ({ ...state, account }),
  network: (state, { network }) => ({ ...state, network }),
  unwritten: (state, { failure }) => ({ ...state, unwritten: failure }),
  'proxy-trouble': (state, { trouble }) => ({ ...state, proxyTrouble: trouble }),
  'token-keeping': (state, { tokenKeeping }) => ({ ...state, tokenKeeping }),
  'ended-badly': (state) => ({ ...state, endedBadly: true }),
  update: (state, { update }) => ({ ...state, update }),
  'startup-report': (state, { items }) => ({ ...state, startupReport: items }),
  'export-asks': (state, { projectId }) => ({ ...state, dialog: { kind: 'export-question', request: { projectId } } }),
  complaint: (state, { failure }) => ({ ...state, complaint: failure }),
  show: (state, { projectId, exportId }) => ({
    ...withOpenProject(state, projectId),
    exportList: { ...state.exportList, shownId: exportId },
    popover: exportId === null ? null : 'exports',
  }),
  // `client.ts` does what these events ask for.
  command: (state) => state,
  reset: (state) => state,
  sound: (state) => state,
} satisfies Partial<Appliers>;

const listEvents = {
  project: (state, { project }) => ({ ...state, projects: inOrder(replaced(state.projects, project)) }),
  'project-removed': (state, { projectId }) => withoutProject(state, projectId),
  export: (state, { job }) => ({ ...state, exports: replaced(state.exports, job) }),
  'export-removed': (state, { exportId }) => ({ ...state, exports: without(state.exports, exportId) }),
  interchange: (state, { job }) => withInterchange(state, job),
  'media-info': (state, { mediaId, info }) => ({ ...state, info: { ...state.info, [mediaId]: info } }),
  'media-job': (state, { job }) => ({ ...state, mediaJobs: withJob(state.mediaJobs, job) }),
  'likely-cost': (state, { likelyCost }) => {
    const views = Object.entries(state.views).map(([id, view]) => [id, { ...view, likelyCost }]);
    return { ...state, views: Object.fromEntries(views) };
  },
} satisfies Partial<Appliers>;

/** Every event of main has its entry here; the compiler names one that is missing. */
const appliers: Appliers = { ...appEvents, ...listEvents, ...batchEvents, ...projectEvents };

/** What an event of main makes of the window. Events for projects that were never opened touch only the lists. */
export function apply(state: WindowState, event: AppEvent): WindowState {
  const applyTo = appliers[event.type] as (state: WindowState, event: AppEvent) => WindowState;
  return withAccountNotice(applyTo(state, event), event);
}

/** Opens the palette or the search, unless a dialog is open: what they lead to would happen beneath it. */
export function withCommands(state: WindowState, dialog: CommandsDialog): WindowState {
  const open = state.dialog?.kind;
  const free = open === undefined || open === 'palette' || open === 'search';
  return free ? { ...state, dialog } : state;
}

export type CommandsDialog = Extract<Dialog, { readonly kind: 'palette' | 'search' }>;

/** The project to show when the open one is gone: the first of those that are not put away. */
export function nextProject(projects: readonly Project[], goneId: string): Project | null {
  return projects.find(({ id, archived }) => id !== goneId && !archived) ?? null;
}

function withoutProject(state: WindowState, projectId: string): WindowState {
  const { [projectId]: _view, ...views } = state.views;
  const { [projectId]: _pulse, ...pulses } = state.pulses;
  return { ...state, views, pulses, projects: state.projects.filter(({ id }) => id !== projectId) };
}

/** Removes a job whose result was used or refused; a failed one stays until another try takes its place. */
function withJob(jobs: readonly MediaJob[], job: MediaJob): readonly MediaJob[] {
  const isSame = (other: MediaJob) => other.fileId === job.fileId && other.kind === job.kind;
  const others = jobs.filter((other) => other.id === job.id || other.state !== 'failed' || !isSame(other));
  if (job.state === 'used' || job.state === 'discarded') return others.filter(({ id }) => id !== job.id);
  return replaced(others, job);
}

/** Shows an export that just began, also where exports are behind a button. */
function withInterchange(state: WindowState, job: InterchangeJob): WindowState {
  const isNew = state.interchanges.every(({ id }) => id !== job.id);
  return { ...state, interchanges: replaced(state.interchanges, job), popover: isNew ? 'exports' : state.popover };
}

/** Pinned ones first, then by last activity. */
function inOrder(projects: readonly Project[]): readonly Project[] {
  return [...projects].sort(
    (a, b) => Number(b.pinned) - Number(a.pinned) || b.updatedAt - a.updatedAt || b.createdAt - a.createdAt,
  );
}
