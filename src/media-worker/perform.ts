import { assertNever } from '../shared/assert-never.ts';
import type { WorkshopTask } from '../shared/media-worker-protocol.ts';
import { drawFilmstrip } from './filmstrip.ts';
import { probe } from './probe.ts';
import { drawThumbnail } from './thumbnail.ts';
import { watch } from './watch.ts';
import { readWaveform } from './waveform.ts';
import type { Desk } from './wire.ts';

/** Does one task; what it resolves to has the shape that `taskAnswers` wants of its kind. */
export async function perform(task: WorkshopTask, desk: Desk): Promise<unknown> {
  switch (task.kind) {
    case 'probe':
      return probe(desk.sourceUrl);
    case 'thumbnail':
      return drawThumbnail(desk.sourceUrl);
    case 'waveform':
      return readWaveform(desk);
    case 'watch':
      return watch(desk);
    case 'filmstrip':
      return drawFilmstrip(desk, task.count);
    case 'compress':
    case 'trim':
    case 'convert': {
      // What encodes is large, and most pages only look into files.
      const { remake } = await import('./remake.ts');
      return remake(task, desk);
    }
    default:
      return assertNever(task);
  }
}
