import { closeDialog, openDialog } from '../state/dialogs.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { Button } from '../ui/button.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { useCopy } from '../ui/use-copy.ts';
import { useDiagnostics } from './report.tsx';

/** Shows what a report may tell of this computer, and copies it when it has been seen. */
export function Diagnostics() {
  const { t } = useText();
  const hasPage = useWindow((state) => state.hasHomepage);
  const text = useDiagnostics();
  const { copied, copy } = useCopy();
  return (
    <DialogFrame
      title={t('help.diagnosticsTitle')}
      size="w-[min(640px,calc(100vw-32px))]"
      onClose={() => closeDialog('diagnostics')}
    >
      <div className="flex min-h-0 flex-col gap-4 p-5">
        <p className="text-dim">{t('help.diagnosticsText')}</p>
        <pre
          tabIndex={0}
          role="region"
          aria-label={t('help.diagnosticsTitle')}
          className="max-h-[46vh] min-h-24 overflow-auto rounded-control border border-line bg-ground p-3 font-mono text-xs whitespace-pre-wrap text-dim select-text"
        >
          {text ?? ''}
        </pre>
        <div className="flex flex-wrap justify-end gap-2">
          {hasPage && <Button onClick={() => openDialog({ kind: 'report' })}>{t('help.report')}</Button>}
          <Button look="primary" disabled={text === null} onClick={() => text !== null && copy(text)}>
            {copied ? t('chat.copied') : t('about.copyDiagnostics')}
          </Button>
        </div>
      </div>
    </DialogFrame>
  );
}
