import { useEffect, useId, useState } from 'react';
import type { Failure } from '../../shared/domain/failure.ts';
import { Button } from '../ui/button.tsx';
import { TextField, Hint } from '../ui/fields.tsx';
import { ask } from '../state/client.ts';
import { useText } from '../locales/text.ts';

export type ExportChoice = { readonly wanted: boolean; readonly pattern: string };

type Props = {
  readonly choice: ExportChoice;
  readonly onChange: (choice: ExportChoice) => void;
  /** Null: what was wrong is mended. */
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
            <span dir="auto" className="min-w-0 flex-1 truncate">
              {folder}
            </span>
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
            <div id={`${id}-hint`}>
              <Hint>{t('batch.patternHint')}</Hint>
            </div>
          </div>
        </div>
      )}
    </div>
  );
}
