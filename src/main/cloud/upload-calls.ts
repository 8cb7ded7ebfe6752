import { err, type Result } from '../../shared/result.ts';
import { jsonBody, type Caller } from './caller.ts';
import type { UploadAnswer, UploadProgress } from './answers.ts';
import type { CloudError } from './errors.ts';
import { openFilePart } from './file-part.ts';
import { uploadShape } from './shapes.ts';

type Options = { readonly signal?: AbortSignal | undefined; readonly sessionId: string };

type FileInput = Options & { readonly path: string; readonly name: string; readonly onProgress?: UploadProgress };

/** The cloud may look at a whole file, or fetch one, before it answers. */
const silenceMs = 300_000;

export async function uploadFile(caller: Caller, input: FileInput): Promise<Result<UploadAnswer, CloudError>> {
  const part = await openFilePart(input.path, input.name, input.onProgress ?? (() => undefined));
  if (!part.ok) return part;
  const answer = await caller.json({ ...target(input), body: part.value.body }, uploadShape);
  // What happened to the file is the cause; the broken request is only its effect.
  const problem = part.value.problem();
  if (problem !== null) return err(problem);
  if (answer.ok) input.onProgress?.(part.value.bytes, part.value.bytes);
  return answer;
}

export function uploadUrl(
  caller: Caller,
  input: Options & { readonly url: string },
): Promise<Result<UploadAnswer, CloudError>> {
  return caller.json({ ...target(input), body: jsonBody({ urls: [input.url], source_type: 'url' }) }, uploadShape);
}

function target(input: Options): {
  readonly method: 'POST';
  readonly target: string;
  readonly signal: AbortSignal | undefined;
  readonly silenceMs: number;
  readonly session: true;
} {
  return {
    method: 'POST',
    target: `/api/upload-video/nemo_agent/me/${encodeURIComponent(input.sessionId)}`,
    signal: input.signal,
    silenceMs,
    session: true,
  };
}
