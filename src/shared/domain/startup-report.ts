import type { Failure } from './failure.ts';

/** What became of something. `not-sent`: a message waits for the user. `not-uploaded`: a file was on its way. */
export type StartupOutcome =
  'saved' | 'export-failed' | 'answered' | 'answer-failed' | 'answer-unknown' | 'not-sent' | 'not-uploaded';

/**
 * Something that was under way when the app last ended, or ended while nobody looked. `id` is that of the export, turn
 * or upload; `name` the file's name, or the message.
 */
export type StartupReportItem = {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly outcome: StartupOutcome;
  readonly failure: Failure | null;
};
