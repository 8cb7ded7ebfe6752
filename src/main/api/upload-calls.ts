import { err, ok, type Result } from '../../shared/result.ts';
import { basename } from 'node:path/posix';
import type { z } from 'zod';
import { jsonBody, type Caller } from './caller.ts';
import type { FileUploadAnswer, UploadAnswer, UploadProgress } from './answers.ts';
import type { CloudError } from './errors.ts';
import { openFilePart } from './file-part.ts';
import { uploadShape } from './shapes.ts';

type Options = { readonly signal?: AbortSignal | undefined; readonly sessionId: string };

type FileInput = Options & {
  readonly path: string;
  readonly name: string;
  readonly hash?: boolean;
  readonly onProgress?: UploadProgress;
};

/** The cloud may look at a whole file, or fetch one, before it answers. */
const silenceMs = 300_000;

export async function uploadFile(caller: Caller, input: FileInput): Promise<Result<FileUploadAnswer, CloudError>> {
  const { onProgress = () => undefined, hash = false } = input;
  const part = await openFilePart(input.path, input.name, { onProgress, hash });
  if (!part.ok) return part;
  const answer = await caller.json({ ...target(input), body: part.value.body }, uploadShape);
  // What happened to the file is the cause; the broken request is only its effect.
  const problem = part.value.problem();
  if (problem !== null) return err(problem);
  if (!answer.ok) return answer;
  onProgress(part.value.bytes, part.value.bytes);
  return ok({ ...answerAbout(input.name, answer.value), sha256: part.value.sha256() });
}

export async function uploadUrl(
  caller: Caller,
  input: Options & { readonly url: string },
): Promise<Result<UploadAnswer, CloudError>> {
  const body = jsonBody({ urls: [input.url], source_type: 'url' });
  const answer = await caller.json({ ...target(input), body }, uploadShape);
  return answer.ok ? ok(answerAbout(basename(new URL(input.url).pathname), answer.value)) : answer;
}

/** An answer may speak of more files than the one that was sent: of several, the one of that name is meant. */
function answerAbout(name: string, { data, files }: z.output<typeof uploadShape>): UploadAnswer {
  const named = files.findLast((file) => file.name === name);
  return { data, cdnUrl: (named ?? (files.length === 1 ? files[0] : undefined))?.cdnUrl ?? null };
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
