import { History } from 'lucide-react';
import type { PastVersion } from '../../shared/domain/timeline.ts';
import { Button } from '../ui/button.tsx';
import { useNow } from '../ui/use-now.ts';
import { ReasonedButton } from '../ui/reasoned-button.tsx';
import { offerRestore, isAgentAtWork } from '../state/restore.ts';
import { useOpenView } from '../state/store.ts';
import { ask } from '../state/client.ts';
import { startExport } from '../state/exports.ts';
import { backToNow } from '../state/player.ts';
import { useText } from '../locales/text.ts';
import { Compare } from './compare.tsx';
import { timeOfDay } from '../locales/format.ts';

type Props = { readonly past: PastVersion; readonly present: number };

/** Says that the past is on screen, and what can be done with it. */
export function PastBar({ past, present }: Props) {
  const { t, locale } = useText();
  const now = useNow(true);
  const atWork = useOpenView(isAgentAtWork);
  const { projectId, at, timeline } = past;
  const { version } = timeline;
  const words = { version, of: present };
  const when =
    at === null ? t('versions.pastUndated', words) : t('versions.past', { ...words, when: timeOfDay(locale, at, now) });
  return (
    <div className="past-bar flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-b px-4 py-2 @max-[330px]:gap-x-1.5 @max-[330px]:px-2">
      <p
        role="status"
        title={`${when} · ${t('versions.looking')}`}
        className="flex min-w-0 flex-1 basis-56 items-center gap-2 [@media(max-height:560px)]:basis-0 [@media(max-height:560px)]:whitespace-nowrap"
      >
        <History size={14} aria-hidden className="shrink-0 text-accent" />
        <span className="min-w-0 overflow-hidden text-ellipsis">
          <span className="font-semibold tabular @max-[330px]:hidden">{when}</span>
          <span className="hidden font-semibold tabular @max-[330px]:inline">{t('versions.pick', { version })}</span>
          <span className="text-dim @max-[600px]:sr-only"> · {t('versions.looking')}</span>
        </span>
      </p>
      <Button look="primary" className="h-6! px-2.5!" onClick={backToNow}>
        {t('versions.now')}
      </Button>
      <div className="flex w-full min-w-0 flex-wrap items-center gap-2 [@media(max-height:560px)]:flex-nowrap [@media(max-height:560px)]:overflow-x-auto [@media(max-height:560px)]:p-0.5">
        <Compare projectId={projectId} version={version} present={present} />
        <Button look="quiet" onClick={() => void startExport({ projectId, version })}>
          {t('versions.export')}
        </Button>
        <Button look="quiet" onClick={() => void ask('interchange.start', { projectId, version })}>
          {t('interchange.version')}
        </Button>
        <ReasonedButton
          look="quiet"
          reason={atWork ? t('versions.atWork') : null}
          onClick={() => void offerRestore(projectId, version)}
        >
          {t('versions.goBack')}
        </ReasonedButton>
      </div>
    </div>
  );
}
