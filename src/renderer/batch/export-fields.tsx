import { useEffect, useId, useState } from 'react';
import type { Failure } from '../../shared/domain/failure.ts';
import type { RefusedFile } from '../../shared/domain/batch.ts';
import { Hint, TextField } from '../ui/fields.tsx';
import { Button } from '../ui/button.tsx';
import { FileName } from '../ui/file-name.tsx';
import { Units } from '../ui/units.tsx';
import { ask } from '../state/client.ts';
import { useText } from '../locales/text.ts';
import { TooLargeActions } from '../media-tools/buttons.tsx';
import { useWindow } from '../state/store.ts';
import { size } from '../locales/format.ts';
import { acceptedFormats, failureText } from '../locales/sentences.ts';

export type ExportChoice = { readonly wanted: boolean; readonly pattern: string };

type Props = {
  readonly choice: ExportChoice;
  readonly onChange: (choice: ExportChoice) => void;
  /** Null once the problem is solved. */
  readonly onFailure: (failure: Failure | null) => void;
};

/** Whether each video is exported at the end, where to, and under which name. */
export function ExportFields({ choice, onChange, onFailure }: Props) {
  const { t } = useText();
  const id = useId();
  const [folder, setFolder] = useState('');
  useEffect(() => {
    void ask('batch.folder', { choose: false }, 'quiet').then((answer) => answer.ok && setFolder(answer.data.name));
  }, []);
  const chooseFolder = async () => {
    const answer = await ask('batch.folder', { choose: true }, 'quiet');
    if (answer.ok) setFolder(answer.data.name);
    onFailure(answer.ok ? null : answer.error);
  };
  return (
    <div className="flex flex-col gap-3">
      <label className="flex items-center gap-2.5 font-medium">
        <input
          type="checkbox"
          checked={choice.wanted}
          onChange={(event) => onChange({ ...choice, wanted: event.target.checked })}
          className="size-4 accent-(--accent-fill)"
        />
        {t('batch.exports')}
      </label>
      {choice.wanted && (
        <div className="flex flex-col gap-3 pl-6.5">
          <div className="flex items-center gap-3">
            <span className="w-24 shrink-0 text-dim">{t('batch.folder')}</span>
            <FileName name={folder} lines={1} className="flex-1" />
            <Button onClick={() => void chooseFolder()}>{t('batch.choose')}</Button>
          </div>
          <div>
            <div className="flex items-center gap-3">
              <label htmlFor={id} className="w-24 shrink-0 text-dim">
                {t('batch.pattern')}
              </label>
              <TextField
                id={id}
                value={choice.pattern}
                maxLength={200}
                aria-describedby={`${id}-hint`}
                onChange={(event) => onChange({ ...choice, pattern: event.target.value })}
                className="flex-1"
              />
            </div>
            <div id={`${id}-hint`} className="pl-27">
              <Hint>{t('batch.patternHint')}</Hint>
            </div>
          </div>
        </div>
      )}
    </div>
  );
}

/** Files that a batch cannot use as they are, and what can be made of them; the formats are named once. */
export function RefusedFiles({ refused }: { readonly refused: readonly RefusedFile[] }) {
  const { t } = useText();
  if (refused.length === 0) return null;
  const isUnsupported = ({ failure, large }: RefusedFile) => large === null && failure.code === 'unsupported-file';
  return (
    <div role="status">
      <ul className="flex max-h-40 flex-col gap-1.5 overflow-y-auto text-sm">
        {refused.map((file, index) => (
          <li key={`${index} ${file.name}`} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span
              aria-hidden
              className={`mt-[6px] size-[7px] shrink-0 self-start rounded-full ${file.large === null ? 'bg-bad' : 'bg-accent'}`}
            />
            <span className="min-w-0 flex-1 basis-56 wrap-anywhere">
              {file.large === null ? (
                t('batch.refused', {
                  name: file.name,
                  reason: isUnsupported(file) ? t('composer.unsupported') : failureText(t, file.failure),
                })
              ) : (
                <Units text={t('batch.tooLarge', { name: file.name, size: size(file.large.bytes) })} />
              )}
            </span>
            {file.large !== null && <LargeActions name={file.name} large={file.large} />}
          </li>
        ))}
      </ul>
      {refused.some(isUnsupported) && (
        <p className="mt-1.5 pl-[15px] text-sm text-dim">{t('importReview.accepted', { formats: acceptedFormats })}</p>
      )}
    </div>
  );
}

type LargeProps = { readonly name: string; readonly large: NonNullable<RefusedFile['large']> };

/** The open project shows how the work goes, as for any other file. */
function LargeActions({ name, large }: LargeProps) {
  const projectId = useWindow((state) => state.openProjectId);
  return (
    <span className="flex gap-1.5">
      <TooLargeActions file={{ ...large, name, projectId, forBatch: true }} />
    </span>
  );
}
