import { History } from 'lucide-react';
import type { DraftChange } from '../../shared/domain/timeline.ts';
import { Button } from '../shell/button.tsx';
import { ask } from '../state/client.ts';
import { lookAt } from '../state/past.ts';
import { useWindow } from '../state/store.ts';
import { changeLine } from '../text/sentences.ts';
import { useText } from '../text/text.ts';
import { Card } from './cards.tsx';
import { ChangeText } from './change-text.tsx';

type Props = {
  readonly projectId: string;
  readonly turnId: string;
  /** Which part of the turn this card is. */
  readonly part: number;
  readonly changes: readonly DraftChange[];
  /** Positions of the changes that came by themselves, which the user keeps or removes. */
  readonly undecided: readonly number[];
};

/** What changed in the cut, each line with the colour of its track and with what can be done about it. */
export function ChangesCard({ projectId, turnId, part, changes, undecided }: Props) {
  const { t } = useText();
  const decide = (change: number, keep: boolean) => void ask('turn.decide', { turnId, part, change, keep });
  return (
    <Card>
      <ul aria-label={t('change.title')} className="flex flex-col gap-1">
        {changes.map((change, index) => (
          <ChangeRow
            key={index}
            change={change}
            decide={undecided.includes(index) ? (keep) => decide(index, keep) : null}
          />
        ))}
      </ul>
      {undecided.length > 1 && (
        <Button look="quiet" className="mt-2" onClick={() => undecided.forEach((index) => decide(index, true))}>
          {t('chat.keepAll')}
        </Button>
      )}
      <LookButton projectId={projectId} turnId={turnId} />
    </Card>
  );
}

/** Goes back to the cut as this turn left it; the newest turn's is the present one. */
function LookButton({ projectId, turnId }: { readonly projectId: string; readonly turnId: string }) {
  const { t } = useText();
  const isNewest = useWindow(
    ({ views }) =>
      views[projectId]?.turns.findLast(({ parts }) => parts.some(({ kind }) => kind === 'changes'))?.id === turnId,
  );
  if (isNewest) return null;
  return (
    <Button
      look="bare"
      className="mt-1.5 no-underline! hover:underline!"
      onClick={() => void lookAt(projectId, turnId)}
    >
      <History size={12} aria-hidden />
      {t('versions.look')}
    </Button>
  );
}

type RowProps = { readonly change: DraftChange; readonly decide: ((keep: boolean) => void) | null };

function ChangeRow({ change, decide }: RowProps) {
  const { t } = useText();
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <ChangeText change={change} />
      {decide !== null && (
        <span role="group" aria-label={changeLine(t, change).text} className="ml-auto flex gap-1.5">
          <Button look="quiet" onClick={() => decide(true)}>
            {t('chat.keep')}
          </Button>
          <Button look="quiet" onClick={() => decide(false)}>
            {t('chat.remove')}
          </Button>
        </span>
      )}
    </li>
  );
}
