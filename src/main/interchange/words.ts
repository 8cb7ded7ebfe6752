import type { Locale } from '../../shared/domain/app-state.ts';
import type { Loss } from './plan.ts';

/** The words of the note that lies in the folder. */
type Words = {
  readonly title: (name: string) => string;
  readonly files: (stem: string) => readonly string[];
  readonly subtitles: (stem: string) => string;
  readonly noSubtitles: string;
  readonly missing: string;
  readonly missingHint: string;
  readonly losses: Readonly<Record<Loss['why'], string>>;
};

const en: Words = {
  title: (name) => `“${name}”, to go on with in another editor`,
  files: (stem) => [
    `${stem}.fcpxml: Final Cut Pro, DaVinci Resolve (FCPXML 1.10)`,
    `${stem}.otio: DaVinci Resolve, Premiere Pro and others (OpenTimelineIO)`,
    'assets: the clips. Keep this folder together: both timelines look for them here.',
  ],
  subtitles: (stem) => `${stem}.srt, ${stem}.vtt: the titles as subtitles`,
  noSubtitles: 'There are no titles in this cut, so there are no subtitle files.',
  missing: 'These clips could not be fetched and are offline in the timelines:',
  missingHint: 'Put each file into the assets folder under the name given here, and the editors will find it.',
  losses: {
    'no-file': 'These clips have no file; where they were, the timelines have a gap:',
    'unknown-kind': 'These are of a kind that other editors do not know, and were left out:',
    shortened: 'These were longer than their files, and end where their files end:',
  },
};

const zh: Words = {
  title: (name) => `“${name}”：可在其他剪辑软件中继续编辑`,
  files: (stem) => [
    `${stem}.fcpxml：用于 Final Cut Pro、DaVinci Resolve（FCPXML 1.10）`,
    `${stem}.otio：用于 DaVinci Resolve、Premiere Pro 等（OpenTimelineIO）`,
    'assets：素材文件。请保持文件夹完整，两个时间线文件都从这里读取素材。',
  ],
  subtitles: (stem) => `${stem}.srt、${stem}.vtt：由标题生成的字幕`,
  noSubtitles: '这个剪辑里没有标题，因此没有字幕文件。',
  missing: '以下素材未能下载，在时间线中显示为离线：',
  missingHint: '把文件按这里的名称放进 assets 文件夹，剪辑软件就能找到它们。',
  losses: {
    'no-file': '以下片段没有文件，在时间线中留为空白：',
    'unknown-kind': '以下内容的类型其他剪辑软件无法识别，未包含在内：',
    shortened: '以下片段比文件本身更长，已在文件结尾处截止：',
  },
};

export type NoteDetails = {
  readonly name: string;
  readonly stem: string;
  readonly subtitles: boolean;
  /** Names of files in the folder of clips. */
  readonly missing: readonly string[];
  readonly losses: readonly Loss[];
};

/** The note that lies beside the timeline: what is here, and what is not. Line ends that every system reads. */
export function writeNote(locale: Locale, { name, stem, subtitles, missing, losses }: NoteDetails): string {
  const words = locale === 'zh' ? zh : en;
  const list = (heading: string, names: readonly string[], hint: readonly string[] = []): readonly string[] =>
    names.length === 0 ? [] : ['', heading, ...names.map((one) => `  - ${one.replace(/\s+/g, ' ')}`), ...hint];
  const whys: readonly Loss['why'][] = ['no-file', 'unknown-kind', 'shortened'];
  const lines = [
    words.title(name),
    '',
    ...words.files(stem),
    subtitles ? words.subtitles(stem) : words.noSubtitles,
    ...list(words.missing, missing, [words.missingHint]),
    ...whys.flatMap((why) =>
      list(
        words.losses[why],
        losses.filter((loss) => loss.why === why).map((loss) => loss.name),
      ),
    ),
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}
