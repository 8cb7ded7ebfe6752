import { Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Virtualizer } from 'virtua';
import { type BatchFile, longestTemplate } from '../../shared/domain/batch.ts';
import { FilePicture } from '../files/picture.tsx';
import { size } from '../locales/format.ts';
import { useText } from '../locales/text.ts';
import { withoutDraftFile } from '../state/apply-batch.ts';
import { addToBatch } from '../state/batches.ts';
import type { BatchDraft } from '../state/model.ts';
import { update } from '../state/store.ts';
import { Button } from '../ui/button.tsx';
import { FileName } from '../ui/file-name.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { RefusedFiles } from './export-fields.tsx';

/** Instructions that files have of their own, by the ids of the files. */
export type Owns = Readonly<Record<string, string>>;

const rowHeight = 56;

type Props = {
  readonly draft: BatchDraft;
  readonly owns: Owns;
  readonly onOwn: (fileId: string, own: string) => void;
};

/** The files of a batch that is put together, each with room for an instruction of its own. */
export function Files({ draft, owns, onOwn }: Props) {
  const { t } = useText();
  const box = useRef<HTMLDivElement>(null);
  return (
    <section aria-label={t('batch.files')} className="flex flex-col gap-2">
      <div className="flex items-center justify-between">
        <h3 className="font-medium">
          {t('batch.files')}{' '}
          {draft.files.length > 0 && <span className="font-normal text-faint tabular">{draft.files.length}</span>}
        </h3>
        <Button className="gap-1! pl-2!" onClick={() => void addToBatch()}>
          <Plus size={15} aria-hidden />
          {t('batch.add')}
        </Button>
      </div>
      {draft.files.length === 0 ? (
        <p className="rounded-control border border-dashed border-line-strong py-6 text-center text-faint">
          {t('batch.none')}
        </p>
      ) : (
        <div
          ref={box}
          role="list"
          aria-label={t('batch.files')}
          tabIndex={0}
          className="max-h-45 overflow-y-auto rounded-control border border-line-strong bg-ground py-1"
        >
          <Virtualizer scrollRef={box} data={draft.files} itemSize={rowHeight}>
            {(file) => <FileRow key={file.id} file={file} own={owns[file.id] ?? ''} onOwn={onOwn} />}
          </Virtualizer>
        </div>
      )}
      <RefusedFiles refused={draft.refused} />
    </section>
  );
}

type RowProps = Pick<Props, 'onOwn'> & { readonly file: BatchFile; readonly own: string };

function FileRow({ file, own, onOwn }: RowProps) {
  const { t } = useText();
  return (
    <div role="listitem" className="flex h-14 items-center gap-2.5 pr-1 pl-2">
      <FilePicture upload={{ ...file, source: 'file' }} size="h-10 w-14" />
      <div className="flex min-w-0 flex-1 flex-col">
        <span className="flex items-center gap-2.5 px-1.5">
          <FileName name={file.name} lines={1} className="flex-1" />
          <span className="text-sm text-dim tabular">{size(file.bytes)}</span>
        </span>
        <OwnInstruction file={file} own={own} onOwn={onOwn} />
      </div>
      <IconButton
        icon={X}
        size={13}
        name={t('batch.removeFile', { name: file.name })}
        onClick={() => update((state) => withoutDraftFile(state, file.id))}
      />
    </div>
  );
}

/** A field where the file has an instruction of its own or is to get one; else the button that opens it. */
function OwnInstruction({ file, own, onOwn }: RowProps) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const name = t('batch.own', { name: file.name });
  if (own === '' && !isOpen)
    return (
      <Button
        look="bare"
        aria-label={name}
        className="mx-0! self-start px-1.5 text-sm text-faint"
        onClick={() => setOpen(true)}
      >
        {t('batch.ownPlaceholder')}
      </Button>
    );
  return (
    <input
      // It was asked for by the button in whose place it stands.
      ref={(field) => void (isOpen && own === '' && field?.focus())}
      value={own}
      maxLength={longestTemplate}
      aria-label={name}
      placeholder={t('batch.ownPlaceholder')}
      onChange={(event) => onOwn(file.id, event.target.value)}
      onBlur={() => setOpen(false)}
      className="h-6 min-w-0 cursor-text rounded-control border border-transparent bg-transparent px-[5px] text-sm select-text placeholder:text-faint hover:border-line-strong focus:outline-2 focus:-outline-offset-1 focus:outline-accent"
    />
  );
}
