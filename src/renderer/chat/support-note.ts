import type { Locale } from '../../shared/domain/app-state.ts';
import { costOf, type Credits, type Turn } from '../../shared/domain/turn.ts';
import { failureText } from '../locales/sentences.ts';
import type { Translate } from '../locales/text.ts';

/** What a person of the support needs to know about credits that went for nothing, as plain text; no ids. */
export function supportNote(t: Translate, locale: Locale, turn: Turn): string {
  const { receipt, failure } = turn;
  if (receipt === null) return '';
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long' }).format(turn.startedAt);
  return t('receipt.note', {
    when,
    prompt: turn.prompt,
    before: balances(t, receipt.before),
    after: balances(t, receipt.after),
    cost: t('chat.cost', { count: costOf(receipt) }),
    happened:
      failure === null ? t('receipt.happened') : t('receipt.happenedFailure', { failure: failureText(t, failure) }),
  });
}

function balances(t: Translate, { available, frozen }: Credits): string {
  return t('receipt.balances', { available, frozen });
}
