import type { RenderStatus } from '../api/answers.ts';
import type { CloudError } from '../api/errors.ts';
import { readDraft } from '../drafts/reader.ts';
import type { ExportRecord } from '../storage/stores.ts';
import { isPassing, isUnknownRender, nextBackoff, pollPause, type ExportContext } from './context.ts';
import { estimateMemory, estimateMs } from './estimate.ts';
import { steady } from './backoff.ts';
import { noProgress, progressAfter } from './progress.ts';

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

/**
 * Brings an export that is queued, submitted or rendering to its finished render, while it holds its session. Null where the
 * signal ended it.
 */
export async function render(
  context: ExportContext,
  first: ExportRecord,
  signal: AbortSignal,
): Promise<ExportRecord | null> {
  const housed = await withSession(context, first, signal);
  if (housed?.job.state !== first.job.state) return housed;
  const interchange = await context.sessions.enter(housed.sessionId, signal);
  if (interchange === null) return null;
  try {
    return await renderLoop(context, housed, signal);
  } finally {
    await drain(context, first.job.id).finally(interchange);
  }
}

/** After a retry an export may need another session: the cloud has lost the one that its draft came from. */
async function withSession(
  context: ExportContext,
  record: ExportRecord,
  signal: AbortSignal,
): Promise<ExportRecord | null> {
  const { lostSession } = record;
  if (lostSession === null) return record;
  for (let backoff = steady; ;) {
    const mark = context.sleep.mark();
    const session = await context.anotherSession(record.job.projectId, lostSession);
    if (signal.aborted) return null;
    if (session.ok) return context.journal.note(record, { sessionId: session.value, lostSession: null });
    if (!isPassing(session.error)) return context.journal.fail(record, context.describe(session.error));
    backoff = nextBackoff(backoff, session.error);
    if (!(await pollPause(context, mark, signal, backoff))) return null;
  }
}

async function renderLoop(
  context: ExportContext,
  first: ExportRecord,
  signal: AbortSignal,
): Promise<ExportRecord | null> {
  let record: ExportRecord | null = first;
  let askAtOnce = true;
  while (record !== null) {
    const { state } = record.job;
    if (state === 'queued') record = await begin(context, record, signal);
    else if (state === 'submitted') record = await submit(context, record, signal, true);
    else if (state === 'rendering') record = await poll(context, record, signal, askAtOnce);
    else return record;
    askAtOnce = false;
  }
  return null;
}

/** Writes the render's id down, then sends it. A render that an earlier try left at the cloud is asked for instead. */
function begin(context: ExportContext, record: ExportRecord, signal: AbortSignal): Promise<ExportRecord | null> {
  const earlier = record.renderId;
  const submitted = context.journal.advance(record, 'submit', {
    renderId: earlier ?? context.nextRenderId(),
    renders: record.renders + 1,
    estimateMs: estimateMs(context.store.renderTimes(estimateMemory), draftMs(context, record)),
  });
  return submit(context, submitted, signal, earlier !== null);
}

/**
 * Submits the render under its written-down id. Once a submission may have been seen, the cloud is asked before the same id goes
 * out again; another id never does.
 */
async function submit(
  context: ExportContext,
  record: ExportRecord,
  signal: AbortSignal,
  askFirst: boolean,
): Promise<ExportRecord | null> {
  const renderId = record.renderId ?? '';
  const draft = context.journal.draft(record.job.id);
  let ask = askFirst;
  let wasted = 0;
  let backoff = steady;
  let refusal: CloudError | null = null;
  for (;;) {
    const mark = context.sleep.mark();
    if (ask) {
      const status = await context.cloud.renderStatus({ renderId, signal });
      if (signal.aborted) return null;
      if (status.ok) return judge(context, record, status.value);
      if (isUnknownRender(status.error)) {
        if (refusal !== null && wasted >= maxSubmissions)
          return context.journal.fail(record, context.describe(refusal));
        ask = false;
        continue;
      }
      if (!isPassing(status.error)) return context.journal.fail(record, context.describe(status.error));
      backoff = nextBackoff(backoff, status.error);
    } else {
      const answer = await context.cloud.submitRender({
        renderId,
        sessionId: record.sessionId,
        draft,
        signal,
      });
      if (signal.aborted) return null;
      if (answer.ok) return context.journal.advance(record, 'accepted');
      if (!isPassing(answer.error)) return refused(context, record, answer.error);
      refusal = answer.error;
      backoff = nextBackoff(backoff, answer.error);
      wasted += weight(answer.error);
      ask = true;
    }
    if (!(await pollPause(context, mark, signal, backoff))) return null;
  }
}

/** A session that the cloud has lost is remembered, so that another try renders the frozen draft in a new one. */
function refused(context: ExportContext, record: ExportRecord, error: CloudError): ExportRecord {
  if (error.kind === 'session-lost') context.sessionLost(record.job.projectId, record.sessionId);
  const lost = error.kind === 'session-lost' ? { lostSession: record.sessionId } : {};
  return context.journal.fail(record, context.describe(error), lost);
}

/** A clear no is asked about once; what may pass has several tries, and "not now" or no network as many as it takes. */
function weight(error: CloudError): number {
  if (error.kind === 'offline' || error.kind === 'rate-limited') return 0;
  return error.kind === 'server' && error.status < 500 ? maxSubmissions : 1;
}

/** Asks every `renderPollMs`, for as long as it takes: slow is not failed. A cloud that is out of reach is asked less often. */
async function poll(
  context: ExportContext,
  first: ExportRecord,
  signal: AbortSignal,
  askAtOnce: boolean,
): Promise<ExportRecord | null> {
  const renderId = first.renderId ?? '';
  let record = first;
  let unknown = 0;
  let backoff = steady;
  let progress = noProgress;
  let seenAt = askAtOnce ? null : first.job.phaseAt;
  let mark = context.sleep.mark();
  if (!askAtOnce && !(await pollPause(context, mark, signal, backoff))) return null;
  for (;;) {
    mark = context.sleep.mark();
    const status = await context.cloud.renderStatus({ renderId, signal });
    if (signal.aborted) return null;
    backoff = nextBackoff(backoff, status.ok ? null : status.error);
    if (status.ok) {
      unknown = 0;
      const next = judge(context, record, status.value);
      if (next.job.state === 'downloading') learn(context, record, seenAt);
      if (next.job.state !== 'rendering') return next;
      if (isWatched(context, seenAt)) seenAt = context.clock.now();
      progress = progressAfter(progress, status.value.progress);
      record = context.journal.note(next, { polls: next.job.polls + 1, progress: progress.share });
    } else if (isUnknownRender(status.error)) {
      unknown += 1;
      if (unknown >= maxUnknown) return again(context, record);
    } else if (!isPassing(status.error)) {
      return context.journal.fail(record, context.describe(status.error));
    }
    if (!(await pollPause(context, mark, signal, backoff))) return null;
  }
}

/** Keeps how long the render took, where it was watched: not over a sleep, a restart or a clock that was set. */
function learn(context: ExportContext, record: ExportRecord, seenAt: number | null): void {
  const tookMs = context.clock.now() - record.job.phaseAt;
  if (isWatched(context, seenAt) && tookMs > 0)
    context.store.addRenderTime({ draftMs: draftMs(context, record), tookMs });
}

/** Whether a render that was last looked at then has been watched since. For one that was not, the last look is not moved on. */
function isWatched(context: ExportContext, seenAt: number | null): boolean {
  const unseenMs = context.clock.now() - (seenAt ?? -Infinity);
  return unseenMs >= 0 && unseenMs <= maxUnseenPolls * context.renderPollMs;
}

function draftMs(context: ExportContext, { job }: ExportRecord): number {
  return readDraft(context.journal.draft(job.id)).durationMs;
}

/** Moves the export to where the cloud says it is, never back. */
function judge(context: ExportContext, record: ExportRecord, { status, outputUrl }: RenderStatus): ExportRecord {
  if (status === 'failed') return again(context, record);
  const accepted = record.job.state === 'submitted' ? context.journal.advance(record, 'accepted') : record;
  return status === 'completed' ? context.journal.advance(accepted, 'rendered', { outputUrl }) : accepted;
}

function again(context: ExportContext, record: ExportRecord): ExportRecord {
  const fresh = { renderId: null, outputUrl: null };
  if (record.renders >= maxRenders) return context.journal.fail(record, { code: 'render-failed' }, fresh);
  return context.journal.advance(record, 'again', fresh);
}

/** At start: waits out the render of an export that was cancelled before. */
export async function finishCancelled(context: ExportContext, record: ExportRecord): Promise<void> {
  const interchange = await context.sessions.enter(record.sessionId, context.closing);
  if (interchange !== null) await drain(context, record.job.id).finally(interchange);
}

/**
 * The cloud is asked to stop a render that the user cancelled, and may not (wire contract: "its answer changes nothing"): the render keeps
 * its session until it is over, so that the next export does not become a second active one.
 */
async function drain(context: ExportContext, id: string): Promise<void> {
  const record = context.journal.get(id);
  const renderId = record?.renderId ?? null;
  if (record?.job.state !== 'cancelled' || renderId === null) return;
  await context.cloud.cancelRender({ renderId, signal: context.closing });
  let backoff = steady;
  for (let polls = 0; polls < maxDrainPolls;) {
    if (context.closing.aborted) return;
    const mark = context.sleep.mark();
    const status = await context.cloud.renderStatus({ renderId, signal: context.closing });
    if (status.ok && (status.value.status === 'completed' || status.value.status === 'failed')) break;
    if (!status.ok && isUnknownRender(status.error)) break;
    // An answer that makes no sense is one, too: it may say in words unknown to us that all is over.
    if (status.ok || status.error.kind === 'bad-answer') polls += 1;
    else if (!isPassing(status.error)) break;
    backoff = nextBackoff(backoff, status.ok ? null : status.error);
    if (!(await pollPause(context, mark, context.closing, backoff))) return;
  }
  context.journal.forgetRender(id, renderId);
}
