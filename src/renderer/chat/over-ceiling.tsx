import type { Failure } from '../../shared/domain/failure.ts';
import { Button } from '../ui/button.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { failureText } from '../locales/sentences.ts';
import { useText } from '../locales/text.ts';

type Props = { readonly warning: Failure; readonly onAnyway: () => void; readonly onDismiss: () => void };

/** A message that would pass the daily ceiling goes on its way if the user says so. */
export function OverCeiling({ warning, onAnyway, onDismiss }: Props) {
  const { t } = useText();
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
