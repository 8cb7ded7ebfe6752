import { Plus, Settings as Gear } from 'lucide-react';
import { Exports } from '../exports/exports.tsx';
import { Button } from '../shell/button.tsx';
import { Tip } from '../shell/tip.tsx';
import { createProject } from '../state/client.ts';
import { showSettings } from '../state/deeds.ts';
import { useText } from '../text/text.ts';
import { ProjectList } from './project-list.tsx';

const shortcut = navigator.platform.startsWith('Mac') ? '⌘N' : 'Ctrl N';

/** The left column: all projects, and at its foot the exports, as long as there is room for them. */
export function ProjectsColumn({ narrow }: { readonly narrow: boolean }) {
  const { t } = useText();
  return (
    <div className="flex min-h-0 flex-col border-r border-line bg-panel">
      <nav aria-label={t('projects.title')} className="flex min-h-0 flex-1 flex-col">
        <div className={narrow ? 'px-2 pt-3 pb-2' : 'px-3 pt-3 pb-2'}>
          <NewProjectButton narrow={narrow} />
        </div>
        <ProjectList narrow={narrow} />
      </nav>
      {!narrow && (
        <>
          <div className="mx-3 flex max-h-[42%] min-h-0 shrink-0 flex-col border-t border-line">
            <Exports />
          </div>
          <div className="px-3 pb-3">
            <Button
              look="icon"
              className="h-7 w-auto! justify-start gap-2! px-1.5 text-sm"
              onClick={() => showSettings(true)}
            >
              <Gear size={14} aria-hidden />
              {t('shell.settings')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

function NewProjectButton({ narrow }: { readonly narrow: boolean }) {
  const { t } = useText();
  const look =
    'flex h-9 w-full items-center rounded-control border border-dashed border-line-strong text-dim transition-colors hover:bg-raised hover:text-ink';
  if (narrow)
    return (
      <Tip text={`${t('projects.create')} · ${shortcut}`} side="right">
        <button
          type="button"
          aria-label={t('projects.create')}
          className={`${look} justify-center`}
          onClick={() => void createProject()}
        >
          <Plus size={16} aria-hidden />
        </button>
      </Tip>
    );
  return (
    <button type="button" className={`${look} justify-between px-2.5`} onClick={() => void createProject()}>
      {t('projects.create')}
      <kbd aria-hidden className="font-sans text-sm text-faint">
        {shortcut}
      </kbd>
    </button>
  );
}
