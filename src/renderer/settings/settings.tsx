import { useId } from 'react';
import type { Preferences } from '../../shared/domain/app-state.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { chord } from '../ui/keys.ts';
import { ask } from '../state/client.ts';
import { closeDialog } from '../state/dialogs.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { Choice, Hint } from '../ui/fields.tsx';
import { AccountRows } from './account-rows.tsx';
import { CeilingField } from './ceiling-field.tsx';
import { ExportPlaceField } from './export-place-field.tsx';
import { NetworkRows } from './network-rows.tsx';
import { RehearsalRow } from './rehearsal-row.tsx';

export function Settings() {
  const { t } = useText();
  return (
    <DialogFrame
      title={t('settings.title')}
      size="w-[min(496px,calc(100vw-32px))]"
      onClose={() => closeDialog('settings')}
    >
      <div className="flex flex-col gap-5 overflow-y-auto p-5">
        <PreferenceChoices />
        <CeilingField />
        <ExportPlaceField />
        <BackgroundRows />
        <NetworkRows />
        <AccountRows />
        <TokenChoice />
        <RehearsalRow />
      </div>
    </DialogFrame>
  );
}

/** Language, appearance, and the key that sends. */
function PreferenceChoices() {
  const { t } = useText();
  const { language, theme, sendWith } = useWindow((state) => state.preferences);
  const change = (changes: Partial<Preferences>) => void ask('settings.change', changes);
  const languages = [
    { value: 'system', label: t('settings.system') },
    { value: 'en', label: 'English' },
    { value: 'zh', label: '中文' },
  ] as const;
  const themes = (['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`settings.${value}`) }));
  const keys = [
    { value: 'enter', label: t('settings.enter') },
    { value: 'mod-enter', label: chord(t('settings.enter')) },
  ] as const;
  return (
    <>
      <Choice
        name={t('settings.language')}
        options={languages}
        value={language}
        onChoose={(value) => change({ language: value })}
      />
      <Choice
        name={t('settings.appearance')}
        options={themes}
        value={theme}
        onChoose={(value) => change({ theme: value })}
      />
      <Choice
        name={t('settings.sendWith')}
        options={keys}
        value={sendWith}
        onChoose={(value) => change({ sendWith: value })}
      />
    </>
  );
}

function TokenChoice() {
  const { t } = useText();
  const keeping = useWindow((state) => state.tokenKeeping);
  if (keeping === 'keyring') return null;
  const options = [
    { value: 'profile', label: t('settings.keepProfile') },
    { value: 'until-quit', label: t('settings.keepUntilQuit') },
  ] as const;
  return (
    <div>
      <Choice
        name={t('settings.token')}
        options={options}
        value={keeping}
        onChoose={(keep) => void ask('settings.keepToken', { keep })}
      />
      <Hint>{t('settings.tokenHint')}</Hint>
    </div>
  );
}

/** What happens while nobody looks at the window. */
function BackgroundRows() {
  const { t } = useText();
  const preferences = useWindow((state) => state.preferences);
  return (
    <>
      {(['background', 'sound'] as const).map((preference) => (
        <Tick
          key={preference}
          name={t(`desktop.${preference}`)}
          hint={t(`desktop.${preference}Hint`)}
          value={preferences[preference]}
          onChange={(value) => void ask('settings.change', { [preference]: value })}
        />
      ))}
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
