import { Readable } from 'node:stream';
import { err, ok, type Result } from '../../shared/result.ts';
import type { DownloadSource, OpenedFile } from './answers.ts';
import type { Caller } from './caller.ts';
import { dropBody } from './drop-body.ts';
import { readEnvelope } from './envelope.ts';
import type { CloudError } from './errors.ts';
import type { HttpAnswer } from './http.ts';

/** From where on a file is wanted: under its validator, so that pieces of two files are never joined. */
export type Resume = { readonly offset: number; readonly validator: string };

type Input = {
  readonly source: DownloadSource;
  readonly resume?: Resume | null;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Opens a video for reading. The token goes along only where the address is the cloud's own. A file that has changed, or a server
 * that knows no ranges, starts over: the answer says where its body begins.
 */
export async function openFile(caller: Caller, input: Input): Promise<Result<OpenedFile, CloudError>> {
  const { source, resume = null, signal } = input;
  if (source.kind === 'url' && !URL.canParse(source.url)) return err({ kind: 'bad-answer', reason: 'unsafe-address' });
  const target =
    source.kind === 'url' ? source.url : `/api/render/proxy/${encodeURIComponent(source.renderId)}/download`;
  const range = resume === null ? {} : { range: `bytes=${resume.offset}-`, 'if-range': resume.validator };
  const request = {
    method: 'GET',
    target,
    headers: { accept: '*/*' },
    openHeaders: range,
    signal,
  } as const;
  const opened = await caller.judged(request, (answer) => judge(answer, resume, signal));
  if (!opened.ok || opened.value !== 'start-over') return opened as Result<OpenedFile, CloudError>;
  return resume === null
    ? err({ kind: 'bad-answer', reason: 'unknown-shape' })
    : openFile(caller, { ...input, resume: null });
}

type Judged = Result<OpenedFile | 'start-over', CloudError>;

async function judge(answer: HttpAnswer, resume: Resume | null, signal: AbortSignal | undefined): Promise<Judged> {
  if (answer.status === 416 && resume !== null) return beyondTheEnd(answer, resume);
  if ((answer.status !== 200 && answer.status !== 206) || isPage(answer)) return refusalOf(answer, signal);
  const validator = validatorOf(answer);
  if (answer.status === 200) return ok({ offset: 0, bytes: answer.contentLength, validator, body: answer.body });
  const piece = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(answer.header('content-range') ?? '');
  const fits = resume !== null && Number(piece?.[1]) === resume.offset;
  if (!fits || (validator ?? resume.validator) !== resume.validator) {
    dropBody(answer.body);
    return ok('start-over');
  }
  const bytes = piece?.[2] === '*' ? null : Number(piece?.[2]);
  return ok({ offset: resume.offset, bytes, validator: resume.validator, body: answer.body });
}

/** All of it is here already where the sizes agree. */
function beyondTheEnd(answer: HttpAnswer, { offset, validator }: Resume): Judged {
  dropBody(answer.body);
  const bytes = Number(/^bytes \*\/(\d+)$/.exec(answer.header('content-range') ?? '')?.[1] ?? -1);
  return ok(bytes === offset ? { offset, bytes, validator, body: Readable.from([]) } : 'start-over');
}

function isPage(answer: HttpAnswer): boolean {
  return answer.contentType === 'text/html' || answer.contentType === 'application/json';
}

/** What a range may be asked under: a strong ETag, or the time of the last change. Offsets in an encoded body mean nothing. */
function validatorOf(answer: HttpAnswer): string | null {
  const encoding = answer.header('content-encoding');
  if (encoding !== null && encoding !== 'identity') return null;
  const etag = answer.header('etag');
  return etag?.startsWith('"') ? etag : answer.header('last-modified');
}

async function refusalOf(answer: HttpAnswer, signal: AbortSignal | undefined): Promise<Judged> {
  const json = await readEnvelope(answer, {}, signal);
  return json.ok ? err({ kind: 'bad-answer', reason: 'wrong-content-type' }) : json;
}
