import { type Clip, type Composition, type Doubt, sourceSeconds } from '../shared/composition/composition.ts';
import type { SourceFacts } from './source-facts.ts';

/** Less is a rounding. In seconds. */
const tolerance = 0.1;

type KnownFacts = Pick<
  SourceFacts,
  'seconds' | 'isHdr' | 'endsEarly' | 'isDamaged' | 'soundSeconds' | 'soundEndsEarly'
>;

/** What the files that were opened so far make doubtful about a composition. */
export function doubtsOf({ tracks, rate }: Composition, facts: ReadonlyMap<string, KnownFacts>): readonly Doubt[] {
  const doubts = new Set<Doubt>();
  const isShort = (clip: Clip, seconds: number): boolean => sourceSeconds(clip, rate, clip.end) > seconds + tolerance;
  for (const item of tracks.flat()) {
    if (item.kind !== 'clip' || item.source === null) continue;
    const known = facts.get(item.source.mediaId);
    if (known?.isHdr === true && item.hasPicture) doubts.add('hdr');
    if (known?.seconds != null && isShort(item, known.seconds))
      doubts.add(known.endsEarly === true ? 'ends-early' : 'shorter-than-segment');
    if (known?.isDamaged === true && item.hasPicture) doubts.add('damaged');
    if (known?.soundEndsEarly === true && item.volume > 0 && isShort(item, known.soundSeconds ?? Infinity))
      doubts.add('sound-ends-early');
  }
  return [...doubts];
}
