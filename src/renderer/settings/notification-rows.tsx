import type { Preferences } from '../../shared/domain/app-state.ts';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { Tick } from '../ui/fields.tsx';
import { isMac } from '../ui/keys.ts';

type TickName = { readonly [K in keyof Preferences]: Preferences[K] extends boolean ? K : never }[keyof Preferences];

/** A preference that is on or off. */
export function usePreference(name: TickName): { readonly value: boolean; readonly onChange: (on: boolean) => void } {
  const value = useWindow((state) => state.preferences[name]);
  return { value, onChange: (on) => void ask('settings.change', { [name]: on }) };
}

export function NotificationsRow() {
  const { t } = useText();
  return <Tick name={t('settings.notify')} hint={t('settings.notifyHint')} {...usePreference('notifications')} />;
}

/** Whether the menu of the app's icon names projects. */
export function RecentRow() {
  const { t } = useText();
  const name = t(isMac ? 'settings.recentMac' : 'settings.recent');
  return <Tick name={name} hint={t('settings.recentHint')} {...usePreference('recentProjects')} />;
}

export function SoundRow() {
  const { t } = useText();
  return <Tick name={t('desktop.sound')} hint={t('desktop.soundHint')} {...usePreference('sound')} />;
}

/** What becomes of the work while the window is closed. */
export function BackgroundRow() {
  const { t } = useText();
  return <Tick name={t('desktop.background')} hint={t('desktop.backgroundHint')} {...usePreference('background')} />;
}
