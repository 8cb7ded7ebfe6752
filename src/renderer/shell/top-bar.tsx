import { ExternalLink, Images, Settings as Gear } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { ExportButton } from '../exports/export-button.tsx';
import { RenameField } from '../projects/rename-field.tsx';
import { projectName } from '../locales/project-status.ts';
import { ask } from '../state/client.ts';
import { openDialog, showPopover } from '../state/dialogs.ts';
import { startRenaming } from '../state/projects.ts';
import { useOpenProject, useOpenView, useShownBatch, useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { Button } from '../ui/button.tsx';
import { accelerators } from '../../shared/domain/menu-command.ts';
import { keysOf } from '../ui/keys.ts';
import { Tip } from '../ui/tip.tsx';
import { useNarrow, useProjectsFolded } from '../state/layout.ts';

// Loaded on demand: only narrow windows need it.
const ExportsPill = lazy(async () => ({ default: (await import('../exports/exports-pill.tsx')).ExportsPill }));

export function TopBar() {
  const { t } = useText();
  const batch = useShownBatch();
  const project = useOpenProject();
  const rehearsal = useWindow((state) => state.rehearsal);
  const narrow = useProjectsFolded();
  const hasExports = useWindow(({ exports, interchanges }) => exports.length + interchanges.length > 0);
  const renaming = useWindow((state) => state.projectList.renamingId === state.openProjectId) && narrow;
  return (
    <header className="flex h-11 shrink-0 items-center gap-3 overflow-x-auto overflow-y-hidden border-b border-line bg-panel px-4 max-[760px]:gap-2 max-[760px]:px-2">
      <h1 className="flex min-w-0 items-center gap-2.5 font-semibold">
        <span className="max-[760px]:hidden">Rushes</span>
        {batch !== null && (
          <>
            <Slash />
            <span className="truncate">{t('batch.name', { count: batch.items.length })}</span>
          </>
        )}
        {batch === null && project !== null && (
          <>
            <Slash />
            {renaming ? (
              <RenameField project={project} className="w-44 border-b border-accent font-semibold!" />
            ) : (
              <span
                dir="auto"
                className="truncate"
                title={projectName(t, project)}
                onDoubleClick={() => startRenaming(project.id)}
              >
                {projectName(t, project)}
              </span>
            )}
          </>
        )}
      </h1>
      <ConnectionStatus />
      {rehearsal && (
        <>
          <Tip text={t('shell.rehearsalHint')}>
            <span
              tabIndex={0}
              className="shrink-0 rounded-full border border-line-strong px-2 py-px text-xs font-medium text-dim"
            >
              {t('shell.rehearsal')}
            </span>
          </Tip>
          <Button look="quiet" onClick={() => void ask('rehearsal.leave', {})}>
            {t('account.leaveRehearsal')}
          </Button>
        </>
      )}
      <div className="ml-auto flex shrink-0 items-center gap-2">
        <Suspense>{narrow && hasExports && <ExportsPill />}</Suspense>
        <CreditsPill />
        {narrow && (
          <Button look="icon" aria-label={t('shell.settings')} onClick={() => openDialog({ kind: 'settings' })}>
            <Gear size={16} aria-hidden />
          </Button>
        )}
        {batch === null && (
          <>
            <ProjectMediaButton />
            <BrowserButton />
            {rehearsal && <MakeRealButton />}
            <ExportButton />
          </>
        )}
      </div>
    </header>
  );
}

function Slash() {
  return (
    <span aria-hidden className="font-normal text-faint max-[760px]:hidden">
      /
    </span>
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

/** Opens and closes the files of the project beside the stage. */
function ProjectMediaButton() {
  const { t } = useText();
  const open = useWindow((state) => state.popover === 'projectMedia');
  return (
    <Tip text={`${t('projectMedia.open')} · ${keysOf(accelerators.projectMedia)}`}>
      <Button
        id="project-media-button"
        look="icon"
        aria-label={t('projectMedia.title')}
        aria-pressed={open}
        className={open ? 'bg-bubble' : ''}
        onClick={() => showPopover('projectMedia', !open)}
      >
        <Images size={16} aria-hidden />
      </Button>
    </Tip>
  );
}

/** Opens the project's page in the browser; it exists as soon as the user has said something. */
function BrowserButton() {
  const { t } = useText();
  const projectId = useWindow((state) => state.openProjectId);
  const narrow = useNarrow();
  const empty = useWindow((state) => (state.views[projectId]?.turns.length ?? 0) === 0);
  const rehearsal = useWindow((state) => state.rehearsal);
  const open = () => void ask('app.openLink', { link: 'project', projectId });
  if (empty || rehearsal) return null;
  if (!narrow) return <Button onClick={open}>{t('shell.openInBrowser')}</Button>;
  return (
    <Tip text={t('shell.openInBrowser')}>
      <Button look="icon" aria-label={t('shell.openInBrowser')} onClick={open}>
        <ExternalLink size={15} aria-hidden />
      </Button>
    </Tip>
  );
}

/** Takes what was said in the rehearsal to the service, where it waits to be looked at. */
function MakeRealButton() {
  const { t } = useText();
  const projectId = useWindow((state) => state.openProjectId);
  const empty = useOpenView((view) => (view?.timeline ?? null) === null);
  if (empty) return null;
  return (
    <Tip text={t('review.makeRealHint')}>
      <Button onClick={() => void ask('rehearsal.makeReal', { projectId })}>{t('review.makeReal')}</Button>
    </Tip>
  );
}

const dots = {
  connecting: 'bg-accent animate-pulse',
  ready: 'bg-good',
  offline: 'bg-bad',
  spent: 'bg-accent',
} as const;

/** Whether the cloud can be reached, in one word. */
function ConnectionStatus() {
  const { t } = useText();
  const state = useWindow(({ connection }) => connection.state);
  return (
    <div role="status" aria-label={t('shell.connection')} className="flex shrink-0 items-center gap-2 text-dim">
      <span aria-hidden className={`size-[7px] rounded-full ${dots[state]}`} />
      {state === 'spent' ? t('account.spent') : t(`shell.${state}`)}
    </div>
  );
}
