import { useEffect, useState } from 'react';
import type { Backup } from '../../shared/domain/local-data.ts';
import { ask } from '../state/client.ts';
import { dateText, size } from '../locales/format.ts';
import { useText } from '../locales/text.ts';
import { Button, Spinner } from '../ui/button.tsx';
import { Hint } from '../ui/fields.tsx';
import { focusWhenShown } from '../ui/focus-when-shown.ts';

/** There may be several of one day. */
const withTime = { dateStyle: 'long', timeStyle: 'short' } as const;

/** What there is to go back to. Asks once, in place: what is there now becomes a backup, too. */
export function BackupsRow() {
  const { t, locale } = useText();
  const [backups, setBackups] = useState<readonly Backup[] | null>(null);
  const [asked, setAsked] = useState<Backup | null>(null);
  const [restoring, setRestoring] = useState(false);
  const [restored, setRestored] = useState<Backup | null>(null);
  useEffect(() => {
    void ask('localData.backups', {}, 'quiet').then((answer) => answer.ok && setBackups(answer.data));
  }, [restored]);
  const dayOf = ({ at }: Backup): string => dateText(locale, at, withTime);
  const restore = async (backup: Backup) => {
    setRestoring(true);
    setRestored(null);
    const answer = await ask('localData.restore', { id: backup.id });
    setRestoring(false);
    setAsked(null);
    if (answer.ok) setRestored(backup);
  };
  return (
    <div>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <p className="font-medium">{t('storage.backups')}</p>
        {backups?.length === 0 && <span className="text-dim">{t('storage.backupsNone')}</span>}
      </div>
      <Hint>{t('storage.backupsHint')}</Hint>
      <ul className="mt-1.5 flex flex-col gap-1.5 empty:hidden">
        {backups?.map((backup) =>
          asked?.id === backup.id ? (
            <li key={backup.id}>
              <div role="alert" className="flex flex-wrap items-center gap-2 rounded-control bg-bubble px-3 py-2.5">
                <p className="min-w-56 flex-1">{t('storage.restoreAsk', { day: dayOf(backup) })}</p>
                <Button ref={focusWhenShown} disabled={restoring} onClick={() => setAsked(null)}>
                  {t('storage.restoreNo')}
                </Button>
                <Button disabled={restoring} onClick={() => void restore(backup)}>
                  {restoring && <Spinner />}
                  {t('storage.restoreYes')}
                </Button>
              </div>
            </li>
          ) : (
            <li key={backup.id} className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
              <span className="min-w-24 flex-1 tabular">{dayOf(backup)}</span>
              <span className="text-dim tabular">{size(backup.bytes)}</span>
              <Button
                aria-label={t('storage.restoreName', { day: dayOf(backup) })}
                disabled={restoring}
                onClick={() => setAsked(backup)}
              >
                {t('storage.restore')}
              </Button>
            </li>
          ),
        )}
      </ul>
      <p role="status" className="text-sm text-good not-empty:mt-1.5">
        {restored === null ? undefined : t('storage.restored', { day: dayOf(restored) })}
      </p>
    </div>
  );
}
