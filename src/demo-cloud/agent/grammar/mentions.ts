import { type Meaning, piecesOf } from '../../../shared/scene/lexicon.ts';
import { simplified } from '../../../shared/simplified.ts';
import type { ClipInSight, Situation } from '../edit-request.ts';

const englishClip = '(?:clips?|shots?|scenes?|parts?|one|footage|segments?|bit|videos?)';
const chineseNoun = '(?:[那这]?[个段张条]|片段|镜头|场景|部分)';
const chineseClip = '(?:的|那|这){0,2}[个段张条]?(?:片段|镜头|画面|视频|素材|部分|场景)?';
/** Words that say the clip by where it stands; how far from the front, by how many clips there are. */
const places: readonly (readonly [RegExp, (clips: number, count: number) => readonly number[]])[] = [
  [
    new RegExp(
      `\\bthe (?:middle|central) ${englishClip}\\b(?!,? (?:from |between )?\\d)|(?:最?中间|正中)的?那?[个段]?(?:片段|镜头|视频|素材)|中间那[个段]`,
      'iu',
    ),
    (clips) => (clips % 2 === 1 ? [(clips + 1) / 2] : []),
  ],
  [
    new RegExp(
      `\\b(?:second|2nd|next)[ -](?:to[ -])?last ${englishClip}\\b|\\bpenultimate ${englishClip}\\b|倒数第[二2][个段](?:片段|镜头|视频|素材)?`,
      'iu',
    ),
    (clips) => (clips > 1 ? [clips - 1] : []),
  ],
  [
    new RegExp(
      `\\blast ([2-9]|two|three|four|five) ${englishClip}\\b|(?:最后|(?<![前以之])后)(?:的)?([2-9二两三四五])[个段](?:片段|镜头|视频|素材)?`,
      'iu',
    ),
    (clips, count) => numbersUpTo(clips).slice(-count),
  ],
  [
    new RegExp(
      `\\b(?:the )?(?:clip )?(first|second|third|fourth|[1-9])(?: clip)? and (?:the )?(?:last|final) ${englishClip}\\b|第([一二三四1-9])[个段](?:片段|镜头|视频)?[和跟与、]最后[一1]?[个段](?:片段|镜头|视频)?`,
      'iu',
    ),
    (clips, number) => (number < clips ? [number, clips] : []),
  ],
];

const counts: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
};

/**
 * Clips that are meant by what they show (`the sea`, `大海那段`), by their file's name or by where they stand (`the middle clip`),
 * named by their numbers instead. Of what is replaced only the first is meant: the rest says by what. Where
 * nothing else can be meant, they need no article.
 */
export function withNumbers(
  text: string,
  { clips }: Pick<Situation, 'clips'>,
  { isReplacing, isBare }: { readonly isReplacing: boolean; readonly isBare: boolean },
): string {
  const placed = places.reduce((said, [pattern, numbersOf]) => {
    return said.replace(pattern, (whole: string, ...groups: readonly unknown[]) => {
      const count = groups.slice(0, -2).find((group) => typeof group === 'string');
      const numbers = numbersOf(
        clips.length,
        typeof count === 'string' ? (counts[count.toLowerCase()] ?? Number(count)) : 1,
      );
      return numbers.length === 0 ? whole : named(numbers, whole);
    });
  }, text);
  if (placed !== text) return placed;
  const mentions = mentionsIn(text, clips, isBare);
  return mentions
    .slice(0, isReplacing ? 1 : mentions.length)
    .reduce((said, [pattern, number]) => said.replace(pattern, (whole) => named([number], whole)), text);
}

function mentionsIn(
  text: string,
  clips: readonly ClipInSight[],
  isBare: boolean,
): readonly (readonly [RegExp, number])[] {
  const byName = clips.flatMap(({ name }, index) => {
    const isOnly = clips.filter((clip) => clip.name === name).length === 1;
    return isOnly && FILE_NAME.test(name) && text.includes(name)
      ? [[new RegExp(escaped(name), 'u'), index + 1] as const]
      : [];
  });
  const shown = clips.map(({ name, prompt }) => seenIn(prompt ?? wordsOf(name)));
  const bySight = piecesOf(text.normalize('NFKC')).flatMap((piece) => {
    const things = sights(piece.meanings);
    // `the sunset`, `日落那段`: an hour is a clip where no thing is named, and a clip is spoken of.
    const isAir = things.length === 0 && !isBare;
    const seen = isAir ? airs(piece.meanings) : things;
    const found = shown.flatMap((all, index) => (seen.some((one) => all.has(one)) ? [index + 1] : []));
    const [number] = found;
    return number === undefined || found.length > 1 ? [] : [[mention(piece.text, isBare, isAir), number] as const];
  });
  return [...byName, ...bySight];
}

const FILE_NAME = /\.\w{2,4}$/u;

/** `my-puppy_2.mp4` shows what its words say. */
function wordsOf(name: string): string {
  return name.replace(FILE_NAME, '').replace(/[_.-]+/gu, ' ');
}

/** Whether a text speaks of a clip by what none of them shows: `delete the dog clip`, where there is no dog. */
export function speaksOfUnseen(text: string, { clips }: Pick<Situation, 'clips'>): boolean {
  const shown = clips.map(({ name, prompt }) => seenIn(prompt ?? wordsOf(name)));
  return piecesOf(text.normalize('NFKC')).some(({ text: words, meanings }) => {
    const things = sights(meanings);
    const isSeen = things.some((one) => shown.some((all) => all.has(one)));
    return things.length > 0 && !isSeen && asClip(words).test(text);
  });
}

/** Named together with a word for a clip. */
function asClip(words: string): RegExp {
  const said = escaped(words).replaceAll(' ', '[ -]{1,3}');
  if (/\p{Script=Han}/u.test(words)) return new RegExp(`${said}的?${chineseNoun}`, 'u');
  return new RegExp(
    `\\b(?:the|my|that|this)\\s(?:(?:[a-z]{1,12}\\s){0,2}${said}\\s${englishClip}|${englishClip}\\s(?:of|with|showing|about)\\s(?:(?:the|an?)\\s)?${said})\\b`,
    'iu',
  );
}

/** In English with an article or with a word for a clip, so that `a red sea` is not taken for what is there. */
function mention(words: string, isBare: boolean, isAir: boolean): RegExp {
  const said = escaped(words).replaceAll(' ', '[ -]{1,3}');
  if (/\p{Script=Han}/u.test(words))
    return new RegExp(`有?${said}${isAir ? `(?=的?${chineseNoun})` : ''}${chineseClip}`, 'u');
  const before = `(?:\\b(?:the|my|that|this)\\s(?:${englishClip}\\s(?:of|with|showing|about|from)\\s(?:(?:the|an?)\\s)?)?)`;
  return new RegExp(`${isBare ? `(?:${before})?\\b` : before}${said}(?!\\p{L})(?:\\s${englishClip}\\b)?`, 'iu');
}

function seenIn(prompt: string): ReadonlySet<string> {
  return new Set(
    piecesOf(simplified(prompt.slice(0, mostOfPrompt).normalize('NFKC'))).flatMap(({ meanings }) => [
      ...sights(meanings),
      ...airs(meanings),
    ]),
  );
}

const mostOfPrompt = 500;

/** What words show: a `thing` (a place or a subject), only `air` (an hour or the weather), or nothing that can be drawn. */
export function sightIn(text: string): 'thing' | 'air' | null {
  const slots = piecesOf(text.normalize('NFKC')).flatMap(({ meanings }) => (meanings ?? []).map(({ slot }) => slot));
  if (slots.some((slot) => slot === 'place' || slot === 'subject')) return 'thing';
  return slots.some((slot) => slot === 'time' || slot === 'weather') ? 'air' : null;
}

function sights(meanings: readonly Meaning[] | null): readonly string[] {
  return (meanings ?? []).flatMap((one) => (one.slot === 'place' || one.slot === 'subject' ? [one.value] : []));
}

function airs(meanings: readonly Meaning[] | null): readonly string[] {
  return (meanings ?? []).flatMap((one) => (one.slot === 'time' || one.slot === 'weather' ? [`air:${one.value}`] : []));
}

function named(numbers: readonly number[], instead: string): string {
  return /\p{Script=Han}/u.test(instead)
    ? // A number may follow: `大海200%速度`.
      `片段${numbers.join('和片段')} `
    : `clip${numbers.length > 1 ? 's' : ''} ${numbers.join(' and ')}`;
}

/** What is left out, by numbers or by where it stands. */
const leftOut = String.raw`((?:the )?(?:clips? \d{1,2}(?:(?:,| and|, and) (?:clip )?\d{1,2}){0,9}|(?:very )?(?:first|last|\d{1,2}th)(?: (?:clip|shot|scene|one))?|music|song|title|captions?))`;
const except = [
  new RegExp(
    `\\b(?:all(?: of)?(?: the)?(?: (?:clips?|shots?|scenes?|others?))?|everything|every (?:clip|shot|scene)|the whole (?:video|film)),?\\s{1,3}(?:except(?: for)?|but(?: not)?|other than|apart from|besides)\\s{1,3}${leftOut}`,
    'iu',
  ),
  new RegExp(`,?\\s(?:except(?: for)?|but not|other than|apart from|besides)\\s{1,3}${leftOut}`, 'iu'),
  /除了?(.{1,20}?)(?:以外|之外|外)?[，,]?\s?(?:其[他它余]的?|别的|都|全部?|所有的?)(?:片段|镜头|都|全部?)?/u,
] as const;

/**
 * `all clips except the first`, `除了第一段都…`: the others by their numbers. The music is none of the clips. Null where nobody knows what is
 * left out. `numbersIn`: which clips a text means.
 */
export function withoutExceptions(
  text: string,
  { clips }: Pick<Situation, 'clips'>,
  numbersIn: (text: string) => readonly number[] | 'music',
): string | null {
  const [whole = '', left = ''] = except.map((pattern) => pattern.exec(text)).find((found) => found !== null) ?? [];
  if (whole === '') return /\b(?:except|other than|apart from)\b/iu.test(text) ? null : text;
  const out = numbersIn(left);
  const others =
    out === 'music' ? numbersUpTo(clips.length) : numbersUpTo(clips.length).filter((n) => !out.includes(n));
  const isKnown = out === 'music' ? MUSIC_APART.test(text) : out.length > 0 && others.length > 0;
  // The clips that are left stand where all were said, or behind.
  const all = text.replace(whole, ` ${named(others, whole)} `);
  return isKnown ? all.replace(/\b(?:everything|all(?: the)? clips|every clip)\b/iu, ' ') : null;
}

/** What can be done to the clips and not to the music. */
const MUSIC_APART = /\bmute|\bsilen|\bquiet|\bloud|静音|声/iu;

function numbersUpTo(most: number): readonly number[] {
  return Array.from({ length: most }, (_, index) => index + 1);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`);
}
