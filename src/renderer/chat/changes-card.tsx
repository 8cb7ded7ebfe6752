import type { DraftChange, TrackKind } from '../../shared/domain/timeline.ts';
import { Button } from '../shell/button.tsx';
import { ask } from '../state/client.ts';
import { changeLine } from '../text/sentences.ts';
import { useText } from '../text/text.ts';
import { Card } from './cards.tsx';

const squares: Readonly<Record<TrackKind, string>> = {
  video: 'bg-video',
  audio: 'bg-music',
  text: 'bg-title',
  other: 'bg-other',
};

type Props = {
  readonly turnId: string;
  /** Which part of the turn this card is. */
  readonly part: number;
  readonly changes: readonly DraftChange[];
  /** Positions of the changes that came by themselves, which the user keeps or removes. */
  readonly undecided: readonly number[];
};

/** What changed in the cut, each line with the colour of its track and with what can be done about it. */
export function ChangesCard({ turnId, part, changes, undecided }: Props) {
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
    </Card>
  );
}

type RowProps = { readonly change: DraftChange; readonly decide: ((keep: boolean) => void) | null };

function ChangeRow({ change, decide }: RowProps) {
  const { t } = useText();
  const { track, text, detail } = changeLine(t, change);
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <span aria-hidden className={`size-2 shrink-0 rounded-[2px] ${squares[track]}`} />
      <span className="min-w-0 flex-1 wrap-anywhere">
        {text}
        {detail !== null && <span className="text-faint"> · {detail}</span>}
      </span>
      {decide !== null && (
        <span role="group" aria-label={text} className="ml-auto flex gap-1.5">
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
