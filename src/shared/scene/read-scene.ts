import { seedOf } from '../random.ts';
import { simplified } from '../simplified.ts';
import { isCountable, isMixed, isPerson } from './companions.ts';
import { countOf } from './count.ts';
import { type DraftShot, draftShots } from './draft-shots.ts';
import { afloat, homeOf, nightSubjects, submerged, towering, waterAt, wheeled } from './homes.ts';
import { labelOf, type Language, type Piece, piecesOf } from './lexicon.ts';
import { moodOf, movesOf, timeOf } from './place-habits.ts';
import type { Place, Ratio, Scene, Shot, Subject, Weather } from './scene.ts';

const shortest = 3;
const longest = 15;
const usual = 8;
const mostUnrecognised = 8;
/** From this length on a single picture is seen from two sides, unless its move was asked for. */
const longForOneShot = 8;

/** Reads what is to be drawn out of a prompt in English or Chinese. Any text gives a scene; it never throws. */
export function readScene(prompt: string): Scene {
  const plain = simplified(prompt.normalize('NFKC'));
  const language: Language = /\p{Script=Han}/u.test(plain) ? 'zh' : 'en';
  const { seconds: asked, ratio: figures, isFullHd, rest } = readFigures(withoutQuoted(plain));
  const pieces = piecesOf(rest);
  const meanings = pieces.flatMap((piece) => piece.meanings ?? []);
  const { shots: drafts, undrawn } = draftShots(pieces);
  const seconds = asked ?? (drafts.length > 1 ? 9 : usual);
  const shots = framed(drafts, seconds);
  const outside = drafts.flatMap(({ place, backdrop }) =>
    backdrop === null || place === 'studio' ? [] : [backdrop.at],
  );
  const mood = meanings.find((meaning) => meaning.slot === 'mood')?.value ?? moodOf[shots[0].place];
  return {
    shots,
    ratio: figures ?? meanings.find((meaning) => meaning.slot === 'ratio')?.value ?? '16:9',
    seconds,
    isFullHd,
    mood,
    seed: seedOf(plain),
    name: nameOf(shots[0], language),
    language,
    unrecognised: unrecognised(pieces, new Set([...undrawn, ...outside])),
  };
}

/** What stands in quotes is to be written, not drawn. */
function withoutQuoted(text: string): string {
  return text.replace(/“[^“”]*”|「[^「」]*」|『[^『』]*』|《[^《》]*》|"[^"]*"/gu, ' ');
}

const chineseDigits = '零一二三四五六七八九十';

/** Length, ratio and resolution stand in figures; what is left has none of them. */
function readFigures(text: string): {
  readonly seconds: number | null;
  readonly ratio: Ratio | null;
  readonly isFullHd: boolean;
  readonly rest: string;
} {
  let seconds: number | null = null;
  let ratio: Ratio | null = null;
  let isFullHd = false;
  const rest = text
    .replace(/(?<!\d)1080 ?p?(?!\d)|\b(?:full[ -]?hd|fhd|4k|uhd)\b|全高清|超清/giu, () => {
      isFullHd = true;
      return ' ';
    })
    .replace(/(?<!\d)(\d{1,2}) ?[:x/] ?(\d{1,2})(?!\d)/giu, (whole, wide: string, high: string) => {
      const named = ratioOf(Number(wide) / Number(high));
      if (named === null) return whole;
      ratio ??= named;
      return ' ';
    })
    .replace(/(?<!\d)(\d{1,3})(?:\.\d)?[ -]{0,2}(?:seconds?\b|secs?\b|s\b|秒钟?)/giu, (_, digits: string) => {
      seconds ??= Number(digits);
      return ' ';
    })
    .replace(/([一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])秒钟?/gu, (_, letters: string) => {
      seconds ??= chineseNumber(letters);
      return ' ';
    });
  return { seconds: seconds === null ? null : Math.min(longest, Math.max(shortest, seconds)), ratio, isFullHd, rest };
}

function chineseNumber(letters: string): number {
  const [tens, ones] = letters.includes('十') ? letters.split('十') : ['零', letters];
  const digit = (letter = ''): number => (letter === '两' ? 2 : Math.max(0, chineseDigits.indexOf(letter || '零')));
  return (tens === '' ? 1 : digit(tens)) * 10 + digit(ones);
}

function ratioOf(wide: number): Ratio | null {
  if (Math.abs(wide - 16 / 9) < 0.02) return '16:9';
  if (Math.abs(wide - 9 / 16) < 0.02) return '9:16';
  if (wide === 1) return '1:1';
  return wide === 4 / 5 || wide === 3 / 4 ? '4:5' : null;
}

/** Fills in what the words leave open, and divides the length among the shots. */
function framed(
  drafts: readonly [DraftShot, ...(readonly DraftShot[])],
  seconds: number,
): readonly [Shot, ...(readonly Shot[])] {
  const [first] = drafts;
  const isVaried = drafts.length === 1 && seconds >= longForOneShot && first.move === null;
  const all = isVaried ? ([first, { ...first, isClose: !first.isClose }] as const) : drafts;
  const ends = all.map((_, index) => Math.round(((index + 1) * seconds) / all.length));
  let earlier: Shot | null = null;
  const shots = all.map((draft, index) => {
    const shot = settled(draft, earlier, drafts, index, (ends[index] ?? seconds) - (ends[index - 1] ?? 0));
    earlier = shot;
    return shot;
  });
  const [head = settled(first, null, drafts, 0, seconds), ...rest] = shots;
  return [head, ...rest];
}

function settled(
  draft: DraftShot,
  earlier: Shot | null,
  drafts: readonly DraftShot[],
  index: number,
  seconds: number,
): Shot {
  const said = <Key extends 'person' | 'time' | 'weather' | 'move'>(key: Key): DraftShot[Key] =>
    draft[key] ?? drafts.find((other) => other[key] !== null)?.[key] ?? null;
  const home = draft.weather === 'petals' ? 'park' : homeFor(draft);
  const isBesides =
    // What is abstract about a thing is its look.
    (draft.place === 'abstract' && draft.subject !== 'light-ribbons') ||
    (draft.place === 'street' && draft.subject !== null && towering.has(draft.subject)) ||
    // A product in the air does not fly.
    (draft.place === 'sky' && home === 'studio');
  // A place that nobody named is not kept: "a man wakes up, then coffee" leaves the street.
  const kept = drafts.slice(0, index).some((other) => other.place !== null) ? earlier?.place : undefined;
  // Fireworks do not burn where one dined.
  const goesOut = kept !== undefined && indoors.has(kept) && home !== null && !indoors.has(home);
  const named =
    (isBesides ? home : null) ?? draft.place ?? (goesOut ? home : kept) ?? home ?? earlier?.place ?? placeOfAir(draft);
  const place = draft.subject === null ? named : whereItCanBe(draft.subject, named);
  const usualTime =
    timeOf[place] ??
    (said('weather') === 'aurora' ? 'night' : null) ??
    ([draft.subject, draft.companion].some((one) => one !== null && nightSubjects.has(one)) ? 'night' : 'day');
  const [usualMove, otherMove] = movesOf[place] ?? ['push-in', 'pan-right'];
  return {
    place,
    time: said('time') ?? usualTime,
    weather: said('weather') ?? 'clear',
    subject: isPartOf(draft.subject, place) ? null : draft.subject,
    companion: isSeen(draft, place, home) ? draft.companion : null,
    count: draft.companion === null && draft.subject !== null && isCountable(draft.subject) ? draft.count : 1,
    backdrop: place === 'studio' ? (draft.backdrop?.value ?? null) : null,
    person: isMixed(draft.subject) ? null : said('person'),
    color: draft.color,
    framing: draft.isClose ? 'close' : 'wide',
    isResting: draft.isResting,
    move: said('move') ?? (index % 2 === 0 ? usualMove : otherMove),
    seconds,
  };
}

/** Who is with something is where that is: somebody with dumplings at a table. */
function homeFor({ subject, companion }: DraftShot): Place | null {
  if (subject === null) return null;
  return homeOf[isPerson(subject) && companion !== null ? companion : subject];
}

/** Whoever floats is put on water, whoever swims into it, whoever drives beside it. */
function whereItCanBe(subject: Subject, named: Place): Place {
  if (named === 'sea' && wheeled.has(subject)) return 'coastal-road';
  const place = afloat.has(subject) || submerged.has(subject) ? (waterAt[named] ?? named) : named;
  return submerged.has(subject) && open.has(place) ? 'underwater' : place;
}

/** Who waits for the underground stands on its platform already. */
function isSeen({ subject, companion }: DraftShot, place: Place, home: Place | null): boolean {
  if (companion === 'splash') return isServed(subject, home);
  return place !== 'subway' || subject !== 'train';
}

/** The place shows it already, or it is nothing by itself there. */
const isPartOf = (subject: Subject | null, place: Place): boolean =>
  (subject === 'splash' && !isServed(null, place)) ||
  (place === 'west-lake' && (subject === 'tree' || subject === 'bridge'));

/** Water splashes around a thing on a table; elsewhere the water is its own picture. */
const isServed = (subject: Subject | null, place: Place | null): boolean =>
  (place !== null && served.has(place)) || subject === 'juice' || subject === 'ice-cream';
const indoors: ReadonlySet<Place> = new Set(['room', 'kitchen', 'cafe', 'gym', 'classroom', 'church', 'subway']);
const served: ReadonlySet<Place> = new Set(['studio', 'kitchen', 'cafe', 'room']);

const open: ReadonlySet<Place> = new Set([
  'sea',
  'beach',
  'lake',
  'west-lake',
  'river',
  'waterfall',
  'water-town',
  'canal',
]);

const placesOfWeather: Readonly<Record<Weather, Place>> = {
  clear: 'sky',
  clouds: 'sky',
  rain: 'street',
  snow: 'mountains',
  fog: 'forest',
  storm: 'sea',
  leaves: 'park',
  petals: 'park',
  aurora: 'lake',
  rainbow: 'meadow',
};

/** Words that name only weather or a time of day still name a place to see it; words that name nothing get light alone. */
function placeOfAir({ weather, time }: DraftShot): Place {
  if (weather !== null) return placesOfWeather[weather];
  if (time === null) return 'abstract';
  return time === 'night' ? 'city' : 'sky';
}

function nameOf({ place, subject, time }: Shot, language: Language): string {
  const parts = [...(subject === null ? [] : [subject]), place, ...(time === 'day' ? [] : [time])];
  const labels = parts.map((part) => labelOf(part, language));
  if (language === 'zh') return labels.join(' · ');
  const [first = '', ...rest] = [labels.join(', ')].join('');
  return first.toUpperCase() + rest.join('');
}

function unrecognised(pieces: readonly Piece[], undrawn: ReadonlySet<number>): readonly string[] {
  const texts = pieces
    .filter(({ at, meanings }) => meanings === null || undrawn.has(at))
    .map(({ at, text }) => (countOf(text) === null ? text : withCounted(text, pieces[at + 1])));
  return [...new Set(texts)].slice(0, mostUnrecognised);
}

/** `two` alone would tell nobody anything. */
function withCounted(number: string, next: Piece | undefined): string {
  const isCounted = next?.meanings?.some(({ slot }) => slot === 'subject') === true;
  return isCounted ? `${number}${/\p{Script=Han}/u.test(number) ? '' : ' '}${next.text}` : number;
}
