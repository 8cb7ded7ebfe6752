import type { Verb } from '../../shared/domain/verb.ts';
import { announces, asFirst, isJoint, judge, judgeWhole, verbOf } from './gui-talk-clauses.ts';
import type { Clause, Verdict } from './gui-talk-clauses.ts';
import type { Row } from './gui-talk-grammar.ts';
import { plainly, type Word } from './gui-talk-match.ts';
import type { Page } from './gui-talk-page.ts';
import type { Token } from './gui-talk-tokens.ts';

/** Sentences one after another: takes their tokens, and writes on the page what stays of them. */
export type Sentences = {
  /** A token of a sentence, white space within it included. */
  readonly add: (token: Token) => void;
  /** The sentence ends, with this punctuation. */
  readonly end: (terminator: string) => void;
  /** The sentence ends with its line. */
  readonly endWithLine: () => void;
  readonly isEmpty: () => boolean;
  /** The words of the clause stay, whatever they are. */
  readonly isFlowing: () => boolean;
};

/** A sentence of which more would have to wait is let through as it is; in UTF-16 units. */
const longestWait = 600;

/** An instruction and what follows of it: `raw` all of its text, `said` that which says what to do. */
type Cut = { readonly row: Row; readonly words: readonly Word[]; readonly raw: string; readonly said: string };

const noClause: Clause = { lead: '', text: '', words: [] };

function whole({ lead, text }: Clause): string {
  return lead + text;
}

function extended({ lead, text, words }: Clause, spaces: string, token: Token): Clause {
  if (text === '') return { lead: lead + spaces, text: token.text, words: withToken(words, token, 0) };
  return { lead, text: text + spaces + token.text, words: withToken(words, token, text.length + spaces.length) };
}

/** Pieces of a quotation that follow each other are one word. */
function withToken(words: readonly Word[], { kind, text }: Token, at: number): readonly Word[] {
  const last = words.at(-1);
  if (kind === 'word') return [...words, { plain: plainly(text), raw: text, isQuoted: false, at }];
  if (kind !== 'opaque') return words;
  if (!last?.isQuoted || last.at + last.raw.length !== at)
    return [...words, { plain: '', raw: text, isQuoted: true, at }];
  return words.with(-1, { ...last, raw: last.raw + text });
}

/** The signs of a removed text whose partners stayed. */
function partners(gone: string): string {
  const depth = gone.split(/[)）]/).length - gone.split(/[(（]/).length;
  const paren = depth > 0 ? (gone.includes('）') ? '）' : ')') : '';
  return paren + (gone.split('**').length % 2 === 0 ? '**' : '');
}

/** Offers each verb to `offer` as soon as its instruction is complete. */
export function createSentences(page: Page, offer: (verb: Verb) => void): Sentences {
  let clause = noClause;
  let verdict: Verdict['kind'] = 'open';
  /** Clauses that share the lot of the next one. */
  let waiting: readonly Clause[] = [];
  let cut: Cut | null = null;
  let gone = '';
  let isShown = false;
  let isFree = false;
  let isInParens = false;
  let spaces = '';
  /** How much has come since something of the sentence was shown. */
  let waited = 0;

  const isEmpty = (): boolean =>
    !isShown && gone === '' && cut === null && waiting.length === 0 && whole(clause) === '';

  const closeCut = (): void => {
    if (cut === null) return;
    offer(verbOf(cut.row, cut.words, cut.said));
    gone += cut.raw;
    cut = null;
  };

  const flow = (text: string): void => {
    page.show(text);
    [isShown, waited] = [true, 0];
  };

  /** Shows the clause and all that waited for it; what follows of the clause flows. */
  const letFlow = (): void => {
    closeCut();
    for (const part of [...waiting, clause]) flow(!isShown && gone !== '' ? asFirst(part) : whole(part));
    [waiting, verdict] = [[], 'content'];
  };

  const letThrough = (): void => {
    flow((cut?.raw ?? '') + waiting.map(whole).join('') + whole(clause));
    [cut, waiting, verdict, isFree] = [null, [], 'content', true];
  };

  const startCut = (row: Row, from: number): void => {
    closeCut();
    const raw = waiting.map(whole).join('') + whole(clause);
    cut = { row, words: clause.words, raw, said: clause.text.slice(clause.words[from]?.at ?? 0) };
    waiting = [];
    if (isInParens) closeCut();
  };

  const settle = (ending: string): void => {
    const found = judgeWhole(clause, { isFirst: !isShown, isBehindInstruction: cut !== null }, ending);
    if (found.kind === 'instruction') startCut(found.row, found.from);
    else if (found.kind === 'introduction') waiting = [...waiting, clause];
    else if (found.kind === 'content' || cut === null) letFlow();
    else cut = { ...cut, raw: cut.raw + whole(clause), said: cut.said + (found.kind === 'more' ? whole(clause) : '') };
    clause = noClause;
  };

  /** Begins the next clause; signs without a word go with what follows. */
  const part = (lead: string): void => {
    if (verdict !== 'content' && clause.words.length === 0) {
      clause = clause.text === '' ? { ...clause, lead: clause.lead + lead } : { ...clause, text: clause.text + lead };
    } else {
      if (verdict !== 'content') settle(lead);
      clause = { ...noClause, lead };
      verdict = 'open';
    }
    spaces = '';
  };

  const soFar = (read: Clause): Verdict['kind'] =>
    judge(read, { isFirst: !isShown, isBehindInstruction: cut !== null }).kind;

  /** Whether a clause begins here without a sign that parts it from the one before; "drag and drop" and "go ahead and" go on. */
  const isBoundary = (token: Token): boolean => {
    if (verdict !== 'content' && clause.words.length === 0) return false;
    if (token.kind !== 'word' || !isJoint(token.text)) return token.kind === 'open';
    return verdict !== 'open' || soFar(extended(clause, spaces, token)) === 'content';
  };

  const append = (token: Token): void => {
    if (verdict === 'content') {
      flow(spaces + token.text);
    } else {
      clause = extended(clause, spaces, token);
      waited += token.text.length;
      if (verdict === 'open' && (token.kind === 'word' || clause.words[0]?.isQuoted)) {
        verdict = soFar(clause);
        if (verdict === 'content') letFlow();
      }
      if (waited > longestWait) letThrough();
    }
    spaces = '';
  };

  const reset = (): void => {
    [clause, verdict, waiting, cut] = [noClause, 'open', [], null];
    [gone, isShown, isFree, isInParens, spaces, waited] = ['', false, false, false, '', 0];
  };

  const end = (terminator: string): void => {
    const isWordless = clause.words.length === 0;
    if (verdict !== 'content' && !isWordless) settle('');
    else if (verdict !== 'content' && cut === null && (waiting.length > 0 || isShown)) letFlow();
    const endsInCut = cut !== null;
    if (cut === null && waiting.length > 0) letFlow();
    gone += endsInCut ? waiting.map(whole).join('') + (isWordless ? whole(clause) : '') : '';
    closeCut();
    if (isShown)
      page.show(partners(gone) + (endsInCut ? terminator.replace('?', '.').replace('？', '。') : spaces + terminator));
    else if (gone !== '') page.cut();
    else if (!page.isAfterCut()) page.show(whole(clause) + spaces + terminator);
    reset();
  };

  const announcement = (): string | null => {
    if (isShown || cut !== null || gone !== '') return null;
    const text = waiting.map(whole).join('') + whole(clause) + spaces;
    if (waiting.length === 0) return verdict !== 'content' && announces(clause, page.isHeading()) ? text : null;
    return clause.words.length === 0 && /[:：]/.test(whole(clause)) ? text : null;
  };

  return {
    add: (token) => {
      if (token.kind === 'space') {
        spaces += token.text;
        return;
      }
      if (isFree || isInParens) append(token);
      else if (token.kind === 'pause') part(spaces + token.text);
      else {
        if (isBoundary(token)) part(spaces);
        isInParens = token.kind === 'open';
        append(token);
      }
      if (isInParens && token.kind === 'close') {
        if (!isFree) part('');
        isInParens = false;
      }
    },
    end,
    endWithLine: () => {
      const text = announcement();
      if (text === null) {
        if (!isEmpty()) end('');
      } else {
        page.announce(text);
        reset();
      }
    },
    isEmpty,
    isFlowing: () => verdict === 'content',
  };
}
