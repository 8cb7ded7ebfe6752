import { Play } from 'lucide-react';
import type { Notice, ReplyPart, Turn } from '../../shared/domain/turn.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { usePlayhead } from '../state/playhead.ts';
import { Boundary } from '../ui/boundary.tsx';
import { Button } from '../ui/button.tsx';
import { CannotShow } from '../ui/cannot-show.tsx';
import { noticeText } from '../locales/sentences.ts';
import { useText } from '../locales/text.ts';
import { AgentText } from './agent-text.tsx';
import { CreditsCard, SummaryCard } from './cards.tsx';
import { ChangesCard } from './changes-card.tsx';
import { FailureNote } from './failure-note.tsx';
import { QuestionCard } from './question-card.tsx';
import { SendAgain } from './send-again.tsx';
import { TurnFooter } from './turn-footer.tsx';
import { SuggestedActions } from './suggested-actions.tsx';
import { WorkingLine } from './working-line.tsx';

type Props = { readonly turn: Turn; readonly working: boolean };

const undecided: readonly number[] = [];

/** All that came of a message: what arrived stays, a failure stands beneath it. */
export function AgentMessage({ turn, working }: Props) {
  const { t } = useText();
  return (
    <article tabIndex={-1} aria-label={t('chat.agent')} className="group/message flex flex-col gap-2 pr-5">
      {turn.parts.map((part, index) => (
        <Boundary
          key={index}
          tryAgain={turn.state}
          fallback={
            <CannotShow what={part.kind === 'text' ? 'message' : 'item'} text={part.kind === 'text' ? part.text : ''} />
          }
        >
          <Part turn={turn} working={working} part={part} index={index} />
        </Boundary>
      ))}
      {turn.state === 'unknown' || turn.failure !== null ? <FailureNote turn={turn} /> : null}
      <Boundary tryAgain={turn.state} fallback={null}>
        {working ? <WorkingLine turn={turn} /> : <TurnFooter turn={turn} />}
      </Boundary>
    </article>
  );
}

type PartProps = Props & { readonly part: ReplyPart; readonly index: number };

function Part({ turn, working, part, index }: PartProps) {
  switch (part.kind) {
    case 'text':
      return (
        <>
          {part.text !== '' && <AgentText text={part.text} grows={working} />}
          {part.suggestedActions !== undefined && part.suggestedActions.length > 0 && (
            <SuggestedActions
              suggestedActions={part.suggestedActions}
              projectId={turn.projectId}
              alone={part.text === ''}
            />
          )}
        </>
      );
    case 'changes':
      return (
        <ChangesCard
          projectId={turn.projectId}
          turnId={turn.id}
          part={index}
          changes={part.changes}
          undecided={part.undecided ?? undecided}
        />
      );
    case 'question':
      return <QuestionCard turn={turn} part={index} card={part} />;
    case 'raw-clip':
      return <RawClip name={part.name} />;
    case 'summary':
      return <SummaryCard line={part.line} />;
    case 'credits':
      return <CreditsCard credits={part.credits} />;
    case 'notice':
      return <NoticeLine turn={turn} notice={part.notice} />;
    default:
      return assertNever(part);
  }
}

/** What the app itself has to say. Where nothing at all came of a message, it can be sent again, by hand. */
function NoticeLine({ turn, notice }: { readonly turn: Turn; readonly notice: Notice }) {
  const { t } = useText();
  if (notice.code === 'unchanged' && turn.state === 'done' && !turn.parts.some(isOfAgent))
    return (
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <p className="text-dim">{t('chat.noReply')}</p>
        <SendAgain turnId={turn.id} />
      </div>
    );
  // Whether the cut changed is told in the footer, beside the cost.
  if (notice.code === 'silent-edit' || notice.code === 'unchanged') return null;
  return <p className="text-dim">{noticeText(t, notice)}</p>;
}

function isOfAgent({ kind }: ReplyPart): boolean {
  return kind !== 'notice' && kind !== 'summary';
}

/** The first stage of a generation, to be looked at while the rest is made. */
function RawClip({ name }: { readonly name: string }) {
  const { t } = useText();
  const play = usePlayhead((state) => state.play);
  return (
    <div className="flex flex-col items-start gap-1.5">
      <p title={name}>{t('chat.rawClip')}</p>
      <Button look="quiet" disabled={play === null} onClick={() => play?.()}>
        <Play size={11} fill="currentColor" strokeWidth={0} aria-hidden />
        {t('chat.playClip')}
      </Button>
    </div>
  );
}
