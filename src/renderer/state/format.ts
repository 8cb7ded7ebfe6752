import type { ProjectView } from '../../shared/domain/app-state.ts';
import { formatSuffix, noFormat, type VideoFormat } from '../../shared/domain/video-format.ts';
import { withComposer } from './apply-project.ts';
import { ask } from './client.ts';
import type { WindowState } from './model.ts';
import { update, useWindow } from './store.ts';
import { hasBegun } from './turns.ts';

export function hasClip(view: Pick<ProjectView, 'timeline'> | undefined): boolean {
  return view?.timeline?.tracks.some(({ kind }) => kind === 'video') ?? false;
}

/**
 * What is chosen for the next message of a project; null where the choice is closed: then nothing is added. The first message takes what
 * was chosen last, a later one begins with nothing, since a new ratio costs a new clip.
 */
export function formatOf(state: WindowState, projectId: string): VideoFormat | null {
  if (hasBegun(state.views[projectId])) return state.composers[projectId]?.format ?? null;
  return state.preferences.formatStrip ? state.preferences.format : null;
}

/** What the next message of a project gets behind its words; see `formatSuffix`. */
export function suffixOf(state: WindowState, projectId: string, text: string): string {
  const format = formatOf(state, projectId);
  const view = state.views[projectId];
  return format === null ? '' : formatSuffix(text, format, state.locale, hasBegun(view) && hasClip(view));
}

/** Chooses at once; a new project's choice is remembered. */
export function chooseFormat(projectId: string, format: VideoFormat): void {
  if (hasBegun(useWindow.getState().views[projectId])) return setFormat(projectId, format);
  update((state) => ({ ...state, preferences: { ...state.preferences, format } }));
  void ask('settings.change', { format });
}

/** Opens or closes the choice. */
export function showFormat(projectId: string, formatStrip: boolean): void {
  if (hasBegun(useWindow.getState().views[projectId])) return setFormat(projectId, formatStrip ? noFormat : null);
  update((state) => ({ ...state, preferences: { ...state.preferences, formatStrip } }));
  void ask('settings.change', { formatStrip });
}

function setFormat(projectId: string, format: VideoFormat | null): void {
  update((state) => withComposer(state, projectId, () => ({ format })));
}
