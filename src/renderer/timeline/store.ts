import { create } from 'zustand';
import type { Selection } from './selection.ts';
import { fitted, panned, resized, type View, zoomed } from './view.ts';

type TimelineState = {
  readonly view: View;
  readonly selection: Selection | null;
  /** Where the context menu hangs, in the window; null while it is closed. */
  readonly menuAt: { readonly x: number; readonly y: number } | null;
};

/** What is on screen of the timeline, and what is chosen there. It changes with every turn of a wheel, so it is apart from the window's store. */
export const useTimeline = create<TimelineState>()(() => ({ view: fitted(1, 1), selection: null, menuAt: null }));

export function changeView(change: (view: View) => View): void {
  useTimeline.setState(({ view }) => ({ view: change(view) }));
}

export function select(selection: Selection | null): void {
  useTimeline.setState({ selection });
}

export function openMenu(menuAt: TimelineState['menuAt']): void {
  useTimeline.setState({ menuAt });
}

/** Another cut, or another width: what was seen of it stays in sight. */
export function resize(durationMs: number, width: number): void {
  changeView((view) => resized(view, durationMs, width));
}

export function showAll(): void {
  changeView(({ durationMs, width }) => fitted(durationMs, width));
}

export function zoom(factor: number, x?: number): void {
  changeView((view) => zoomed(view, factor, x ?? view.width / 2));
}

export function pan(px: number): void {
  changeView((view) => panned(view, px));
}
