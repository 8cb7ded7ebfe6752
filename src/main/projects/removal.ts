import type { Locale } from '../../shared/domain/app-state.ts';
import type { DraftChange } from '../../shared/domain/timeline.ts';
import { mainTexts } from '../../shared/locales/main-texts.ts';

/** The message by which a user would ask the agent to take this out again. */
export function removalMessage(change: DraftChange, locale: Locale): string {
  const t = mainTexts(locale);
  const track = t(`removal.track.${change.track}`);
  const name = change.kind === 'renamed' ? change.to : change.name;
  return name === '' ? t('removal.unnamed', { track }) : t('removal.named', { track, name });
}
