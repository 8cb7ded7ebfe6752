import { type ReactNode, useEffect, useState } from 'react';
import type { ClearableData, LocalData } from '../../shared/domain/local-data.ts';
import { Button, Spinner } from '../ui/button.tsx';
import { Hint } from '../ui/fields.tsx';
import { focusWhenShown } from '../ui/focus-when-shown.ts';
import { ask } from '../state/client.ts';
import { closeDialog } from '../state/dialogs.ts';
import { size } from '../locales/format.ts';
import { useText } from '../locales/text.ts';

type RowProps = {
  readonly name: string;
  readonly hint: string;
  /** How much there is, or what came of it. */
  readonly note?: string | undefined;
  readonly done?: string | undefined;
  readonly children: ReactNode;
};

function Row({ name, hint, note, done, children }: RowProps) {
  return (
    <div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
        <p className="min-w-24 flex-1 font-medium">{name}</p>
        <span className="text-dim tabular">{note}</span>
        {children}
      </div>
      <Hint>{hint}</Hint>
      <p role="status" className="text-sm text-good not-empty:mt-1.5">
        {done}
      </p>
    </div>
  );
}

export function ClipsRow() {
  const { t } = useText();
  return <ClearRow what="clips" name={t('storage.clips')} hint={t('storage.clipsHint')} />;
}

export function ProxiesRow() {
  const { t } = useText();
  return <ClearRow what="proxies" name={t('storage.proxies')} hint={t('storage.proxiesHint')} />;
}

type ClearProps = { readonly what: ClearableData; readonly name: string; readonly hint: string };

function ClearRow({ what, name, hint }: ClearProps) {
  const { t } = useText();
  const [sizes, setSizes] = useState<LocalData | null>(null);
  const [freed, setFreed] = useState<number | null>(null);
  const [clearing, setClearing] = useState(false);
  // Again after it was cleared.
  useEffect(() => {
    void ask('localData.sizes', {}, 'quiet').then((answer) => answer.ok && setSizes(answer.data));
  }, [freed]);
  const clear = async () => {
    setClearing(true);
    const answer = await ask('localData.clear', { what });
    setClearing(false);
    setFreed(answer.ok ? answer.data : null);
  };
  const done =
    freed === null
      ? undefined
      : freed === 0
        ? t('storage.nothingToClear')
        : t('storage.cleared', { size: size(freed) });
  return (
    <Row name={name} hint={hint} note={sizes === null ? undefined : size(sizes[what])} done={done}>
      <Button
        aria-label={t('storage.clearName', { name })}
        disabled={clearing || sizes === null || sizes[what] === 0}
        onClick={() => void clear()}
      >
        {clearing && <Spinner />}
        {t('storage.clear')}
      </Button>
    </Row>
  );
}

export function ExportDataRow() {
  const { t } = useText();
  const [folder, setFolder] = useState<string | null>(null);
  const [writing, setWriting] = useState(false);
  const write = async () => {
    setWriting(true);
    setFolder(null);
    const answer = await ask('localData.export', {});
    setWriting(false);
    if (answer.ok) setFolder(answer.data);
  };
  return (
    <Row
      name={t('storage.export')}
      hint={t('storage.exportHint')}
      done={folder === null ? undefined : t('storage.exported', { name: folder })}
    >
      <Button disabled={writing} onClick={() => void write()}>
        {writing && <Spinner />}
        {t('storage.exportNow')}
      </Button>
    </Row>
  );
}

/** Asks twice, in place: nothing brings any of it back. The safe answer has the focus. */
export function DeleteAllRow() {
  const { t } = useText();
  const [step, setStep] = useState<'idle' | 'asks' | 'asks-again' | 'deleting'>('idle');
  const [history, setHistory] = useState<number | null>(null);
  useEffect(() => {
    void ask('localData.sizes', {}, 'quiet').then((answer) => answer.ok && setHistory(answer.data.history));
  }, []);
  const remove = async () => {
    setStep('deleting');
    const answer = await ask('localData.deleteAll', {});
    setStep('idle');
    if (answer.ok) closeDialog('settings');
  };
  if (step === 'idle')
    return (
      <Row
        name={t('storage.all')}
        hint={t('storage.allHint')}
        note={history === null ? undefined : t('storage.history', { size: size(history) })}
      >
        <Button className="text-bad!" onClick={() => setStep('asks')}>
          {t('storage.deleteAll')}
        </Button>
      </Row>
    );
  const isFirst = step === 'asks';
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2 rounded-control bg-bubble px-3 py-2.5">
      <p className="min-w-56 flex-1">{t(isFirst ? 'storage.ask' : 'storage.sure')}</p>
      <Button
        key={isFirst ? 'first' : 'again'}
        ref={focusWhenShown}
        disabled={step === 'deleting'}
        onClick={() => setStep('idle')}
      >
        {t('storage.keep')}
      </Button>
      <Button
        className="text-bad!"
        disabled={step === 'deleting'}
        onClick={() => (isFirst ? setStep('asks-again') : void remove())}
      >
        {step === 'deleting' && <Spinner />}
        {t(isFirst ? 'storage.askYes' : 'storage.sureYes')}
      </Button>
    </div>
  );
}
