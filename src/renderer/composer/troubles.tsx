import { X } from 'lucide-react';
import type { Failure } from '../../shared/domain/failure.ts';
import { Button } from '../shell/button.tsx';
import { FailureLink } from '../shell/failure-link.tsx';
import { dismissRefusal, forgiveSend } from '../state/deeds.ts';
import type { Refusal } from '../state/model.ts';
import { useWindow } from '../state/store.ts';
import { failureText } from '../text/sentences.ts';
import { useText } from '../text/text.ts';

const none: readonly Refusal[] = [];

/** Above the composer: files that were turned away, and why a message came back. */
export function ComposerTroubles({ projectId }: { readonly projectId: string }) {
  const { t } = useText();
  const refusals = useWindow((state) => state.refusals[projectId] ?? none);
  const failure = useWindow((state) => state.sendFailures[projectId]);
  if (refusals.length === 0 && failure === undefined) return null;
  return (
    <div role="alert" className="mb-2 flex max-h-32 flex-col gap-1 overflow-y-auto">
      {refusals.map((refusal) => (
        <Trouble
          key={refusal.id}
          text={t('composer.refused', { name: refusal.name, reason: failureText(t, refusal.failure) })}
          onDismiss={() => dismissRefusal(projectId, refusal.id)}
        />
      ))}
      {failure !== undefined && (
        <Trouble text={failureText(t, failure)} failure={failure} onDismiss={() => forgiveSend(projectId)} />
      )}
    </div>
  );
}

type Props = { readonly text: string; readonly failure?: Failure; readonly onDismiss: () => void };

function Trouble({ text, failure, onDismiss }: Props) {
  const { t } = useText();
  return (
    <div className="flex items-start gap-2 rounded-control border border-line bg-raised py-1 pr-1 pl-3 text-sm">
      <span aria-hidden className="mt-[8px] size-[7px] shrink-0 rounded-full bg-bad" />
      <p className="min-w-0 flex-1 py-0.5 wrap-anywhere">{text}</p>
      {failure !== undefined && <FailureLink failure={failure} />}
      <Button look="icon" className="size-6!" aria-label={t('shell.dismiss')} onClick={onDismiss}>
        <X size={14} aria-hidden />
      </Button>
    </div>
  );
}
