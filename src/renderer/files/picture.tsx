import { Film, Image, Link, Music } from 'lucide-react';
import type { Upload } from '../../shared/domain/upload.ts';
import { mediaUrl } from '../../shared/media-url.ts';
import { useWindow } from '../state/store.ts';

const icons = { video: Film, image: Image, audio: Music } as const;
const frame = 'shrink-0 overflow-hidden rounded-thumb bg-bubble text-dim';

type Props = { readonly upload: Pick<Upload, 'mediaId' | 'kind' | 'source'>; readonly size: string };

/** What a file looks like: its first good frame, its waveform, or the sign of its kind. `size`: classes for both sides. */
export function FilePicture({ upload, size }: Props) {
  const info = useWindow((state) => state.info[upload.mediaId]);
  const picture =
    info?.thumbnail ?? (upload.kind === 'image' && upload.source === 'file' ? mediaUrl(upload.mediaId) : null);
  if (picture !== null)
    return <img src={picture} alt="" draggable={false} loading="lazy" className={`${frame} ${size} object-cover`} />;
  if (info?.peaks && info.peaks.length > 0) return <Waveform peaks={info.peaks} size={size} />;
  const Icon = upload.source === 'link' ? Link : icons[upload.kind];
  return (
    <span className={`${frame} ${size} flex items-center justify-center`}>
      <Icon size={14} aria-hidden />
    </span>
  );
}

/** As many bars as can be told apart at this size. */
const bars = 20;

function Waveform({ peaks, size }: { readonly peaks: readonly number[]; readonly size: string }) {
  const each = peaks.length / bars;
  const loudest = Math.max(...peaks, 0.01);
  const path = Array.from({ length: bars }, (_, bar) => {
    const height = Math.max(...peaks.slice(Math.floor(bar * each), Math.ceil((bar + 1) * each)), 0) / loudest;
    const half = Math.max(0.6, height * 9);
    return `M${bar * 2 + 1} ${10 - half}V${10 + half}`;
  }).join('');
  return (
    <svg viewBox={`0 0 ${bars * 2} 20`} preserveAspectRatio="none" aria-hidden className={`${frame} ${size} p-[2px]`}>
      <path d={path} className="stroke-music" strokeWidth="1.2" strokeLinecap="round" fill="none" />
    </svg>
  );
}
