import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../locales/text.ts';
import { forgetAgain, offerRestore, lastChange } from '../state/restore.ts';
import { backToNow } from '../state/player.ts';
import { useWindow } from '../state/store.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';

/** Above the message: which version it will edit, where the eye or the words say another one. */
export function VersionNotes({ projectId }: { readonly projectId: string }) {
  const { t } = useText();
  const past = useWindow(({ player: { past } }) => (past?.projectId === projectId ? past.timeline.version : null));
  return (
    <div className="mb-2 flex flex-col gap-1 empty:hidden">
      {past !== null && (
        <Note words={t('versions.messageEdits', { version: past })}>
          <Button look="bare" onClick={backToNow}>
            {t('versions.now')}
          </Button>
        </Note>
      )}
      <AgainNote projectId={projectId} />
    </div>
  );
}

/** An earlier message is written anew: what came after it is still there. */
function AgainNote({ projectId }: { readonly projectId: string }) {
  const { t } = useText();
  const again = useWindow((state) => state.composers[projectId]?.again ?? null);
  const canUndo = useWindow((state) => lastChange(state.views[projectId]) !== null);
  if (again === null) return null;
  return (
    <Note words={t('versions.againStays')}>
      {canUndo && (
        <Button look="bare" onClick={() => void offerRestore(projectId, again)}>
          {t('versions.againBack')}
        </Button>
      )}
      <IconButton
        icon={X}
        size={13}
        className="size-5!"
        name={t('shell.dismiss')}
        onClick={() => forgetAgain(projectId)}
      />
    </Note>
  );
}

function Note({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <div role="status" className="flex gap-2 px-1 text-sm text-dim">
      <span aria-hidden className="mt-[6px] size-[7px] shrink-0 rounded-full bg-accent" />
      <span className="min-w-0 flex-1">
        <span className="mr-3">{words}</span>
        <span className="inline-flex items-center gap-2">{children}</span>
      </span>
    </div>
  );
}
