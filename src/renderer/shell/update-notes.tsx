import type { NewVersion } from '../../shared/domain/update.ts';
import { Markdown } from '../chat/markdown.tsx';
import { useText } from '../locales/text.ts';
import { closeDialog } from '../state/dialogs.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';

/** What a newer version brings, in the words of those who made it; drawn like an answer of the agent, since it comes from outside, too. */
export function UpdateNotes({ next: { version, notes } }: { readonly next: NewVersion }) {
  const { t } = useText();
  return (
    <DialogFrame
      title={t('update.notesTitle', { version })}
      size="max-h-[min(640px,calc(100vh-32px))] w-[min(560px,calc(100vw-32px))]"
      onClose={() => closeDialog('update-notes')}
    >
      <div
        tabIndex={0}
        role="region"
        aria-label={t('help.whatsNew')}
        className="overflow-y-auto px-5 py-4 select-text focus-visible:-outline-offset-2"
      >
        <Markdown text={notes} />
      </div>
    </DialogFrame>
  );
}
