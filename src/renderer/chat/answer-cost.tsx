import { costKinds, type LikelyCost, mostLikely } from '../../shared/domain/message-cost.ts';
import { type Answers, answerMessage, type Question } from '../../shared/domain/question.ts';
import { costText, hasMaterial, shortBalance } from '../composer/likely.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';

type Props = { readonly projectId: string; readonly questions: readonly Question[]; readonly answers: Answers };

const unknownCost: LikelyCost = { generate: 0, edit: 0 };

/** What the message that answers a card will likely cost, as the composer says it of its own. */
export function AnswerCost({ projectId, questions, answers }: Props) {
  const { t } = useText();
  const credits = useWindow((state) => state.credits);
  const likely = useWindow((state) => state.views[projectId]?.likelyCost ?? unknownCost);
  const material = useWindow((state) => {
    const view = state.views[projectId];
    return view !== undefined && hasMaterial(view);
  });
  const text = answerMessage(questions, answers);
  const kinds = costKinds(text, material);
  const cost = mostLikely(kinds, likely);
  const available = shortBalance(text, credits, cost);
  if (available !== null) return <p className="text-sm text-dim">{t('composer.short', { count: available, cost })}</p>;
  return <span className="ml-auto text-xs text-faint">{costText(t, kinds, likely)}</span>;
}
