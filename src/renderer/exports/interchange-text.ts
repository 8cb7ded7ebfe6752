import { isInterchangeOver, type InterchangeJob } from '../../shared/domain/interchange-job.ts';
import { failureText } from '../locales/sentences.ts';
import type { Translate } from '../locales/text.ts';

/** What a screen reader should hear of cuts that go into a folder: that one is there, or will not be. Null for no news. */
export function interchangeAnnouncement(
  t: Translate,
  before: readonly InterchangeJob[],
  now: readonly InterchangeJob[],
): string | null {
  if (before === now) return null;
  const running = new Set(before.filter(({ state }) => !isInterchangeOver(state)).map(({ id }) => id));
  // What the user has cancelled is no news to them.
  const ended = now.find(({ id, state }) => running.has(id) && (state === 'saved' || state === 'failed'));
  if (ended === undefined) return null;
  const name = ended.folderName;
  if (ended.state === 'saved') return t('interchange.ended', { name });
  return t('interchange.broke', { name, reason: failureText(t, ended.failure ?? { code: 'internal' }) });
}
