import { useId } from 'react';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { Hint } from '../ui/fields.tsx';

/** What happens while nobody looks at the window. */
export function BackgroundRows() {
  const { t } = useText();
  const { background, sound } = useWindow((state) => state.preferences);
  return (
    <>
      <Tick
        name={t('desktop.background')}
        hint={t('desktop.backgroundHint')}
        value={background}
        onChange={(value) => void ask('settings.change', { background: value })}
      />
      <Tick
        name={t('desktop.sound')}
        hint={t('desktop.soundHint')}
        value={sound}
        onChange={(value) => void ask('settings.change', { sound: value })}
      />
    </>
  );
}

type TickProps = {
  readonly name: string;
  readonly hint: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
};

function Tick({ name, hint, value, onChange }: TickProps) {
  const id = useId();
  return (
    <div>
      <label className="flex items-center justify-between gap-4">
        <span className="font-medium">{name}</span>
        <input
          type="checkbox"
          checked={value}
          aria-describedby={id}
          onChange={(event) => onChange(event.target.checked)}
          className="size-4 rounded-[3px] accent-accent-fill"
        />
      </label>
      <div id={id}>
        <Hint>{hint}</Hint>
      </div>
    </div>
  );
}
