import type { GeneralAppEvent } from './app.ts';
import type { BatchAppEvent } from './batch.ts';
import type { DraftAppEvent } from './drafts.ts';
import type { ExportAppEvent } from './exports.ts';
import type { MediaJobAppEvent } from './media-jobs.ts';
import type { ProjectAppEvent } from './projects.ts';
import type { TurnAppEvent } from './turns.ts';
import type { UpdateAppEvent } from './updates.ts';
import type { UploadAppEvent } from './uploads.ts';

/** Everything main tells a window by itself. Whole values replace what the window has, by id; only text comes in patches. */
export type AppEvent =
  | GeneralAppEvent
  | ProjectAppEvent
  | TurnAppEvent
  | UploadAppEvent
  | DraftAppEvent
  | ExportAppEvent
  | MediaJobAppEvent
  | BatchAppEvent
  | UpdateAppEvent;
