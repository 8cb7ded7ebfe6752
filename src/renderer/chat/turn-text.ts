import { assertNever } from '../../shared/assert-never.ts';
import { costOf, netOf } from '../../shared/domain/receipt.ts';
import type { Credits, Notice, ReplyPart, Turn } from '../../shared/domain/turn.ts';
import { creditLine } from '../locales/credit-line.ts';
import { changeLine, noticeText, failureText } from '../locales/sentences.ts';
import type { Translate } from '../locales/text.ts';
import { placeOf } from '../ui/use-now.ts';
import { length } from '../locales/format.ts';
import type { Locale } from '../../shared/domain/app-state.ts';

/** The agent's words alone, as they came. Reads nothing whose shape could be wrong. */
export function plainAnswer({ parts }: Turn): string {
  return parts
    .map((part) => (part.kind === 'text' ? part.text : ''))
    .join('\n\n')
    .trim();
}

/** What came of a message as Markdown for the clipboard: the agent's words as they were written, changes as a list. */
export function answerText(t: Translate, turn: Turn): string {
  return turn.parts
    .flatMap((part) => {
      switch (part.kind) {
        case 'text':
          return [part.text.trim()];
        case 'changes':
          return [part.changes.map((change) => `- ${changeLine(t, change).text}`).join('\n')];
        case 'summary':
          return [part.line];
        case 'question':
          return [questionText(part)];
        case 'restore':
        case 'raw-clip':
        case 'credits':
        case 'notice':
          return [];
        default:
          return assertNever(part);
      }
    })
    .filter((text) => text !== '')
    .join('\n\n');
}

function questionText({ title, questions }: Extract<ReplyPart, { readonly kind: 'question' }>): string {
  const lines = questions.flatMap(({ prompt, options }, index) => [
    `${index + 1}. ${prompt}`,
    ...options.map((option) => `   - ${option}`),
  ]);
  return [...(title === null ? [] : [`**${title}**`, '']), ...lines].join('\n');
}

/** What stands under a turn that is over: that nothing changed, its cost, how long it took, and whether the agent was silent. */
export function footerDetails(t: Translate, turn: Turn): readonly string[] {
  const info: string[] = [];
  if (tells(turn, 'unchanged')) info.push(noticeText(t, { code: 'unchanged' }));
  if (turn.receipt !== null) info.push(...creditLine(t, netOf(turn.receipt)));
  if (turn.route === 'agent' && turn.state === 'done' && turn.endedAt !== null)
    info.push(length(t, placeOf(turn.endedAt) - placeOf(turn.startedAt)));
  if (tells(turn, 'silent-edit')) info.push(noticeText(t, { code: 'silent-edit' }));
  return info;
}

function tells({ parts }: Turn, code: Notice['code']): boolean {
  return parts.some((part) => part.kind === 'notice' && part.notice.code === code);
}

/** Says that the agent still works, after so many ms. */
export function stillWorking(t: Translate, ms: number): string {
  return t('chat.stillWorking', { minutes: Math.floor(ms / 60_000) });
}

/** What a support person needs to know about credits that were charged for nothing, as plain text without ids. */
export function supportNote(t: Translate, locale: Locale, turn: Turn): string {
  const { receipt, failure } = turn;
  if (receipt === null) return '';
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long' }).format(turn.startedAt);
  return t('receipt.note', {
    when,
    prompt: turn.prompt,
    before: balances(t, receipt.before),
    after: balances(t, receipt.later ?? receipt.after),
    cost: t('chat.cost', { count: costOf(receipt) }),
    happened:
      failure === null ? t('receipt.happened') : t('receipt.happenedFailure', { failure: failureText(t, failure) }),
  });
}

function balances(t: Translate, { available, frozen }: Credits): string {
  return t('receipt.balances', { available, frozen });
}
