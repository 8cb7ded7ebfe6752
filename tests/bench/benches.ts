import { exportsList } from './benches/exports-list.ts';
import { drop2000 } from './benches/drop-2000.ts';
import { hostileAnswer } from './benches/hostile-answer.ts';
import { idleMemory } from './benches/idle-memory.ts';
import { download } from './benches/download.ts';
import { mainStandsStill } from './benches/main-stands-still.ts';
import { openLongProject } from './benches/open-long-project.ts';
import { polling } from './benches/polling.ts';
import { search } from './benches/search.ts';
import { start } from './benches/start.ts';
import { streamCpu } from './benches/stream-cpu.ts';
import { streamPaint } from './benches/stream-paint.ts';
import { upload, uploadTen } from './benches/upload.ts';
import { mediaCompress, mediaTrim } from './benches/media-jobs.ts';
import { timeline50000, timelineZoom } from './benches/timeline.ts';
import { previewCuts, previewDrawn, previewExact, previewJank, previewSound } from './benches/preview.ts';
import { previewFirstFrame, previewSeek } from './benches/preview-seek.ts';
import { previewMemory, previewMemoryPasses } from './benches/preview-memory.ts';
import { painter } from './benches/painter.ts';
import { rehearsalMemory, rehearsalRender } from './benches/rehearsal-render.ts';
import type { Bench } from './figure.ts';

/** All that can be measured, in the order in which it is. */
export const benches: readonly Bench[] = [
  start,
  idleMemory,
  download,
  polling,
  streamCpu,
  streamPaint,
  hostileAnswer,
  mainStandsStill,
  openLongProject,
  search,
  upload,
  uploadTen,
  mediaCompress,
  mediaTrim,
  previewDrawn,
  previewCuts,
  previewSeek,
  previewExact,
  previewFirstFrame,
  previewMemory,
  previewMemoryPasses,
  previewSound,
  previewJank,
  exportsList,
  drop2000,
  timelineZoom,
  timeline50000,
  painter,
  rehearsalRender,
  rehearsalMemory,
];
