import { type RefObject, useRef, useState } from 'react';
import { asksConsent, type Failure } from '../../shared/domain/failure.ts';
import { OverCeiling } from '../chat/over-ceiling.tsx';
import { useText } from '../locales/text.ts';
import { closeDialog } from '../state/dialogs.ts';
import { sendRestore, writeRestore } from '../state/restore.ts';
import type { RestoreEntry } from '../state/model.ts';
import { useWindow } from '../state/store.ts';
import { Button } from '../ui/button.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { failureText } from '../locales/sentences.ts';

/** What the agent would be asked for to go back, and what that may cost. Nothing goes before the user sends it. */
export function RestoreDialog({ entry }: { readonly entry: RestoreEntry }) {
  const { t } = useText();
  const send = useRef<HTMLButtonElement>(null);
  const { request, isUndo } = entry;
  const { version, lines } = request;
  const close = (): void => closeDialog('restore');
  return (
    <DialogFrame
      title={isUndo ? t('versions.undoTitle') : t('versions.backTitle', { version })}
      size="w-[min(520px,calc(100vw-32px))]"
      initialFocus={send}
      onClose={close}
    >
      <div className="flex min-h-0 flex-col gap-3 px-5 py-4">
        {lines.length === 0 ? (
          <p>{t('versions.nothingToDo', { version })}</p>
        ) : (
          <>
            <p className="text-dim">{t('versions.restoreHint', { version })}</p>
            <ol
              aria-label={t('versions.restoreRequest')}
              tabIndex={0}
              className="flex min-h-0 list-decimal flex-col gap-1 overflow-y-auto rounded-card border border-line bg-raised py-2.5 pr-3 pl-9 select-text marker:text-faint marker:tabular-nums"
            >
              {lines.slice(0, mostLines).map((line, index) => (
                <li key={index} dir="auto" className="wrap-anywhere">
                  {line}
                </li>
              ))}
              {lines.length > mostLines && (
                <li className="list-none text-faint">{t('shell.moreRows', { count: lines.length - mostLines })}</li>
              )}
            </ol>
            <p className="text-sm text-dim">{t('versions.staysInList')}</p>
          </>
        )}
      </div>
      <Actions entry={entry} send={send} onClose={close} />
    </DialogFrame>
  );
}

/** As many as anybody reads; the message has all of them. */
const mostLines = 100;

type ActionsProps = {
  readonly entry: RestoreEntry;
  readonly send: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
};

function Actions({ entry, send, onClose }: ActionsProps) {
  const { t } = useText();
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const [isSending, setIsSending] = useState(false);
  const { projectId, request } = entry;
  const isEmpty = request.lines.length === 0;
  const run = async (anyway: boolean): Promise<void> => {
    setIsSending(true);
    setRefusal(await sendRestore(entry, anyway));
    setIsSending(false);
  };
  return (
    <footer className="flex shrink-0 flex-wrap items-center gap-2 border-t border-line px-5 py-3">
      {refusal !== null && asksConsent(refusal) && (
        <OverCeiling warning={refusal} onAnyway={() => void run(true)} onDismiss={() => setRefusal(null)} />
      )}
      {refusal !== null && !asksConsent(refusal) && (
        <p role="alert" className="basis-full text-sm text-bad">
          {failureText(t, refusal)}
        </p>
      )}
      {!isEmpty && <Cost projectId={projectId} entry={entry} />}
      <div className="ml-auto flex gap-2">
        {!isEmpty && <Button onClick={() => writeRestore(entry)}>{t('versions.changeWords')}</Button>}
        <Button ref={isEmpty ? send : undefined} onClick={onClose}>
          {t(isEmpty ? 'settings.close' : 'shell.cancel')}
        </Button>
        {!isEmpty && (
          <Button ref={send} look="primary" disabled={isSending} onClick={() => void run(false)}>
            {t('versions.askAgent')}
          </Button>
        )}
      </div>
    </footer>
  );
}

/** "About 3 credits. You have 52." */
function Cost({ projectId, entry }: { readonly projectId: string; readonly entry: RestoreEntry }) {
  const { t } = useText();
  const likely = useWindow((state) => state.views[projectId]?.likelyCost[entry.request.cost] ?? 0);
  const credits = useWindow((state) => state.credits);
  const isShort = credits !== null && credits.available < likely;
  return (
    <p className={`text-sm tabular ${isShort ? 'text-bad' : 'text-dim'}`}>
      {[
        ...(likely > 0 ? [t('versions.cost', { count: likely })] : []),
        ...(credits === null ? [] : [t('versions.balance', { count: credits.available })]),
      ].join(' · ')}
    </p>
  );
}
