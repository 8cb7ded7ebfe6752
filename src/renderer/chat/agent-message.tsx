import type { ReplyPart, Turn } from '../../shared/domain/turn.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { noticeText } from '../text/sentences.ts';
import { useText } from '../text/text.ts';
import { AgentText } from './agent-text.tsx';
import { ChangesCard, CreditsCard, SummaryCard } from './cards.tsx';
import { FailureNote } from './failure-note.tsx';
import { TurnFooter } from './turn-footer.tsx';
import { WorkingLine } from './working-line.tsx';

type Props = { readonly turn: Turn; readonly working: boolean };

/** All that came of a message: what arrived stays, a failure stands beneath it. */
export function AgentMessage({ turn, working }: Props) {
  const { t } = useText();
  return (
    <article aria-label={t('chat.agent')} className="flex flex-col gap-2 pr-5">
      {turn.parts.map((part, index) => (
        <Part key={index} part={part} />
      ))}
      {turn.state === 'unknown' || turn.failure !== null ? <FailureNote turn={turn} /> : null}
      {working ? <WorkingLine turn={turn} /> : <TurnFooter turn={turn} />}
    </article>
  );
}

function Part({ part }: { readonly part: ReplyPart }) {
  const { t } = useText();
  switch (part.kind) {
    case 'text':
      return <AgentText text={part.text} />;
    case 'changes':
      return <ChangesCard changes={part.changes} />;
    case 'summary':
      return <SummaryCard line={part.line} />;
    case 'credits':
      return <CreditsCard credits={part.credits} />;
    case 'notice':
      // A silent edit is told in the footer, beside its cost and time.
      if (part.notice.code === 'silent-edit') return null;
      return <p className="text-dim">{noticeText(t, part.notice)}</p>;
    default:
      return assertNever(part);
  }
}
