import { Popover } from '@base-ui/react/popover';
import { Info } from 'lucide-react';
import type { Doubt } from '../../shared/composition/composition.ts';
import { useText } from '../locales/text.ts';
import { useWindow } from '../state/store.ts';
import { useFullscreen } from './use-fullscreen.ts';

const words = {
  font: 'doubt.font',
  'title-place': 'doubt.titlePlace',
  'unknown-track': 'doubt.unknownTrack',
  'no-size': 'doubt.noSize',
  'too-long': 'doubt.tooLong',
  'shorter-than-segment': 'doubt.shorter',
  'ends-early': 'doubt.endsEarly',
  'sound-ends-early': 'doubt.soundEndsEarly',
  damaged: 'doubt.damaged',
  hdr: 'doubt.hdr',
} as const satisfies Readonly<Record<Doubt, string>>;

/** A rehearsal exports what the preview shows: its titles are drawn by the same hand. */
const ofTheService: readonly Doubt[] = ['font', 'title-place'];

/** Says that the preview is not the export, and what may differ. Nothing where there is no doubt. */
export function Approximate({ doubts }: { readonly doubts: ReadonlySet<Doubt> }) {
  const { t } = useText();
  const fullscreen = useFullscreen();
  const rehearsal = useWindow((state) => state.rehearsal);
  const told = (Object.keys(words) as readonly Doubt[]).filter(
    (doubt) => doubts.has(doubt) && !(rehearsal && ofTheService.includes(doubt)),
  );
  if (told.length === 0) return null;
  return (
    <Popover.Root>
      <Popover.Trigger
        aria-label={t('doubt.title')}
        title={t('doubt.title')}
        className="flex h-8 min-w-8 shrink-0 items-center justify-center gap-1.5 rounded-control px-1.5 text-xs text-stage-dim transition-colors hover:bg-white/10 data-popup-open:bg-white/10 @max-[480px]:hidden"
      >
        <Info size={14} aria-hidden />
        <span className="@max-[760px]:hidden">{t('doubt.title')}</span>
      </Popover.Trigger>
      <Popover.Portal {...(fullscreen instanceof HTMLElement ? { container: fullscreen } : {})}>
        <Popover.Positioner side="top" align="end" sideOffset={6} className="z-50">
          <Popover.Popup
            aria-label={t('doubt.title')}
            className="w-76 rounded-card border border-line-strong bg-panel px-3.5 py-3 text-ink focus:outline-none"
          >
            <p className="mb-1.5 font-medium">{t('doubt.intro')}</p>
            <ul className="flex flex-col gap-1 text-sm text-dim">
              {told.map((doubt) => (
                <li key={doubt}>{t(words[doubt])}</li>
              ))}
            </ul>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
