import type { Failure } from '../../shared/domain/failure.ts';
import { ask } from '../state/client.ts';
import { useText } from '../text/text.ts';
import { Button } from './button.tsx';

/** The way out of a failure that leads to a page of the cloud. */
export function FailureLink({ failure }: { readonly failure: Failure }) {
  const { t } = useText();
  const { link } = failure;
  if (link === undefined) return null;
  return (
    <Button look="quiet" onClick={() => void ask('app.openLink', { link })}>
      {t(link === 'register' ? 'chat.register' : 'chat.topUp')}
    </Button>
  );
}
