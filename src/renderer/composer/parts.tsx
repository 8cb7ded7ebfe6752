import { FileChip } from '../files/chip.tsx';
import { Total } from '../files/total.tsx';
import { useText } from '../locales/text.ts';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';
import { Button } from '../ui/button.tsx';
import { useKeptFocus } from '../ui/kept-focus.ts';
import { Tip } from '../ui/tip.tsx';
import type { Upload } from '../../shared/domain/upload.ts';

// What the composer does not need in its first frame.
export { AttachButton } from './attach-button.tsx';
export { DecisionCards } from './decision-cards.tsx';
export { FormatButton, FormatStrip, FormatWords } from './format-strip.tsx';
export { JobLines } from '../media-tools/job-lines.tsx';
export { PermissionMenu } from './permission-menu.tsx';
export { FileTroubles, SendTroubles } from './troubles.tsx';
export { VersionNotes } from './version-notes.tsx';

export function StopButton({ turnId }: { readonly turnId: string }) {
  const { t } = useText();
  return (
    <>
      <Tip text={t('composer.stopHint')} side="top">
        <Button aria-describedby="stop-hint" onClick={() => void ask('turn.stop', { turnId })}>
          {t('composer.stop')}
        </Button>
      </Tip>
      <span id="stop-hint" hidden>
        {t('composer.stopHint')}
      </span>
    </>
  );
}

/** More chips than this become rows of a list, which is easier to look over. */
const mostChips = 6;
const none: readonly Upload[] = [];

/** The files that go along with the next message. */
export function Attachments({ projectId }: { readonly projectId: string }) {
  const { t } = useText();
  const uploads = useWindow((state) => state.views[projectId]?.uploads ?? none);
  const kept = useKeptFocus(uploads, '[data-remove]', 'message');
  if (uploads.length === 0) return null;
  const compact = uploads.length > mostChips;
  return (
    <div className="flex flex-col gap-1.5">
      {uploads.length > 1 && <Total files={uploads} className="px-1 pt-1 text-dim" />}
      <ul
        {...kept}
        aria-label={t('composer.attachments')}
        className={`flex ${compact ? 'flex-col gap-1 pr-1' : 'flex-wrap gap-1.5'}`}
      >
        {uploads.map((upload) => (
          <FileChip key={upload.id} upload={upload} compact={compact} />
        ))}
      </ul>
    </div>
  );
}
