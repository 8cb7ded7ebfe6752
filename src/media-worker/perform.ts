import { assertNever } from '../shared/assert-never.ts';
import type { MediaTask } from '../shared/media-worker-protocol.ts';
import { drawFilmstrip } from './filmstrip.ts';
import { probe } from './probe.ts';
import { drawThumbnail } from './thumbnail.ts';
import { watch } from './watch.ts';
import { readWaveform } from './waveform.ts';
import type { Desktop } from './wire.ts';

/** Does one task; what it resolves to has the shape that `taskAnswers` wants of its kind. */
export async function perform(task: MediaTask, desktop: Desktop): Promise<unknown> {
  switch (task.kind) {
    case 'probe':
      return probe(desktop.sourceUrl);
    case 'thumbnail':
      return drawThumbnail(desktop.sourceUrl);
    case 'waveform':
      return readWaveform(desktop);
    case 'watch':
      return watch(desktop);
    case 'filmstrip':
      return drawFilmstrip(desktop, task.count);
    case 'compress':
    case 'trim':
    case 'convert': {
      // What encodes is large, and most pages only look into files.
      const { remake } = await import('./remake.ts');
      return remake(task, desktop);
    }
    default:
      return assertNever(task);
  }
}
