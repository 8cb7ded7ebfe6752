import { History, Undo2 } from 'lucide-react';
import { useId, useState } from 'react';
import type { DraftChange } from '../../shared/domain/timeline.ts';
import { Button } from '../ui/button.tsx';
import { removeChange } from '../state/messages.ts';
import { offerRestore, lastChange } from '../state/restore.ts';
import { lookAt } from '../state/player.ts';
import { useOpenView, useWindow } from '../state/store.ts';
import { changeLine } from '../locales/sentences.ts';
import { useText } from '../locales/text.ts';
import { ChangeText } from './change-text.tsx';
import { useCeiling } from './over-ceiling.tsx';

type Props = {
  readonly projectId: string;
  readonly turnId: string;
  /** Which part of the turn this card is. */
  readonly part: number;
  readonly changes: readonly DraftChange[];
  /** Positions of the changes that came by themselves: they are kept unless the user removes them. */
  readonly undecided: readonly number[];
};

/** A card shows this many lines at first, and this many more at a time: enough to scroll past. */
const rowsAtFirst = 50;
const moreRows = 200;

/** What changed in the video, a quiet line for each change in the colour of its track. */
export function ChangesCard({ projectId, turnId, part, changes, undecided }: Props) {
  const { t } = useText();
  const [rows, setRows] = useState(rowsAtFirst);
  const { run: remove, warning } = useCeiling((change: number, anyway) =>
    removeChange({ turnId, part, change, anyway }),
  );
  return (
    <div className="cursor-auto select-text">
      <ul aria-label={t('change.title')} className="flex flex-col gap-1">
        {changes.slice(0, rows).map((change, index) => (
          <ChangeRow key={index} change={change} onRemove={undecided.includes(index) ? () => remove(index) : null} />
        ))}
      </ul>
      {changes.length > rows && (
        <Button look="bare" className="mt-1.5" onClick={() => setRows(rows + moreRows)}>
          {t('shell.moreRows', { count: changes.length - rows })}
        </Button>
      )}
      <div className="mt-2 empty:hidden">{warning}</div>
      <footer className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1 empty:hidden">
        <UndoButton projectId={projectId} turnId={turnId} />
        <LookButton projectId={projectId} turnId={turnId} />
      </footer>
    </div>
  );
}

/** On the newest changes: shows what takes them back. */
function UndoButton({ projectId, turnId }: { readonly projectId: string; readonly turnId: string }) {
  const { t } = useText();
  const isNewest = useWindow(({ views }) => lastChange(views[projectId])?.id === turnId);
  if (!isNewest) return null;
  return (
    <Button look="bare" className="no-underline! hover:underline!" onClick={() => void offerRestore(projectId, turnId)}>
      <Undo2 size={12} aria-hidden />
      {t('versions.undo')}
    </Button>
  );
}

/** Shows the cut as this turn left it; that of the newest turn is the present one. */
function LookButton({ projectId, turnId }: { readonly projectId: string; readonly turnId: string }) {
  const { t } = useText();
  const isNewest = useWindow(
    ({ views }) =>
      views[projectId]?.turns.findLast(({ parts }) => parts.some(({ kind }) => kind === 'changes'))?.id === turnId,
  );
  if (isNewest) return null;
  return (
    <Button look="bare" className="no-underline! hover:underline!" onClick={() => void lookAt(projectId, turnId)}>
      <History size={12} aria-hidden />
      {t('versions.look')}
    </Button>
  );
}

type RowProps = {
  readonly change: DraftChange;
  /** Null where the user asked for the change. */
  readonly onRemove: (() => void) | null;
};

function ChangeRow({ change, onRemove }: RowProps) {
  const { t } = useText();
  return (
    <li className="group/change relative flex min-h-6 items-center gap-x-2 text-dim">
      <ChangeText change={change} />
      {onRemove !== null && (
        <span role="group" aria-label={changeLine(t, change).text}>
          <RemoveButton onRemove={onRemove} />
        </span>
      )}
    </li>
  );
}

/** "Remove · about 3 credits": what it says before it is pressed. The cost is no part of the button's name, but describes it. */
function RemoveButton({ onRemove }: { readonly onRemove: () => void }) {
  const { t } = useText();
  const costId = useId();
  const cost = useOpenView((view) => view?.likelyCost.edit ?? 0);
  return (
    <Button
      look="quiet"
      aria-describedby={costId}
      className="absolute top-0 -right-1 bg-ground! opacity-0 transition-opacity group-focus-within/change:opacity-100 group-hover/change:opacity-100 [@media(hover:none)]:opacity-100"
      onClick={onRemove}
    >
      {t('chat.remove')}
      {cost > 0 && (
        <span id={costId} aria-hidden className="text-faint">
          · {t('composer.likelyCost', { count: cost })}
        </span>
      )}
    </Button>
  );
}
