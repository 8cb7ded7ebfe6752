import { useId, useState } from 'react';
import type { Failure } from '../../shared/domain/failure.ts';
import { type SpendQuestion as Question, spendQuestions } from '../../shared/domain/spend-permission.ts';
import { sentences } from '../locales/format.ts';
import { Button } from '../ui/button.tsx';
import { type Translate, useText } from '../locales/text.ts';
import { silence } from '../state/spending.ts';
import { useWindow } from '../state/store.ts';

type Props = {
  /** Why the message was not taken, with what it costs (`spend-question`). */
  readonly failure: Failure;
  readonly onYes: () => void;
  readonly onNo: () => void;
};

/** Asks whether a message may be paid for: what it likely costs, what is left, and what else is on its way. */
export function SpendQuestion({ failure, onYes, onNo }: Props) {
  const { t, locale } = useText();
  const id = useId();
  const [again, setAgain] = useState(true);
  const available = useWindow((state) => state.credits?.available ?? null);
  const question = questionOf(failure);
  const yes = () => {
    if (!again) silence(question);
    onYes();
    document.getElementById('message')?.focus();
  };
  return (
    <div
      role="group"
      aria-labelledby={id}
      className="flex flex-col gap-2 rounded-control border border-line-strong bg-raised p-3 text-sm"
    >
      <div className="flex flex-col gap-0.5">
        <p id={id} className="font-semibold">
          {t(`spending.ask.${question}`)}
        </p>
        <p className="text-dim tabular">{sentences(locale, costLine(t, failure, available))}</p>
      </div>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
        <label className="mr-auto flex items-center gap-2 text-dim">
          <input
            type="checkbox"
            checked={!again}
            onChange={({ target }) => setAgain(!target.checked)}
            className="size-3.5 accent-(--accent-fill)"
          />
          {t('spending.dontAsk')}
        </label>
        <div className="ml-auto flex gap-2">
          <Button
            look="quiet"
            onClick={() => {
              onNo();
              document.getElementById('message')?.focus();
            }}
          >
            {t('shell.cancel')}
          </Button>
          <Button look="primary" className="h-6! px-2.5! text-sm" onClick={yes}>
            {t('spending.yes')}
          </Button>
        </div>
      </div>
    </div>
  );
}

function questionOf({ params }: Failure): Question {
  return spendQuestions.find((question) => question === params?.['question']) ?? 'message';
}

/** `About 48 credits. You have 52. Running and waiting: about 96.` */
function costLine(t: Translate, { params }: Failure, available: number | null): readonly string[] {
  const [cost, pending] = [Number(params?.['cost'] ?? 0), Number(params?.['pending'] ?? 0)];
  return [
    ...(cost > 0 ? [t('spending.cost', { count: cost })] : []),
    ...(available === null ? [] : [t('spending.left', { count: available })]),
    ...(pending > 0 ? [t('spending.pending', { count: pending })] : []),
  ];
}
