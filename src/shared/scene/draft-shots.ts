import { assertNever } from '../assert-never.ts';
import { brings, doers, isAnimal, isPerformance, isPerson, isTraffic } from './companions.ts';
import { countOf } from './count.ts';
import { areRelatives, genderOf } from './gender.ts';
import type { Meaning, Piece } from './lexicon.ts';
import type { Color, Gender, Move, Place, Shot, Subject, TimeOfDay, Weather } from './scene.ts';

type Coloured = { readonly value: Color; readonly at: number };

/** A shot as far as the words go. */
export type DraftShot = {
  readonly place: Place | null;
  readonly subject: Subject | null;
  readonly companion: Subject | null;
  readonly color: Color | null;
  /** And the piece that says it. */
  readonly backdrop: Coloured | null;
  readonly count: Shot['count'];
  readonly person: Gender | null;
  readonly time: TimeOfDay | null;
  readonly weather: Weather | null;
  readonly move: Move | null;
  readonly isClose: boolean;
  readonly isResting: boolean;
};

const blank: DraftShot = {
  place: null,
  subject: null,
  companion: null,
  color: null,
  backdrop: null,
  count: 1,
  person: null,
  time: null,
  weather: null,
  move: null,
  isClose: false,
  isResting: false,
};

const mostShots = 3;

/** Places that a stronger one takes over: a product on a table, the table in a café, the sky above a meadow; what is abstract there is a look. */
const strengths: Readonly<Partial<Record<Place, number>>> = { studio: 0, abstract: 0, sky: 1, room: 1 };
const strengthOf = (place: Place): number => strengths[place] ?? 2;

/** A color belongs to the subject that follows within so many pieces. */
const colorReach = 2;

/** A number belongs to the next thing named within so many pieces: two cups of hot coffee. */
const countReach = 4;

/** Walks through the pieces and begins another shot where the words go on to another place or subject. */
export function draftShots(pieces: readonly Piece[]): {
  readonly shots: readonly [DraftShot, ...(readonly DraftShot[])];
  /** Pieces, as they count, that say what nobody draws here. */
  readonly undrawn: ReadonlySet<number>;
} {
  const storyboard = new Storyboard();
  for (const { at, text, meanings } of pieces) {
    storyboard.number(countOf(text), at);
    for (const meaning of meanings ?? []) storyboard.read(meaning, at, meanings ?? []);
    if (meanings !== null) storyboard.meet(genderOf(text), areRelatives(text), meanings);
  }
  const [first = blank, ...others] = storyboard.shots;
  return { shots: [first, ...others.slice(0, mostShots - 1)], undrawn: storyboard.undrawn };
}

/** A picture that shows two places at once: a lake between mountains, a road along the sea. */
function both(held: Place, met: Place): Place | null {
  if (held === 'mountains' && met === 'lake') return 'lake';
  if (held === 'west-lake' && (met === 'river' || met === 'village')) return held;
  return (held === 'road' && met === 'sea') || (held === 'sea' && met === 'road') ? 'coastal-road' : null;
}

class Storyboard {
  readonly shots: DraftShot[] = [blank];
  /** What stood between the last thing named and the next. */
  private boundary: 'none' | 'list' | 'then' = 'none';
  private count: { readonly value: Shot['count']; readonly at: number } | null = null;
  /** The piece that says how many there are of the shot's subject. */
  private countedAt: number | null = null;
  private placedAt = -1;
  private namedAt = -1;
  readonly undrawn = new Set<number>();
  private color: Coloured | null = null;
  private backdropAt: number | null = null;

  private get shot(): DraftShot {
    return this.shots.at(-1) ?? blank;
  }

  private get isEmpty(): boolean {
    return this.shot.place === null && this.shot.subject === null;
  }

  private set(changes: Partial<DraftShot>): void {
    this.shots[this.shots.length - 1] = { ...this.shot, ...changes };
  }

  private next(): void {
    this.shots.push(blank);
    this.boundary = 'none';
  }

  number(value: Shot['count'] | null, at: number): void {
    // In "three women" the number counts, not the plural.
    const isCounted = this.count !== null && this.count.at >= at - countReach;
    if (value !== null && !isCounted) this.count = { value, at };
  }

  /** Who is named first is who is seen; "a man and a woman" are a couple. */
  meet(person: Gender | null, isRelative: boolean, meanings: readonly Meaning[]): void {
    const { person: held, subject, companion } = this.shot;
    const isNamed = meanings.some(
      ({ slot, ...rest }) => slot === 'subject' && 'value' in rest && rest.value === 'person',
    );
    if (held !== null && person !== null && person !== held && isNamed && !isRelative)
      if (subject === 'person' && companion === null) this.set({ subject: 'couple', count: 1 });
    this.set({ person: held ?? person });
  }

  /** `besides`: all that the same word means. */
  read(meaning: Meaning, at: number, besides: readonly Meaning[]): void {
    switch (meaning.slot) {
      case 'place':
        this.readPlace(meaning.value, at);
        break;
      case 'subject':
        this.readSubject(meaning.value, at, besides);
        break;
      case 'time':
        if (this.boundary === 'then' && !this.isEmpty && this.shot.time !== null) this.next();
        // "Summer" and "bright" say less than "night".
        if (this.shot.time === null || this.shot.time === 'day') this.set({ time: meaning.value });
        break;
      case 'weather':
        this.set({ weather: stronger(this.shot.weather, meaning.value) });
        break;
      case 'move':
        this.set({ move: this.shot.move ?? meaning.value });
        break;
      case 'color':
        this.color = { value: meaning.value, at };
        if (this.backdropAt !== null && this.backdropAt >= at - colorReach) this.readBackdrop(at);
        break;
      case 'backdrop':
        this.backdropAt = at;
        this.readBackdrop(at);
        break;
      case 'close':
        this.set({ isClose: true });
        break;
      case 'clothes':
        this.dress(at);
        break;
      case 'rest':
        this.set({ isResting: true });
        break;
      case 'stand-in':
        this.undrawn.add(at);
        break;
      case 'list':
        this.backdropAt = null;
        if (this.boundary === 'none' && !this.isEmpty) this.boundary = 'list';
        break;
      case 'then':
        if (!this.isEmpty) this.boundary = 'then';
        break;
      case 'mood':
      case 'ratio':
        break;
      default:
        assertNever(meaning);
    }
  }

  /** The colour of what is worn is the colour of who wears it. */
  private dress(at: number): void {
    if (this.color === null || this.color.at < at - colorReach) return;
    if (this.shot.subject !== null && this.shot.color === null) this.set({ color: this.color.value });
    // One of two has a colour of their own.
    else if (this.shot.subject !== null && this.shot.color !== this.color.value) this.undrawn.add(at);
    else if (this.shot.subject === null) this.color = { value: this.color.value, at: at + colorReach };
  }

  /** "On a pink background", "the background is pink": a studio, where no other place is named. */
  private readBackdrop(at: number): void {
    const { color } = this;
    if (color === null || color.at < at - colorReach || this.placedAt > color.at) return;
    this.color = null;
    this.backdropAt = null;
    this.set({ backdrop: color, place: this.shot.place ?? 'studio' });
  }

  private readPlace(place: Place, at: number): void {
    this.count = null;
    const strength = strengthOf(place);
    const { place: held, subject } = this.shot;
    if (held === place) this.placedAt = at;
    else if (this.boundary === 'then' && (held !== null || subject !== null)) {
      this.next();
      this.set({ place });
    } else if (held === null || strength > strengthOf(held)) this.set({ place });
    else if (strength < 2) return;
    else if ((this.boundary === 'none' || held === 'west-lake') && both(held, place) !== null)
      this.set({ place: both(held, place) });
    // In "forest lake" the last word is the thing; in "a lake in the forest" the first.
    else if (this.placedAt === at - 1) this.set({ place });
    else if (this.boundary === 'list') {
      this.next();
      this.set({ place });
    }
    this.placedAt = at;
  }

  private readSubject(subject: Subject, at: number, besides: readonly Meaning[]): void {
    const counted = this.count !== null && this.count.at >= at - countReach ? this.count : null;
    const count = counted?.value ?? 1;
    const countedAt = counted?.at ?? null;
    this.count = null;
    // "Then she walks on" is another shot of her.
    if (this.shot.companion === subject || (this.shot.subject === subject && this.boundary !== 'then')) return;
    // What an animal does needs nobody else: "a running fox", "a cat plays the piano".
    if (this.boundary === 'none' && isPerformance(subject) && isAnimal(this.shot.subject)) {
      if (subject !== 'runner') this.undrawn.add(at);
      return;
    }
    if (this.boundary === 'none' && isPerformance(this.shot.subject) && isAnimal(subject)) {
      if (this.shot.subject !== 'runner') this.undrawn.add(this.namedAt);
      this.set({ subject });
      return;
    }
    this.namedAt = at;
    if (this.shot.subject !== null && brings[this.shot.subject]?.includes(subject) === true) return;
    // A bridge has its own traffic, and rails bring a bridge of their own.
    if (
      this.boundary !== 'then' &&
      [subject, this.shot.subject].includes('bridge') &&
      isTraffic(this.shot.subject, subject)
    )
      return;
    // "A child flies a kite" shows one thing, not two.
    if (this.boundary !== 'then' && isPerson(this.shot.subject) && doers.has(subject)) {
      this.set({ subject });
      return;
    }
    // "Street food" names a place and its subject at once.
    if (!besides.some(({ slot }) => slot === 'place') && this.startsAnother(subject)) this.next();
    // So does "bride and groom dance": who is seen already does it.
    if (
      this.shot.subject !== null &&
      doers.has(this.shot.subject) &&
      (doers.has(subject) || isPerson(subject) || subject === 'laptop')
    )
      return;
    if (this.shot.subject !== null) {
      // Two of them fit into a picture, and of each there is one then.
      if (this.shot.companion !== null) this.undrawn.add(at);
      if (count > 1 && countedAt !== null) this.undrawn.add(countedAt);
      if (this.shot.count > 1 && this.countedAt !== null) this.undrawn.add(this.countedAt);
      this.set({ companion: this.shot.companion ?? subject });
    } else {
      const isColored = this.color !== null && this.color.at >= at - colorReach;
      this.countedAt = countedAt;
      this.set({ subject, count, color: isColored ? (this.color?.value ?? null) : null });
    }
  }

  private startsAnother(met: Subject): boolean {
    const { place, subject, companion } = this.shot;
    if (this.boundary !== 'list' || subject === null) return this.boundary === 'then';
    // Who looks on belongs into the same picture.
    if (isPerson(met) && companion === null) return false;
    return place !== null || companion !== null;
  }
}

const byForce: readonly Weather[] = [
  'clear',
  'clouds',
  'petals',
  'leaves',
  'fog',
  'snow',
  'rain',
  'storm',
  'aurora',
  'rainbow',
];

function stronger(held: Weather | null, met: Weather): Weather {
  return held !== null && byForce.indexOf(held) > byForce.indexOf(met) ? held : met;
}
