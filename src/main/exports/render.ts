import type { RenderStatus } from '../cloud/answers.ts';
import type { CloudError } from '../cloud/errors.ts';
import type { ExportRecord } from '../state/stores.ts';
import { isPassing, isUnknownRender, pollPause, type Desk } from './desk.ts';

/** A render and its one repeat (wire contract: "On `failed`: once more with a new id"). */
const maxRenders = 2;
/** How often a submission may come to nothing before the user is told. */
const maxSubmissions = 5;
/** A render that was accepted counts as lost only after this many answers that do not know it. */
const maxUnknown = 3;
/** A cancelled render holds up its session no longer than the vendor's clients watch one (wire contract: ten polls). */
const maxDrainPolls = 10;

/**
 * Brings an export that is queued, submitted or rendering to its finished render, while it holds its session. Null where the
 * signal ended it.
 */
export async function render(desk: Desk, first: ExportRecord, signal: AbortSignal): Promise<ExportRecord | null> {
  const leave = await desk.sessions.enter(first.sessionId, signal);
  if (leave === null) return null;
  try {
    return await renderLoop(desk, first, signal);
  } finally {
    await drain(desk, first.job.id).finally(leave);
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
  let ask = askFirst;
  let wasted = 0;
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
    } else {
      const answer = await desk.cloud.submitRender({
        renderId,
        sessionId: record.sessionId,
        draft: record.draft,
        signal,
      });
      if (signal.aborted) return null;
      if (answer.ok) return desk.book.advance(record, 'accepted');
      if (!isPassing(answer.error)) return desk.book.fail(record, desk.describe(answer.error));
      refusal = answer.error;
      wasted += weight(answer.error);
      ask = true;
    }
    if (!(await pollPause(desk, mark, signal))) return null;
  }
}

/** A clear no is asked about once; what may pass has several tries, and "not now" or no network as many as it takes. */
function weight(error: CloudError): number {
  if (error.kind === 'offline' || error.kind === 'rate-limited') return 0;
  return error.kind === 'server' && error.status < 500 ? maxSubmissions : 1;
}

/** Asks every `renderPollMs`, for as long as it takes: slow is not failed. */
async function poll(
  desk: Desk,
  record: ExportRecord,
  signal: AbortSignal,
  askAtOnce: boolean,
): Promise<ExportRecord | null> {
  const renderId = record.renderId ?? '';
  let unknown = 0;
  let mark = desk.alarm.mark();
  if (!askAtOnce && !(await pollPause(desk, mark, signal))) return null;
  for (;;) {
    mark = desk.alarm.mark();
    const status = await desk.cloud.renderStatus({ renderId, signal });
    if (signal.aborted) return null;
    if (status.ok) {
      unknown = 0;
      const next = judge(desk, record, status.value);
      if (next.job.state !== 'rendering') return next;
    } else if (isUnknownRender(status.error)) {
      unknown += 1;
      if (unknown >= maxUnknown) return again(desk, record);
    } else if (!isPassing(status.error)) {
      return desk.book.fail(record, desk.describe(status.error));
    }
    if (!(await pollPause(desk, mark, signal))) return null;
  }
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
 * The cloud cannot be told to stop a render: one that the user cancelled keeps its session until it is over, so that the next
 * export does not become a second active render.
 */
async function drain(desk: Desk, id: string): Promise<void> {
  const record = desk.book.get(id);
  const renderId = record?.renderId ?? null;
  if (record?.job.state !== 'cancelled' || renderId === null) return;
  for (let polls = 0; polls < maxDrainPolls;) {
    if (desk.closing.aborted) return;
    const mark = desk.alarm.mark();
    const status = await desk.cloud.renderStatus({ renderId, signal: desk.closing });
    if (status.ok && (status.value.status === 'completed' || status.value.status === 'failed')) break;
    if (!status.ok && isUnknownRender(status.error)) break;
    if (status.ok) polls += 1;
    else if (!isPassing(status.error)) break;
    if (!(await pollPause(desk, mark, desk.closing))) return;
  }
  desk.book.forgetRender(id, renderId);
}
