import { assertNever } from '../../shared/assert-never.ts';
import type { ProjectView, Snapshot } from '../../shared/domain/app-state.ts';
import type { InterchangeJob } from '../../shared/domain/interchange-job.ts';
import type { Project } from '../../shared/domain/project.ts';
import type { MediaJob } from '../../shared/domain/media-job.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import { applyToProject, withComposer, withPulse } from './apply-project.ts';
import { applyToBatches, showBatch } from './apply-batch.ts';
import type { Dialog, Pulse, WindowState } from './model.ts';
import { light, mergeView, prependPage } from './turns.ts';

/** Takes over a snapshot. Views are dropped, since it may be another cloud; unsent text stays. */
export function applySnapshot(state: WindowState, snapshot: Snapshot): WindowState {
  const pulses = Object.fromEntries(snapshot.working.map((id) => [id, atWork]));
  return {
    ...state,
    ...snapshot,
    loaded: true,
    views: {},
    pulses,
    player: { ...state.player, past: null },
    batch: { ...state.batch, openId: null, uploads: {} },
    projects: inOrder(snapshot.projects),
  };
}

/** Work that a snapshot tells of; which turn it is shows when the turn is heard of. */
const atWork: Pulse = { turnId: null, working: true, activity: null, troubled: false, asks: false };

/** Takes over a project's conversation and stage, what they tell about its work, and what was typed before the window was there. */
export function applyView(state: WindowState, fetched: ProjectView): WindowState {
  const { projectId } = fetched;
  const view = mergeView(state.views[projectId], fetched);
  const withUnsent = withComposer(state, projectId, ({ unsent }) => ({ unsent: unsent ?? view.unsent }));
  return view.turns.reduce(withPulse, { ...withUnsent, views: { ...state.views, [projectId]: view } });
}

/** Puts a project on screen in place of a batch, too; the one that was there keeps only its newest turns. */
export function withOpenProject(state: WindowState, projectId: string): WindowState {
  const left = state.views[state.openProjectId];
  const views =
    left === undefined || state.openProjectId === projectId
      ? state.views
      : { ...state.views, [left.projectId]: light(left) };
  const past = state.player.past?.projectId === projectId ? state.player.past : null;
  return { ...showBatch(state, null), views, player: { ...state.player, past }, openProjectId: projectId };
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

/** What an event of main makes of the window. Events for projects that were never opened touch only the lists. */
export function apply(state: WindowState, event: AppEvent): WindowState {
  switch (event.type) {
    case 'connection':
      return { ...state, connection: event.connection, rehearsal: event.rehearsal };
    case 'credits':
      return { ...state, credits: event.credits };
    case 'rate-limit':
      return { ...state, rateLimitedUntil: event.until };
    case 'preferences':
      return { ...state, preferences: event.preferences, locale: event.locale };
    case 'export-place':
      return { ...state, exportPlace: event.exportPlace };
    case 'account':
      return { ...state, account: event.account };
    case 'network':
      return { ...state, network: event.network };
    case 'unwritten':
      return { ...state, unwritten: event.failure };
    case 'proxy-trouble':
      return { ...state, proxyTrouble: event.trouble };
    case 'token-keeping':
      return { ...state, tokenKeeping: event.tokenKeeping };
    case 'startup-report':
      return { ...state, startupReport: event.items };
    case 'export-asks':
      return { ...state, dialog: { kind: 'export-question', wish: { projectId: event.projectId } } };
    case 'show-batch':
      return showBatch(state, event.batchId);
    case 'show':
      return {
        ...withOpenProject(state, event.projectId),
        exportList: { ...state.exportList, shownId: event.exportId },
        popover: event.exportId === null ? null : 'exports',
      };
    case 'command':
      if (event.command === 'settings') return { ...state, dialog: { kind: 'settings' } };
      return event.command === 'palette' ? withCommands(state, { kind: 'palette' }) : state;
    case 'reset':
    case 'sound':
      return state;
    case 'batch':
    case 'batch-items':
    case 'batch-removed':
      return applyToBatches(state, event);
    case 'project':
    case 'project-removed':
    case 'export':
    case 'export-removed':
    case 'interchange':
    case 'media-info':
    case 'media-job':
    case 'likely-cost':
      return applyToLists(state, event);
    case 'turn':
    case 'turn-text':
    case 'turn-removed':
    case 'turn-order':
    case 'queue':
    case 'timeline':
    case 'upload':
    case 'upload-removed':
    case 'session-lost':
    case 'upload-refused':
    case 'needs-decision':
    case 'needs-decision-removed':
    case 'import-review':
    case 'import-rows':
    case 'import-review-removed':
      return applyToProject(state, event);
    default:
      return assertNever(event);
  }
}

export type CommandsDialog = Extract<Dialog, { readonly kind: 'palette' | 'search' }>;

/** The palette or the search; another dialog stays, since what they lead to would happen beneath it. */
export function withCommands(state: WindowState, dialog: CommandsDialog): WindowState {
  const open = state.dialog?.kind;
  const free = open === undefined || open === 'palette' || open === 'search';
  return free ? { ...state, dialog } : state;
}

type ListEvent = Extract<
  AppEvent,
  {
    readonly type:
      | 'project'
      | 'project-removed'
      | 'export'
      | 'export-removed'
      | 'interchange'
      | 'media-info'
      | 'media-job'
      | 'likely-cost';
  }
>;

/** What an event makes of the lists that belong to no single project. */
function applyToLists(state: WindowState, event: ListEvent): WindowState {
  switch (event.type) {
    case 'project':
      return { ...state, projects: inOrder(replaced(state.projects, event.project)) };
    case 'project-removed':
      return withoutProject(state, event.projectId);
    case 'export':
      return { ...state, exports: replaced(state.exports, event.job) };
    case 'export-removed':
      return { ...state, exports: state.exports.filter(({ id }) => id !== event.exportId) };
    case 'interchange':
      return withInterchange(state, event.job);
    case 'media-info':
      return { ...state, info: { ...state.info, [event.mediaId]: event.info } };
    case 'media-job':
      return { ...state, mediaJobs: withJob(state.mediaJobs, event.job) };
    case 'likely-cost': {
      const views = Object.entries(state.views).map(([id, view]) => [id, { ...view, likelyCost: event.likelyCost }]);
      return { ...state, views: Object.fromEntries(views) };
    }
    default:
      return assertNever(event);
  }
}

/** The project to show when the open one is gone: the first of those that are not put away. */
export function nextProject(projects: readonly Project[], goneId: string): Project | null {
  return projects.find(({ id, archived }) => id !== goneId && !archived) ?? null;
}

function withoutProject(state: WindowState, projectId: string): WindowState {
  const { [projectId]: _view, ...views } = state.views;
  const { [projectId]: _pulse, ...pulses } = state.pulses;
  return { ...state, views, pulses, projects: state.projects.filter(({ id }) => id !== projectId) };
}

/** What was used or is not wanted is gone; a failure stays until another try takes its place. */
function withJob(jobs: readonly MediaJob[], job: MediaJob): readonly MediaJob[] {
  const isSame = (other: MediaJob) => other.fileId === job.fileId && other.kind === job.kind;
  const others = jobs.filter((other) => other.id === job.id || other.state !== 'failed' || !isSame(other));
  if (job.state === 'used' || job.state === 'discarded') return others.filter(({ id }) => id !== job.id);
  return replaced(others, job);
}

/** One that just began is shown, also where exports are behind a button. */
function withInterchange(state: WindowState, job: InterchangeJob): WindowState {
  const isNew = state.interchanges.every(({ id }) => id !== job.id);
  return { ...state, interchanges: replaced(state.interchanges, job), popover: isNew ? 'exports' : state.popover };
}

function replaced<T extends { readonly id: string }>(items: readonly T[], item: T): readonly T[] {
  const index = items.findIndex(({ id }) => id === item.id);
  return index === -1 ? [...items, item] : items.with(index, item);
}

/** Pinned ones first, then by last activity. */
function inOrder(projects: readonly Project[]): readonly Project[] {
  return [...projects].sort(
    (a, b) => Number(b.pinned) - Number(a.pinned) || b.updatedAt - a.updatedAt || b.createdAt - a.createdAt,
  );
}
