import { LabelledField } from '../ui/fields.tsx';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';

/** The daily limit in credits; empty for none. Anything else goes back to what it was. */
export function CeilingField() {
  const { t } = useText();
  const ceiling = useWindow((state) => state.preferences.dailyCeiling);
  const shown = ceiling === null ? '' : String(ceiling);
  return (
    <LabelledField
      key={shown}
      label={t('settings.ceiling')}
      hint={t('settings.ceilingHint')}
      inputMode="numeric"
      defaultValue={shown}
      placeholder={t('settings.ceilingOff')}
      onBlur={(event) => {
        const written = ceilingFrom(event.target.value);
        if (written === undefined) event.target.value = shown;
        else if (written !== ceiling) void ask('settings.change', { dailyCeiling: written });
      }}
      className="w-28 text-right tabular"
    />
  );
}

/** The most that a day's ceiling can be, in credits (the contract's `settings.change`). */
const mostCeiling = 1_000_000;

/** The limit that was typed: whole credits, null for none, undefined for anything that is no limit. */
export function ceilingFrom(text: string): number | null | undefined {
  const written = text.normalize('NFKC').trim();
  if (written === '') return null;
  const credits = Number(written);
  return Number.isInteger(credits) && credits >= 1 && credits <= mostCeiling ? credits : undefined;
}
