import { useState } from 'react';
import { longestPattern, patternName, patternProblem } from '../../shared/domain/file-name.ts';
import { Button } from '../ui/button.tsx';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { Choice, LabelledField } from '../ui/fields.tsx';

/** Where exports go: asked each time, or always into one folder, under names by a pattern. */
export function ExportPlaceField() {
  const { t } = useText();
  const { folder } = useWindow((state) => state.exportPlace);
  const options = [
    { value: 'ask', label: t('exporting.ask') },
    { value: 'always', label: folder === null ? t('exporting.choose') : t('exporting.always', { folder }) },
  ] as const;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <Choice
            name={t('exporting.place')}
            hint={t(folder === null ? 'exporting.placeAsks' : 'exporting.placeHint')}
            options={options}
            value={folder === null ? 'ask' : 'always'}
            onChoose={(value) =>
              void (value === 'ask' ? ask('settings.askForExports', {}) : ask('settings.chooseExportFolder', {}))
            }
          />
        </div>
        {folder !== null && (
          <Button onClick={() => void ask('settings.chooseExportFolder', {})}>{t('exporting.change')}</Button>
        )}
      </div>
      {folder !== null && <PatternField />}
    </div>
  );
}

/** Complains at once about a pattern that gives no names, and restores the old one when the field is left. */
function PatternField() {
  const { t } = useText();
  const { pattern } = useWindow((state) => state.exportPlace);
  const [typed, setTyped] = useState(pattern);
  const [today] = useState(() => Date.now());
  const problem = patternProblem(typed.trim());
  const sample = { project: t('exporting.patternSample'), at: today, n: 3 };
  const keep = () => {
    if (problem !== null) setTyped(pattern);
    else if (typed.trim() !== pattern) void ask('settings.exportPattern', { pattern: typed.trim() });
  };
  return (
    <LabelledField
      label={t('exporting.pattern')}
      hint={
        problem === null
          ? t('exporting.patternHint', { example: patternName(typed.trim(), sample) })
          : t(`exporting.patternProblem.${problem}`)
      }
      bad={problem !== null}
      value={typed}
      maxLength={longestPattern}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      className="w-56"
    />
  );
}
