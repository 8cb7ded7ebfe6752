import { type ReactNode, useState } from 'react';
import type { Failure } from '../../shared/domain/failure.ts';
import { SpendQuestion } from '../settings/spend-question.tsx';
import { Button } from '../ui/button.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { failureText } from '../locales/sentences.ts';
import { useText } from '../locales/text.ts';

type Props = { readonly warning: Failure; readonly onAnyway: () => void; readonly onDismiss: () => void };

/** Asks before a message is paid for, or warns that it would exceed the daily limit; the user can send it all the same. */
export function OverCeiling({ warning, onAnyway, onDismiss }: Props) {
  const { t } = useText();
  if (warning.code === 'spend-question')
    return (
      <div role="alert" className="basis-full">
        <SpendQuestion failure={warning} onYes={onAnyway} onNo={onDismiss} />
      </div>
    );
  return (
    <div role="alert" className="basis-full">
      <Trouble
        action={
          <Button look="quiet" onClick={onAnyway}>
            {t('composer.sendAnyway')}
          </Button>
        }
        onDismiss={onDismiss}
      >
        {failureText(t, warning)}
      </Trouble>
    </div>
  );
}

/**
 * An action that may have to be paid for: where it must be asked about, it waits for the user's consent. `act` gives the warning; null where
 * there is none.
 */
export function useCeiling<T>(act: (input: T, anyway: boolean) => Promise<Failure | null>): {
  readonly run: (input: T) => void;
  readonly warning: ReactNode;
} {
  const [refused, setRefused] = useState<{ readonly input: T; readonly failure: Failure } | null>(null);
  const run = async (input: T, anyway: boolean): Promise<void> => {
    setRefused(null);
    const failure = await act(input, anyway);
    setRefused(failure && { input, failure });
  };
  const warning = refused && (
    <OverCeiling
      warning={refused.failure}
      onAnyway={() => void run(refused.input, true)}
      onDismiss={() => setRefused(null)}
    />
  );
  return { run: (input) => void run(input, false), warning };
}
