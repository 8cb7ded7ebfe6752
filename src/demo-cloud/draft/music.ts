import { pieceOf, uniqueIds } from './clips.ts';
import { type Cut, endOf, newSegment, pictureLength, type Segment, segmentsOf, withSegments } from './cut.ts';

export const usualMusicVolume = 0.35;

/** Another song, as loud as the one before and with its fades. Where that one was louder here than there, so is this. */
export function setMusic(cut: Cut, { name, url }: { readonly name: string; readonly url: string }): Cut {
  const there = segmentsOf(cut, 'audio');
  const [old, ...others] = there;
  if (old !== undefined && others.length > 0 && others.every((part) => part.url === old.url))
    return withSegments(
      cut,
      'audio',
      there.map((part) => ({ ...part, name, url })),
    );
  const durationMs = pictureLength(cut) || 10_000;
  const song = newSegment(cut.made, { name, url, durationMs, volume: old?.volume ?? usualMusicVolume });
  const kept = old === undefined ? song : { ...song, id: old.id, fadeInMs: old.fadeInMs, fadeOutMs: old.fadeOutMs };
  return withSegments({ ...cut, made: cut.made + 1 }, 'audio', [kept]);
}

/** The first piece rises, the last one falls. */
export function fadeMusic(cut: Cut, edge: 'in' | 'out', durationMs: number): Cut {
  const there = segmentsOf(cut, 'audio');
  const faded = there.map((part, index) => {
    const ms = Math.min(durationMs, part.durationMs);
    if (edge === 'in') return index === 0 ? { ...part, fadeInMs: ms } : part;
    return index === there.length - 1 ? { ...part, fadeOutMs: ms } : part;
  });
  return withSegments(cut, 'audio', faded);
}

/** Sets how loud the music is between two moments: it is cut there, and plays on. */
export function changeMusic(
  cut: Cut,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
  volumeOf: (volume: number | null) => number,
): Cut {
  const pieces = segmentsOf(cut, 'audio').flatMap((part) =>
    [
      pieceOf(part, part.startMs, Math.min(endOf(part), fromMs)),
      pieceOf(part, Math.max(part.startMs, fromMs), Math.min(endOf(part), toMs)),
      pieceOf(part, Math.max(part.startMs, toMs), endOf(part)),
    ]
      .filter((piece) => piece !== null)
      .map((piece) => ({
        ...piece,
        fadeInMs: piece.startMs === part.startMs ? part.fadeInMs : 0,
        fadeOutMs: endOf(piece) === endOf(part) ? part.fadeOutMs : 0,
      })),
  );
  const changed = pieces.map((part) =>
    part.startMs >= fromMs && endOf(part) <= toMs ? { ...part, volume: volumeOf(part.volume) } : part,
  );
  const unique = uniqueIds(joined(changed), cut.made);
  return withSegments({ ...cut, made: cut.made + unique.length }, 'audio', unique);
}

/** Pieces of one song that follow one another and are equally loud are one. */
export function joined(parts: readonly Segment[]): readonly Segment[] {
  return parts.reduce<readonly Segment[]>((before, part) => {
    const last = before.at(-1);
    const goesOn =
      last !== undefined &&
      last.url === part.url &&
      last.volume === part.volume &&
      endOf(last) === part.startMs &&
      last.inMs + last.durationMs === part.inMs;
    return goesOn
      ? [...before.slice(0, -1), { ...last, durationMs: last.durationMs + part.durationMs, fadeOutMs: part.fadeOutMs }]
      : [...before, part];
  }, []);
}
