import type { ProjectView } from '../../shared/domain/app-state.ts';
import type { ImportRow } from '../../shared/domain/import-review.ts';
import type { AppEvent } from '../../shared/contract/events.ts';

export type ImportEvent = Extract<
  AppEvent,
  {
    readonly type:
      'needs-decision' | 'needs-decision-removed' | 'import-review' | 'import-rows' | 'import-review-removed';
  }
>;

/** The project that an event about incoming files belongs to. */
export function projectOf(event: ImportEvent): string {
  switch (event.type) {
    case 'needs-decision':
      return event.needsDecision.projectId;
    case 'import-review':
      return event.head.projectId;
    case 'needs-decision-removed':
    case 'import-rows':
    case 'import-review-removed':
      return event.projectId;
  }
}

/** What an event about incoming files makes of its project. */
export function withImport(view: ProjectView, event: ImportEvent): ProjectView {
  switch (event.type) {
    case 'needs-decision': {
      const index = view.needsDecision.findIndex(({ id }) => id === event.needsDecision.id);
      return {
        ...view,
        needsDecision:
          index === -1
            ? [...view.needsDecision, event.needsDecision]
            : view.needsDecision.with(index, event.needsDecision),
      };
    }
    case 'needs-decision-removed':
      return { ...view, needsDecision: view.needsDecision.filter(({ id }) => id !== event.decisionId) };
    case 'import-review': {
      const rows = view.importReview?.id === event.head.id ? view.importReview.rows : [];
      return { ...view, importReview: { ...event.head, rows } };
    }
    case 'import-rows':
      return view.importReview?.id === event.reviewId
        ? { ...view, importReview: { ...view.importReview, rows: withRows(view.importReview.rows, event.rows) } }
        : view;
    case 'import-review-removed':
      return view.importReview?.id === event.reviewId ? { ...view, importReview: null } : view;
  }
}

/** A row's id is its place. */
function withRows(before: readonly ImportRow[], rows: readonly ImportRow[]): readonly ImportRow[] {
  const after = [...before];
  for (const row of rows) after[row.id] = row;
  return after;
}
