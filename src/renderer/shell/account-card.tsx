import { CircleUser, X } from 'lucide-react';
import { type RefObject, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { isExportOver } from '../../shared/domain/export-job.ts';
import { closeAccountNotice, openAccountPage, tryAgain } from '../state/account.ts';
import { openDialog } from '../state/dialogs.ts';
import { exportForEditors } from '../state/exports.ts';
import type { AccountNotice } from '../state/model.ts';
import { useWindow } from '../state/store.ts';
import { failureText } from '../locales/sentences.ts';
import { useText } from '../locales/text.ts';
import { Registering } from '../settings/registering.tsx';
import { Button, Spinner } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';

/**
 * Over the stage, once: why the account stands in the way, what registering gives, and what else leads on. Nothing beneath is
 * blocked, so the focus stays where it is.
 */
export function AccountCard() {
  const notice = useWindow((state) => state.accountNotice.shown);
  if (notice === null) return null;
  return (
    <div role="alert" className="pointer-events-none absolute inset-x-0 top-0 z-20 flex max-h-full justify-center p-4">
      <Card key={notice.reason} notice={notice} />
    </div>
  );
}

function Card({ notice }: { readonly notice: AccountNotice }) {
  const { t } = useText();
  const id = useId();
  const isAnonymous = useWindow((state) => state.account === 'anonymous');
  const { reason, projectId } = notice;
  const job = useWindow((state) => state.exports.find((one) => one.id === notice.exportId));
  const card = useRef<HTMLElement>(null);
  const close = () => {
    const hadFocus = card.current?.contains(document.activeElement) === true;
    closeAccountNotice();
    if (hadFocus) document.getElementById('message')?.focus();
  };
  useEscape(card, close);
  return (
    <section
      role="dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-why`}
      ref={card}
      className="pointer-events-auto flex min-h-0 w-[min(460px,100%)] flex-col gap-4 overflow-y-auto rounded-card border border-line-strong bg-panel p-5 text-ink shadow-xl max-[760px]:p-4"
    >
      <div className="flex items-start gap-3">
        <CircleUser size={20} aria-hidden className="mt-px shrink-0 text-accent" />
        <div className="min-w-0 flex-1">
          <h2 id={`${id}-title`} className="text-[15px] font-semibold">
            {t(`account.notice.${reason}`)}
          </h2>
          <Why id={`${id}-why`} reason={reason} />
        </div>
        <IconButton icon={X} size={16} name={t('shell.dismiss')} className="-mt-1 -mr-1.5 size-7!" onClick={close} />
      </div>
      {isAnonymous && <Registering />}
      <div className="flex flex-wrap items-center gap-2 [&>button]:h-auto [&>button]:min-h-7 [&>button]:shrink [&>button]:whitespace-normal">
        <Button look="primary" onClick={() => openAccountPage(isAnonymous ? 'register' : 'top-up', projectId)}>
          {t(
            !isAnonymous ? 'account.openPage' : reason === 'token-spent' ? 'account.signInOrRegister' : 'chat.register',
          )}
        </Button>
        <TryAgain notice={notice} isAnonymous={isAnonymous} />
        {isAnonymous && (
          <Button look="bare" className="mr-0" onClick={() => openDialog({ kind: 'settings', section: 'account' })}>
            {t('account.enterCode')}
          </Button>
        )}
      </div>
      {job !== undefined && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-3.5">
          <p className="min-w-[min(192px,100%)] flex-1 text-sm text-balance text-dim">{t('account.packageHint')}</p>
          <Button look="quiet" onClick={() => exportForEditors(job)}>
            {t('interchange.start')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Why({ id, reason }: { readonly id: string; readonly reason: AccountNotice['reason'] }) {
  const { t } = useText();
  const count = useWindow((state) => state.credits?.available ?? 0);
  const connection = useWindow((state) => state.connection);
  const until = connection.state === 'spent' ? connection.until : null;
  const spent = { code: 'token-spent', ...(until !== null && { params: { until } }) } as const;
  const text = reason === 'token-spent' ? failureText(t, spent) : t(`account.noticeWhy.${reason}`, { count });
  const title = t(`account.notice.${reason}`);
  // The sentence goes on where the title has begun it; the mark between them is heard, not seen.
  const [rest, mark] = text.startsWith(title) ? split(text.slice(title.length)) : [text, ''];
  return (
    <>
      <span className="sr-only">{mark}</span>
      <p id={id} className="mt-0.5 text-balance text-dim">
        {rest}
      </p>
    </>
  );
}

function split(text: string): readonly [rest: string, mark: string] {
  const [mark = ''] = /^\p{P}?\s*/u.exec(text) ?? [];
  return [text.slice(mark.length), mark];
}

/** Asks once more, and says where nothing has changed. */
function TryAgain({ notice, isAnonymous }: { readonly notice: AccountNotice; readonly isAnonymous: boolean }) {
  const { t } = useText();
  const [step, setStep] = useState<'idle' | 'trying' | 'in-vain'>('idle');
  const isWaiting = useIsWaiting(notice);
  const isTrying = step === 'trying' || isWaiting;
  const press = async () => {
    setStep('trying');
    await tryAgain(notice);
    setStep('in-vain');
  };
  return (
    <>
      <Button disabled={isTrying} onClick={() => void press()}>
        {isTrying && <Spinner />}
        {t(isAnonymous ? 'account.tryAgain' : 'account.tryAgainTopped')}
      </Button>
      {step === 'in-vain' && !isTrying && (
        <p role="status" className="order-last w-full text-sm text-bad">
          {t(isAnonymous ? 'account.inVain' : 'account.inVainTopped')}
        </p>
      )}
    </>
  );
}

/** Whether main is at what the notice is about. */
function useIsWaiting({ exportId, reason }: AccountNotice): boolean {
  return useWindow(({ exports, connection }) => {
    if (reason === 'token-spent') return connection.state === 'connecting';
    const job = exports.find(({ id }) => id === exportId);
    return job !== undefined && !isExportOver(job.state);
  });
}

/** Escape closes it while the focus is in it. */
function useEscape(card: RefObject<HTMLElement | null>, close: () => void): void {
  const onClose = useEffectEvent(close);
  useEffect(() => {
    const element = card.current;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  }, [card]);
}
