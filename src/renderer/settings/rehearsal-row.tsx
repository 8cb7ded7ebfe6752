import { useState } from 'react';
import { ask } from '../state/client.ts';
import { closeDialog } from '../state/dialogs.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { Button } from '../ui/button.tsx';
import { Hint } from '../ui/fields.tsx';

/** Into the rehearsal, out of it, and what it keeps. */
export function RehearsalRow() {
  const { t } = useText();
  const rehearsal = useWindow((state) => state.rehearsal);
  const tour = useWindow((state) => state.preferences.tour);
  return (
    <div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
        <p className="font-medium">{t('settings.rehearsal')}</p>
        <Button
          onClick={() => {
            closeDialog('settings');
            void ask(rehearsal ? 'rehearsal.leave' : 'rehearsal.begin', {});
          }}
        >
          {rehearsal ? t('account.leaveRehearsal') : t('shell.rehearse')}
        </Button>
      </div>
      <Hint>{t('settings.rehearsalHint')}</Hint>
      <div className="mt-2 flex flex-wrap gap-x-5">
        {!tour && (
          <Button look="bare" onClick={() => void ask('settings.change', { tour: true })}>
            {t('settings.showTour')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Asks once, in place: nothing brings them back. */
export function DeleteRehearsalsRow() {
  const { t } = useText();
  const [step, setStep] = useState<'idle' | 'asks' | 'deleting' | 'deleted'>('idle');
  const remove = async () => {
    setStep('deleting');
    const answer = await ask('rehearsal.deleteAll', {});
    setStep(answer.ok ? 'deleted' : 'idle');
  };
  if (step === 'deleted')
    return (
      <div role="status">
        <Hint>{t('settings.rehearsalsDeleted')}</Hint>
      </div>
    );
  if (step === 'idle')
    return (
      <div>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
          <p className="font-medium">{t('settings.rehearsalProjects')}</p>
          <Button onClick={() => setStep('asks')}>{t('settings.deleteRehearsals')}</Button>
        </div>
        <Hint>{t('settings.deleteRehearsalsHint')}</Hint>
      </div>
    );
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2 rounded-control bg-bubble px-3 py-2">
      <p className="min-w-56 flex-1 text-sm">{t('settings.deleteRehearsalsAsk')}</p>
      <Button look="quiet" disabled={step === 'deleting'} onClick={() => setStep('idle')}>
        {t('shell.cancel')}
      </Button>
      <Button look="quiet" className="text-bad" disabled={step === 'deleting'} onClick={() => void remove()}>
        {t('settings.deleteRehearsalsNow')}
      </Button>
    </div>
  );
}
