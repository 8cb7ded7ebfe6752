import { err, ok, type Result } from '../../shared/result.ts';
import type { RenderStatus } from '../api/answers.ts';
import { isPassing } from '../api/ask-until.ts';
import type { Cloud } from '../api/cloud.ts';
import type { CloudError } from '../api/errors.ts';
import type { Clock } from '../clock.ts';
import { readDraft } from '../drafts/draft-parser.ts';
import type { ExportRecord, ExportStore, RenderTime } from '../storage/stores.ts';
import { failUnlessPassing, type ExportRun } from './journal.ts';
import type { KeyedQueue } from './keyed-queue.ts';

/** A render and its one repeat (wire contract: "On `failed`: once more with a new id"). */
const maxRenders = 2;
/** How often a submission may come to nothing before the user is told. */
const maxSubmissions = 5;
/** A render that was accepted counts as lost only after this many answers that do not know it. */
const maxUnknown = 3;
/** A cancelled render holds up its session no longer than the vendor's clients watch one (wire contract: ten polls). */
const maxDrainPolls = 10;
/** A render whose end was noticed later than this many polls after the last look says nothing about how long renders take. */
const maxUnseenPolls = 3;
/** So many past renders are looked at for an estimate; the newest ones, since the cloud changes. */
const estimateMemory = 20;

export type RenderRun = ExportRun & {
  readonly cloud: Pick<Cloud, 'submitRender' | 'renderStatus' | 'cancelRender'>;
  readonly store: Pick<ExportStore, 'addRenderTime' | 'renderTimes'>;
  /** One active render per session (wire contract: "Calls"). */
  readonly sessions: KeyedQueue;
  /** The cloud does not know this session any more. */
  readonly sessionLost: (projectId: string, sessionId: string) => void;
  /** A session in place of one that the cloud has lost. */
  readonly anotherSession: (projectId: string, lost: string) => Promise<Result<string, CloudError>>;
  readonly nextRenderId: () => string;
  readonly renderPollMs: number;
};

/**
 * Brings an export that is queued, submitted or rendering to its finished render, while it holds its session. Null where the
 * signal ended it.
 */
export async function render(run: RenderRun, first: ExportRecord): Promise<ExportRecord | null> {
  const record = await withSession(run, first);
  if (record?.job.state !== first.job.state) return record;
  return run.sessions.run(record.sessionId, run.signal, () =>
    renderToTheEnd(run, record).finally(() => drain(run, first.job.id)),
  );
}

/** At start: waits out the render of an export that was cancelled before. */
export async function finishCancelled(run: RenderRun, { job, sessionId }: ExportRecord): Promise<void> {
  await run.sessions.run(sessionId, run.closing, () => drain(run, job.id));
}

/** After a retry an export may need another session: the cloud has lost the one that its draft came from. */
async function withSession(run: RenderRun, record: ExportRecord): Promise<ExportRecord | null> {
  const { lostSession } = record;
  if (lostSession === null) return record;
  return run.askUntil({
    ask: () => run.anotherSession(record.job.projectId, lostSession),
    settle: (session) =>
      session.ok
        ? run.journal.patch(record, { sessionId: session.value, lostSession: null })
        : failUnlessPassing(run, record, session.error),
    signal: run.signal,
  });
}

async function renderToTheEnd(run: RenderRun, first: ExportRecord): Promise<ExportRecord | null> {
  let record: ExportRecord | null = first;
  let askAtOnce = true;
  while (record !== null) {
    const { state } = record.job;
    if (state === 'queued') record = await begin(run, record);
    else if (state === 'submitted') record = await submit(run, record, true);
    else if (state === 'rendering') record = await poll(run, record, askAtOnce);
    else return record;
    askAtOnce = false;
  }
  return null;
}

/** Writes the render's id down, then submits it; asks for a render that an earlier try left at the cloud instead. */
function begin(run: RenderRun, record: ExportRecord): Promise<ExportRecord | null> {
  const earlier = record.renderId;
  const submitted = run.journal.transition(record, 'submit', {
    renderId: earlier ?? run.nextRenderId(),
    renders: record.renders + 1,
    estimateMs: estimateMs(run.store.renderTimes(estimateMemory), draftMs(run, record)),
  });
  return submit(run, submitted, earlier !== null);
}

/**
 * Submits the render under the id in the journal. Once the cloud may have seen it, asks for it before sending the same id again;
 * no other id is ever sent.
 */
function submit(run: RenderRun, record: ExportRecord, askFirst: boolean): Promise<ExportRecord | null> {
  const { journal, cloud, signal } = run;
  const { sessionId } = record;
  const renderId = record.renderId ?? '';
  const draft = journal.draft(record.job.id);
  let [mayBeThere, wasted, isGivenUp] = [askFirst, 0, false];
  let refusal: CloudError | null = null;

  /** Null: the submission was accepted. */
  const ask = async (): Promise<Result<RenderStatus | null, CloudError>> => {
    const status = mayBeThere ? await cloud.renderStatus({ renderId, signal }) : null;
    if (status !== null && (status.ok || !isUnknownRender(status.error))) return status;
    if (signal.aborted) return err({ kind: 'cancelled' });
    isGivenUp = wasted >= maxSubmissions;
    if (isGivenUp && refusal !== null) return err(refusal);
    mayBeThere = true;
    const answer = await cloud.submitRender({ renderId, sessionId, draft, signal });
    if (answer.ok) return ok(null);
    refusal = answer.error;
    wasted += weight(answer.error);
    return answer;
  };

  return run.askUntil({
    ask,
    settle: (answer) => {
      if (!answer.ok) return isPassing(answer.error) && !isGivenUp ? undefined : refused(run, record, answer.error);
      return answer.value === null ? journal.transition(record, 'accepted') : judge(run, record, answer.value);
    },
    signal,
  });
}

/** A session that the cloud has lost is remembered, so that another try renders the frozen draft in a new one. */
function refused(run: RenderRun, record: ExportRecord, error: CloudError): ExportRecord {
  if (error.kind === 'session-lost') run.sessionLost(record.job.projectId, record.sessionId);
  const lost = error.kind === 'session-lost' ? { lostSession: record.sessionId } : {};
  return run.journal.fail(record, run.describe(error), lost);
}

/**
 * How many tries an error uses up: a clear refusal all of them, one that may pass a single one, "not now" and no network none.
 */
function weight(error: CloudError): number {
  if (error.kind === 'offline' || error.kind === 'rate-limited') return 0;
  return error.kind === 'server' && error.status < 500 ? maxSubmissions : 1;
}

/** Asks every `renderPollMs`, for as long as it takes: slow is not failed. A cloud that is out of reach is asked less often. */
function poll(run: RenderRun, first: ExportRecord, askAtOnce: boolean): Promise<ExportRecord | null> {
  const { journal, cloud, clock, signal } = run;
  const renderId = first.renderId ?? '';
  let record = first;
  let unknown = 0;
  let progress = noProgress;
  let seenAt = askAtOnce ? null : first.job.phaseAt;
  return run.askUntil({
    ask: () => cloud.renderStatus({ renderId, signal }),
    settle: (status) => {
      if (!status.ok) {
        if (!isUnknownRender(status.error)) return failUnlessPassing(run, record, status.error);
        unknown += 1;
        return unknown < maxUnknown ? undefined : again(run, record);
      }
      unknown = 0;
      const next = judge(run, record, status.value);
      if (next.job.state === 'downloading') learn(run, record, seenAt);
      if (next.job.state !== 'rendering') return next;
      if (isWatched(run, seenAt)) seenAt = clock.now();
      progress = progressAfter(progress, status.value.progress);
      record = journal.patch(next, { polls: next.job.polls + 1, progress: progress.share });
      return undefined;
    },
    signal,
    pauseFirst: !askAtOnce,
  });
}

/** Keeps how long the render took, where it was watched: not over a sleep, a restart or a clock that was set. */
function learn(run: RenderRun, record: ExportRecord, seenAt: number | null): void {
  const tookMs = run.clock.now() - record.job.phaseAt;
  if (isWatched(run, seenAt) && tookMs > 0) run.store.addRenderTime({ draftMs: draftMs(run, record), tookMs });
}

/** Whether a render that was last looked at then has been watched since. For one that was not, the last look is not moved on. */
function isWatched({ clock, renderPollMs }: RenderRun, seenAt: number | null): boolean {
  const unseenMs = clock.now() - (seenAt ?? -Infinity);
  return unseenMs >= 0 && unseenMs <= maxUnseenPolls * renderPollMs;
}

function draftMs({ journal }: RenderRun, { job }: ExportRecord): number {
  return readDraft(journal.draft(job.id)).durationMs;
}

/** Moves the export to where the cloud says it is, never back. */
function judge(run: RenderRun, record: ExportRecord, { status, outputUrl }: RenderStatus): ExportRecord {
  if (status === 'failed') return again(run, record);
  const accepted = record.job.state === 'submitted' ? run.journal.transition(record, 'accepted') : record;
  return status === 'completed' ? run.journal.transition(accepted, 'rendered', { outputUrl }) : accepted;
}

function again({ journal }: RenderRun, record: ExportRecord): ExportRecord {
  const fresh = { renderId: null, outputUrl: null };
  if (record.renders >= maxRenders) return journal.fail(record, { code: 'render-failed' }, fresh);
  return journal.transition(record, 'again', fresh);
}

/**
 * Asks the cloud to stop a cancelled render, which it may ignore (wire contract: "its answer changes nothing"). The render keeps
 * its session until it is over, so that the session never has two.
 */
async function drain({ journal, cloud, askUntil, closing: signal }: RenderRun, id: string): Promise<void> {
  const record = journal.get(id);
  const renderId = record?.renderId ?? null;
  if (record?.job.state !== 'cancelled' || renderId === null) return;
  await cloud.cancelRender({ renderId, signal });
  let polls = 0;
  const isOver = await askUntil({
    ask: () => cloud.renderStatus({ renderId, signal }),
    settle: (status) => {
      if (status.ok && (status.value.status === 'completed' || status.value.status === 'failed')) return true;
      // An answer that makes no sense is one, too: it may say in words unknown to us that all is over.
      if (status.ok || status.error.kind === 'bad-answer') polls += 1;
      else if (!isPassing(status.error) || isUnknownRender(status.error)) return true;
      return polls < maxDrainPolls ? undefined : true;
    },
    signal,
  });
  if (isOver !== null) journal.forgetRender(id, renderId);
}

/** The cloud does not know the render, or says no to the question for it. */
function isUnknownRender(error: CloudError): boolean {
  if (error.kind === 'session-lost' || error.kind === 'refused') return true;
  return error.kind === 'server' && (error.status === 404 || error.code === 404);
}

/**
 * Render ids `render_<epoch ms>` (wire contract: "Calls"), each larger than all before, even after a restart or when the clock
 * was set back. `known` reads the journal's ids, at the first call.
 */
export function createRenderIds(clock: Clock, known: () => readonly (string | null)[]): () => string {
  let last: number | null = null;
  return () => {
    last ??= Math.max(0, ...known().map((id) => Number(/^render_(\d+)$/.exec(id ?? '')?.[1] ?? 0)));
    last = Math.max(clock.now(), last + 1);
    return `render_${last}`;
  };
}

/**
 * How far a render is. `scale`: what full is in the answers so far (wire contract: "`progress` (0..1 or 0..100)"); null while no number
 * has told. `share`: 0..1; null before the first.
 */
type RenderProgress = { readonly scale: 1 | 100 | null; readonly share: number | null };

export const noProgress: RenderProgress = { scale: null, share: null };

/**
 * The progress after another answer; `raw` as it came, null where it said nothing. A 1 alone fits both scales: it is taken for the first
 * hundredth unless fractions came before, since a render that is whole says `completed`.
 */
export function progressAfter(before: RenderProgress, raw: number | null): RenderProgress {
  if (raw === null) return before;
  if (raw > 1 || before.scale === 100) return { scale: 100, share: raw / 100 };
  if (raw === 0) return { scale: before.scale, share: 0 };
  if (raw < 1) return { scale: 1, share: raw };
  return before.scale === 1 ? { scale: 1, share: 1 } : { scale: null, share: 0.01 };
}

/** Fewer renders than this tell nothing. */
const fewest = 3;

/**
 * How long the render of a draft of `draftMs` will take, in ms, from past ones: the median of what a millisecond of draft took, times
 * its length, and never outside what was ever seen. Null where there is too little to go by.
 */
export function estimateMs(past: readonly RenderTime[], draftMs: number): number | null {
  const usable = past.filter((time) => time.draftMs > 0 && time.tookMs > 0);
  if (usable.length < fewest || draftMs <= 0) return null;
  const ratios = usable.map((time) => time.tookMs / time.draftMs).toSorted((a, b) => a - b);
  const upper = ratios[Math.floor(ratios.length / 2)] ?? 0;
  const lower = ratios[Math.ceil(ratios.length / 2) - 1] ?? 0;
  const took = usable.map(({ tookMs }) => tookMs);
  const expected = draftMs * ((upper + lower) / 2);
  return Math.round(Math.min(Math.max(...took), Math.max(Math.min(...took), expected)));
}
