import { leastMs, pieceOf, uniqueIds } from './clips.ts';
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

/** A piece of a song exactly there; what is null is as it was, or as usual. */
export interface ExactMusic {
  readonly name: string;
  /** Of a piece to be added; null: the nearest one of this name is meant. */
  readonly url: string | null;
  readonly startMs: number;
  readonly durationMs: number;
  readonly volume: number | null;
  readonly fadeInMs: number | null;
  readonly fadeOutMs: number | null;
}

/** A song is heard from where it would be had it begun with the video. */
export function putMusic(cut: Cut, { name, url, startMs, durationMs, ...sound }: ExactMusic): Cut {
  const there = segmentsOf(cut, 'audio');
  const [nearest] = there
    .filter((part) => part.name === name)
    .toSorted((a, b) => Math.abs(a.startMs - startMs) - Math.abs(b.startMs - startMs));
  const old = url === null ? nearest : newSegment(cut.made, { name, url, durationMs, volume: usualMusicVolume });
  if (old === undefined) return cut;
  const piece: Segment = {
    ...old,
    startMs,
    durationMs,
    inMs: Math.max(0, old.inMs + startMs - old.startMs),
    volume: sound.volume ?? old.volume,
    fadeInMs: sound.fadeInMs ?? old.fadeInMs,
    fadeOutMs: sound.fadeOutMs ?? old.fadeOutMs,
  };
  const others = there.filter((part) => part !== old);
  const pieces = [...others, piece].toSorted((a, b) => a.startMs - b.startMs);
  return withSegments({ ...cut, made: cut.made + 1 }, 'audio', pieces);
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
  span: { readonly fromMs: number; readonly toMs: number },
  volumeOf: (volume: number | null) => number,
): Cut {
  // No piece is so short that it would be lost.
  const edges = segmentsOf(cut, 'audio').flatMap((part) => [part.startMs, endOf(part)]);
  const [fromMs = 0, toMs = 0] = [span.fromMs, span.toMs].map(
    (ms) => edges.find((edge) => Math.abs(edge - ms) < leastMs) ?? ms,
  );
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
