import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Hint } from '../ui/fields.tsx';
import { ask } from '../state/client.ts';
import { openDialog } from '../state/dialogs.ts';
import { useWindow } from '../state/store.ts';
import { useAnswer } from '../state/use-answer.ts';
import { size } from '../locales/format.ts';
import { useText } from '../locales/text.ts';
import { useCopy } from '../ui/use-copy.ts';
import { Row } from './about-row.tsx';

function useAbout() {
  const answer = useAnswer('app.about', {}, 'quiet');
  return answer?.ok === true ? answer.data : null;
}

export function VersionRow() {
  const { t } = useText();
  const about = useAbout();
  return (
    <Row
      name={`Rushes ${about?.version ?? ''}`}
      hint={t('about.runsOn', { electron: about?.electron ?? '', chromium: about?.chromium ?? '' })}
    >
      <Button onClick={() => openDialog({ kind: 'whats-new' })}>{t('help.whatsNew')}</Button>
    </Row>
  );
}

export function LogsRow() {
  const { t } = useText();
  return (
    <Row name={t('about.logs')} hint={t('about.logsHint')}>
      <Button onClick={() => void ask('app.openLogs', {})}>{t('about.openLogs')}</Button>
    </Row>
  );
}

export function DiagnosticsRow() {
  const { t } = useText();
  const hasPage = useWindow((state) => state.hasHomepage);
  const { copied, copy } = useCopy();
  const read = async () => {
    const answer = await ask('app.diagnostics', {});
    if (answer.ok) copy(answer.data.text);
  };
  return (
    <Row name={t('about.diagnostics')} hint={t('help.reportCopyHint')}>
      <Button onClick={() => void read()}>{copied ? t('chat.copied') : t('about.copyDiagnostics')}</Button>
      {hasPage && <Button onClick={() => openDialog({ kind: 'report' })}>{t('help.report')}</Button>}
    </Row>
  );
}

/** What others wrote and we ship; the text of each is shown when it is opened. */
export function LicencesRow() {
  const { t } = useText();
  const about = useAbout();
  const [open, setOpen] = useState(false);
  const licences = about?.licences ?? [];
  return (
    <div>
      <Row name={t('about.licences')} hint={t('about.licencesHint')}>
        <Button aria-expanded={open} disabled={licences.length === 0} onClick={() => setOpen(!open)}>
          {t(open ? 'about.hideLicences' : 'about.showLicences', { count: licences.length })}
        </Button>
      </Row>
      <Hint>{t('about.mpl')}</Hint>
      {open && (
        <ul className="mt-3 flex flex-col gap-1">
          {licences.map(({ name, version, licence, text, bytes }) => (
            <li key={`${name} ${version}`}>
              <details>
                <summary className="cursor-default rounded-[4px]">
                  {name} {version}{' '}
                  <span className="text-dim">
                    · {licence}
                    {bytes > 0 && ` · ${size(bytes)}`}
                  </span>
                </summary>
                <pre
                  tabIndex={0}
                  role="region"
                  aria-label={name}
                  className="my-2 max-h-52 overflow-auto rounded-control border border-line bg-ground p-3 font-mono text-xs whitespace-pre-wrap text-dim select-text"
                >
                  {text || licence}
                </pre>
              </details>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
