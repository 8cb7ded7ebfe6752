import type { MainTranslate } from '../../shared/locales/main-texts.ts';
import type { Loss } from './plan.ts';

export type NoteDetails = {
  readonly name: string;
  readonly stem: string;
  readonly subtitles: boolean;
  /** Names of files in the folder of clips. */
  readonly missing: readonly string[];
  readonly losses: readonly Loss[];
};

/** The note that lies beside the timeline: what is here, and what is not. Line ends that every system reads. */
export function writeNote(t: MainTranslate, { name, stem, subtitles, missing, losses }: NoteDetails): string {
  const list = (heading: string, names: readonly string[], hint: readonly string[] = []): readonly string[] =>
    names.length === 0 ? [] : ['', heading, ...names.map((one) => `  - ${one.replace(/\s+/g, ' ')}`), ...hint];
  const whys: readonly Loss['why'][] = ['no-file', 'unknown-kind', 'shortened'];
  const lines = [
    t('package.title', { name }),
    '',
    t('package.fcpxml', { stem }),
    t('package.otio', { stem }),
    t('package.assets'),
    subtitles ? t('package.subtitles', { stem }) : t('package.noSubtitles'),
    ...list(t('package.missing'), missing, [t('package.missingHint')]),
    ...whys.flatMap((why) =>
      list(
        t(`package.loss.${why}`),
        losses.filter((loss) => loss.why === why).map((loss) => loss.name),
      ),
    ),
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}
