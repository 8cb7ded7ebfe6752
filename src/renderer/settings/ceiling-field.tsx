import { useId } from 'react';
import { TextField, Hint } from '../ui/fields.tsx';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';

/** The most credits of a day; empty for none. What is no number of credits goes back to what it was. */
export function CeilingField() {
  const { t } = useText();
  const id = useId();
  const ceiling = useWindow((state) => state.preferences.dailyCeiling);
  const shown = ceiling === null ? '' : String(ceiling);
  return (
    <div>
      <div className="flex items-center justify-between gap-4">
        <label htmlFor={id} className="font-medium">
          {t('settings.ceiling')}
        </label>
        <TextField
          key={shown}
          id={id}
          inputMode="numeric"
          defaultValue={shown}
          placeholder={t('settings.ceilingOff')}
          aria-describedby={`${id}-hint`}
          onBlur={(event) => {
            const written = ceilingFrom(event.target.value);
            if (written === undefined) event.target.value = shown;
            else if (written !== ceiling) void ask('settings.change', { dailyCeiling: written });
          }}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          className="w-28 text-right tabular"
        />
      </div>
      <div id={`${id}-hint`}>
        <Hint>{t('settings.ceilingHint')}</Hint>
      </div>
    </div>
  );
}

/** The most that a day's ceiling can be, in credits (the contract's `settings.change`). */
const mostCeiling = 1_000_000;

/** The ceiling that was written: whole credits, null for none, undefined for something that is no ceiling. */
export function ceilingFrom(text: string): number | null | undefined {
  const written = text.normalize('NFKC').trim();
  if (written === '') return null;
  const credits = Number(written);
  return Number.isInteger(credits) && credits >= 1 && credits <= mostCeiling ? credits : undefined;
}
