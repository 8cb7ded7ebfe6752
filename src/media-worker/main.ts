import type { HandedTask, MediaTask, TaskAnswer, TaskOutcome } from '../shared/media-worker-protocol.ts';
import { drawFilmstrip } from './filmstrip.ts';
import { probe } from './probe.ts';
import { CannotDecode } from './source.ts';
import { drawThumbnail } from './thumbnail.ts';
import { detectBlank } from './detect-blank.ts';
import { readWaveform } from './waveform.ts';
import { contextOf, endTask, nextTask, type TaskContext } from './wire.ts';

/** Who does each kind of task. */
const performers: {
  readonly [K in MediaTask['kind']]: (
    task: Extract<MediaTask, { readonly kind: K }>,
    context: TaskContext,
  ) => Promise<TaskAnswer<K>>;
} = {
  probe: (_task, { sourceUrl }) => probe(sourceUrl),
  thumbnail: (_task, { sourceUrl }) => drawThumbnail(sourceUrl),
  waveform: (_task, context) => readWaveform(context),
  'detect-blank': (_task, context) => detectBlank(context),
  filmstrip: ({ count }, context) => drawFilmstrip(context, count),
  // Loaded on demand: the encoders are large, and most pages only look into files.
  compress: async (task, context) => (await import('./remake.ts')).compress(task, context),
  trim: async (task, context) => (await import('./remake.ts')).trim(task, context),
  proxy: async (_task, context) => (await import('./remake.ts')).proxy(context),
  convert: async (task, context) => (await import('./remake.ts')).convert(task, context),
  'paint-clip': async (task, context) => (await import('./paint.ts')).paintClip(task, context),
  'paint-music': async (task, context) => (await import('./paint.ts')).paintMusic(task, context),
  gif: async (task, context) => (await import('./gif.ts')).makeGif(task, context),
  compose: async (task, context) => (await import('./paint.ts')).compose(task, context),
};

/** The hidden page: one task after the other, until its window is closed. */
async function work(): Promise<void> {
  for (;;) {
    const handed = await nextTask();
    if (handed === null) return;
    await endTask(handed, await outcomeOf(handed));
  }
}

async function outcomeOf(handed: HandedTask): Promise<TaskOutcome> {
  const { task } = handed;
  try {
    // The table's type says which task goes to whom, but TypeScript cannot follow one kind through both.
    return { ok: true, value: await performers[task.kind](task as never, contextOf(handed)) };
  } catch (error) {
    const code = error instanceof CannotDecode ? 'cannot-decode' : 'media-job-failed';
    return { ok: false, code, reason: String(error).slice(0, 1000) };
  }
}

void work();
