import { useId } from 'react';
import { ask } from '../state/client.ts';
import { update, useWindow } from '../state/store.ts';
import { loudness } from '../locales/format.ts';
import { useText } from '../locales/text.ts';
import { Hint, Tick } from '../ui/fields.tsx';
import { usePreference } from './notification-rows.tsx';

/** How loud everything plays: the same as the player's own. */
export function VolumeRow() {
  const { t } = useText();
  const id = useId();
  const { volume, muted } = useWindow((state) => state.preferences);
  const change = (changes: { readonly volume: number; readonly muted: boolean }) => {
    // Heard at once: the settings follow.
    update((state) => ({ ...state, preferences: { ...state.preferences, ...changes } }));
    void ask('settings.change', changes, 'quiet');
  };
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <label htmlFor={id} className="flex-1 font-medium">
          {t('settings.volume')}
        </label>
        <input
          id={id}
          type="range"
          min={0}
          max={1}
          step={0.05}
          value={muted ? 0 : volume}
          aria-valuetext={loudness(muted ? 0 : volume)}
          aria-describedby={`${id}-hint`}
          onChange={(event) => change({ volume: Number(event.target.value), muted: false })}
          className="w-40 accent-accent-fill"
        />
        <span aria-hidden className="w-10 text-right text-dim tabular">
          {loudness(muted ? 0 : volume)}
        </span>
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            checked={muted}
            onChange={(event) => change({ volume, muted: event.target.checked })}
            className="size-4 rounded-[3px] accent-accent-fill"
          />
          {t('settings.mute')}
        </label>
      </div>
      <div id={`${id}-hint`}>
        <Hint>{t('settings.volumeHint')}</Hint>
      </div>
    </div>
  );
}

export function SmoothRow() {
  const { t } = useText();
  return <Tick name={t('settings.smooth')} hint={t('settings.smoothHint')} {...usePreference('smooth')} />;
}
