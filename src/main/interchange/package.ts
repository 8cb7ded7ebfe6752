import type { Locale } from '../../shared/domain/app-state.ts';
import { mainTexts, type MainTranslate } from '../../shared/locales/main-texts.ts';
import type { Canvas, DraftReading } from '../drafts/draft-parser.ts';
import { writeFcpxml } from './fcpxml.ts';
import { writeOtio } from './otio.ts';
import { type Asset, type Loss, planCut } from './plan.ts';
import { type FrameRate, namedRate, usualRate } from './timecode.ts';
import { cuesOf, writeSrt, writeVtt } from './subtitles.ts';
import { writable } from './text.ts';

export type PackageParts = {
  /** What the project is called. */
  readonly name: string;
  /** What its files are called, without an extension. */
  readonly stem: string;
  readonly reading: DraftReading;
  readonly canvas: Canvas;
  /** By the address of the clip. */
  readonly assets: ReadonlyMap<string, Asset>;
  readonly locale: Locale;
};

/** The text files of a package, by name. */
export function writePackage({
  name,
  stem,
  reading,
  canvas,
  assets,
  locale,
}: PackageParts): ReadonlyMap<string, string> {
  const rate = rateOf(canvas, assets);
  const plan = planCut(reading, { name: writable(name) || stem, rate, ...sizeOf(canvas, assets), assets });
  const cues = cuesOf(reading);
  const missing = [...assets.values()].filter(({ there }) => !there).map(({ path }) => path.replace('assets/', ''));
  return new Map([
    [`${stem}.fcpxml`, writeFcpxml(plan)],
    [`${stem}.otio`, writeOtio(plan)],
    ...(cues.length > 0
      ? ([
          [`${stem}.srt`, writeSrt(cues)],
          [`${stem}.vtt`, writeVtt(cues)],
        ] as const)
      : []),
    [
      'notes.txt',
      writeNote(mainTexts(locale), { name: plan.name, stem, subtitles: cues.length > 0, missing, losses: plan.losses }),
    ],
  ]);
}

/** As the draft says, else as the first clip has it. */
function rateOf({ fps }: Canvas, assets: ReadonlyMap<string, Asset>): FrameRate {
  if (fps !== null) return namedRate(fps) ?? { num: Math.round(fps), den: 1 };
  return pictures(assets).flatMap(({ info }) => namedRate(info.fps ?? 0) ?? [])[0] ?? usualRate;
}

function sizeOf({ width, height }: Canvas, assets: ReadonlyMap<string, Asset>) {
  if (width !== null && height !== null) return { width, height };
  const seen = pictures(assets).find(({ info }) => (info.width ?? 0) > 0 && (info.height ?? 0) > 0)?.info;
  return { width: seen?.width ?? 1920, height: seen?.height ?? 1080 };
}

function pictures(assets: ReadonlyMap<string, Asset>): readonly Asset[] {
  return [...assets.values()].filter(({ kind }) => kind === 'video');
}

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
