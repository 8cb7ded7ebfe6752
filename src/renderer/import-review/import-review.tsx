import { useMemo, useRef, useState } from 'react';
import { type Intake, type IntakeRow, maxIntakeRows } from '../../shared/domain/import-review.ts';
import { mostFiles } from '../../shared/domain/upload.ts';
import { Button } from '../ui/button.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { batchFromIntake } from '../state/batches.ts';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';
import { size } from '../locales/format.ts';
import { useText, type Say } from '../locales/text.ts';
import { IntakeList } from './import-list.tsx';
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
    <DialogFrame
      title={t('intake.title')}
      size="h-[min(640px,calc(100vh-32px))] w-[min(720px,calc(100vw-32px))]"
      onClose={dismiss}
      initialFocus={list}
      toolbar={
        <>
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
        </>
      }
    >
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
      <footer className="flex items-center gap-2 border-t border-line px-5 py-3">
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
    </DialogFrame>
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
      {chosen.length > room && <p className="text-bad">{t('intake.tooMany', { most: mostFiles })}</p>}
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
