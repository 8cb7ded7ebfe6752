import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { WorkshopJob } from '../../shared/domain/workshop-job.ts';
import { Button } from '../shell/button.tsx';
import type { WorkshopEntry } from '../state/model.ts';
import { useText } from '../text/text.ts';
import { Failed } from './failed.tsx';
import { Made } from './made.tsx';
import { Making } from './making.tsx';
import { closeWorkshop, useJob } from './open.ts';

type Props = { readonly entry: WorkshopEntry; readonly form: ReactNode };

/** The dialog around all kinds of work: what is wanted, how it goes, what came of it. */
export function Frame({ entry, form }: Props) {
  const { t } = useText();
  const job = useJob(entry);
  return (
    <Dialog.Root open onOpenChange={closeWorkshop}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/50 transition-opacity data-starting-style:opacity-0" />
        <Dialog.Popup className="fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100vh-32px)] w-[min(640px,calc(100vw-32px))] -translate-x-1/2 -translate-y-1/2 flex-col rounded-card border border-line-strong bg-panel transition-opacity focus:outline-none data-starting-style:opacity-0">
          <header className="flex items-center gap-2 border-b border-line py-2.5 pr-3 pl-5">
            <Dialog.Title className="shrink-0 text-[15px] font-semibold">
              {t(`workshop.title.${entry.kind}`)}
            </Dialog.Title>
            <span className="min-w-0 flex-1 truncate text-dim" title={entry.name}>
              {entry.name}
            </span>
            <Dialog.Close
              render={
                <Button look="icon" aria-label={t('workshop.close')}>
                  <X size={16} aria-hidden />
                </Button>
              }
            />
          </header>
          <div className="flex flex-col gap-4 overflow-y-auto p-5">
            {job === null ? form : <Stage entry={entry} job={job} />}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Stage({ entry, job }: { readonly entry: WorkshopEntry; readonly job: WorkshopJob }) {
  if (job.state === 'failed') return <Failed entry={entry} job={job} />;
  return job.result === null ? <Making job={job} /> : <Made entry={entry} job={job} result={job.result} />;
}
