import { useEffect, type DragEvent } from 'react';
import type { ExportJob } from '../../shared/domain/export-job.ts';
import type { MediaInfo } from '../../shared/domain/media-info.ts';
import { lookAtFile, dragFileOf } from '../state/exports.ts';
import { useWindow } from '../state/store.ts';
import { clock, size } from '../locales/format.ts';

type SavedFile = {
  /** The file was there when the export was saved, and is gone now. */
  readonly gone: boolean;
  /** What it holds, once it was looked into. */
  readonly info: MediaInfo | null;
  /** A data URL of its first good frame; null until there is one: no picture of another video stands in. */
  readonly picture: string | null;
};

/** What is known of an export's file. Looks for it when it has been in sight for so long (ms), and when the user comes back. */
export function useFile({ id, state }: ExportJob, restMs = 0): SavedFile {
  const saved = state === 'saved';
  useEffect(() => {
    if (!saved) return;
    const look = () => lookAtFile(id);
    const rests = setTimeout(look, restMs);
    window.addEventListener('focus', look);
    return () => {
      clearTimeout(rests);
      window.removeEventListener('focus', look);
    };
  }, [id, saved, restMs]);
  const mediaId = useWindow((window) => window.exportList.files[id]);
  const info = useWindow((window) => (typeof mediaId === 'string' ? window.info[mediaId] : undefined)) ?? null;
  return { gone: saved && mediaId === null, info, picture: info?.thumbnail ?? null };
}

const codecNames: Readonly<Record<string, string>> = {
  avc: 'H.264',
  hevc: 'H.265',
  vp8: 'VP8',
  vp9: 'VP9',
  av1: 'AV1',
  aac: 'AAC',
  mp3: 'MP3',
  opus: 'Opus',
};

type Known = Pick<MediaInfo, 'durationMs' | 'width' | 'height' | 'videoCodec' | 'audioCodec'>;
type Saved = Pick<ExportJob, 'bytes' | 'check'>;

/** What a saved file is, in the order people ask: `0:10`, `1280 × 720`, `H.264, AAC`, `2.4 MB`. What is not known is left out. */
export function detailsOf({ bytes, check }: Saved, looked: Known | null): readonly string[] {
  const known = check === null || check.warnings.includes('unchecked') ? looked : check;
  const codecs = [known?.videoCodec, known?.audioCodec].flatMap((name) => (name ? [codecNames[name] ?? name] : []));
  return [
    known?.durationMs == null ? '' : clock(Math.round(known.durationMs / 1000)),
    known !== null && known.width > 0 ? `${known.width} × ${known.height}` : '',
    codecs.join(', '),
    bytes === null ? '' : size(bytes),
  ].filter((fact) => fact !== '');
}

/** Hands a drag of the row over to the system, which can carry files to other programs. */
export function dragOut(event: DragEvent, { id }: ExportJob, { picture }: SavedFile): void {
  event.preventDefault();
  void dragFileOf(id, picture);
}
