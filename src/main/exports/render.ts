import type { RenderStatus } from '../api/answers.ts';
import type { CloudError } from '../api/errors.ts';
import { readDraft } from '../drafts/reader.ts';
import type { ExportRecord } from '../storage/stores.ts';
import { isPassing, isUnknownRender, nextPace, pollPause, type Desk } from './context.ts';
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
export async function render(desk: Desk, first: ExportRecord, signal: AbortSignal): Promise<ExportRecord | null> {
  const housed = await withSession(desk, first, signal);
  if (housed?.job.state !== first.job.state) return housed;
  const leave = await desk.sessions.enter(housed.sessionId, signal);
  if (leave === null) return null;
  try {
    return await renderLoop(desk, housed, signal);
  } finally {
    await drain(desk, first.job.id).finally(leave);
  }
}

/** After a retry an export may need another session: the cloud has lost the one that its draft came from. */
async function withSession(desk: Desk, record: ExportRecord, signal: AbortSignal): Promise<ExportRecord | null> {
  const { lostSession } = record;
  if (lostSession === null) return record;
  for (let pace = steady; ;) {
    const mark = desk.alarm.mark();
    const session = await desk.anotherSession(record.job.projectId, lostSession);
    if (signal.aborted) return null;
    if (session.ok) return desk.book.note(record, { sessionId: session.value, lostSession: null });
    if (!isPassing(session.error)) return desk.book.fail(record, desk.describe(session.error));
    pace = nextPace(pace, session.error);
    if (!(await pollPause(desk, mark, signal, pace))) return null;
  }
}

async function renderLoop(desk: Desk, first: ExportRecord, signal: AbortSignal): Promise<ExportRecord | null> {
  let record: ExportRecord | null = first;
  let askAtOnce = true;
  while (record !== null) {
    const { state } = record.job;
    if (state === 'queued') record = await begin(desk, record, signal);
    else if (state === 'submitted') record = await submit(desk, record, signal, true);
    else if (state === 'rendering') record = await poll(desk, record, signal, askAtOnce);
    else return record;
    askAtOnce = false;
  }
  return null;
}

/** Writes the render's id down, then sends it. A render that an earlier try left at the cloud is asked for instead. */
function begin(desk: Desk, record: ExportRecord, signal: AbortSignal): Promise<ExportRecord | null> {
  const earlier = record.renderId;
  const submitted = desk.book.advance(record, 'submit', {
    renderId: earlier ?? desk.nextRenderId(),
    renders: record.renders + 1,
    estimateMs: estimateMs(desk.store.renderTimes(estimateMemory), draftMs(desk, record)),
  });
  return submit(desk, submitted, signal, earlier !== null);
}

/**
 * Submits the render under its written-down id. Once a submission may have been seen, the cloud is asked before the same id goes
 * out again; another id never does.
 */
async function submit(
  desk: Desk,
  record: ExportRecord,
  signal: AbortSignal,
  askFirst: boolean,
): Promise<ExportRecord | null> {
  const renderId = record.renderId ?? '';
  const draft = desk.book.draft(record.job.id);
  let ask = askFirst;
  let wasted = 0;
  let pace = steady;
  let refusal: CloudError | null = null;
  for (;;) {
    const mark = desk.alarm.mark();
    if (ask) {
      const status = await desk.cloud.renderStatus({ renderId, signal });
      if (signal.aborted) return null;
      if (status.ok) return judge(desk, record, status.value);
      if (isUnknownRender(status.error)) {
        if (refusal !== null && wasted >= maxSubmissions) return desk.book.fail(record, desk.describe(refusal));
        ask = false;
        continue;
      }
      if (!isPassing(status.error)) return desk.book.fail(record, desk.describe(status.error));
      pace = nextPace(pace, status.error);
    } else {
      const answer = await desk.cloud.submitRender({
        renderId,
        sessionId: record.sessionId,
        draft,
        signal,
      });
      if (signal.aborted) return null;
      if (answer.ok) return desk.book.advance(record, 'accepted');
      if (!isPassing(answer.error)) return refused(desk, record, answer.error);
      refusal = answer.error;
      pace = nextPace(pace, answer.error);
      wasted += weight(answer.error);
      ask = true;
    }
    if (!(await pollPause(desk, mark, signal, pace))) return null;
  }
}

/** A session that the cloud has lost is remembered, so that another try renders the frozen draft in a new one. */
function refused(desk: Desk, record: ExportRecord, error: CloudError): ExportRecord {
  if (error.kind === 'session-lost') desk.sessionLost(record.job.projectId, record.sessionId);
  const lost = error.kind === 'session-lost' ? { lostSession: record.sessionId } : {};
  return desk.book.fail(record, desk.describe(error), lost);
}

/** A clear no is asked about once; what may pass has several tries, and "not now" or no network as many as it takes. */
function weight(error: CloudError): number {
  if (error.kind === 'offline' || error.kind === 'rate-limited') return 0;
  return error.kind === 'server' && error.status < 500 ? maxSubmissions : 1;
}

/** Asks every `renderPollMs`, for as long as it takes: slow is not failed. A cloud that is out of reach is asked less often. */
async function poll(
  desk: Desk,
  first: ExportRecord,
  signal: AbortSignal,
  askAtOnce: boolean,
): Promise<ExportRecord | null> {
  const renderId = first.renderId ?? '';
  let record = first;
  let unknown = 0;
  let pace = steady;
  let progress = noProgress;
  let seenAt = askAtOnce ? null : first.job.phaseAt;
  let mark = desk.alarm.mark();
  if (!askAtOnce && !(await pollPause(desk, mark, signal, pace))) return null;
  for (;;) {
    mark = desk.alarm.mark();
    const status = await desk.cloud.renderStatus({ renderId, signal });
    if (signal.aborted) return null;
    pace = nextPace(pace, status.ok ? null : status.error);
    if (status.ok) {
      unknown = 0;
      const next = judge(desk, record, status.value);
      if (next.job.state === 'downloading') learn(desk, record, seenAt);
      if (next.job.state !== 'rendering') return next;
      if (isWatched(desk, seenAt)) seenAt = desk.clock.now();
      progress = progressAfter(progress, status.value.progress);
      record = desk.book.note(next, { polls: next.job.polls + 1, progress: progress.share });
    } else if (isUnknownRender(status.error)) {
      unknown += 1;
      if (unknown >= maxUnknown) return again(desk, record);
    } else if (!isPassing(status.error)) {
      return desk.book.fail(record, desk.describe(status.error));
    }
    if (!(await pollPause(desk, mark, signal, pace))) return null;
  }
}

/** Keeps how long the render took, where it was watched: not over a sleep, a restart or a clock that was set. */
function learn(desk: Desk, record: ExportRecord, seenAt: number | null): void {
  const tookMs = desk.clock.now() - record.job.phaseAt;
  if (isWatched(desk, seenAt) && tookMs > 0) desk.store.addRenderTime({ draftMs: draftMs(desk, record), tookMs });
}

/** Whether a render that was last looked at then has been watched since. For one that was not, the last look is not moved on. */
function isWatched(desk: Desk, seenAt: number | null): boolean {
  const unseenMs = desk.clock.now() - (seenAt ?? -Infinity);
  return unseenMs >= 0 && unseenMs <= maxUnseenPolls * desk.renderPollMs;
}

function draftMs(desk: Desk, { job }: ExportRecord): number {
  return readDraft(desk.book.draft(job.id)).durationMs;
}

/** Moves the export to where the cloud says it is, never back. */
function judge(desk: Desk, record: ExportRecord, { status, outputUrl }: RenderStatus): ExportRecord {
  if (status === 'failed') return again(desk, record);
  const accepted = record.job.state === 'submitted' ? desk.book.advance(record, 'accepted') : record;
  return status === 'completed' ? desk.book.advance(accepted, 'rendered', { outputUrl }) : accepted;
}

function again(desk: Desk, record: ExportRecord): ExportRecord {
  const fresh = { renderId: null, outputUrl: null };
  if (record.renders >= maxRenders) return desk.book.fail(record, { code: 'render-failed' }, fresh);
  return desk.book.advance(record, 'again', fresh);
}

/** At start: waits out the render of an export that was cancelled before. */
export async function finishCancelled(desk: Desk, record: ExportRecord): Promise<void> {
  const leave = await desk.sessions.enter(record.sessionId, desk.closing);
  if (leave !== null) await drain(desk, record.job.id).finally(leave);
}

/**
 * The cloud is asked to stop a render that the user cancelled, and may not (wire contract: "its answer changes nothing"): the render keeps
 * its session until it is over, so that the next export does not become a second active one.
 */
async function drain(desk: Desk, id: string): Promise<void> {
  const record = desk.book.get(id);
  const renderId = record?.renderId ?? null;
  if (record?.job.state !== 'cancelled' || renderId === null) return;
  await desk.cloud.cancelRender({ renderId, signal: desk.closing });
  let pace = steady;
  for (let polls = 0; polls < maxDrainPolls;) {
    if (desk.closing.aborted) return;
    const mark = desk.alarm.mark();
    const status = await desk.cloud.renderStatus({ renderId, signal: desk.closing });
    if (status.ok && (status.value.status === 'completed' || status.value.status === 'failed')) break;
    if (!status.ok && isUnknownRender(status.error)) break;
    // An answer that makes no sense is one, too: it may say in words unknown to us that all is over.
    if (status.ok || status.error.kind === 'bad-answer') polls += 1;
    else if (!isPassing(status.error)) break;
    pace = nextPace(pace, status.ok ? null : status.error);
    if (!(await pollPause(desk, mark, desk.closing, pace))) return;
  }
  desk.book.forgetRender(id, renderId);
}
