import type { ExportJob } from '../../shared/domain/export-job.ts';
import type { MediaInfo } from '../../shared/domain/media-info.ts';
import { clock, size } from '../locales/format.ts';

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
