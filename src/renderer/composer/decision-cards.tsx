import { X } from 'lucide-react';
import { conversionOf, type MediaInfo } from '../../shared/domain/media-info.ts';
import type { FileNeedingDecision } from '../../shared/domain/needs-decision.ts';
import { ConvertButton, TooLargeActions } from '../media-tools/buttons.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Fold } from '../ui/fold.tsx';
import { Units } from '../ui/units.tsx';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';
import { decisionText } from '../locales/sentences.ts';
import { useText } from '../locales/text.ts';

const none: readonly FileNeedingDecision[] = [];

/** Files that need a decision before they are sent, each with what can be done. */
export function DecisionCards({ projectId }: { readonly projectId: string }) {
  const { t } = useText();
  const needsDecision = useWindow((state) => state.views[projectId]?.needsDecision ?? none);
  if (needsDecision.length === 0) return null;
  const cards = (
    <ul aria-label={t('importReview.decisionTitle')} className="flex flex-col gap-1">
      {needsDecision.map((file) => (
        <DecisionCard key={file.id} file={file} />
      ))}
    </ul>
  );
  if (needsDecision.length <= mostCards) return cards;
  return (
    <Fold dot="accent" summary={t('composer.needYou', { count: needsDecision.length })}>
      {cards}
    </Fold>
  );
}

/** More of them are folded into one line. */
const mostCards = 3;

function DecisionCard({ file }: { readonly file: FileNeedingDecision }) {
  const { t } = useText();
  const info = useWindow((state) => state.info[file.mediaId]);
  const decisionId = file.id;
  return (
    <li className="flex items-start gap-2 rounded-control border border-line bg-raised py-1.5 pr-1 pl-3 text-sm">
      <span aria-hidden className="mt-[7px] size-[7px] shrink-0 rounded-full bg-accent" />
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <p className="wrap-anywhere">
          <span className="font-medium">{file.name}</span>
          <span className="text-dim">
            {' · '}
            <Units text={decisionText(t, file.reason, file.bytes, info)} />
          </span>
        </p>
        <div className="flex flex-wrap gap-1.5 empty:hidden">
          <DecisionActions file={file} info={info} />
        </div>
      </div>
      <IconButton
        icon={X}
        name={t('importReview.dismiss', { name: file.name })}
        onClick={() => void ask('needsDecision.dismiss', { decisionId })}
      />
    </li>
  );
}

/** Undefined: nobody has looked into the file yet. */
type MediaInfoReader = MediaInfo | undefined;

function DecisionActions({ file, info }: { readonly file: FileNeedingDecision; readonly info: MediaInfoReader }) {
  const { t } = useText();
  const { id, reason } = file;
  const own = { ...file, fileId: file.mediaId };
  const attach = () => void ask('needsDecision.attach', { decisionId: id });
  switch (reason.kind) {
    case 'misnamed':
      return (
        <Button look="quiet" onClick={attach}>
          {t('importReview.sendAs', { name: reason.name })}
        </Button>
      );
    case 'damaged':
      return (
        <Button look="quiet" onClick={attach}>
          {t('importReview.sendAnyway')}
        </Button>
      );
    case 'duplicate':
      return (
        <>
          <Button look="quiet" onClick={() => void ask('needsDecision.useExisting', { decisionId: id })}>
            {t('importReview.useExisting')}
          </Button>
          <Button look="quiet" onClick={attach}>
            {t('importReview.uploadAgain')}
          </Button>
        </>
      );
    case 'too-large':
      return file.kind === 'image' ? null : <TooLargeActions file={own} />;
    case 'convertible':
      return info && conversionOf(info) !== null ? <ConvertButton file={own} /> : null;
  }
}
