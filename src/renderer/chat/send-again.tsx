import { useState } from 'react';
import type { Failure } from '../../shared/domain/failure.ts';
import { Button } from '../shell/button.tsx';
import { retryTurn } from '../state/deeds.ts';
import { useText } from '../text/text.ts';
import { OverCeiling } from './over-ceiling.tsx';

/** Sends the message of a turn once more. Where that would pass the daily ceiling it goes on its way if the user says so. */
export function SendAgain({ turnId }: { readonly turnId: string }) {
  const { t } = useText();
  const [warning, setWarning] = useState<Failure | null>(null);
  const retry = async (manner: 'asked' | 'anyway'): Promise<void> => {
    setWarning(null);
    setWarning(await retryTurn(turnId, manner));
  };
  // The first button stays where it is, so that pressing it twice in a hurry spends nothing.
  return (
    <>
      <Button look="quiet" onClick={() => void retry('asked')}>
        {t('chat.sendAgain')}
      </Button>
      {warning !== null && (
        <OverCeiling warning={warning} onAnyway={() => void retry('anyway')} onDismiss={() => setWarning(null)} />
      )}
    </>
  );
}
