import { isLeaveOver, type LeaveJob } from '../../shared/domain/interchange-job.ts';
import { failureText } from '../locales/sentences.ts';
import type { Say } from '../locales/text.ts';

/** What a screen reader should hear of cuts that go into a folder: that one is there, or will not be. Null for no news. */
export function leaveNews(t: Say, before: readonly LeaveJob[], now: readonly LeaveJob[]): string | null {
  if (before === now) return null;
  const running = new Set(before.filter(({ state }) => !isLeaveOver(state)).map(({ id }) => id));
  // What the user has cancelled is no news to them.
  const ended = now.find(({ id, state }) => running.has(id) && (state === 'saved' || state === 'failed'));
  if (ended === undefined) return null;
  const name = ended.folderName;
  if (ended.state === 'saved') return t('leave.ended', { name });
  return t('leave.broke', { name, reason: failureText(t, ended.failure ?? { code: 'internal' }) });
}
