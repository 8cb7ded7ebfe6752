import type { ProjectView } from '../../shared/domain/app-state.ts';
import type { IntakeRow } from '../../shared/domain/import-review.ts';
import type { AppEvent } from '../../shared/contract/events.ts';

export type ArrivalEvent = Extract<
  AppEvent,
  { readonly type: 'held' | 'held-removed' | 'intake' | 'intake-rows' | 'intake-removed' }
>;

/** The project that an event about incoming files belongs to. */
export function projectOf(event: ArrivalEvent): string {
  switch (event.type) {
    case 'held':
      return event.held.projectId;
    case 'intake':
      return event.head.projectId;
    case 'held-removed':
    case 'intake-rows':
    case 'intake-removed':
      return event.projectId;
  }
}

/** What an event about incoming files makes of its project. */
export function withArrival(view: ProjectView, event: ArrivalEvent): ProjectView {
  switch (event.type) {
    case 'held': {
      const index = view.held.findIndex(({ id }) => id === event.held.id);
      return { ...view, held: index === -1 ? [...view.held, event.held] : view.held.with(index, event.held) };
    }
    case 'held-removed':
      return { ...view, held: view.held.filter(({ id }) => id !== event.heldId) };
    case 'intake': {
      const rows = view.intake?.id === event.head.id ? view.intake.rows : [];
      return { ...view, intake: { ...event.head, rows } };
    }
    case 'intake-rows':
      return view.intake?.id === event.intakeId
        ? { ...view, intake: { ...view.intake, rows: withRows(view.intake.rows, event.rows) } }
        : view;
    case 'intake-removed':
      return view.intake?.id === event.intakeId ? { ...view, intake: null } : view;
  }
}

/** A row's id is its place. */
function withRows(before: readonly IntakeRow[], rows: readonly IntakeRow[]): readonly IntakeRow[] {
  const after = [...before];
  for (const row of rows) after[row.id] = row;
  return after;
}
