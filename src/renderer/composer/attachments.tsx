import type { Upload } from '../../shared/domain/upload.ts';
import { FileChip } from '../files/chip.tsx';
import { Total } from '../files/total.tsx';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';

/** As many chips as stand side by side and can still be looked over; more become rows of a list. */
const mostChips = 6;
const none: readonly Upload[] = [];

/** The files that go along with the next message. */
export function Attachments({ projectId }: { readonly projectId: string }) {
  const { t } = useText();
  const uploads = useWindow((state) => state.views[projectId]?.uploads ?? none);
  if (uploads.length === 0) return null;
  const compact = uploads.length > mostChips;
  return (
    <div className="flex min-h-0 flex-col gap-1.5">
      {uploads.length > 1 && <Total files={uploads} className="px-1 text-dim" />}
      <ul
        aria-label={t('composer.attachments')}
        className={`flex overflow-y-auto ${compact ? 'max-h-40 flex-col gap-1 pr-1' : 'max-h-44 flex-wrap gap-1.5'}`}
      >
        {uploads.map((upload) => (
          <FileChip key={upload.id} upload={upload} compact={compact} />
        ))}
      </ul>
    </div>
  );
}
