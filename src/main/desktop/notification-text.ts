import type { BatchSummary } from '../../shared/domain/batch.ts';
import type { ExportJob } from '../../shared/domain/export-job.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { InterchangeJob } from '../../shared/domain/interchange-job.ts';
import type { Turn } from '../../shared/domain/turn.ts';
import { asksSomething } from '../turns/questions.ts';
import type { ShellTexts } from './texts.ts';

/** What a notification says. */
export type NotificationText = { readonly title: string; readonly body: string };

/** A notification shows about two lines. */
const longestWords = 160;
/** More than that takes, in UTF-16 units: of an answer that fills a book only the beginning is read. */
const longestLook = 20 * longestWords;

export function exportNotification({ notification, desktopStatus }: ShellTexts, job: ExportJob): NotificationText {
  if (job.state === 'saved') return { title: notification.saved, body: job.fileName };
  return { title: notification.failed, body: desktopStatus.job(job.fileName, reason(desktopStatus, job.failure)) };
}

/** Null while it goes on, and for what the user did by hand. */
export function interchangeNotification(
  { desktopStatus }: ShellTexts,
  { state, folderName, failure }: InterchangeJob,
): NotificationText | null {
  if (state === 'saved') return { title: desktopStatus.interchange.saved, body: folderName };
  if (state !== 'failed') return null;
  return {
    title: desktopStatus.interchange.failed,
    body: desktopStatus.job(folderName, reason(desktopStatus, failure)),
  };
}

/** A batch that is done, or waits for the user. */
export function batchNotification(
  { desktopStatus: { batch } }: ShellTexts,
  { state, counts }: BatchSummary,
): NotificationText {
  const parts = [
    batch.finished(counts.done),
    ...(counts.failed > 0 ? [batch.failed(counts.failed)] : []),
    ...(counts['needs-you'] > 0 ? [batch.needsYou(counts['needs-you'])] : []),
  ];
  return { title: state === 'done' ? batch.done : batch.paused, body: parts.join(' · ') };
}

/** Null for what the user did by hand. `projectName` may be empty. */
export function turnNotification(
  { desktopStatus }: ShellTexts,
  turn: Turn,
  projectName: string,
): NotificationText | null {
  const name = projectName || desktopStatus.unnamed;
  if (turn.state === 'unknown')
    return { title: desktopStatus.uncertain, body: desktopStatus.job(name, shortened(turn.prompt)) };
  if (turn.state === 'failed') {
    if (turn.failure?.code === 'not-sent' || turn.failure?.code === 'cancelled') return null;
    return { title: desktopStatus.unanswered, body: desktopStatus.job(name, reason(desktopStatus, turn.failure)) };
  }
  const words = shortened(lastWords(turn) ?? turn.prompt);
  return {
    title: asksSomething(turn.parts) ? desktopStatus.asks : desktopStatus.answered,
    body: desktopStatus.job(name, words),
  };
}

function lastWords({ parts }: Turn): string | undefined {
  const last = parts.findLast((part) => part.kind === 'text' || part.kind === 'question');
  return last?.kind === 'question'
    ? (last.title ?? last.questions[0]?.prompt)
    : last?.kind === 'text'
      ? last.text
      : undefined;
}

function reason(texts: ShellTexts['desktopStatus'], failure: Failure | null): string {
  return (failure && texts.reasons[failure.code]) ?? texts.trouble;
}

/** In one line, cut between characters as people see them. */
function shortened(text: string): string {
  const line = text
    .slice(0, longestLook)
    .replace(/[*_`#>]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const rest = [...new Intl.Segmenter().segment(line)][longestWords];
  if (rest) return `${line.slice(0, rest.index).trimEnd()}…`;
  return text.length > longestLook ? `${line}…` : line;
}
