import { Button } from '../ui/button.tsx';
import { restoreProject } from '../state/projects.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';

/** Deleted projects, for as long as they can come back. */
export function UndoLines({ className = '' }: { readonly className?: string }) {
  const { t } = useText();
  const undos = useWindow((state) => state.projectList.undos);
  return (
    <div role="status" className="empty:hidden">
      {undos.map(({ projectId, name }) => (
        <div key={projectId} className={`flex items-center gap-2 text-sm ${className}`}>
          <p dir="auto" className="min-w-0 flex-1 truncate text-dim" title={name}>
            {t('projects.deleted', { name: name === '' ? t('projects.unnamed') : name })}
          </p>
          <Button look="quiet" onClick={() => void restoreProject(projectId)}>
            {t('projects.undo')}
          </Button>
        </div>
      ))}
    </div>
  );
}
