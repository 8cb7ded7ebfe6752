import type { Locale } from '../../shared/domain/app-state.ts';
import { mainTexts } from '../../shared/locales/main-texts.ts';
import type { Canvas, DraftReading } from '../drafts/draft-parser.ts';
import { writeFcpxml } from './fcpxml.ts';
import { writeOtio } from './otio.ts';
import { type Asset, planCut } from './plan.ts';
import { type FrameRate, namedRate, usualRate } from './rate.ts';
import { cuesOf, writeSrt, writeVtt } from './subtitles.ts';
import { writable } from './text.ts';
import { writeNote } from './words.ts';

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

/** The text files of a kit, by name. */
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
