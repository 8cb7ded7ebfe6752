import { Check } from 'lucide-react';
import { useId, useState } from 'react';
import {
  answerMessage,
  type Answers,
  isTurnOver,
  type Question,
  type ReplyPart,
  type Turn,
} from '../../shared/domain/turn.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/fields.tsx';
import { answerCard } from '../state/messages.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { Card } from './cards.tsx';
import { useCeiling } from './over-ceiling.tsx';
import { useCost } from '../composer/likely.ts';

type QuestionPart = Extract<ReplyPart, { readonly kind: 'question' }>;
type Props = { readonly turn: Turn; readonly part: number; readonly card: QuestionPart };

/** What the agent asks before it goes on. The user can answer once, until another message has gone to the agent. */
export function QuestionCard({ turn, part, card }: Props) {
  const { t } = useText();
  const titleId = useId();
  const isNewest = useWindow(({ views }) => lastSent(views[turn.projectId]?.turns ?? [])?.id === turn.id);
  const open = card.answers === null && isNewest;
  return (
    <Card>
      <div role="group" aria-labelledby={titleId} className="flex flex-col gap-3">
        <p id={titleId} className={card.title === null ? 'sr-only' : 'font-semibold wrap-anywhere'}>
          {card.title ?? t('question.title')}
        </p>
        {open ? <OpenCard turn={turn} part={part} card={card} /> : <ClosedCard card={card} />}
      </div>
    </Card>
  );
}

/** The queue waits for the answer, too. */
function lastSent(turns: readonly Turn[]): Turn | undefined {
  return turns.findLast(({ route, state }) => route === 'agent' && state !== 'queued');
}

function OpenCard({ turn, part, card: { questions } }: Props) {
  const { t } = useText();
  const [chosen, setChosen] = useState<Answers>(() => questions.map(() => []));
  const ready = isTurnOver(turn.state);
  const { run: send, warning } = useCeiling(async (answers: Answers, anyway) => {
    const refusal = await answerCard({ turnId: turn.id, part, answers: answers.map((labels) => [...labels]), anyway });
    if (refusal === null) document.getElementById('message')?.focus();
    return refusal;
  });
  const atOnce = isOneChoice(questions);
  const choose = (index: number, labels: readonly string[]): void => {
    if (atOnce) send([labels]);
    else setChosen(chosen.with(index, labels));
  };
  const some = chosen.some((labels) => labels.some((label) => label.trim() !== ''));
  return (
    <>
      {questions.map((question, index) => (
        <QuestionField
          key={index}
          question={question}
          chosen={chosen[index] ?? []}
          ready={ready}
          onChoose={(labels) => choose(index, labels)}
        />
      ))}
      {warning}
      <footer className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5">
        {!atOnce && (
          <Button look="primary" disabled={!ready || !some} onClick={() => send(chosen)}>
            {t('question.send')}
          </Button>
        )}
        <Button look={atOnce ? 'quiet' : 'plain'} disabled={!ready} onClick={() => send([])}>
          {t('question.skip')}
        </Button>
        <AnswerCost projectId={turn.projectId} questions={questions} answers={chosen} />
      </footer>
    </>
  );
}

/** With a single choice the click is the answer. */
function isOneChoice([question, ...others]: readonly Question[]): boolean {
  return question !== undefined && others.length === 0 && !question.multiple && question.options.length > 0;
}

type FieldProps = {
  readonly question: Question;
  readonly chosen: readonly string[];
  readonly ready: boolean;
  readonly onChoose: (labels: readonly string[]) => void;
};

function QuestionField({ question, chosen, ready, onChoose }: FieldProps) {
  const { prompt, options, multiple } = question;
  return (
    <fieldset disabled={!ready} className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 wrap-anywhere">{prompt}</legend>
      {options.length === 0 && (
        <TextField
          aria-label={prompt}
          maxLength={1000}
          value={chosen[0] ?? ''}
          onChange={({ target }) => onChoose(target.value === '' ? [] : [target.value])}
        />
      )}
      <div className={multiple ? 'flex flex-col gap-1' : 'flex flex-wrap gap-1.5'}>
        {options.map((label) =>
          multiple ? (
            <label key={label} className="flex items-start gap-2">
              <input
                type="checkbox"
                checked={chosen.includes(label)}
                onChange={() => onChoose(options.filter((one) => chosen.includes(one) !== (one === label)))}
                className="mt-0.5 size-3.5 shrink-0 accent-(--accent-fill)"
              />
              <span className="min-w-0 wrap-anywhere">{label}</span>
            </label>
          ) : (
            <Choice
              key={label}
              label={label}
              chosen={chosen.includes(label)}
              onClick={() => onChoose(chosen.includes(label) ? [] : [label])}
            />
          ),
        )}
      </div>
    </fieldset>
  );
}

type ChoiceProps = { readonly label: string; readonly chosen: boolean; readonly onClick: () => void };

function Choice({ label, chosen, onClick }: ChoiceProps) {
  return (
    <Button
      look="quiet"
      aria-pressed={chosen}
      onClick={onClick}
      className={`h-auto! min-h-6 max-w-full shrink! py-0.5 text-left whitespace-normal! disabled:text-faint ${chosen ? 'border-accent! bg-bubble' : ''}`}
    >
      {chosen && <Check size={12} aria-hidden className="shrink-0" />}
      <span className="min-w-0 wrap-anywhere">{label}</span>
    </Button>
  );
}

/** The questions with what the user chose; only the questions where another message went past the card. */
function ClosedCard({ card: { questions, answers } }: { readonly card: QuestionPart }) {
  const { t } = useText();
  return (
    <dl className="flex flex-col gap-2">
      {questions.map(({ prompt, options }, index) => (
        <div key={index}>
          <dt className="text-dim wrap-anywhere">{prompt}</dt>
          <dd className={`wrap-anywhere ${answers === null ? 'text-sm text-faint' : 'font-medium'}`}>
            {answers === null ? options.join(' · ') : answers[index]?.join(', ') || t('question.skipped')}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type CostProps = { readonly projectId: string; readonly questions: readonly Question[]; readonly answers: Answers };

/** The likely cost of the answer, worded as in the composer. */
function AnswerCost({ projectId, questions, answers }: CostProps) {
  const { t } = useText();
  const { most, text, short } = useCost(projectId, answerMessage(questions, answers));
  if (short !== null) return <p className="text-sm text-dim">{t('composer.short', { count: short, cost: most })}</p>;
  return <span className="ml-auto text-xs text-faint">{text}</span>;
}
