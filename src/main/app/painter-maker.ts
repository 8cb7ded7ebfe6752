import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Maker } from '../../demo-cloud/demo-cloud.ts';
import type { Composition } from '../../shared/composition/composition.ts';
import type { Size } from '../../shared/composition/place.ts';
import type { MediaTask } from '../../shared/media-worker-protocol.ts';
import { compose } from '../drafts/compose.ts';
import { readCanvas, readDraft } from '../drafts/draft-parser.ts';
import { inSteps } from '../drafts/steps.ts';
import type { TaskQueue } from '../media-jobs/task-queue.ts';
import { removeFile, renameFile } from '../file-retry.ts';

type Kind = Extract<MediaTask['kind'], 'paint-clip' | 'paint-music' | 'compose'>;
type Made<K extends Kind> = {
  readonly task: Extract<MediaTask, { readonly kind: K }>;
  readonly sources?: readonly string[];
  readonly to: string;
  readonly onProgress?: (share: number) => void;
  readonly signal: AbortSignal;
};

/** Somebody waits for an answer sooner than for an export. */
const answerFirst = 1;

/** Makes what the rehearsal's cloud makes in a hidden page of its own, so that neither it nor the user's own jobs wait for each other. */
export function createPainterMaker(tasks: Pick<TaskQueue, 'run'>): Maker {
  /** A file is there when it is whole. */
  const make = async <K extends Kind>({ to, ...work }: Made<K>, priority: number): Promise<void> => {
    const resultPath = `${to}.part`;
    await mkdir(dirname(to), { recursive: true });
    const made = await tasks.run<K>({ ...work, resultPath, priority });
    if (made.ok) return renameFile(resultPath, to);
    await removeFile(resultPath);
    throw new Error(`The painter could not make its file: ${made.error.code}`);
  };
  return {
    kind: 'painter',
    clip: ({ scene, ...order }) => make<'paint-clip'>({ task: { kind: 'paint-clip', scene }, ...order }, answerFirst),
    music: ({ music, ...order }) =>
      make<'paint-music'>({ task: { kind: 'paint-music', music }, ...order }, answerFirst),
    render: async ({ draft, canvas, fileOf, ...order }) => {
      const { composition, sources } = await composed(draft, canvas, fileOf);
      await make<'compose'>(
        { task: { kind: 'compose', composition, ...renderSize(composition.canvas) }, sources, ...order },
        0,
      );
    },
  };
}

/** The composition of a draft, its media named by their places in `sources`. */
async function composed(
  draft: unknown,
  canvas: unknown,
  fileOf: (url: string) => string | null,
): Promise<{ readonly composition: Composition; readonly sources: readonly string[] }> {
  const sources: string[] = [];
  const registerUrl = (url: string): string => {
    const file = fileOf(url);
    return file === null ? 'missing' : String(sources.push(file) - 1);
  };
  const composition = await inSteps(compose(readDraft(draft), readCanvas(draft, canvas), { registerUrl }));
  return { composition, sources };
}

/** Pixels on the longer and the shorter side that a render has at most. */
const most = { long: 1920, short: 1080 };

/** As large as the canvas, within what is rendered here, in even pixels as H.264 wants them. */
export function renderSize({ width, height }: Size): Size {
  const [long, short] = [Math.max(width, height), Math.min(width, height)];
  const scale = Math.min(1, most.long / long, most.short / short);
  const even = (pixels: number): number => Math.max(2, 2 * Math.round((pixels * scale) / 2));
  return { width: even(width), height: even(height) };
}
