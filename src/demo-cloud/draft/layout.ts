import {
  type Cut,
  endOf,
  type Grade,
  newSegment,
  pictureLength,
  type Segment,
  segmentsOf,
  withSegments,
} from './cut.ts';

/** What a cross-fade leaves of either clip at least. */
const leastApart = 200;

/**
 * Lays clips one behind the other, those with a cross-fade over the end of the one before, and fits everything else to the picture:
 * music ends with it, titles and effects stay inside.
 */
export function withPicture(cut: Cut, clips: readonly Segment[]): Cut {
  let end = 0;
  let before = 0;
  const laid = clips.map((clip, index): Segment => {
    const most = Math.min(before, clip.durationMs) - leastApart;
    const crossFadeMs = index === 0 ? 0 : Math.max(0, Math.min(clip.crossFadeMs, most));
    const placed = { ...clip, crossFadeMs, startMs: end - crossFadeMs };
    end = endOf(placed);
    before = clip.durationMs;
    return placed;
  });
  return fitted(withSegments(cut, 'video', laid));
}

/** What lies over and under the picture, made to fit it. Without a picture everything stays as it is. */
export function fitted(cut: Cut): Cut {
  const length = pictureLength(cut);
  if (length === 0) return withSegments(withSegments(cut, 'filter', []), 'transition', []);
  const inside = (parts: readonly Segment[]): readonly Segment[] =>
    parts
      .filter(({ startMs }) => startMs < length)
      .map((part) => withLength(part, Math.min(part.durationMs, length - part.startMs)));
  const music = inside(segmentsOf(cut, 'audio'));
  const lastSound = music.at(-1);
  const sounds =
    lastSound === undefined ? [] : [...music.slice(0, -1), withLength(lastSound, length - lastSound.startMs)];
  const effects = inside(segmentsOf(cut, 'effect').map((part) => atItsEnd(part, length)));
  return withTransitions(
    withFilters(
      withSegments(
        withSegments(withSegments(cut, 'audio', sounds), 'text', inside(segmentsOf(cut, 'text'))),
        'effect',
        effects,
      ),
    ),
  );
}

/** No fade is longer than what it fades. */
function withLength(part: Segment, durationMs: number): Segment {
  const [fadeInMs, fadeOutMs] = [Math.min(part.fadeInMs, durationMs), Math.min(part.fadeOutMs, durationMs)];
  return { ...part, durationMs, fadeInMs, fadeOutMs };
}

/** A fade out stays at the end, wherever that is. */
function atItsEnd(part: Segment, length: number): Segment {
  return part.name === 'fade out' ? { ...part, startMs: Math.max(0, length - part.durationMs) } : part;
}

const filterNames: Readonly<Record<Grade, string>> = { warm: 'warm', cold: 'cold', mono: 'black and white' };

/** One filter for each run of clips of the same grade. */
function withFilters(cut: Cut): Cut {
  const filters: Segment[] = [];
  const clips = segmentsOf(cut, 'video');
  for (const [index, clip] of clips.entries()) {
    if (clip.grade === null) continue;
    const name = filterNames[clip.grade];
    // Where two clips are seen at once, the later one's grade begins.
    const until = clips[index + 1]?.startMs ?? endOf(clip);
    const last = filters.at(-1);
    if (last !== undefined && last.name === name && endOf(last) === clip.startMs) {
      filters[filters.length - 1] = { ...last, durationMs: until - last.startMs };
    } else {
      filters.push(newSegment(derivedId(1, clip), { name, startMs: clip.startMs, durationMs: until - clip.startMs }));
    }
  }
  return withSegments(cut, 'filter', filters);
}

function withTransitions(cut: Cut): Cut {
  const fades = segmentsOf(cut, 'video').filter(({ crossFadeMs }) => crossFadeMs > 0);
  return withSegments(
    cut,
    'transition',
    fades.map((clip) =>
      newSegment(derivedId(2, clip), { name: 'cross-fade', startMs: clip.startMs, durationMs: clip.crossFadeMs }),
    ),
  );
}

/** What follows from a clip is the same as long as the clip is. */
function derivedId(kind: number, { id }: Segment): number {
  return kind * 1_000_000 + id;
}
