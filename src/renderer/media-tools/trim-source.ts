import { useEffect, useState } from 'react';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Filmstrip, MediaInfo } from '../../shared/domain/media-info.ts';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';

/** What is known of a file that is to be trimmed; null is what is not known yet. */
export type TrimSource = {
  readonly info: MediaInfo | null;
  readonly strip: Filmstrip | null;
  /** A waveform takes longer than the rest, and comes later. */
  readonly peaks: readonly number[] | null;
  /** Why nothing is known of it. */
  readonly failure: Failure | null;
};

type Found = Pick<TrimSource, 'info' | 'strip' | 'failure'>;

const unknown: Found = { info: null, strip: null, failure: null };
const noStrip: Filmstrip = { frames: [], keyFramesMs: [] };

/** Has a file looked into, and its frames made, as long as the form is open: nobody waits for what was left. */
export function useTrimSource(fileId: string): TrimSource {
  const known = useWindow((state) => state.info[fileId]) ?? null;
  const [{ info, strip, failure }, setFound] = useState<Found>(unknown);
  useEffect(() => {
    let open = true;
    const found = (part: Partial<Found>): void => {
      if (open) setFound((before) => ({ ...before, ...part }));
    };
    const load = async (): Promise<void> => {
      const probed = await ask('mediaJob.probe', { fileId }, 'quiet');
      if (!probed.ok) return found({ failure: probed.error });
      found({ info: probed.data });
      if (!open) return;
      const made = await ask('mediaJob.filmstrip', { fileId }, 'quiet');
      // A file without frames can still be cut.
      found({ strip: made.ok ? made.data : noStrip });
    };
    void load();
    return () => {
      open = false;
      void ask('mediaJob.leaveFilmstrip', { fileId }, 'quiet');
    };
  }, [fileId]);
  return { info: info ?? known, strip, failure, peaks: known?.peaks ?? info?.peaks ?? null };
}
