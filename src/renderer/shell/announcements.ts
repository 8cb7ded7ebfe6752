import { type ExportJob, isExportOver } from '../../shared/domain/export-job.ts';
import type { Notice, Turn } from '../../shared/domain/turn.ts';
import type { Pulse } from '../state/model.ts';
import { noticeText, failureText } from '../locales/sentences.ts';
import type { Translate } from '../locales/text.ts';
import { stillWorking } from '../chat/turn-text.ts';
import type { Upload } from '../../shared/domain/upload.ts';

/** What is known of the open project at one moment. */
export type Moment = { readonly pulse: Pulse | undefined; readonly running: Turn | undefined };

/**
 * What a screen reader announces of the open project: that work begins, ends, takes long, is being recovered or was.
 * Not every word of an answer; null for nothing.
 */
export function announcementOf(t: Translate, before: Moment, now: Moment): string | null {
  return workAnnouncement(t, before.pulse, now.pulse) ?? turnAnnouncement(t, before.running, now.running);
}

function workAnnouncement(t: Translate, before: Pulse | undefined, now: Pulse | undefined): string | null {
  if (now === undefined) return null;
  const same = before !== undefined && (before.turnId === now.turnId || before.turnId === null);
  if (same && before.working === now.working) return null;
  if (now.working) return t('shell.agentWorking');
  if (before === undefined) return null;
  if (now.troubled) return t('shell.agentFailed');
  return t(now.asks ? 'shell.agentAsks' : 'shell.agentDone');
}

function turnAnnouncement(t: Translate, before: Turn | undefined, now: Turn | undefined): string | null {
  if (now === undefined || now === before || before?.id !== now.id) return null;
  if (now.stillWorkingMs !== null && now.stillWorkingMs !== before.stillWorkingMs)
    return stillWorking(t, now.stillWorkingMs);
  const notice = lastRecovery(now);
  return notice === null || same(notice, lastRecovery(before)) ? null : noticeText(t, notice);
}

function lastRecovery(turn: Turn): Notice | null {
  const part = turn.parts.findLast(
    (one) => one.kind === 'notice' && (one.notice.code === 'recovering' || one.notice.code === 'recovered'),
  );
  return part?.kind === 'notice' ? part.notice : null;
}

/** Announces only the first attempt; the screen counts the others. */
function same(a: Notice, b: Notice | null): boolean {
  return a.code === b?.code;
}

/**
 * What a screen reader announces of files: that uploads begin, that one failed, that all have ended. Null for nothing.
 */
export function fileAnnouncement(t: Translate, before: readonly Upload[], now: readonly Upload[]): string | null {
  if (before === now) return null;
  const was = new Map(before.map((upload) => [upload.id, upload.state]));
  const broken = now.find(({ id, state }) => state === 'failed' && isUnderWay(was.get(id)));
  if (broken !== undefined) {
    const reason = failureText(t, broken.failure ?? { code: 'upload-failed' });
    return t('files.broke', { name: broken.name, reason });
  }
  const [then, left] = [before, now].map((uploads) => uploads.filter(({ state }) => isUnderWay(state)).length);
  if (then === 0 && left !== undefined && left > 0) return t('files.began', { count: left });
  if (then === 0 || left !== 0) return null;
  const done = now.filter(({ state }) => state === 'uploaded').length;
  return done === 0 ? null : t('files.ended', { count: done });
}

/** What a screen reader announces of exports: that one begins, is saved or failed. Null for nothing. */
export function exportAnnouncement(
  t: Translate,
  before: readonly ExportJob[],
  now: readonly ExportJob[],
): string | null {
  if (before === now) return null;
  const was = new Map(before.map(({ id, state }) => [id, state]));
  const isNews = ({ id, state }: ExportJob): boolean => {
    const then = was.get(id);
    if (state === 'saved' || state === 'failed') return then !== undefined && !isExportOver(then);
    return !isExportOver(state) && (then === undefined || isExportOver(then));
  };
  const job = now.find(isNews);
  if (job === undefined) return null;
  if (job.state === 'saved') return t('exports.ended');
  return t(job.state === 'failed' ? 'exports.broke' : 'exports.began');
}

function isUnderWay(state: Upload['state'] | undefined): boolean {
  return state === 'waiting' || state === 'uploading';
}
