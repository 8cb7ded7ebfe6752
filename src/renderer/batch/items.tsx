import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { Batch } from '../../shared/domain/batch.ts';
import { rowStep } from '../import-review/steps.ts';
import { focusWhenShown } from '../ui/focus-when-shown.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { ItemRow } from './item-row.tsx';

const rowHeight = 52;

/** The files of a batch. Only those in sight are in the page; arrows walk from row to row, Tab into what a row offers. */
export function Items({ batch }: { readonly batch: Batch }) {
  const { t } = useText();
  const box = useRef<HTMLDivElement>(null);
  const virtual = useRef<VirtualizerHandle>(null);
  const [at, setAt] = useState(0);
  const walking = useRef(false);
  const exports = useWindow((state) => state.exports);
  const projects = useWindow((state) => state.projects);
  const jobs = useMemo(() => new Map(exports.map((job) => [job.id, job])), [exports]);
  const known = useMemo(() => new Set(projects.map(({ id }) => id)), [projects]);
  useEffect(() => {
    if (!walking.current) return;
    walking.current = false;
    return focusWhenShown(box.current?.querySelector<HTMLElement>('[role="listitem"][tabindex="0"]') ?? null);
  }, [at]);
  const onKey = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowHeight) - 1);
    const next = rowStep(event.key, at, batch.items.length, page);
    if (next === null) return;
    event.preventDefault();
    walking.current = next !== at;
    setAt(next);
    virtual.current?.scrollToIndex(next, { align: 'nearest' });
  };
  return (
    // The rows have the focus; only the keys between them are the list's.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={box}
      role="list"
      aria-label={t('batch.table')}
      onKeyDown={onKey}
      onFocus={({ target }) => setAt(placeOf(target))}
      className="min-h-0 flex-1 overflow-y-auto py-1.5"
    >
      <Virtualizer ref={virtual} scrollRef={box} data={batch.items} itemSize={rowHeight} keepMounted={[at]}>
        {(item, index) => (
          <ItemRow
            key={item.id}
            item={item}
            batch={batch}
            job={item.exportId === null ? undefined : jobs.get(item.exportId)}
            hasProject={item.projectId !== null && known.has(item.projectId)}
            current={index === at}
          />
        )}
      </Virtualizer>
    </div>
  );
}

/** The place of the row that an element is in. */
function placeOf(element: Element): number {
  return Number(element.closest('[aria-posinset]')?.getAttribute('aria-posinset') ?? 1) - 1;
}
