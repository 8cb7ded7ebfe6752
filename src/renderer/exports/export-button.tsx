import { lazy, Suspense } from 'react';
import { ChevronDown } from 'lucide-react';
import { hasNothingToExport, startExport } from '../state/exports.ts';
import { useOpenView, useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { Button } from '../ui/button.tsx';
import { ReasonedButton } from '../ui/reasoned-button.tsx';

// It brings menus along, and a window that starts needs none.
const ExportWays = lazy(async () => ({ default: (await import('./export-ways.tsx')).ExportWays }));

const pastId = 'export-means';

/** Exports the open project as MP4; the part beside it opens the other ways to save. Off while there is nothing. */
export function ExportButton() {
  const { t } = useText();
  const projectId = useWindow((state) => state.openProjectId);
  const isOff = useOpenView(hasNothingToExport);
  const past = useWindow(({ player, openProjectId }) =>
    player.past?.projectId === openProjectId ? player.past.timeline.version : null,
  );
  // Before an older version the way back is the one thing to do next.
  const look = isOff || past !== null ? 'plain' : 'primary';
  const more = (
    <Button look={look} className="rounded-l-none px-1!" disabled aria-label={t('exporting.more')}>
      <ChevronDown size={14} aria-hidden />
    </Button>
  );
  return (
    <div role="group" aria-label={t('exporting.ways')} className="flex shrink-0 items-center">
      {past !== null && (
        <span id={pastId} className="mr-2 text-sm text-dim max-[1100px]:sr-only">
          {t('versions.exportsCurrent', { version: past })}
        </span>
      )}
      <ReasonedButton
        look={look}
        className={look === 'plain' ? 'rounded-r-none border-r-0!' : 'rounded-r-none'}
        reason={isOff ? t('exporting.nothingYet') : null}
        {...(past === null
          ? {}
          : { title: t('versions.exportsCurrent', { version: past }), 'aria-describedby': pastId })}
        onClick={() => void startExport({ projectId })}
      >
        {t('shell.export')}
      </ReasonedButton>
      {isOff ? (
        more
      ) : (
        <Suspense fallback={more}>
          <ExportWays projectId={projectId} look={look} />
        </Suspense>
      )}
    </div>
  );
}
