import { CircleAlert, CircleCheck, Clock3, X, type LucideIcon } from 'lucide-react';
import type { StartupReportItem, StartupOutcome } from '../../shared/domain/startup-report.ts';
import { projectName } from '../locales/project-status.ts';
import { ask } from '../state/client.ts';
import { showStartupReport } from '../state/projects.ts';
import { useWindow } from '../state/store.ts';
import { failureText } from '../locales/sentences.ts';
import { useText } from '../locales/text.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { FileName } from '../ui/file-name.tsx';

const looks: Readonly<Record<StartupOutcome, readonly [icon: LucideIcon, ink: string]>> = {
  saved: [CircleCheck, 'text-good'],
  answered: [CircleCheck, 'text-good'],
  'export-failed': [CircleAlert, 'text-bad'],
  'answer-failed': [CircleAlert, 'text-bad'],
  'answer-unknown': [CircleAlert, 'text-bad'],
  'not-sent': [Clock3, 'text-dim'],
  'not-uploaded': [CircleAlert, 'text-bad'],
};

/** What is named by a file; the rest by a message. */
const ofFiles: ReadonlySet<StartupOutcome> = new Set(['saved', 'export-failed', 'not-uploaded']);

/**
 * Says what became of the work that was under way at the last end of the app, with a way to each. Covers nothing, and
 * goes once read.
 */
export function StartupReportCard() {
  const { t } = useText();
  const items = useWindow((state) => state.startupReport);
  if (items.length === 0) return null;
  return (
    <section
      aria-label={t('startupReport.title')}
      aria-live="polite"
      className="flex shrink-0 flex-col border-b border-line bg-raised px-4 py-2"
    >
      <div className="flex items-center justify-between gap-3">
        <h2 className="font-semibold">{t('startupReport.title')}</h2>
        <IconButton icon={X} name={t('shell.dismiss')} onClick={() => void ask('app.dismissStartupReport', {})} />
      </div>
      <ul className="flex flex-col">
        {items.map((item) => (
          <StartupReportLine key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

function StartupReportLine({ item }: { readonly item: StartupReportItem }) {
  const { t } = useText();
  const project = useWindow((state) => state.projects.find(({ id }) => id === item.projectId));
  const [Icon, ink] = looks[item.outcome];
  const name = item.name.trim().split(/\r?\n/, 1)[0] ?? '';
  const called = project === undefined ? '' : projectName(t, project);
  // A project that nobody named is called as its first message begins: said once is enough.
  const more =
    item.failure !== null ? failureText(t, item.failure) : name.startsWith(called.replace(/…$/, '')) ? '' : called;
  return (
    <li className="flex min-h-7 items-center gap-2.5">
      <Icon size={14} aria-hidden className={`shrink-0 ${ink}`} />
      <p className="flex min-w-0 flex-1 items-baseline gap-x-2">
        <span className="max-w-40 min-w-24 shrink-0">{t(`startupReport.${item.outcome}`)}</span>
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
          {ofFiles.has(item.outcome) ? (
            <FileName name={name} lines={1} className="max-w-[64ch] font-medium" />
          ) : (
            <span dir="auto" className="max-w-[64ch] min-w-16 truncate font-medium" title={item.name}>
              {name}
            </span>
          )}
          <span className="min-w-0 text-sm wrap-anywhere text-dim">{more}</span>
        </span>
      </p>
      <Button
        look="bare"
        aria-label={t('startupReport.showOne', { name })}
        onClick={() => void showStartupReport(item)}
      >
        {t('startupReport.show')}
      </Button>
    </li>
  );
}
