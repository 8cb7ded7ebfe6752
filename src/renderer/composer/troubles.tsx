import { X } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { Fold } from '../ui/fold.tsx';
import { IconButton } from '../ui/icon-button.tsx';
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
import { acceptedFormats, failureText } from '../locales/sentences.ts';
import type { MessageCost } from './likely.ts';
import { missingFilesId, useFailedFiles } from './missing.ts';
import { SpendQuestion } from '../settings/spend-question.tsx';
import { useText } from '../locales/text.ts';

const none: readonly Refusal[] = [];

type Props = { readonly projectId: string };

/** Above the composer: files that were turned away, and those that did not arrive. */
export function FileTroubles({ projectId }: Props) {
  return (
    <>
      <Refusals projectId={projectId} />
      <FailedFiles projectId={projectId} />
    </>
  );
}

/** Two are told in full; more are one line, which names the formats once. */
function Refusals({ projectId }: Props) {
  const { t } = useText();
  const refusals = useWindow((state) => state.composers[projectId]?.refusals ?? none);
  if (refusals.length === 0) return null;
  const dismiss = (refusal: Refusal) => dismissRefusal(projectId, refusal.id);
  const reasonOf = ({ failure }: Refusal) =>
    failure.code === 'unsupported-file' ? t('composer.unsupported') : failureText(t, failure);
  return (
    <div role="alert" className="flex flex-col gap-1.5">
      {refusals.length <= 2 ? (
        refusals.map((refusal) => (
          <Trouble key={refusal.id} onDismiss={() => dismiss(refusal)}>
            {t('composer.refused', { name: refusal.name, reason: failureText(t, refusal.failure) })}
          </Trouble>
        ))
      ) : (
        <Fold
          dot="bad"
          summary={t('composer.cannotUse', { count: refusals.length })}
          hint={
            refusals.some(({ failure }) => failure.code === 'unsupported-file')
              ? t('importReview.accepted', { formats: acceptedFormats })
              : null
          }
          action={
            <IconButton
              icon={X}
              name={t('composer.dismissAll')}
              onClick={() => refusals.forEach((refusal) => dismiss(refusal))}
            />
          }
        >
          <ul className="flex flex-col gap-1 pl-[15px]">
            {refusals.map((refusal) => (
              <li key={refusal.id} className="wrap-anywhere">
                <p>{t('composer.refused', { name: refusal.name, reason: reasonOf(refusal) })}</p>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}

/** Right above the composer, always in sight: why a message came back, or that credits may not suffice. */
export function SendTroubles({ projectId, cost: { short, most } }: Props & { readonly cost: MessageCost }) {
  const { t } = useText();
  const refused = useWindow((state) => state.composers[projectId]?.failure ?? null) !== null;
  if (refused)
    return (
      <div role="alert" className="shrink-0 pb-2">
        <SendTrouble projectId={projectId} />
      </div>
    );
  if (short === null) return null;
  return (
    <p role="status" className="flex shrink-0 items-center gap-2 px-1 pb-2 text-sm text-dim">
      <span aria-hidden className="size-[7px] shrink-0 rounded-full bg-accent" />
      {t('composer.short', { count: short, cost: most })}
    </p>
  );
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
  if (failure.code === 'spend-question')
    return (
      <SpendQuestion
        key={JSON.stringify(failure)}
        failure={failure}
        onYes={() => void send(projectId, 'anyway')}
        onNo={() => forgiveSend(projectId)}
      />
    );
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
