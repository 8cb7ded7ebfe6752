import { assertNever } from '../../shared/assert-never.ts';
import type { ProjectView } from '../../shared/domain/app-state.ts';
import type { ImportRow } from '../../shared/domain/import-review.ts';
import { isTurnOver, type Turn } from '../../shared/domain/turn.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import { withBatchUpload } from './apply-batch.ts';
import { type ComposerState, emptyComposer, type Pulse, type WindowState } from './model.ts';
import { orderQueue, placeTurn } from './turns.ts';

type ImportEvent = Extract<
  AppEvent,
  {
    readonly type:
      'needs-decision' | 'needs-decision-removed' | 'import-review' | 'import-rows' | 'import-review-removed';
  }
>;

export type ProjectEvent =
  | ImportEvent
  | Extract<
      AppEvent,
      {
        readonly type:
          | 'turn'
          | 'turn-text'
          | 'turn-removed'
          | 'turn-order'
          | 'queue'
          | 'timeline'
          | 'upload'
          | 'upload-removed'
          | 'session-lost'
          | 'upload-refused';
      }
    >;

type TextPatch = Extract<AppEvent, { readonly type: 'turn-text' }>;

/** What an event of one project makes of the window. */
export function applyToProject(state: WindowState, event: ProjectEvent): WindowState {
  switch (event.type) {
    case 'turn': {
      const { turn } = event;
      const next = withPulse(state, turn);
      return inView(next, turn.projectId, (view) =>
        isOnEarlierPage(view, turn) ? view : { ...view, turns: placeTurn(view.turns, turn) },
      );
    }
    case 'turn-text':
      return inView(state, event.projectId, (view) => ({ ...view, turns: patched(view.turns, event) }));
    case 'turn-removed':
      return inView(state, event.projectId, (view) => ({
        ...view,
        turns: view.turns.filter(({ id }) => id !== event.turnId),
      }));
    case 'turn-order':
      return inView(state, event.projectId, (view) => ({ ...view, turns: orderQueue(view.turns, event.queued) }));
    case 'queue':
      return inView(state, event.projectId, (view) => ({ ...view, queue: event.queue }));
    case 'timeline':
      return inView(withoutWatched(state, event.projectId), event.projectId, (view) => ({
        ...view,
        timeline: event.timeline,
        preview: event.preview,
      }));
    case 'upload':
      return inView(withBatchUpload(state, event.upload), event.upload.projectId, (view) =>
        withUpload(view, event.upload),
      );
    case 'upload-removed':
      return inView(state, event.projectId, (view) => ({
        ...view,
        uploads: view.uploads.filter((upload) => upload.id !== event.uploadId),
        attached: view.attached.filter((upload) => upload.id !== event.uploadId),
      }));
    case 'session-lost':
      return withComposer(state, event.projectId, () => ({ failure: { code: 'session-lost' } }));
    case 'upload-refused':
      return withComposer(state, event.projectId, ({ refusals }) => {
        const refusal = { id: (refusals.at(-1)?.id ?? 0) + 1, name: event.name, failure: event.failure };
        return { refusals: [...refusals, refusal] };
      });
    case 'needs-decision':
    case 'needs-decision-removed':
    case 'import-review':
    case 'import-rows':
    case 'import-review-removed':
      return inView(state, projectOf(event), (view) => withImport(view, event));
    default:
      return assertNever(event);
  }
}

/** The cut has changed: it is what the player shows. */
function withoutWatched(state: WindowState, projectId: string): WindowState {
  const { player } = state;
  return player.watched?.projectId === projectId ? { ...state, player: { ...player, watched: null } } : state;
}

/** Changes some of what stands in and above a project's composer. */
export function withComposer(
  state: WindowState,
  projectId: string,
  change: (composer: ComposerState) => Partial<ComposerState>,
): WindowState {
  const composer = state.composers[projectId] ?? emptyComposer;
  return { ...state, composers: { ...state.composers, [projectId]: { ...composer, ...change(composer) } } };
}

function inView(state: WindowState, projectId: string, change: (view: ProjectView) => ProjectView): WindowState {
  const view = state.views[projectId];
  return view === undefined ? state : { ...state, views: { ...state.views, [projectId]: change(view) } };
}

/** A file waits in the composer, or it went along with a turn. */
function withUpload(view: ProjectView, upload: Upload): ProjectView {
  const there = upload.turnId === null ? 'uploads' : 'attached';
  const elsewhere = there === 'uploads' ? 'attached' : 'uploads';
  const index = view[there].findIndex(({ id }) => id === upload.id);
  if (index !== -1) return { ...view, [there]: view[there].with(index, upload) };
  return {
    ...view,
    [there]: [...view[there], upload],
    [elsewhere]: view[elsewhere].filter(({ id }) => id !== upload.id),
  };
}

/** A turn before the first one that is loaded comes with its page; put in now, it would hide those between. */
function isOnEarlierPage({ turns, hasEarlier }: ProjectView, turn: Turn): boolean {
  return hasEarlier && turn.startedAt < (turns[0]?.startedAt ?? 0) && turns.every(({ id }) => id !== turn.id);
}

function patched(turns: readonly Turn[], patch: TextPatch): readonly Turn[] {
  const index = turns.findLastIndex(({ id }) => id === patch.turnId);
  const turn = turns[index];
  return turn === undefined ? turns : turns.with(index, withText(turn, patch));
}

/** Writes a patch into its part. What the part already holds of it stays, so a patch that comes late or twice changes nothing. */
function withText(turn: Turn, { part, at, delta }: TextPatch): Turn {
  const before = turn.parts[part];
  if (before !== undefined && before.kind !== 'text') return turn;
  const text = before?.text ?? '';
  if (at + delta.length <= text.length) return turn;
  const parts = [...turn.parts];
  parts[part] = { ...before, kind: 'text', text: text.slice(0, at) + delta };
  return { ...turn, parts };
}

/** What a turn tells about the work in its project. A waiting one tells nothing, nor does another one while one is at work. */
export function withPulse(state: WindowState, turn: Turn): WindowState {
  const before = state.pulses[turn.projectId];
  const replaces = before === undefined || before.turnId === turn.id || before.turnId === null || !before.working;
  if (turn.state === 'queued' || !replaces) return state;
  const pulse: Pulse = {
    turnId: turn.id,
    working: !isTurnOver(turn.state),
    activity: turn.activity,
    troubled: turn.state === 'failed' || turn.state === 'unknown',
    asks: turn.parts.some(({ kind }) => kind === 'question'),
  };
  return { ...state, pulses: { ...state.pulses, [turn.projectId]: pulse } };
}

/** The project that an event about incoming files belongs to. */
function projectOf(event: ImportEvent): string {
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
