import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { type Intake, type IntakeRow, maxIntakeRows } from '../../shared/domain/intake.ts';
import { mostFiles } from '../../shared/domain/upload.ts';
import { Button } from '../shell/button.tsx';
import { Spinner } from '../shell/spinner.tsx';
import { batchFromIntake } from '../state/batches.ts';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';
import { size } from '../text/format.ts';
import { useText, type Say } from '../text/text.ts';
import { IntakeList } from './intake-list.tsx';
import { canTick, isTicked, matching, tickAll, type Ticks } from './rows.ts';

/** The list of files that stands in the open project: what is ticked is attached, before anything is sent. */
export function IntakeDialog({ intake }: { readonly intake: Intake }) {
  const { t } = useText();
  const list = useRef<HTMLDivElement>(null);
  const [ticks, setTicks] = useState<Ticks>(new Map());
  const [filter, setFilter] = useState('');
  const shown = useMemo(() => matching(intake.rows, filter), [intake.rows, filter]);
  const chosen = useMemo(() => intake.rows.filter((row) => isTicked(row, ticks)), [intake.rows, ticks]);
  const room = useRoom(intake.projectId);
  const sendable = chosen.length > 0 && chosen.length <= room && intake.state === 'ready';
  const dismiss = () => void ask('intake.dismiss', { intakeId: intake.id });
  const attach = () => {
    if (sendable) void ask('intake.attach', { intakeId: intake.id, rowIds: chosen.map(({ id }) => id) });
  };
  const all = (to: boolean) => setTicks(tickAll(ticks, shown, to));
  return (
    <Dialog.Root open onOpenChange={(open) => !open && dismiss()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/50" />
        <Dialog.Popup
          initialFocus={list}
          className="fixed top-1/2 left-1/2 z-40 flex h-[min(640px,calc(100vh-32px))] w-[min(720px,calc(100vw-32px))] -translate-x-1/2 -translate-y-1/2 flex-col rounded-card border border-line-strong bg-panel focus:outline-none"
        >
          <header className="flex items-center justify-between py-2.5 pr-3 pl-5">
            <Dialog.Title className="text-[15px] font-semibold">{t('intake.title')}</Dialog.Title>
            <Dialog.Close
              render={
                <Button look="icon" aria-label={t('settings.close')}>
                  <X size={16} aria-hidden />
                </Button>
              }
            />
          </header>
          <div className="flex items-center gap-2 border-b border-line px-5 pb-3">
            <input
              aria-label={t('intake.filter')}
              placeholder={t('intake.filter')}
              value={filter}
              maxLength={200}
              onChange={(event) => setFilter(event.target.value)}
              className="h-7 min-w-0 flex-1 cursor-text rounded-control border border-line-strong bg-ground px-2.5 select-text placeholder:text-faint"
            />
            <Button onClick={() => all(true)}>{t('intake.all')}</Button>
            <Button onClick={() => all(false)}>{t('intake.none')}</Button>
          </div>
          {shown.length === 0 ? (
            <p className="flex-1 pt-10 text-center text-faint">{t('intake.nothing')}</p>
          ) : (
            <IntakeList
              box={list}
              rows={shown}
              ticks={ticks}
              onTick={(row, ticked) => canTick(row) && setTicks(new Map(ticks).set(row.id, ticked))}
              onAll={() => all(true)}
              onEnter={attach}
            />
          )}
          <footer className="flex items-center gap-2 border-t border-line py-3 pr-3 pl-5">
            <Summary intake={intake} chosen={chosen} room={room} />
            <Button onClick={dismiss}>{t('shell.cancel')}</Button>
            <Button
              disabled={chosen.length === 0 || intake.state !== 'ready'}
              onClick={() =>
                void batchFromIntake(
                  intake.id,
                  chosen.map(({ id }) => id),
                )
              }
            >
              {t('batch.open')}
            </Button>
            <Button look="primary" disabled={!sendable} onClick={attach}>
              {t('intake.attach', { count: chosen.length })}
            </Button>
          </footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type SummaryProps = { readonly intake: Intake; readonly chosen: readonly IntakeRow[]; readonly room: number };

/** What is chosen, and all that the user should know of what is not. */
function Summary({ intake, chosen, room }: SummaryProps) {
  const { t } = useText();
  const bytes = chosen.reduce((sum, row) => sum + row.bytes, 0);
  const counts = t('intake.chosen', { chosen: chosen.length, count: intake.rows.length });
  const noneUsable = intake.state === 'ready' && !intake.rows.some(canTick);
  const notes = [
    chosen.length > room && t('intake.tooMany', { most: mostFiles }),
    noneUsable && t('intake.noneUsable'),
    intake.capped && t('intake.capped', { most: maxIntakeRows }),
    skippedText(t, intake),
  ];
  return (
    <div className="flex min-w-0 flex-1 flex-col text-sm">
      <p role="status" className="flex items-center gap-2 tabular">
        {intake.state === 'reading' && <Spinner />}
        {intake.state === 'reading' ? t('intake.reading') : `${counts} · ${size(bytes)}`}
      </p>
      <p className="text-dim empty:hidden">{notes.filter(Boolean).join(' ')}</p>
    </div>
  );
}

function skippedText(t: Say, { skips }: Intake): string {
  const kinds = (['hidden', 'unreadable', 'special'] as const).filter((kind) => skips[kind] > 0);
  if (kinds.length === 0) return '';
  return t('intake.skipped', { what: kinds.map((kind) => t(`intake.${kind}`, { count: skips[kind] })).join(', ') });
}

/** How many more files the next message can carry. */
function useRoom(projectId: string): number {
  const waiting = useWindow(
    (state) => state.views[projectId]?.uploads.filter(({ state: is }) => is !== 'failed').length,
  );
  return mostFiles - (waiting ?? 0);
}
