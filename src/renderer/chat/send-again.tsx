import { useState } from 'react';
import { asksConsent, type Failure } from '../../shared/domain/failure.ts';
import { MissingFiles } from '../files/missing-files.tsx';
import { Button } from '../ui/button.tsx';
import { failedFiles, removeFiles, retryFiles, retryTurn } from '../state/messages.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { OverCeiling } from './over-ceiling.tsx';

type Manner = NonNullable<Parameters<typeof retryTurn>[1]>;

/**
 * Sends the message of a turn once more. Where that would exceed the daily limit, or files are missing, it asks first.
 */
export function SendAgain({ turnId }: { readonly turnId: string }) {
  const { t } = useText();
  const projectId = useWindow((state) => state.openProjectId);
  const [warning, setWarning] = useState<{ readonly failure: Failure; readonly manner: Manner } | null>(null);
  const retry = async (manner: Manner): Promise<void> => {
    setWarning(null);
    const failure = await retryTurn(turnId, manner);
    setWarning(failure && { failure, manner });
  };
  // The first button keeps its place, so that pressing it twice in a hurry spends nothing.
  return (
    <>
      <Button look="quiet" onClick={() => void retry({})}>
        {t('chat.sendAgain')}
      </Button>
      {warning?.failure.code === 'files-missing' && (
        <MissingFiles
          count={Number(warning.failure.params?.['count'] ?? 1)}
          onRetry={
            failedFiles(projectId, turnId).length === 0
              ? null
              : () => {
                  setWarning(null);
                  void retryFiles(failedFiles(projectId, turnId));
                }
          }
          onWithout={() =>
            void removeFiles(projectId, failedFiles(projectId, turnId)).then(() =>
              retry({ ...warning.manner, without: true }),
            )
          }
        />
      )}
      {warning && asksConsent(warning.failure) && (
        <OverCeiling
          warning={warning.failure}
          onAnyway={() => void retry({ ...warning.manner, anyway: true })}
          onDismiss={() => setWarning(null)}
        />
      )}
    </>
  );
}
