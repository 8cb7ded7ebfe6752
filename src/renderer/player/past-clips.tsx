import type { PastVersion } from '../../shared/domain/version.ts';
import { useText } from '../locales/text.ts';

type Props = {
  readonly past: PastVersion;
  readonly chosen: number;
  readonly onChoose: (clip: number) => void;
};

/** Clips that anybody looks at one by one. */
const most = 200;

/** The clips of a past version, to be looked at one by one. */
export function PastClips({ past, chosen, onChoose }: Props) {
  const { t } = useText();
  return (
    <div
      role="group"
      aria-label={t('versions.clips', { version: past.timeline.version })}
      className="flex shrink-0 gap-1.5 overflow-x-auto px-6 pt-3"
    >
      {past.clips.slice(0, most).map(({ mediaId, name }, index) => (
        <button
          key={mediaId}
          type="button"
          aria-pressed={index === chosen}
          title={name}
          onClick={() => onChoose(index)}
          className={`h-6 max-w-40 shrink-0 truncate rounded-control border px-2 text-sm ${index === chosen ? 'border-accent text-stage-ink' : 'border-stage-line text-stage-dim hover:text-stage-ink'}`}
        >
          {index + 1}. {name}
        </button>
      ))}
      {past.clips.length > most && (
        <span className="shrink-0 self-center text-sm text-stage-dim tabular">
          {t('versions.more', { count: past.clips.length - most })}
        </span>
      )}
    </div>
  );
}
