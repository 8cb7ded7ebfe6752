import { randomUUID } from 'node:crypto';
import type { InterchangeTarget } from '../../shared/domain/export-job.ts';
import type { Locale } from '../../shared/domain/app-state.ts';
import { mainTexts, type MainTranslate } from '../../shared/locales/main-texts.ts';
import type { Canvas, DraftReading } from '../drafts/draft-parser.ts';
import { writeCapcut } from './capcut.ts';
import { writeFcpxml } from './fcpxml.ts';
import { writeOtio } from './otio.ts';
import { type Asset, type Loss, planCut } from './plan.ts';
import { type FrameRate, namedRate, usualRate } from './timecode.ts';
import { cuesOf, writeSrt, writeVtt } from './subtitles.ts';
import { writable } from './text.ts';

type PackageParts = {
  /** What the project is called. */
  readonly name: string;
  /** What its files are called, without an extension. */
  readonly stem: string;
  readonly reading: DraftReading;
  readonly canvas: Canvas;
  /** By the address of the clip. */
  readonly assets: ReadonlyMap<string, Asset>;
  readonly locale: Locale;
  readonly target: InterchangeTarget;
  /** Epoch ms. */
  readonly now: number;
};

/** The text files of a package, by name. */
export function writePackage(parts: PackageParts): ReadonlyMap<string, string> {
  return parts.target === 'capcut' ? writeCapcutPackage(parts) : writeTimelines(parts);
}

function writeCapcutPackage({
  name,
  stem,
  reading,
  canvas,
  assets,
  locale,
  now,
}: PackageParts): ReadonlyMap<string, string> {
  const { num, den } = rateOf(canvas, assets);
  const shown = writable(name) || stem;
  const draft = writeCapcut({
    name: shown,
    reading,
    ...sizeOf(canvas, assets),
    fps: num / den,
    assets,
    now,
    id: () => randomUUID().toUpperCase(),
  });
  const t = mainTexts(locale);
  const missing = missingOf(assets);
  const lines = [
    t('package.capcut.title', { name: shown }),
    '',
    t('package.capcut.how'),
    ...capcutFolders,
    '',
    t('package.capcut.experimental'),
    ...(missing.length > 0
      ? ['', t('package.missing'), ...missing.map((one) => `  - ${one}`), t('package.missingHint')]
      : []),
  ];
  return new Map([...draft, ['notes.txt', lines.map((line) => `${line}\r\n`).join('')]]);
}

/** Where these editors keep their drafts. */
const capcutFolders = [
  '  - CapCut, Windows: %LOCALAPPDATA%\\CapCut\\User Data\\Projects\\com.lveditor.draft',
  '  - CapCut, macOS: ~/Movies/CapCut/User Data/Projects/com.lveditor.draft',
  '  - 剪映, Windows: %LOCALAPPDATA%\\JianyingPro\\User Data\\Projects\\com.lveditor.draft',
  '  - 剪映, macOS: ~/Movies/JianyingPro/User Data/Projects/com.lveditor.draft',
] as const;

function missingOf(assets: ReadonlyMap<string, Asset>): readonly string[] {
  return [...assets.values()].filter(({ there }) => !there).map(({ path }) => path.replace('assets/', ''));
}

function writeTimelines({ name, stem, reading, canvas, assets, locale }: PackageParts): ReadonlyMap<string, string> {
  const rate = rateOf(canvas, assets);
  const plan = planCut(reading, { name: writable(name) || stem, rate, ...sizeOf(canvas, assets), assets });
  const cues = cuesOf(reading);
  const missing = missingOf(assets);
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

type NoteDetails = {
  readonly name: string;
  readonly stem: string;
  readonly subtitles: boolean;
  /** Names of files in the folder of clips. */
  readonly missing: readonly string[];
  readonly losses: readonly Loss[];
};

/** The note that lies beside the timeline: what is here, and what is not. Line ends that every system reads. */
function writeNote(t: MainTranslate, { name, stem, subtitles, missing, losses }: NoteDetails): string {
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
