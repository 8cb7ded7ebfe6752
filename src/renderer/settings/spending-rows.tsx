import { spendPermissions } from '../../shared/domain/spend-permission.ts';
import { Button } from '../ui/button.tsx';
import { Choice, Hint } from '../ui/fields.tsx';
import { askAgain, choosePermission } from '../state/spending.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';

/** Before what Rushes asks whether it may be paid for. */
export function SpendPermissionRow() {
  const { t } = useText();
  const spending = useWindow((state) => state.preferences.spending);
  return (
    <Choice
      name={t('spending.title')}
      options={spendPermissions.map((value) => ({ value, label: t(`spending.modes.${value}`) }))}
      value={spending}
      onChoose={choosePermission}
      hint={t(`spending.hints.${spending}`)}
    />
  );
}

/** Questions that the user did not want to be asked again, each with the way back. */
export function AskAgainRows() {
  const { t } = useText();
  const silenced = useWindow((state) => state.preferences.silenced);
  return (
    <div>
      <p className="font-medium">{t('spending.silenced')}</p>
      <Hint>{t(silenced.length === 0 ? 'spending.silencedNone' : 'spending.silencedHint')}</Hint>
      {silenced.length > 0 && (
        <ul aria-label={t('spending.silenced')} className="mt-2 flex flex-col gap-1.5">
          {silenced.map((question) => (
            <li key={question} className="flex items-center justify-between gap-3">
              <span>{t(`spending.ask.${question}`)}</span>
              <Button
                look="quiet"
                aria-label={t('spending.askAgainOf', { question: t(`spending.ask.${question}`) })}
                onClick={() => askAgain(question)}
              >
                {t('spending.askAgain')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
