import type { Preferences } from '../../shared/domain/app-state.ts';
import { uiScales } from '../../shared/domain/ui-scale.ts';
import { chord } from '../ui/keys.ts';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { Choice, Tick } from '../ui/fields.tsx';
import { usePreference } from './notification-rows.tsx';

const change = (changes: Partial<Preferences>): void => void ask('settings.change', changes);

export function LanguageRow() {
  const { t } = useText();
  const language = useWindow((state) => state.preferences.language);
  const options = [
    { value: 'system', label: t('settings.system') },
    { value: 'en', label: 'English' },
    { value: 'zh', label: '中文' },
  ] as const;
  return (
    <Choice
      name={t('settings.language')}
      hint={t('settings.languageHint')}
      options={options}
      value={language}
      onChoose={(value) => change({ language: value })}
    />
  );
}

export function ThemeRow() {
  const { t } = useText();
  const theme = useWindow((state) => state.preferences.theme);
  const options = (['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`settings.${value}`) }));
  return (
    <Choice
      name={t('settings.appearance')}
      hint={t('settings.appearanceHint')}
      options={options}
      value={theme}
      onChoose={(value) => change({ theme: value })}
    />
  );
}

/** A size that none of the steps is, out of the settings file, is shown by none of them. */
export function ScaleRow() {
  const { t } = useText();
  const uiScale = useWindow((state) => state.preferences.uiScale);
  const options = uiScales.map((scale) => ({ value: String(scale), label: `${scale}%` }));
  const keys = { larger: chord('+'), smaller: chord('−'), ordinary: chord('0') };
  return (
    <Choice
      name={t('settings.scale')}
      hint={t('settings.scaleHint', keys)}
      options={options}
      value={String(uiScale)}
      onChoose={(value) => change({ uiScale: Number(value) })}
    />
  );
}

/** Elsewhere than on macOS, whose menu is not in the window. */
export function MenuBarRow() {
  const { t } = useText();
  return <Tick name={t('settings.menuBar')} hint={t('settings.menuBarHint')} {...usePreference('menuBar')} />;
}

export function SendKeyRow() {
  const { t } = useText();
  const sendWith = useWindow((state) => state.preferences.sendWith);
  const options = [
    { value: 'enter', label: t('settings.enter') },
    { value: 'mod-enter', label: chord(t('settings.enter')) },
  ] as const;
  return (
    <Choice
      name={t('settings.sendWith')}
      hint={t('settings.sendWithHint')}
      options={options}
      value={sendWith}
      onChoose={(value) => change({ sendWith: value })}
    />
  );
}
