import { Film, Image, Link, Music, RotateCw, X } from 'lucide-react';
import type { Upload } from '../../shared/domain/upload.ts';
import { mediaUrl } from '../../shared/media-url.ts';
import { TrimButton } from '../footage/trim-button.tsx';
import { Button } from '../shell/button.tsx';
import { Tip } from '../shell/tip.tsx';
import { ask } from '../state/client.ts';
import { percent, size } from '../text/format.ts';
import { failureText } from '../text/sentences.ts';
import { useText, type Say } from '../text/text.ts';

/** The files that go along with the next message. */
export function Attachments({ uploads }: { readonly uploads: readonly Upload[] }) {
  const { t } = useText();
  if (uploads.length === 0) return null;
  return (
    <ul aria-label={t('composer.attachments')} className="flex max-h-36 flex-wrap gap-1.5 overflow-y-auto">
      {uploads.map((upload) => (
        <Attachment key={upload.id} upload={upload} />
      ))}
    </ul>
  );
}

function Attachment({ upload }: { readonly upload: Upload }) {
  const { t } = useText();
  const failed = upload.state === 'failed';
  const share = upload.state === 'uploading' ? `${percent(upload.sent, upload.bytes)}%` : '0%';
  return (
    <li
      className={`relative flex h-8 max-w-full items-center gap-2 overflow-hidden rounded-control border pr-0.5 pl-1 text-sm ${failed ? 'border-bad' : 'border-line-strong'}`}
    >
      <Picture upload={upload} />
      <span className="min-w-0 truncate font-medium" title={upload.name}>
        {upload.name}
      </span>
      <span className={`shrink-0 tabular ${failed ? 'sr-only' : 'text-dim'}`}>{stateText(t, upload)}</span>
      <span className="flex shrink-0">
        {failed && (
          <Tip text={stateText(t, upload)} side="top">
            <Button
              look="quiet"
              className="border-0 text-bad"
              aria-label={t('composer.retry', { name: upload.name })}
              onClick={() => void ask('upload.retry', { uploadId: upload.id })}
            >
              <RotateCw size={12} aria-hidden />
              {t('composer.retryShort')}
            </Button>
          </Tip>
        )}
        {upload.kind !== 'image' && <TrimButton file={{ ...upload, fileId: upload.mediaId }} />}
        <Button
          look="icon"
          className="size-6!"
          aria-label={t('composer.remove', { name: upload.name })}
          onClick={() => void ask('upload.remove', { uploadId: upload.id })}
        >
          <X size={13} aria-hidden />
        </Button>
      </span>
      {upload.state === 'uploading' && (
        <span aria-hidden style={{ width: share }} className="absolute bottom-0 left-0 h-[2px] bg-accent" />
      )}
    </li>
  );
}

function stateText(t: Say, upload: Upload): string {
  switch (upload.state) {
    case 'waiting':
      return `${size(upload.bytes)} · ${t('composer.waiting')}`;
    case 'uploading':
      return `${size(upload.bytes)} · ${percent(upload.sent, upload.bytes)}%`;
    case 'uploaded':
      return size(upload.bytes);
    case 'failed':
      return failureText(t, upload.failure ?? { code: 'upload-failed' });
  }
}

const icons = { video: Film, image: Image, audio: Music } as const;

function Picture({ upload }: { readonly upload: Upload }) {
  const frame = 'flex h-6 w-9 shrink-0 items-center justify-center overflow-hidden rounded-thumb bg-bubble text-dim';
  if (upload.kind === 'image' && upload.source === 'file')
    return <img src={mediaUrl(upload.mediaId)} alt="" className={`${frame} object-cover`} draggable={false} />;
  const Icon = upload.source === 'link' ? Link : icons[upload.kind];
  return (
    <span className={frame}>
      <Icon size={14} aria-hidden />
    </span>
  );
}
