import { answerMessage, type Answers, type ReplyPart } from '../../shared/domain/turn.ts';

/** What may stand around words that are only cited, by how it opens. Straight single quotes are told from apostrophes apart. */
const cited: readonly RegExp[] = [
  /`[^`\n]*`/g,
  /"[^"\n]*"/g,
  /“[^“”\n]*”/g,
  /„[^„“”\n]*[“”]/g,
  /«[^«»\n]*»/g,
  /「[^「」\n]*」/g,
  /『[^『』\n]*』/g,
  /《[^《》\n]*》/g,
  /〈[^〈〉\n]*〉/g,
];

/** What an address is made of; Chinese punctuation ends it. */
const addressLike = /[\w\-.~:/?#@!$&*+,;=%[\]]+/g;
const addressEnds = '?!.,;:';

/**
 * Whether the answer asks the user something: by a card, or with a question mark anywhere, whatever follows it, unless it stands in quotes, code or
 * an address.
 */
export function asksSomething(parts: readonly ReplyPart[]): boolean {
  return parts.some((part) => part.kind === 'question' || (part.kind === 'text' && hasQuestion(part.text)));
}

/**
 * The message that answers the card at this position, and the parts with its answers in them. Null where nothing is asked there (any
 * more).
 */
export function answerTo(
  parts: readonly ReplyPart[],
  position: number,
  answers: Answers,
): { readonly text: string; readonly parts: readonly ReplyPart[] } | null {
  const card = parts[position];
  if (card?.kind !== 'question' || card.answers !== null) return null;
  const chosen = card.questions.map((_, index) => answers[index] ?? []);
  return {
    text: answerMessage(card.questions, chosen),
    parts: parts.with(position, { ...card, answers: chosen }),
  };
}

function hasQuestion(text: string): boolean {
  if (!/[?？؟]/.test(text)) return false;
  const plain = cited.reduce((words, pattern) => words.replace(pattern, ' '), withoutCodeBlocks(text));
  return /[?？؟]/.test(withoutSingleQuotes(withoutAddresses(plain)));
}

/** A block without an end reaches to the end of the text. */
function withoutCodeBlocks(text: string): string {
  let fence: string | null = null;
  const kept = text.split('\n').filter((line) => {
    const mark = line.trimStart().slice(0, 3);
    if (fence !== null) {
      if (mark === fence) fence = null;
      return false;
    }
    if (mark !== '```' && mark !== '~~~') return true;
    fence = mark;
    return false;
  });
  return kept.join('\n');
}

function withoutAddresses(text: string): string {
  return text.replace(addressLike, (run) => {
    let end = run.length;
    while (end > 0 && addressEnds.includes(run.charAt(end - 1))) end -= 1;
    return isAddress(run.slice(0, end)) ? run.slice(end) : run;
  });
}

/** With a scheme, or a path or query behind a name with a dot in it. */
function isAddress(run: string): boolean {
  if (run.includes('://') || run.startsWith('www.')) return true;
  const mark = run.indexOf('?');
  return mark > 0 && /[./]/.test(run.slice(0, mark)) && /^\?[\w%]+=/.test(run.slice(mark));
}

/** A mark between letters is an apostrophe; one that opens and is not closed in its line is none either. */
function withoutSingleQuotes(text: string): string {
  const line = (words: string): string => {
    let kept = '';
    let from = 0;
    let opened = -1;
    for (const { index } of words.matchAll(/['‘’]/g)) {
      const [before, after] = [words[index - 1] ?? ' ', words[index + 1] ?? ' '];
      if (opened >= 0 && /\S/.test(before) && !letter.test(after)) {
        kept += words.slice(from, opened);
        from = index + 1;
        opened = -1;
      } else if (!letter.test(before) && /\S/.test(after)) opened = index;
    }
    return kept + words.slice(from);
  };
  return text.split('\n').map(line).join('\n');
}

const letter = /[\p{L}\p{N}]/u;
