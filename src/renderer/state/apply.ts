import { assertNever } from '../../shared/assert-never.ts';
import type { ProjectView, Snapshot } from '../../shared/domain/app-state.ts';
import type { Project } from '../../shared/domain/project.ts';
import { isTurnOver, type Turn } from '../../shared/domain/turn.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import type { AppEvent } from '../../shared/ipc/events.ts';
import type { Pulse, WindowState } from './model.ts';

/** Takes over a snapshot. Views are dropped, since it may be another cloud; unsent text stays. */
export function applySnapshot(state: WindowState, snapshot: Snapshot): WindowState {
  return { ...state, ...snapshot, projects: newestFirst(snapshot.projects), loaded: true, views: {}, pulses: {} };
}

/** Takes over a project's conversation and stage, and what they tell about its work. */
export function applyView(state: WindowState, view: ProjectView): WindowState {
  const views = { ...state.views, [view.projectId]: view };
  return view.turns.reduce(withPulse, { ...state, views });
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
    case 'token-keeping':
      return { ...state, tokenKeeping: event.tokenKeeping };
    case 'reset':
      return state;
    case 'project':
      return { ...state, projects: newestFirst(replaced(state.projects, event.project)) };
    case 'export':
      return { ...state, exports: replaced(state.exports, event.job) };
    case 'show':
      return {
        ...state,
        openProjectId: event.projectId,
        shownExportId: event.exportId,
        exportsOpen: event.exportId !== null,
      };
    case 'command':
      return event.command === 'settings' ? { ...state, settingsOpen: true } : state;
    default:
      return applyToProject(state, event);
  }
}

type ProjectEvent = Extract<
  AppEvent,
  { readonly type: 'turn' | 'turn-text' | 'timeline' | 'upload' | 'upload-removed' | 'upload-refused' }
>;

type TextPatch = Extract<AppEvent, { readonly type: 'turn-text' }>;

function applyToProject(state: WindowState, event: ProjectEvent): WindowState {
  switch (event.type) {
    case 'turn': {
      const { turn } = event;
      const next = withPulse(state, turn);
      return inView(next, turn.projectId, (view) => ({ ...view, turns: inOrder(replaced(view.turns, turn)) }));
    }
    case 'turn-text':
      return inView(state, event.projectId, (view) => ({
        ...view,
        turns: view.turns.map((turn) => (turn.id === event.turnId ? withText(turn, event) : turn)),
      }));
    case 'timeline':
      return inView(state, event.projectId, (view) => ({ ...view, timeline: event.timeline, preview: event.preview }));
    case 'upload':
      return inView(state, event.upload.projectId, (view) => ({
        ...view,
        uploads: waiting(replaced(view.uploads, event.upload)),
      }));
    case 'upload-removed':
      return inView(state, event.projectId, (view) => ({
        ...view,
        uploads: view.uploads.filter((upload) => upload.id !== event.uploadId),
      }));
    case 'upload-refused': {
      const before = state.refusals[event.projectId] ?? [];
      const refusal = { id: (before.at(-1)?.id ?? 0) + 1, name: event.name, failure: event.failure };
      return { ...state, refusals: { ...state.refusals, [event.projectId]: [...before, refusal] } };
    }
    default:
      return assertNever(event);
  }
}

function inView(state: WindowState, projectId: string, change: (view: ProjectView) => ProjectView): WindowState {
  const view = state.views[projectId];
  return view === undefined ? state : { ...state, views: { ...state.views, [projectId]: change(view) } };
}

function replaced<T extends { readonly id: string }>(items: readonly T[], item: T): readonly T[] {
  return items.some(({ id }) => id === item.id)
    ? items.map((old) => (old.id === item.id ? item : old))
    : [...items, item];
}

function newestFirst(projects: readonly Project[]): readonly Project[] {
  return [...projects].sort((a, b) => b.updatedAt - a.updatedAt || b.createdAt - a.createdAt);
}

function inOrder(turns: readonly Turn[]): readonly Turn[] {
  return [...turns].sort((a, b) => a.startedAt - b.startedAt);
}

/** Only files that wait in the composer; those that went along with a turn are named there. */
function waiting(uploads: readonly Upload[]): readonly Upload[] {
  return uploads.filter((upload) => upload.turnId === null);
}

/** Writes a patch into its part. What the part already holds of it stays, so a patch that comes late or twice changes nothing. */
function withText(turn: Turn, { part, at, delta }: TextPatch): Turn {
  const before = turn.parts[part];
  if (before !== undefined && before.kind !== 'text') return turn;
  const text = before?.text ?? '';
  if (at + delta.length <= text.length) return turn;
  const parts = [...turn.parts];
  parts[part] = { kind: 'text', text: text.slice(0, at) + delta };
  return { ...turn, parts };
}

function withPulse(state: WindowState, turn: Turn): WindowState {
  const before = state.pulses[turn.projectId];
  const replaces = before === undefined || before.turnId === turn.id || !before.working;
  if (turn.state === 'queued' || !replaces) return state;
  const pulse: Pulse = {
    turnId: turn.id,
    working: !isTurnOver(turn.state),
    activity: turn.activity,
    troubled: turn.state === 'failed' || turn.state === 'unknown',
  };
  return { ...state, pulses: { ...state.pulses, [turn.projectId]: pulse } };
}
