import type { Size } from '../shared/composition/place.ts';

/** What a film says of itself. `seconds`: how long it lasts, as far as it says. */
export type SourceFacts = {
  readonly seconds: number | null;
  readonly isHdr: boolean;
  /** Of one picture, as it is shown; null where there are none. In pixels. */
  readonly size: Size | null;
  /** Key frames lie so far apart that it takes long to begin somewhere. */
  readonly isSlowToEnter: boolean;
  readonly isTransparent: boolean;
  /** Its pictures ended before that; `seconds` is where. */
  readonly endsEarly?: boolean;
  /** A part of its pictures cannot be decoded. */
  readonly isDamaged?: boolean;
  /** How long its sound lasts, as far as it says; where that ended early, where. */
  readonly soundSeconds?: number | null;
  readonly soundEndsEarly?: boolean;
  /** It has pictures that nobody here can decode. */
  readonly isUnseen: boolean;
};

/** What turns out only as files are read, by media id. */
export type FactsFound = {
  /** The last picture of what was open ends at this second. */
  readonly ended: (mediaId: string, seconds: number) => void;
  /** Its sound ends at this second. */
  readonly soundEnded: (mediaId: string, seconds: number) => void;
  /** A part of its pictures could not be decoded. */
  readonly damaged: (mediaId: string) => void;
};

type KnownFacts = {
  readonly get: (mediaId: string) => SourceFacts | undefined;
  readonly set: (mediaId: string, facts: SourceFacts) => unknown;
};

/** Of what a file says it has. Less may be how it counts. In seconds. */
const leastMissing = 0.5;

/** `onFound` is called when something new turned out. */
export function createFactsFound(facts: KnownFacts, onFound: () => void): FactsFound {
  const learn = (mediaId: string, more: (known: SourceFacts) => Partial<SourceFacts> | null): void => {
    const known = facts.get(mediaId);
    const found = known && more(known);
    if (!found) return;
    facts.set(mediaId, { ...known, ...found });
    onFound();
  };
  const isMissing = (said: number | null | undefined, found: number): boolean =>
    said != null && said - found >= leastMissing;
  return {
    ended: (mediaId, seconds) =>
      learn(mediaId, (known) => (isMissing(known.seconds, seconds) ? { seconds, endsEarly: true } : null)),
    soundEnded: (mediaId, seconds) =>
      learn(mediaId, ({ soundSeconds }) =>
        isMissing(soundSeconds, seconds) ? { soundSeconds: seconds, soundEndsEarly: true } : null,
      ),
    damaged: (mediaId) => learn(mediaId, ({ isDamaged }) => (isDamaged === true ? null : { isDamaged: true })),
  };
}
