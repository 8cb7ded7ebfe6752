import { History } from 'lucide-react';
import { useState } from 'react';
import type { DraftChange } from '../../shared/domain/timeline.ts';
import { Button } from '../ui/button.tsx';
import { decide } from '../state/messages.ts';
import { lookAt } from '../state/player.ts';
import { useWindow } from '../state/store.ts';
import { changeLine } from '../locales/sentences.ts';
import { useText } from '../locales/text.ts';
import { Card } from './cards.tsx';
import { ChangeText } from './change-text.tsx';
import { useCeiling } from './over-ceiling.tsx';

type Props = {
  readonly projectId: string;
  readonly turnId: string;
  /** Which part of the turn this card is. */
  readonly part: number;
  readonly changes: readonly DraftChange[];
  /** Positions of the changes that came by themselves, which the user keeps or removes. */
  readonly undecided: readonly number[];
};

/** A card shows this many lines at first, and this many more at a time: enough to scroll past. */
const rowsAtFirst = 50;
const moreRows = 200;

/** What changed in the cut: each line has the colour of its track and what the user can do about it. */
export function ChangesCard({ projectId, turnId, part, changes, undecided }: Props) {
  const { t } = useText();
  const [rows, setRows] = useState(rowsAtFirst);
  const keep = (change: number): void => void decide({ turnId, part, change, keep: true });
  const { run: remove, warning } = useCeiling((change: number, anyway) =>
    decide({ turnId, part, change, keep: false, anyway }),
  );
  return (
    <Card>
      <ul aria-label={t('change.title')} className="flex flex-col gap-1">
        {changes.slice(0, rows).map((change, index) => (
          <ChangeRow
            key={index}
            change={change}
            actions={undecided.includes(index) ? { keep: () => keep(index), remove: () => remove(index) } : null}
          />
        ))}
      </ul>
      {changes.length > rows && (
        <Button look="bare" className="mt-1.5" onClick={() => setRows(rows + moreRows)}>
          {t('shell.moreRows', { count: changes.length - rows })}
        </Button>
      )}
      <div className="mt-2 empty:hidden">{warning}</div>
      <footer className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 empty:hidden">
        {undecided.length > 1 && (
          <Button look="quiet" onClick={() => undecided.forEach(keep)}>
            {t('chat.keepAll')}
          </Button>
        )}
        <LookButton projectId={projectId} turnId={turnId} />
      </footer>
    </Card>
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
  readonly actions: { readonly keep: () => void; readonly remove: () => void } | null;
};

function ChangeRow({ change, actions }: RowProps) {
  const { t } = useText();
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <ChangeText change={change} />
      {actions !== null && (
        <span role="group" aria-label={changeLine(t, change).text} className="ml-auto flex gap-1.5">
          <Button look="quiet" onClick={actions.keep}>
            {t('chat.keep')}
          </Button>
          <Button look="quiet" onClick={actions.remove}>
            {t('chat.remove')}
          </Button>
        </span>
      )}
    </li>
  );
}
