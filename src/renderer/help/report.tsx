import { useEffect, useState } from 'react';
import { ask } from '../state/client.ts';
import { closeDialog } from '../state/dialogs.ts';
import { useText } from '../locales/text.ts';
import { Button } from '../ui/button.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { Hint } from '../ui/fields.tsx';

/** Leads to the page where problems are reported, with the diagnostics on the clipboard if the user agrees. */
export function Report() {
  const { t } = useText();
  const [copies, setCopies] = useState(true);
  const text = useDiagnostics();
  const report = async () => {
    // Nothing is lost where the clipboard refuses: the page is what was asked for.
    if (copies && text !== null) await navigator.clipboard.writeText(text).catch(() => undefined);
    closeDialog('report');
    await ask('app.reportProblem', {});
  };
  return (
    <DialogFrame
      title={t('help.reportTitle')}
      size="w-[min(520px,calc(100vw-32px))]"
      onClose={() => closeDialog('report')}
    >
      <div className="flex min-h-0 flex-col gap-4 overflow-y-auto p-5">
        <p className="text-dim">{t('help.reportText')}</p>
        <div>
          <label className="flex items-center gap-2.5 font-medium">
            <input
              type="checkbox"
              checked={copies}
              onChange={(event) => setCopies(event.target.checked)}
              className="size-4 rounded-[3px] accent-accent-fill"
            />
            {t('help.reportCopy')}
          </label>
          <Hint>{t('help.reportCopyHint')}</Hint>
        </div>
        {copies && (
          <details className="group">
            <summary className="w-fit cursor-default rounded-[4px] text-sm text-dim hover:text-ink">
              {t('help.reportShow')}
            </summary>
            <pre
              tabIndex={0}
              role="region"
              aria-label={t('help.reportShow')}
              className="mt-2 max-h-52 overflow-auto rounded-control border border-line bg-ground p-3 font-mono text-xs whitespace-pre-wrap text-dim select-text"
            >
              {text ?? t('help.reportFailed')}
            </pre>
          </details>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={() => closeDialog('report')}>{t('shell.cancel')}</Button>
          <Button look="primary" onClick={() => void report()}>
            {t('help.reportOpen')}
          </Button>
        </div>
      </div>
    </DialogFrame>
  );
}

/** What main tells of this computer; null until it is there, and where it cannot be read. */
export function useDiagnostics(): string | null {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    void ask('app.diagnostics', {}, 'quiet').then((answer) => wanted && answer.ok && setText(answer.data.text));
    return () => {
      wanted = false;
    };
  }, []);
  return text;
}
