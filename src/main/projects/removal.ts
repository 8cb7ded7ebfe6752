import type { Locale } from '../../shared/domain/app-state.ts';
import type { DraftChange, TrackKind } from '../../shared/domain/timeline.ts';

const things: Readonly<Record<Locale, Readonly<Record<TrackKind, string>>>> = {
  en: { video: 'clip', audio: 'music', text: 'title', other: 'effect' },
  zh: { video: '片段', audio: '音乐', text: '标题', other: '特效' },
};

/** The message by which a user would ask the agent to take this out again. */
export function removalMessage(change: DraftChange, locale: Locale): string {
  const thing = things[locale][change.track];
  const name = change.kind === 'renamed' ? change.to : change.name;
  if (locale === 'zh') return name === '' ? `删除${thing}` : `删除${thing}“${name}”`;
  return name === '' ? `Remove the ${thing}` : `Remove the ${thing} “${name}”`;
}
