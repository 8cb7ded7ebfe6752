import type { Bridge } from '../../shared/contract/bridge.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { MenuCommand } from '../../shared/domain/menu-command.ts';
import type { Answer, PageRequestName, RequestInput, RequestOutput } from '../../shared/contract/contract.ts';
import { apply, applySnapshot, applyView, beforeOpen, nextProject, withEarly, withOpenProject } from './apply.ts';
import done from './done.mp3?no-inline';
import { firstState } from './first-state.ts';
import { focusMessage } from './message-box.ts';
import type { WindowState } from './model.ts';
import { update, useWindow } from './store.ts';

declare global {
  interface Window {
    /** Put there by the preload script; the only way out of this window. */
    readonly rushes: Bridge;
  }
}

/** Asks main; a refusal is shown in the line under the top bar, unless `quiet`. */
export async function ask<N extends PageRequestName>(
  name: N,
  input: RequestInput<N>,
  manner: 'loud' | 'quiet' = 'loud',
): Promise<Answer<RequestOutput<N>>> {
  const answer = await window.rushes.request(name, input);
  if (!answer.ok && manner === 'loud' && answer.error.code !== 'cancelled')
    update((state) => ({ ...state, complaint: answer.error }));
  return answer;
}

/** Shows a project at once and fetches what it holds. The view of the answer is newer than any event before it. */
export async function openProject(projectId: string): Promise<void> {
  update((state) => withOpenProject(state, projectId));
  await fetchProject(projectId);
}

async function fetchProject(projectId: string): Promise<void> {
  const answer = await ask('project.open', { projectId });
  if (!answer.ok) return;
  update((state) => applyView(state, answer.data));
}

export async function createProject(): Promise<void> {
  const answer = await ask('project.create', {});
  if (!answer.ok) return;
  update((state) => apply(state, { type: 'project', project: answer.data }));
  await openProject(answer.data.id);
  // Meanwhile something else may have been opened.
  if (useWindow.getState().openProjectId !== answer.data.id) return;
  focusMessage();
}

/** Stays with the project that the user made or opened while the snapshot, which need not know of it, was on its way. */
function withChosen(state: WindowState, before: WindowState, chosen: string): WindowState {
  const project = before.projects.find(({ id }) => id === chosen);
  return withOpenProject(project === undefined ? state : apply(state, { type: 'project', project }), chosen);
}

/**
 * Listens first and subscribes then, so that nothing falls between the two: events that come before the snapshot wait for it.
 * A reset starts over. `runCommand` does what the menu asks for.
 */
export function startClient(runCommand: (command: MenuCommand) => void): void {
  let early: AppEvent[] | null = [];
  let likely = firstState()?.openProjectId ?? null;

  const subscribe = async () => {
    early ??= [];
    const before = useWindow.getState().openProjectId;
    const subscribed = ask('app.subscribe', {});
    // Most likely this is the one: asked together, both are there sooner.
    const first = likely === null ? null : { id: likely, view: ask('project.open', { projectId: likely }, 'quiet') };
    likely = null;
    const answer = await subscribed;
    const viewOf = (id: string) => (first?.id === id ? first.view : ask('project.open', { projectId: id }));
    const opened = answer.ok ? await viewOf(answer.data.openProjectId) : null;
    const waiting = early;
    early = null;
    if (!answer.ok) return;
    const { unsent: typed, format: chosenFormat } = beforeOpen(useWindow.getState());
    const chosen = useWindow.getState().openProjectId;
    update((state) => {
      const shown = waiting.reduce(apply, applySnapshot(state, answer.data));
      const viewed = opened?.ok === true ? applyView(shown, opened.data) : shown;
      return withEarly(chosen === before ? viewed : withChosen(viewed, state, chosen));
    });
    const { openProjectId, composers, preferences } = useWindow.getState();
    if (chosen !== before && chosen === openProjectId) void fetchProject(chosen);
    const text = composers[openProjectId]?.unsent ?? '';
    if (typed) void ask('project.unsent', { projectId: openProjectId, text }, 'quiet');
    const { format, formatStrip } = preferences;
    if (format === chosenFormat) void ask('settings.change', { format, formatStrip }, 'quiet');
    waiting.forEach(carryOut);
  };

  const carryOut = (event: AppEvent): void => {
    if (event.type === 'command') runCommand(event.command);
    else perform(event);
  };

  window.rushes.on((events) => {
    if (events.some(({ type }) => type === 'reset')) {
      void subscribe();
      return;
    }
    if (early !== null) {
      early.push(...events);
      return;
    }
    update((state) => events.reduce(apply, state));
    events.forEach(carryOut);
  });
  void subscribe();
}

function perform(event: AppEvent): void {
  if (event.type === 'show') void show(event);
  // A computer without a way to make a sound stays silent.
  if (event.type === 'sound') new Audio(done).play().catch(() => undefined);
  if (event.type === 'project-removed') leaveRemoved(event.projectId);
}

/** Shows what main points at: a project, and perhaps one of its newest turns. */
async function show({ projectId, turnId }: Extract<AppEvent, { readonly type: 'show' }>): Promise<void> {
  await openProject(projectId);
  if (turnId !== null) update((state) => ({ ...state, target: { projectId, turnId } }));
}

/** Goes on with the next project, or with a new one, when the open one is gone. */
function leaveRemoved(projectId: string): void {
  const { openProjectId, projects } = useWindow.getState();
  if (openProjectId !== projectId) return;
  const next = nextProject(projects, projectId);
  void (next === null ? createProject() : openProject(next.id));
}
