import type { Upload } from '../../shared/domain/upload.ts';
import { failureText } from '../locales/sentences.ts';
import type { Translate } from '../locales/text.ts';

/** What a screen reader should hear of files: that uploads begin, that one has failed, that all have ended. Null for no news. */
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

function isUnderWay(state: Upload['state'] | undefined): boolean {
  return state === 'waiting' || state === 'uploading';
}
