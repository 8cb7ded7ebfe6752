import { Button } from '../ui/button.tsx';
import { Trouble, FailureLink } from '../ui/trouble.tsx';
import { MissingFiles } from '../files/missing-files.tsx';
import {
  dismissRefusal,
  failedFiles,
  forgiveSend,
  retryFiles,
  send,
  sendWithout,
  unsentOf,
} from '../state/messages.ts';
import type { Refusal } from '../state/model.ts';
import { useWindow } from '../state/store.ts';
import { failureText } from '../locales/sentences.ts';
import type { MessageCost } from './likely.ts';
import { useText } from '../locales/text.ts';

const none: readonly Refusal[] = [];

type Props = { readonly projectId: string; readonly cost: MessageCost };

/** Above the composer: files that were turned away, why a message came back, and that credits may not suffice. */
export function ComposerTroubles({ projectId, cost: { short, most } }: Props) {
  const { t } = useText();
  const refusals = useWindow((state) => state.composers[projectId]?.refusals ?? none);
  const refused = useWindow((state) => state.composers[projectId]?.failure ?? null) !== null;
  return (
    <div className="mb-2 flex max-h-40 flex-col gap-1 overflow-y-auto empty:hidden">
      {(refusals.length > 0 || refused) && (
        <div role="alert" className="flex flex-col gap-1">
          {refusals.map((refusal) => (
            <Trouble key={refusal.id} onDismiss={() => dismissRefusal(projectId, refusal.id)}>
              {t('composer.refused', { name: refusal.name, reason: failureText(t, refusal.failure) })}
            </Trouble>
          ))}
          <SendTrouble projectId={projectId} />
        </div>
      )}
      <FailedFiles projectId={projectId} />
      {short !== null && !refused && (
        <p role="status" className="flex items-center gap-2 px-1 text-sm text-dim">
          <span aria-hidden className="size-[7px] shrink-0 rounded-full bg-accent" />
          {t('composer.short', { count: short, cost: most })}
        </p>
      )}
    </div>
  );
}

/** The id of the text that explains why Send is off. */
export const missingFilesId = 'files-missing';

/** How many files in the composer did not arrive: no message goes from there before the user has seen to them. */
export function useFailedFiles(projectId: string): number {
  return useWindow((state) => state.views[projectId]?.uploads.filter(({ state: is }) => is === 'failed').length ?? 0);
}

function FailedFiles({ projectId }: { readonly projectId: string }) {
  const count = useFailedFiles(projectId);
  const written = useWindow((state) => unsentOf(state, projectId).trim() !== '');
  if (count === 0) return null;
  return (
    <MissingFiles
      id={missingFilesId}
      count={count}
      onRetry={() => void retryFiles(failedFiles(projectId))}
      onWithout={written ? () => void sendWithout(projectId) : null}
    />
  );
}

/** Why the last message came back. One that could exceed the daily limit goes on its way if the user says so. */
function SendTrouble({ projectId }: { readonly projectId: string }) {
  const { t } = useText();
  const failure = useWindow((state) => state.composers[projectId]?.failure ?? null);
  if (failure === null) return null;
  const action =
    failure.code === 'over-ceiling' ? (
      <Button look="quiet" onClick={() => void send(projectId, 'anyway')}>
        {t('composer.sendAnyway')}
      </Button>
    ) : (
      <FailureLink failure={failure} />
    );
  return (
    <Trouble action={action} onDismiss={() => forgiveSend(projectId)}>
      {failureText(t, failure)}
    </Trouble>
  );
}
