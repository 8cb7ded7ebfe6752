import { useState } from 'react';
import { cutBytes, moveEnd, snapToKeyFrame, type Cut } from '../../shared/domain/cut.ts';
import { ReasonedButton } from '../ui/reasoned-button.tsx';
import { ask } from '../state/client.ts';
import type { MediaJobEntry } from '../state/model.ts';
import { clockTenths, size } from '../locales/format.ts';
import { failureText } from '../locales/sentences.ts';
import { useText, type Translate } from '../locales/text.ts';
import { TrimStrip } from './trim-strip.tsx';
import { LostTracks } from './lost-tracks.tsx';
import { type TrimSource, useTrimSource } from './trim-source.ts';
import { RangePlayer } from './range-player.tsx';

/** The part as the user set it: `cut` is null for the whole file, `exact` null for what suits the file. */
export type WantedPart = { readonly cut: Cut | null; readonly exact: boolean | null };
export type Wanted = readonly [part: WantedPart, change: (part: WantedPart) => void];

type Props = { readonly entry: MediaJobEntry; readonly wanted: Wanted };

/** Which part to keep. It can be set at once; what the file holds comes as it becomes known. */
export function TrimForm({ entry, wanted }: Props) {
  const { t } = useText();
  const source = useTrimSource(entry.fileId);
  const { info, failure, peaks, strip } = source;
  const [playedMs, setPlayedMs] = useState<number | null>(null);
  const [measuredMs, setMeasuredMs] = useState(0);
  const durationMs = (info?.durationMs ?? 0) || measuredMs;
  const [{ cut: chosen, exact: choice }, want] = wanted;
  const cut = chosen ?? { inMs: 0, outMs: durationMs };
  const exact = isExact(source, choice);
  const startMs = exact ? cut.inMs : snapToKeyFrame(strip?.keyFramesMs ?? [], cut.inMs);
  if (durationMs === 0 && (failure !== null || info !== null))
    return <p role="alert">{failureText(t, failure ?? { code: 'cannot-decode' })}</p>;
  const whole = startMs === 0 && cut.outMs === durationMs;
  const start = (): void =>
    void ask('mediaJob.trim', {
      projectId: entry.projectId,
      fileId: entry.fileId,
      inMs: Math.round(cut.inMs),
      outMs: Math.round(cut.outMs),
      exact,
    });
  return (
    <>
      <RangePlayer
        fileId={entry.fileId}
        cut={{ ...cut, inMs: startMs }}
        info={info}
        onLength={setMeasuredMs}
        onTime={setPlayedMs}
      />
      <TrimStrip
        name={entry.name}
        strip={strip}
        peaks={peaks}
        durationMs={durationMs}
        cut={cut}
        startMs={startMs}
        playedMs={playedMs}
        onMove={(end, toMs) => want({ exact: choice, cut: moveEnd(cut, end, toMs, durationMs) })}
      />
      {canEncode(source) && (
        <CopyChoice
          copies={!exact}
          hint={copyHint(t, source, cut, startMs)}
          onChoose={(copies) => want({ cut: chosen, exact: !copies })}
        />
      )}
      {exact && info !== null && <LostTracks tracks={info} more={t('mediaJob.keepsAll')} />}
      <footer className="flex items-center justify-between gap-4">
        <p role="status" className="text-sm text-dim tabular">
          {durationMs === 0
            ? t('mediaJob.looking')
            : [
                `${t('mediaJob.kept')} ${clockTenths((cut.outMs - startMs) / 1000)}`,
                t('mediaJob.estimate', { size: size(cutBytes(entry.bytes, { ...cut, inMs: startMs }, durationMs)) }),
                ...(exact ? [t('mediaJob.exactHint')] : []),
              ].join(' · ')}
        </p>
        <ReasonedButton
          look="primary"
          reason={durationMs === 0 ? t('mediaJob.offUnknown') : whole ? t('mediaJob.offWhole') : null}
          onClick={start}
        >
          {t('mediaJob.start.trim')}
        </ReasonedButton>
      </footer>
    </>
  );
}

/** Whether this computer can encode the file anew, as far as it is known. */
function canEncode({ info }: TrimSource): boolean {
  return info === null || info.canDecodeVideo || info.canDecodeAudio;
}

/** Sound alone begins where it is wanted even when it is copied, without a loss. */
function isExact(source: TrimSource, choice: boolean | null): boolean {
  return canEncode(source) && (choice ?? (source.info === null || source.info.hasVideo));
}

/** Where a copy really begins. Until the frames are there, nobody knows. */
function copyHint(t: Translate, { strip }: TrimSource, { inMs }: Cut, startMs: number): string {
  if (strip === null) return t('mediaJob.copyUnknown');
  const snappedMs = snapToKeyFrame(strip.keyFramesMs, inMs);
  if (inMs - snappedMs < 100) return t('mediaJob.copyHere');
  const time = clockTenths(snappedMs / 1000);
  const early = ((inMs - snappedMs) / 1000).toFixed(1);
  return t(startMs === snappedMs ? 'mediaJob.copyStarts' : 'mediaJob.copyWould', { time, early });
}

type ChoiceProps = { readonly copies: boolean; readonly hint: string; readonly onChoose: (copies: boolean) => void };

function CopyChoice({ copies, hint, onChoose }: ChoiceProps) {
  const { t } = useText();
  return (
    <label className="flex items-baseline gap-2">
      <input
        type="checkbox"
        checked={copies}
        onChange={(event) => onChoose(event.target.checked)}
        className="size-3.5 translate-y-0.5 accent-(--accent-fill)"
      />
      <span>
        {t('mediaJob.copy')} <span className="text-sm text-dim tabular">· {hint}</span>
      </span>
    </label>
  );
}
