import type { InterchangeJob } from '../../shared/domain/export-job.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { type GifOrder, gifDelayMs, gifFrames } from '../../shared/domain/gif.ts';
import type { MediaTask } from '../../shared/media-worker-protocol.ts';
import type { Result } from '../../shared/result.ts';
import { compose } from '../drafts/compose.ts';
import { readCanvas, readDraft } from '../drafts/draft-parser.ts';
import { inSteps } from '../drafts/steps.ts';
import { removeFile, renameFile } from '../file-retry.ts';
import { wantedClips } from './clips.ts';

/** How far a job is. */
export type Progress = (change: Partial<InterchangeJob>) => void;

/** Draws a GIF into `resultPath`, in a hidden page. */
type RenderGif = (work: {
  readonly task: Extract<MediaTask, { readonly kind: 'gif' }>;
  readonly sources: readonly string[];
  readonly resultPath: string;
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}) => Promise<Result<unknown, Failure>>;

export type GifParts = {
  readonly fetchClip: (url: string, signal: AbortSignal) => Promise<Result<string, unknown>>;
  readonly renderGif: RenderGif;
};

/** What kept a GIF from being made. */
export class GifNotMade extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Makes a GIF of a part of a cut at `target`; gives its path. Throws `GifNotMade`, or the signal's reason: then nothing is there. */
export async function makeGif(
  { fetchClip, renderGif }: GifParts,
  {
    draft,
    canvas,
    order,
    target,
  }: { readonly draft: unknown; readonly canvas: unknown; readonly order: GifOrder; readonly target: string },
  onProgress: Progress,
  signal: AbortSignal,
): Promise<string> {
  const reading = readDraft(draft);
  const clips = wantedClips(reading);
  const files = new Map<string, string>();
  for (const [at, { url }] of clips.entries()) {
    const fetched = await fetchClip(url, signal);
    signal.throwIfAborted();
    if (fetched.ok) files.set(url, fetched.value);
    onProgress({ done: at + 1, missing: at + 1 - files.size });
  }
  const sources = [...files.values()];
  // What is not to be had leaves its card, as in the preview.
  const registerUrl = (url: string): string => {
    const file = files.get(url);
    return file === undefined ? 'missing' : String(sources.indexOf(file));
  };
  const composition = await inSteps(compose(reading, readCanvas(draft, canvas), { registerUrl }));
  const { width, height } = composition.canvas;
  const size = { width: order.width, height: Math.max(2, Math.round((order.width * height) / width)) };
  const task = {
    kind: 'gif',
    composition,
    ...size,
    frames: gifFrames(composition, order),
    delayMs: gifDelayMs,
  } as const;
  const resultPath = `${target}.part`;
  onProgress({ state: 'writing', done: 0, of: 100 });
  const progress = (share: number): void => onProgress({ done: Math.round(share * 100) });
  const made = await renderGif({ task, sources, resultPath, onProgress: progress, signal });
  if (!made.ok) {
    await removeFile(resultPath);
    signal.throwIfAborted();
    throw new GifNotMade(made.error);
  }
  await renameFile(resultPath, target);
  return target;
}
