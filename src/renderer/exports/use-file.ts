import { useEffect } from 'react';
import type { ExportJob } from '../../shared/domain/export-job.ts';
import type { MediaInfo } from '../../shared/domain/media-info.ts';
import { lookAtFile } from '../state/exports.ts';
import { useWindow } from '../state/store.ts';

export type SavedFile = {
  /** It was there when the export was saved, and is no more. */
  readonly gone: boolean;
  /** What it holds, once it was looked into. */
  readonly info: MediaInfo | null;
  /** A data URL of its first good frame, or of its project; null where there is neither. */
  readonly picture: string | null;
};

/** The file of an export as far as it is known. It is looked for when it comes into sight, and when the user comes back. */
export function useFile({ id, state, projectId }: ExportJob): SavedFile {
  const saved = state === 'saved';
  useEffect(() => {
    if (!saved) return;
    const look = () => lookAtFile(id);
    look();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [id, saved]);
  const mediaId = useWindow((window) => window.exportList.files[id]);
  const info = useWindow((window) => (typeof mediaId === 'string' ? window.info[mediaId] : undefined)) ?? null;
  const project = useWindow((window) => window.projects.find((one) => one.id === projectId)?.thumbnail ?? null);
  return { gone: saved && mediaId === null, info, picture: info?.thumbnail ?? project };
}
