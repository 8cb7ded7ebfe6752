import { PanelLeftClose, PanelLeftOpen, Plus, Search, Settings as Gear } from 'lucide-react';
import { BatchEntries } from '../batch/batch-entries.tsx';
import { Exports } from '../exports/exports.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Tip } from '../ui/tip.tsx';
import { chord } from '../ui/keys.ts';
import { createProject } from '../state/client.ts';
import { openDialog, openCommands } from '../state/dialogs.ts';
import { fold } from '../state/layout.ts';
import { useText } from '../locales/text.ts';
import { ProjectList } from '../projects/project-list.tsx';
import { UndoLines } from '../projects/undo-lines.tsx';

const shortcut = chord('N');
const searchShortcut = chord('F');

/** The left column: all projects, and at its foot the exports, as long as there is room for them. */
export function ProjectsColumn({ narrow }: { readonly narrow: boolean }) {
  const { t } = useText();
  return (
    <div className="flex min-h-0 flex-1 flex-col border-r border-line bg-panel">
      <nav aria-label={t('projects.title')} className="flex min-h-0 flex-1 flex-col">
        <div className={narrow ? 'px-2 pt-3 pb-2' : 'px-3 pt-3 pb-2'}>
          <NewProjectButton narrow={narrow} />
          <SearchButton narrow={narrow} />
        </div>
        <BatchEntries narrow={narrow} />
        <ProjectList narrow={narrow} />
        {!narrow && <UndoLines className="mx-3 border-t border-line px-1.5 py-2" />}
      </nav>
      {!narrow && (
        <>
          <div className="mx-3 flex max-h-[42%] min-h-0 shrink-0 flex-col border-t border-line">
            <Exports />
          </div>
          <div className="flex items-center justify-between px-3 pb-3">
            <Button
              look="icon"
              className="h-7 w-auto! justify-start gap-2! px-1.5 text-sm"
              onClick={() => openDialog({ kind: 'settings' })}
            >
              <Gear size={14} aria-hidden />
              {t('shell.settings')}
            </Button>
            <FoldButton narrow={false} />
          </div>
        </>
      )}
      {narrow && (
        <div className="flex justify-center pb-3">
          <FoldButton narrow />
        </div>
      )}
    </div>
  );
}

function FoldButton({ narrow }: { readonly narrow: boolean }) {
  const { t } = useText();
  const name = t(narrow ? 'layout.show.projects' : 'layout.hide.projects');
  return (
    <IconButton
      icon={narrow ? PanelLeftOpen : PanelLeftClose}
      size={15}
      name={name}
      tip={name}
      side="right"
      className="size-7!"
      aria-expanded={!narrow}
      onClick={() => fold('projects', !narrow)}
    />
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

function SearchButton({ narrow }: { readonly narrow: boolean }) {
  const { t } = useText();
  const button = (
    <button
      type="button"
      {...(narrow && { 'aria-label': t('commands.search') })}
      className={`mt-1.5 flex h-8 w-full items-center gap-2 rounded-control text-sm text-faint transition-colors hover:bg-raised hover:text-ink ${narrow ? 'justify-center' : 'px-2.5'}`}
      onClick={() => openCommands({ kind: 'search', query: '' })}
    >
      <Search size={narrow ? 15 : 13} aria-hidden />
      {!narrow && (
        <>
          {t('shell.search')}
          <kbd aria-hidden className="ml-auto font-sans">
            {searchShortcut}
          </kbd>
        </>
      )}
    </button>
  );
  if (!narrow) return button;
  return (
    <Tip text={`${t('commands.search')} · ${searchShortcut}`} side="right">
      {button}
    </Tip>
  );
}
