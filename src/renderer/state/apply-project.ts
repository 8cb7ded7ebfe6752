import type { ProjectView } from '../../shared/domain/app-state.ts';
import type { ImportReview, ImportRow } from '../../shared/domain/import-review.ts';
import { isTurnOver, type Turn } from '../../shared/domain/turn.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import { withBatchUpload } from './apply-batch.ts';
import { replaced, without } from './lists.ts';
import { type Appliers, type ComposerState, emptyComposer, type Pulse, type WindowState } from './model.ts';
import { orderQueue, placeTurn } from './turns.ts';

type TextPatch = Extract<AppEvent, { readonly type: 'turn-text' }>;

/** What the events of one project make of the window. */
export const projectEvents = {
  turn: (state, { turn }) =>
    inView(withPulse(state, turn), turn.projectId, (view) =>
      isOnEarlierPage(view, turn) ? view : { ...view, turns: placeTurn(view.turns, turn) },
    ),
  'turn-text': (state, event) =>
    inView(state, event.projectId, (view) => ({ ...view, turns: patched(view.turns, event) })),
  'turn-removed': (state, { projectId, turnId }) =>
    inView(state, projectId, (view) => ({ ...view, turns: without(view.turns, turnId) })),
  'turn-order': (state, { projectId, queued }) =>
    inView(state, projectId, (view) => ({ ...view, turns: orderQueue(view.turns, queued) })),
  queue: (state, { projectId, queue }) => inView(state, projectId, (view) => ({ ...view, queue })),
  timeline: (state, { projectId, timeline, preview }) =>
    inView(withoutWatched(state, projectId), projectId, (view) => ({ ...view, timeline, preview })),
  upload: (state, { upload }) =>
    inView(withBatchUpload(state, upload), upload.projectId, (view) => withUpload(view, upload)),
  'upload-removed': (state, { projectId, uploadId }) =>
    inView(state, projectId, (view) => ({
      ...view,
      uploads: without(view.uploads, uploadId),
      attached: without(view.attached, uploadId),
    })),
  'session-lost': (state, { projectId }) =>
    withComposer(state, projectId, () => ({ failure: { code: 'session-lost' } })),
  'upload-refused': (state, { projectId, name, failure }) =>
    withComposer(state, projectId, ({ refusals }) => ({
      refusals: [...refusals, { id: (refusals.at(-1)?.id ?? 0) + 1, name, failure }],
    })),
  captions: (state, { projectId, name, captions, unreadable }) => ({
    ...state,
    dialog: { kind: 'captions', projectId, name, captions, unreadable },
  }),
  'needs-decision': (state, { needsDecision: file }) =>
    inView(state, file.projectId, (view) => ({ ...view, needsDecision: replaced(view.needsDecision, file) })),
  'needs-decision-removed': (state, { projectId, decisionId }) =>
    inView(state, projectId, (view) => ({ ...view, needsDecision: without(view.needsDecision, decisionId) })),
  'import-review': (state, { head }) =>
    inView(state, head.projectId, (view) => {
      const rows = view.importReview?.id === head.id ? view.importReview.rows : [];
      return { ...view, importReview: { ...head, rows } };
    }),
  'import-rows': (state, { projectId, reviewId, rows }) =>
    inReview(state, projectId, reviewId, (review) => ({ ...review, rows: withRows(review.rows, rows) })),
  'import-review-removed': (state, { projectId, reviewId }) => inReview(state, projectId, reviewId, () => null),
} satisfies Partial<Appliers>;

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
  const isThere = view[there].some(({ id }) => id === upload.id);
  const moved = isThere ? {} : { [elsewhere]: without(view[elsewhere], upload.id) };
  return { ...view, [there]: replaced(view[there], upload), ...moved };
}

/**
 * Leaves out a turn before the first one that is loaded: put in now, it would hide those between. A waiting turn is
 * always new.
 */
function isOnEarlierPage({ turns, hasEarlier }: ProjectView, turn: Turn): boolean {
  if (turn.state === 'queued') return false;
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

/**
 * What a turn says about the work in its project. A waiting one says nothing, nor does another one while one is at
 * work.
 */
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

/** Changes the list of incoming files that stands in a project; another list stays as it is. */
function inReview(
  state: WindowState,
  projectId: string,
  reviewId: string,
  change: (review: ImportReview) => ImportReview | null,
): WindowState {
  return inView(state, projectId, (view) =>
    view.importReview?.id === reviewId ? { ...view, importReview: change(view.importReview) } : view,
  );
}

/** A row's id is its place. */
function withRows(before: readonly ImportRow[], rows: readonly ImportRow[]): readonly ImportRow[] {
  const after = [...before];
  for (const row of rows) after[row.id] = row;
  return after;
}
