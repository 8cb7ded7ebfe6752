import { Paperclip } from 'lucide-react';
import { memo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Turn } from '../../shared/domain/turn.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import { useOpenView, useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { FileName } from '../ui/file-name.tsx';
import { Progress, RemoveButton, RetryButton } from './chip.tsx';
import { useSpeeds } from './speeds.ts';
import { FilePicture } from './picture.tsx';
import { Total } from './total.tsx';
import { fileLine, stateLine } from './words.ts';

/** More files than this become a list with a line that sums them up. */
const mostChips = 6;
const none: readonly Upload[] = [];

/** The files that went along with a turn, in their order. */
export function useFilesOf(turn: Turn): readonly Upload[] {
  return useWindow(
    useShallow((state) =>
      turn.attachments.length === 0
        ? none
        : (state.views[turn.projectId]?.attached.filter(({ turnId }) => turnId === turn.id) ?? none),
    ),
  );
}

/** The files of a message, small; those that nothing more is known of by their names alone. */
export function SentFiles({ turn }: { readonly turn: Turn }) {
  const { t } = useText();
  const files = useFilesOf(turn);
  const names = namesBeside(turn.attachments, files);
  if (files.length + names.length === 0) return null;
  const many = files.length + names.length > mostChips;
  return (
    <div className="flex max-w-full flex-col items-end gap-1">
      {many && <Total files={files} className="text-faint" />}
      <ul
        aria-label={t('files.sent')}
        className={`flex max-w-full justify-end gap-1 ${many ? 'max-h-44 flex-col overflow-y-auto pr-1' : 'flex-wrap'}`}
      >
        {files.map((upload) => (
          <SentFile key={upload.id} upload={upload} waits={turn.state === 'queued'} />
        ))}
        {names.map((name, index) => (
          <li
            key={`${index} ${name}`}
            title={name}
            className="flex h-7 max-w-56 shrink-0 items-center gap-1.5 rounded-control border border-line px-2 text-sm text-dim"
          >
            <Paperclip size={12} aria-hidden className="shrink-0" />
            <FileName name={name} lines={1} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type SentProps = {
  readonly upload: Upload;
  /** The message has not gone yet. */
  readonly waits: boolean;
};

const SentFile = memo(function SentFile({ upload, waits }: SentProps) {
  const { t } = useText();
  const info = useWindow((state) => state.info[upload.mediaId]);
  const rate = useSpeeds((speeds) => speeds[upload.id]?.rate ?? null);
  // A file that went with its message is sent again only with another one.
  const settled = upload.state === 'uploaded' || (upload.state === 'lost' && !waits);
  const forReview = useOpenView((view) => view?.queue.why === 'for-review');
  const held = upload.state === 'lost' && forReview;
  const state = settled ? '' : held ? t('files.held') : stateLine(t, upload, rate);
  const failed = upload.state === 'failed';
  return (
    <li
      className={`relative flex max-w-72 shrink-0 items-center gap-2 overflow-hidden rounded-control border py-0.5 pr-2 pl-0.5 text-sm ${failed ? 'border-bad' : 'border-line'}`}
    >
      <FilePicture upload={upload} size="h-6 w-9" />
      <span className="flex min-w-0 flex-col">
        <span className="flex min-w-0 items-baseline gap-2">
          <FileName name={upload.name} lines={1} className="text-dim" />
          <span className="shrink-0 text-xs text-faint tabular">{fileLine(t, upload, info)}</span>
        </span>
        {state !== '' && (
          <span className={`truncate text-xs tabular ${failed ? 'text-bad' : 'text-dim'}`}>{state}</span>
        )}
        {upload.note !== '' && (
          <span dir="auto" className="truncate text-xs text-ink italic" title={upload.note}>
            {upload.note}
          </span>
        )}
      </span>
      {!settled && (
        <span className="-mr-1.5 flex shrink-0">
          <RetryButton upload={upload} />
          <RemoveButton upload={upload} />
        </span>
      )}
      <Progress upload={upload} />
    </li>
  );
});

/** The names of files that are not known any more: taken out since, or from before they were remembered. */
function namesBeside(names: readonly string[], files: readonly Upload[]): readonly string[] {
  const left = files.map(({ name }) => name);
  return names.filter((name) => {
    const at = left.indexOf(name);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}
