import { CircleCheck, History } from 'lucide-react';
import { useState } from 'react';
import type { ReplyPart, Turn } from '../../shared/domain/turn.ts';
import { useText } from '../locales/text.ts';
import { offerRestore, isAgentAtWork } from '../state/restore.ts';
import { useOpenView } from '../state/store.ts';
import { Button } from '../ui/button.tsx';
import { Card } from './cards.tsx';

type Props = { readonly turn: Turn; readonly part: Extract<ReplyPart, { readonly kind: 'restore' }> };

const linesAtFirst = 6;

/** Whether the version that was asked for is back; what is missing is named, and can be asked for once more. */
export function RestoredCard({ turn: { projectId }, part: { version, missing } }: Props) {
  const { t } = useText();
  const [isWhole, setIsWhole] = useState(false);
  const atWork = useOpenView(isAgentAtWork);
  if (missing.length === 0)
    return (
      <p className="flex items-center gap-2">
        <CircleCheck size={15} aria-hidden className="shrink-0 text-good" />
        {t('versions.isBack', { version })}
      </p>
    );
  const shown = isWhole ? missing : missing.slice(0, linesAtFirst);
  return (
    <Card>
      <p className="flex gap-2 font-medium">
        <History size={15} aria-hidden className="mt-0.5 shrink-0 text-accent" />
        {t('versions.isNotAllBack', { version })}
      </p>
      <ul aria-label={t('versions.isNotAllBack', { version })} className="mt-1.5 flex list-disc flex-col gap-0.5 pl-10">
        {shown.map((line, index) => (
          <li key={index} dir="auto" className="wrap-anywhere text-dim">
            {line}
          </li>
        ))}
      </ul>
      <footer className="mt-2 flex flex-wrap gap-x-3 gap-y-1 pl-[23px]">
        {shown.length < missing.length && (
          <Button look="bare" onClick={() => setIsWhole(true)}>
            {t('shell.moreRows', { count: missing.length - shown.length })}
          </Button>
        )}
        {!atWork && (
          <Button look="quiet" onClick={() => void offerRestore(projectId, version)}>
            {t('versions.tryRest')}
          </Button>
        )}
      </footer>
    </Card>
  );
}
