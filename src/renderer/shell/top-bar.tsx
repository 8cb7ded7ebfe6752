import { Settings as Gear } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { projectName } from '../projects/status.ts';
import { ask } from '../state/client.ts';
import { showSettings } from '../state/deeds.ts';
import { useOpenProject, useOpenView, useWindow } from '../state/store.ts';
import { useText } from '../text/text.ts';
import { Button } from './button.tsx';
import { ConnectionStatus } from './connection.tsx';
import { Tip } from './tip.tsx';
import { useNarrow } from './use-narrow.ts';

// Only narrow windows have it, and it brings its own machinery.
const ExportsPill = lazy(async () => ({ default: (await import('../exports/exports-pill.tsx')).ExportsPill }));

export function TopBar() {
  const { t } = useText();
  const project = useOpenProject();
  const rehearsal = useWindow((state) => state.rehearsal);
  const narrow = useNarrow();
  return (
    <header className="flex h-11 shrink-0 items-center gap-3 border-b border-line bg-panel px-4">
      <h1 className="flex min-w-0 items-center gap-2.5 font-semibold">
        <span className="max-[760px]:hidden">Rushes</span>
        {project !== null && (
          <>
            <span aria-hidden className="font-normal text-faint max-[760px]:hidden">
              /
            </span>
            <span className="truncate" title={projectName(t, project)}>
              {projectName(t, project)}
            </span>
          </>
        )}
      </h1>
      <ConnectionStatus />
      {rehearsal && (
        <Tip text={t('shell.rehearsalHint')}>
          <span
            tabIndex={0}
            className="shrink-0 rounded-full border border-line-strong px-2 py-px text-xs font-medium text-dim"
          >
            {t('shell.rehearsal')}
          </span>
        </Tip>
      )}
      <div className="ml-auto flex shrink-0 items-center gap-2">
        <Suspense>{narrow && <ExportsPill />}</Suspense>
        <CreditsPill />
        {narrow && (
          <Button look="icon" aria-label={t('shell.settings')} onClick={() => showSettings(true)}>
            <Gear size={16} aria-hidden />
          </Button>
        )}
        <ExportButton />
      </div>
    </header>
  );
}

function CreditsPill() {
  const { t } = useText();
  const credits = useWindow((state) => state.credits);
  return (
    <Tip text={t('shell.creditsHint')}>
      <button
        type="button"
        aria-label={t('shell.credits')}
        aria-describedby="credits-left"
        onClick={() => void ask('credits.refresh', {})}
        className="flex h-7 shrink-0 items-center rounded-full border border-line-strong px-3 whitespace-nowrap text-dim tabular transition-colors hover:bg-bubble"
      >
        <span id="credits-left">
          {credits === null ? (
            t('shell.creditsUnknown')
          ) : (
            <>
              <CreditsAmount count={credits.available} />
              {credits.frozen > 0 && (
                <span className="max-[760px]:hidden"> · {t('shell.creditsHeld', { held: credits.frozen })}</span>
              )}
            </>
          )}
        </span>
      </button>
    </Tip>
  );
}

/** "52 credits" with the number in ink: what is read first is how many. */
function CreditsAmount({ count }: { readonly count: number }) {
  const { t } = useText();
  const [before, after] = t('shell.creditsLeft', { count }).split(String(count));
  return (
    <>
      {before}
      <span className="font-semibold text-ink">{count}</span>
      {after}
    </>
  );
}

function ExportButton() {
  const { t } = useText();
  const projectId = useWindow((state) => state.openProjectId);
  const empty = useOpenView()?.timeline === null;
  return (
    <Button
      look={empty ? 'plain' : 'primary'}
      disabled={projectId === ''}
      onClick={() => void ask('export.start', { projectId })}
    >
      {t('shell.export')}
    </Button>
  );
}
