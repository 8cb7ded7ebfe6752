import { err, ok, type Result } from '../../shared/result.ts';
import type { BadAnswerReason, CloudError } from './errors.ts';
import { describeFailure } from './failures.ts';
import { isDeeperThan } from '../parse-json.ts';
import type { HttpAnswer } from './http.ts';
import { isRenderOver } from './shapes.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a call addresses decides what its answer means: 404 (`session`), 400 (`clientId`), `success: false` beside a status (`render`). */
export type CallTraits = {
  readonly session?: boolean;
  readonly clientId?: boolean;
  readonly render?: boolean;
};

/** A draft may be long, but no JSON answer is longer than this. */
const maxJsonBytes = 32 * 1024 * 1024;

/** Characters of a refusal's words. */
const longestReason = 200;

/** No answer nests deeper; what does cannot be compared or written down, since that calls itself for each level. */
const deepestJson = 100;

/**
 * Reads a JSON answer and judges it by its status and its envelope (wire contract: "Envelope and codes"). Gives the whole object;
 * `data` is left to the caller, since some answers stand outside the envelope.
 */
export async function readEnvelope(
  answer: HttpAnswer,
  traits: CallTraits = {},
  signal?: AbortSignal,
): Promise<Result<Json, CloudError>> {
  const text = await readText(answer, signal);
  if (!text.ok) return text;
  const parsed = parseObject(text.value);
  const refused = refusal(answer, parsed.ok ? parsed.value : null, traits);
  if (refused !== null) return err(refused);
  return parsed.ok ? parsed : err({ kind: 'bad-answer', reason: parsed.error });
}

async function readText(answer: HttpAnswer, signal: AbortSignal | undefined): Promise<Result<string, CloudError>> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > maxJsonBytes) return err({ kind: 'bad-answer', reason: 'too-large' });
      chunks.push(chunk);
    }
  } catch (error) {
    return err(describeFailure(error, signal));
  }
  return ok(Buffer.concat(chunks).toString('utf8'));
}

function parseObject(text: string): Result<Json, BadAnswerReason> {
  if (text.trim() === '') return err('empty');
  if (/^\uFEFF?\s*</.test(text)) return err('html');
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) && !isDeeperThan(value, deepestJson) ? ok(value) : err('unknown-shape');
  } catch {
    return err('malformed-json');
  }
}

function codeOf(json: Json): number | null {
  const code = typeof json.code === 'string' && /^\d+$/.test(json.code) ? Number(json.code) : json.code;
  return typeof code === 'number' ? code : null;
}

function refusal(answer: HttpAnswer, json: Json | null, traits: CallTraits): CloudError | null {
  const failedStatus = answer.status < 200 || answer.status > 299;
  if (!answer.own) return failedStatus ? foreignRefusal(answer) : null;
  const code = json === null ? null : codeOf(json);
  // Some gateways repeat the status as their code.
  const isFine = code === null || code === 0 || code === 200;
  const named = isFine ? null : byCode(code, traits, answer);
  if (named !== null) return named;
  const denied = json !== null && (saysNo(json, traits) || (!failedStatus && isNothingButAnError(json)));
  if (!failedStatus && isFine && !denied) return null;
  // A 404 page of some gateway in between must not cost the session.
  if (answer.status === 404 && traits.session === true && json !== null) return { kind: 'session-lost' };
  const byStatus = failedStatus ? byCode(answer.status, traits, answer) : null;
  if (byStatus !== null) return byStatus;
  // What a broken server says of success is no clear no.
  if (denied && answer.status < 500) return { kind: 'refused', reason: reasonOf(json) };
  return { kind: 'server', status: answer.status, code };
}

/** The contract's codes are the cloud's own: of a storage host, 401 says that an address has run out, and nothing of our token. */
function foreignRefusal(answer: HttpAnswer): CloudError {
  if (answer.status === 429) return { kind: 'rate-limited', retryAfterMs: retryAfterMs(answer) };
  return { kind: 'server', status: answer.status, code: null };
}

/** wire contract: 'An answer with "success": false is a refusal, whatever its status and code' */
function saysNo(json: Json, traits: CallTraits): boolean {
  const places = [json, json.data].filter(isJson);
  if (!places.some(({ success }) => success === false)) return false;
  // Asked about a render, it may mean the render and not the question.
  return traits.render !== true || !places.some(({ status }) => typeof status === 'string' && isRenderOver(status));
}

function isNothingButAnError(json: Json): boolean {
  const { code, data, status, success, error } = json;
  return code === undefined && data === undefined && status === undefined && success !== true && isSomething(error);
}

/** `null`, `""`, `false`, `{}` and `[]` in the place of an error say that there is none. */
export function isSomething(error: unknown): boolean {
  if (typeof error === 'string') return error.trim() !== '';
  if (typeof error === 'object' && error !== null) return Object.keys(error).length > 0;
  return error !== undefined && error !== null && error !== false && error !== 0;
}

/** The words of a refusal, where a person can read them: no markup, no raw data, no ids. */
function reasonOf(json: Json): string | null {
  const places = [json, json.data].filter(isJson);
  const words = places.flatMap(({ error, message }) => [error, isJson(error) ? error.message : null, message]);
  const reason = words.find((text) => typeof text === 'string' && text.trim() !== '');
  if (typeof reason !== 'string' || /[{}<>]|:\/\/|[\w-]{20,}|\b(?:nmv|clm|render)_/.test(reason)) return null;
  return reason.replaceAll(/\s+/g, ' ').trim().slice(0, longestReason);
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function byCode(code: number, traits: CallTraits, answer: HttpAnswer): CloudError | null {
  switch (code) {
    case 401:
    case 1001:
    case 1010:
    case 1011:
      return { kind: 'token-refused', own: false };
    case 1002:
      return { kind: 'session-lost' };
    case 2001:
      return { kind: 'no-credits' };
    case 4001:
      return { kind: 'unsupported-file' };
    case 413:
    case 4002:
      return { kind: 'file-too-large' };
    case 400:
      return traits.clientId === true ? { kind: 'client-id-missing' } : null;
    case 402:
      return { kind: 'export-blocked' };
    case 404:
      return traits.session === true && answer.status === 200 ? { kind: 'session-lost' } : null;
    case 429:
      return { kind: 'rate-limited', retryAfterMs: retryAfterMs(answer) };
    default:
      return null;
  }
}

/** What `Retry-After` asks for: seconds, or a date, which counts from the server's own. */
function retryAfterMs(answer: HttpAnswer): number | null {
  const header = answer.header('retry-after');
  if (header !== null && /^\d+$/.test(header)) return Number(header) * 1000;
  const ms = Date.parse(header ?? '') - Date.parse(answer.header('date') ?? '');
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}
