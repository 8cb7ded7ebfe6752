import { err, ok, type Result } from '../../shared/result.ts';
import type { BadAnswerReason, CloudError } from './errors.ts';
import { describeFailure } from './failures.ts';
import type { HttpAnswer } from './http.ts';

export type Json = Readonly<Record<string, unknown>>;

/** What a call addresses decides what 404 and 400 mean for it. */
export type CallTraits = {
  readonly session?: boolean;
  readonly clientId?: boolean;
};

/** A draft may be long, but no JSON answer is longer than this. */
export const maxJsonBytes = 32 * 1024 * 1024;

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
  const code = parsed.ok ? codeOf(parsed.value) : null;
  const refused = refusal(answer, code, traits, parsed.ok);
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
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? ok(value as Json) : err('unknown-shape');
  } catch {
    return err('malformed-json');
  }
}

function codeOf(json: Json): number | null {
  const code = typeof json.code === 'string' && /^\d+$/.test(json.code) ? Number(json.code) : json.code;
  return typeof code === 'number' ? code : null;
}

function refusal(answer: HttpAnswer, code: number | null, traits: CallTraits, isJson: boolean): CloudError | null {
  const failedStatus = answer.status < 200 || answer.status > 299;
  const named = code === null || code === 0 ? null : byCode(code, traits, answer);
  if (named !== null) return named;
  if (!failedStatus && (code === null || code === 0)) return null;
  // A 404 page of some gateway in between must not cost the session.
  if (answer.status === 404 && traits.session === true && isJson) return { kind: 'session-lost' };
  const byStatus = failedStatus ? byCode(answer.status, traits, answer) : null;
  return byStatus ?? { kind: 'server', status: answer.status, code };
}

function byCode(code: number, traits: CallTraits, answer: HttpAnswer): CloudError | null {
  switch (code) {
    case 401:
    case 1001:
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
      return { kind: 'rate-limited', retryAfterMs: retryAfterMs(answer.retryAfter) };
    default:
      return null;
  }
}

function retryAfterMs(header: string | null): number | null {
  return header !== null && /^\d+$/.test(header) ? Number(header) * 1000 : null;
}
