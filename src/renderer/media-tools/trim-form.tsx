import { useEffect, useState } from 'react';
import { cutBytes, moveEnd, snapToKeyFrame, type Cut } from '../../shared/domain/cut.ts';
import type { MediaInfo, Filmstrip } from '../../shared/domain/media-info.ts';
import { Button } from '../ui/button.tsx';
import { ask } from '../state/client.ts';
import type { MediaJobEntry } from '../state/model.ts';
import { useWindow } from '../state/store.ts';
import { clockTenths, size } from '../locales/format.ts';
import { failureText } from '../locales/sentences.ts';
import { useText, type Translate } from '../locales/text.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { Film } from './film.tsx';
import { LostTracks } from './lost-tracks.tsx';
import { RangePlayer } from './range-player.tsx';

type Material = { readonly info: MediaInfo; readonly strip: Filmstrip };
type Loaded = { readonly ok: true; readonly value: Material } | { readonly ok: false; readonly error: Failure };

const noStrip: Filmstrip = { frames: [], keyFramesMs: [] };

/** The part as the user set it; `cut` is null for the whole file. */
export type WantedPart = { readonly cut: Cut | null; readonly exact: boolean };
export type Wanted = readonly [part: WantedPart, change: (part: WantedPart) => void];

/** Which part to keep. */
export function TrimForm({ entry, wanted }: { readonly entry: MediaJobEntry; readonly wanted: Wanted }) {
  const { t } = useText();
  const loaded = useMaterial(entry.fileId);
  if (loaded === null) return <p role="status">{t('mediaJob.looking')}</p>;
  const durationMs = loaded.ok ? (loaded.value.info.durationMs ?? 0) : 0;
  if (!loaded.ok || durationMs === 0)
    return <p role="alert">{failureText(t, loaded.ok ? { code: 'cannot-decode' } : loaded.error)}</p>;
  return <TrimTools entry={entry} wanted={wanted} material={loaded.value} durationMs={durationMs} />;
}

/** What is known of the file, and its frames; a file without frames can still be cut. */
function useMaterial(fileId: string): Loaded | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<Loaded> => {
      const info = await ask('mediaJob.probe', { fileId }, 'quiet');
      if (!info.ok) return { ok: false, error: info.error };
      const strip = await ask('mediaJob.filmstrip', { fileId }, 'quiet');
      return { ok: true, value: { info: info.data, strip: strip.ok ? strip.data : noStrip } };
    };
    void load().then((material) => {
      if (wanted) setLoaded(material);
    });
    return () => {
      wanted = false;
    };
  }, [fileId]);
  return loaded;
}

type ToolsProps = {
  readonly entry: MediaJobEntry;
  readonly wanted: Wanted;
  readonly material: Material;
  readonly durationMs: number;
};

function TrimTools({ entry, wanted, material, durationMs }: ToolsProps) {
  const { t } = useText();
  const { info, strip } = material;
  // A waveform takes longer than the rest, and comes later.
  const latest = useWindow((state) => state.info[entry.fileId]);
  const [{ cut: chosen, exact }, want] = wanted;
  const cut = chosen ?? { inMs: 0, outMs: durationMs };
  const startMs = exact ? cut.inMs : snapToKeyFrame(strip.keyFramesMs, cut.inMs);
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
      <RangePlayer fileId={entry.fileId} cut={{ ...cut, inMs: startMs }} info={info} />
      <Film
        name={entry.name}
        strip={strip}
        peaks={latest?.peaks ?? info.peaks}
        durationMs={durationMs}
        cut={cut}
        startMs={startMs}
        onMove={(end, toMs) => want({ exact, cut: moveEnd(cut, end, toMs, durationMs) })}
      />
      {(info.canDecodeVideo || info.canDecodeAudio) && (
        <ExactChoice exact={exact} onChoose={(choice) => want({ cut, exact: choice })} />
      )}
      {exact && <LostTracks tracks={info} more={t('mediaJob.keepsAll')} />}
      <footer className="flex items-center justify-between gap-4">
        <p role="status" className="text-sm text-dim tabular">
          {[
            `${t('mediaJob.kept')} ${clockTenths((cut.outMs - startMs) / 1000)}`,
            t('mediaJob.estimate', { size: size(cutBytes(entry.bytes, { ...cut, inMs: startMs }, durationMs)) }),
            mannerText(t, exact, startMs, cut),
          ].join(' · ')}
        </p>
        <Button look="primary" disabled={whole} onClick={start}>
          {t('mediaJob.start.trim')}
        </Button>
      </footer>
    </>
  );
}

/** How the part is made, and where it really begins. */
function mannerText(t: Translate, exact: boolean, startMs: number, { inMs }: Cut): string {
  if (exact) return t('mediaJob.exactHint');
  return inMs - startMs < 100
    ? t('mediaJob.copyHint')
    : t('mediaJob.copySnapped', { time: clockTenths(startMs / 1000) });
}

type ExactProps = { readonly exact: boolean; readonly onChoose: (exact: boolean) => void };

function ExactChoice({ exact, onChoose }: ExactProps) {
  const { t } = useText();
  return (
    <label className="flex items-center gap-2">
      <input
        type="checkbox"
        checked={exact}
        onChange={(event) => onChoose(event.target.checked)}
        className="size-3.5 accent-(--accent-fill)"
      />
      {t('mediaJob.exact')}
    </label>
  );
}
