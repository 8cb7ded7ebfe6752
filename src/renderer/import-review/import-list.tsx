import { Check, Film, Image, Music } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { ImportRow } from '../../shared/domain/import-review.ts';
import { Spinner } from '../ui/button.tsx';
import { FileName } from '../ui/file-name.tsx';
import { size } from '../locales/format.ts';
import { acceptedFormats } from '../locales/sentences.ts';
import { useText } from '../locales/text.ts';
import { rowStep } from '../ui/row-walk.ts';
import { canTick, fullReason, isTicked, shortReason, type Ticks } from './rows.ts';

type Props = {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly rows: readonly ImportRow[];
  readonly ticks: Ticks;
  readonly onTick: (row: ImportRow, ticked: boolean) => void;
  readonly onAll: () => void;
  readonly onEnter: () => void;
};

const rowHeight = 36;

/**
 * The files to tick. The page holds only those in sight; arrows walk, Space ticks, Enter attaches. Beneath stands what
 * there is to say about the current one.
 */
export function ImportList({ box, rows, ticks, onTick, onAll, onEnter }: Props) {
  const { t } = useText();
  const list = useId();
  const virtual = useRef<VirtualizerHandle>(null);
  const [currentId, setCurrentId] = useState<number | null>(null);
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === currentId),
  );
  const current = rows[at];
  const onKey = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowHeight) - 1);
    const next = rowStep(event.key, at, rows.length, page);
    if (next !== null) {
      setCurrentId(rows[next]?.id ?? null);
      virtual.current?.scrollToIndex(next, { align: 'nearest' });
    } else if (event.key === ' ' && current !== undefined) onTick(current, !isTicked(current, ticks));
    else if (event.key === 'Enter') onEnter();
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) onAll();
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div
        ref={box}
        role="listbox"
        aria-label={t('importReview.list')}
        aria-multiselectable
        aria-activedescendant={current === undefined ? undefined : `${list}-${current.id}`}
        tabIndex={0}
        onKeyDown={onKey}
        className="group min-h-0 flex-1 overflow-y-auto py-1 focus-visible:-outline-offset-2"
      >
        <Virtualizer ref={virtual} scrollRef={box} data={rows} itemSize={rowHeight} keepMounted={[at]}>
          {(row, index) => (
            <Row
              key={row.id}
              id={`${list}-${row.id}`}
              row={row}
              place={index + 1}
              of={rows.length}
              ticked={isTicked(row, ticks)}
              current={index === at}
              onPress={() => {
                setCurrentId(row.id);
                onTick(row, !isTicked(row, ticks));
              }}
            />
          )}
        </Virtualizer>
      </div>
      <p className="line-clamp-2 min-h-[calc(2lh+12px)] border-t border-line px-5 py-1.5 text-sm text-dim">
        {(current && fullReason(t, current)) ?? t('importReview.accepted', { formats: acceptedFormats })}
      </p>
    </>
  );
}

type RowProps = {
  readonly id: string;
  readonly row: ImportRow;
  readonly place: number;
  readonly of: number;
  readonly ticked: boolean;
  readonly current: boolean;
  readonly onPress: () => void;
};

const icons = { video: Film, image: Image, audio: Music } as const;

function Row({ id, row, place, of, ticked, current, onPress }: RowProps) {
  const { t } = useText();
  const reason = shortReason(t, row);
  const possible = canTick(row);
  const Icon = row.kind === null ? null : icons[row.kind];
  return (
    // The keys are the list's, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={ticked}
      aria-disabled={!possible}
      aria-posinset={place}
      aria-setsize={of}
      title={fullReason(t, row) ?? undefined}
      onClick={onPress}
      className={`mx-1.5 flex h-9 items-center gap-2.5 rounded-control px-2.5 hover:bg-bubble ${current ? 'group-focus-visible:bg-bubble' : ''}`}
    >
      <span
        aria-hidden
        className={`flex size-4 shrink-0 items-center justify-center rounded-thumb border ${tickLook(ticked, possible)}`}
      >
        {ticked && <Check size={12} strokeWidth={3} />}
      </span>
      <span aria-hidden className="w-4 shrink-0 text-dim">
        {Icon !== null && <Icon size={15} />}
      </span>
      <span
        className={`flex min-w-0 flex-1 items-baseline gap-2 ${possible || row.check.state === 'checking' ? '' : 'text-faint'}`}
      >
        <FileName name={row.name} lines={1} className="max-w-[75%]" />
        <span dir="auto" className="min-w-0 shrink-[9999] truncate text-xs text-faint">
          {row.folder}
        </span>
      </span>
      <span className={`shrink-0 text-sm ${row.check.state === 'offer' ? 'text-dim' : 'text-faint'}`}>{reason}</span>
      {row.check.state === 'checking' && (
        <span className="text-faint">
          <Spinner />
          <span className="sr-only">{t('importReview.checking')}</span>
        </span>
      )}
      <span className="w-16 shrink-0 text-right text-sm text-dim tabular">{size(row.bytes)}</span>
    </div>
  );
}

function tickLook(ticked: boolean, possible: boolean): string {
  if (ticked) return 'border-accent-fill bg-accent-fill text-on-accent';
  return possible ? 'border-line-strong' : 'border-line-strong bg-bubble opacity-60';
}
