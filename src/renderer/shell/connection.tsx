import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';

const dots = {
  connecting: 'bg-accent animate-pulse',
  ready: 'bg-good',
  offline: 'bg-bad',
  spent: 'bg-accent',
} as const;

/** Whether the cloud can be reached, in one word. */
export function ConnectionStatus() {
  const { t } = useText();
  const state = useWindow(({ connection }) => connection.state);
  return (
    <div role="status" aria-label={t('shell.connection')} className="flex shrink-0 items-center gap-2 text-dim">
      <span aria-hidden className={`size-[7px] rounded-full ${dots[state]}`} />
      {state === 'spent' ? t('account.spent') : t(`shell.${state}`)}
    </div>
  );
}
