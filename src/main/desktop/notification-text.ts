import type { BatchSummary } from '../../shared/domain/batch.ts';
import type { ExportJob, InterchangeJob } from '../../shared/domain/export-job.ts';
import type { Failure, FailureCode } from '../../shared/domain/failure.ts';
import type { Turn } from '../../shared/domain/turn.ts';
import { main as texts } from '../../shared/locales/en.json';
import type { MainTranslate } from '../../shared/locales/main-texts.ts';
import { asksSomething } from '../turns/questions.ts';

/** What a notification says. */
export type NotificationText = { readonly title: string; readonly body: string };

/** A notification shows about two lines. */
const longestWords = 160;
/** More than that takes, in UTF-16 units: of an answer that fills a book only the beginning is read. */
const longestLook = 20 * longestWords;

export function exportNotification(t: MainTranslate, job: ExportJob): NotificationText {
  if (job.state === 'saved') return { title: t('notification.saved'), body: job.fileName };
  return { title: t('notification.failed'), body: named(t, job.fileName, reason(t, job.failure)) };
}

/** Null while it goes on, and for what the user did by hand. */
export function interchangeNotification(
  t: MainTranslate,
  { state, target, folderName, failure }: InterchangeJob,
): NotificationText | null {
  if (state === 'saved')
    return { title: t(target === 'gif' ? 'notification.saved' : 'notification.interchangeSaved'), body: folderName };
  if (state !== 'failed') return null;
  const title = t(target === 'gif' ? 'notification.failed' : 'notification.interchangeFailed');
  return { title, body: named(t, folderName, reason(t, failure)) };
}

/** A batch that is done, or waits for the user, and how many of its files came to what. */
export function batchNotification(t: MainTranslate, { state, counts }: BatchSummary): NotificationText {
  const shown = (['done', 'failed', 'needs-you'] as const).filter((what) => what === 'done' || counts[what] > 0);
  return {
    title: t(state === 'done' ? 'notification.batchDone' : 'notification.batchPaused'),
    body: shown.map((what) => t(`notification.batchCounts.${what}`, { count: counts[what] })).join(' · '),
  };
}

/** Null for what the user did by hand. `projectName` may be empty. */
export function turnNotification(t: MainTranslate, turn: Turn, projectName: string): NotificationText | null {
  const name = projectName || t('notification.unnamed');
  if (turn.state === 'unknown')
    return { title: t('notification.uncertain'), body: named(t, name, shortened(turn.prompt)) };
  if (turn.state === 'failed') {
    if (turn.failure?.code === 'not-sent' || turn.failure?.code === 'cancelled') return null;
    return { title: t('notification.unanswered'), body: named(t, name, reason(t, turn.failure)) };
  }
  return {
    title: t(asksSomething(turn.parts) ? 'notification.asks' : 'notification.answered'),
    body: named(t, name, shortened(lastWords(turn) ?? turn.prompt)),
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

function named(t: MainTranslate, name: string, phase: string): string {
  return t('activity.job', { name, phase });
}

/** Why something failed, in a few words; not every failure has its own. */
function reason(t: MainTranslate, failure: Failure | null): string {
  return failure && hasReason(failure.code) ? t(`notification.reason.${failure.code}`) : t('notification.trouble');
}

function hasReason(code: FailureCode): code is FailureCode & keyof typeof texts.notification.reason {
  return Object.hasOwn(texts.notification.reason, code);
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
