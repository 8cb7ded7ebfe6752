import { Popover } from '@base-ui/react/popover';
import { Download } from 'lucide-react';
import { isExportOver } from '../../shared/domain/export-job.ts';
import { Spinner } from '../ui/button.tsx';
import { useElapsed } from '../ui/use-now.ts';
import { showPopover } from '../state/dialogs.ts';
import { useWindow } from '../state/store.ts';
import { clock } from '../locales/format.ts';
import { useText } from '../locales/text.ts';
import { Exports } from './exports.tsx';
import { exportOrder } from './phase.ts';

/** In a narrow window all exports are one pill, which opens their list. */
export function ExportsPill() {
  const { t } = useText();
  const open = useWindow((state) => state.popover === 'exports');
  const running = exportOrder(useWindow((state) => state.exports)).filter(({ state }) => !isExportOver(state));
  const first = running[0];
  const elapsedMs = useElapsed(first?.createdAt ?? null, first !== undefined);
  return (
    <Popover.Root open={open} onOpenChange={(opens) => showPopover('exports', opens)}>
      <Popover.Trigger className="flex h-7 shrink-0 items-center gap-2 rounded-full border border-line-strong px-3 whitespace-nowrap text-dim tabular transition-colors hover:bg-bubble">
        {first === undefined ? (
          <>
            <Download size={13} aria-hidden />
            {t('exports.pillIdle')}
          </>
        ) : (
          <>
            <Spinner />
            {t('exports.pill', { count: running.length })} · {clock(elapsedMs / 1000)}
          </>
        )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="bottom" align="end" sideOffset={8} className="z-30">
          <Popover.Popup className="flex max-h-[45vh] w-72 flex-col rounded-card border border-line-strong bg-panel px-2.5 pb-1 focus:outline-none">
            <Exports />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
