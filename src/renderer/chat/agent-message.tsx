import { Play, CircleAlert } from 'lucide-react';
import { isTurnOver, type Notice, type ReplyPart, type Turn } from '../../shared/domain/turn.ts';
import { isChargedForNothing } from '../../shared/domain/receipt.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { useMaySendAgain } from '../state/account.ts';
import { playCutFrom, startOfClip } from '../state/player.ts';
import { useWindow } from '../state/store.ts';
import { Boundary } from '../ui/boundary.tsx';
import { Button, Spinner } from '../ui/button.tsx';
import { CannotShow } from '../ui/cannot-show.tsx';
import { noticeText, failureText } from '../locales/sentences.ts';
import { useText, type Translate } from '../locales/text.ts';
import { CreditsCard } from './cards.tsx';
import { ChangesCard } from './changes-card.tsx';
import { ExportReply, StatusCard } from './live-cards.tsx';
import { RestoredCard } from './restored-card.tsx';
import { QuestionCard } from './question-card.tsx';
import { SendAgain } from './send-again.tsx';
import { SuggestedActions } from './suggested-actions.tsx';
import { FailureLink } from '../ui/trouble.tsx';
import { Units } from '../ui/units.tsx';
import { lazy, Suspense, useDeferredValue } from 'react';
import { answerText, footerDetails, stillWorking } from './turn-text.ts';
import { CopyButton } from './copy-button.tsx';
import { useElapsed } from '../ui/use-now.ts';
import { clock } from '../locales/format.ts';

type Props = { readonly turn: Turn; readonly working: boolean };

const undecided: readonly number[] = [];

/** Everything that came of a message: what arrived stays, and a failure stands beneath it. */
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
          <Part turn={turn} part={part} index={index} />
        </Boundary>
      ))}
      {turn.state === 'unknown' || turn.failure !== null ? <FailureNote turn={turn} /> : null}
      <Boundary tryAgain={turn.state} fallback={null}>
        {working ? <WorkingLine turn={turn} /> : <TurnFooter turn={turn} />}
      </Boundary>
    </article>
  );
}

type PartProps = { readonly turn: Turn; readonly part: ReplyPart; readonly index: number };

function Part({ turn, part, index }: PartProps) {
  switch (part.kind) {
    case 'text':
      return (
        <>
          {part.text !== '' && <AgentText text={part.text} />}
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
    case 'restore':
      return <RestoredCard turn={turn} part={part} />;
    case 'question':
      return <QuestionCard turn={turn} part={index} card={part} />;
    case 'raw-clip':
      return <RawClip turn={turn} name={part.name} startMs={part.startMs ?? 0} />;
    case 'summary':
      // What changed stands above it: the line is for screen readers, and for copying.
      return turn.route === 'state' ? (
        <StatusCard turn={turn} line={part.line} />
      ) : (
        <p className="sr-only">{part.line}</p>
      );
    case 'credits':
      return <CreditsCard credits={part.credits} />;
    case 'notice':
      return <NoticeLine turn={turn} notice={part.notice} />;
    default:
      return assertNever(part);
  }
}

const Markdown = lazy(async () => ({ default: (await import('./markdown.tsx')).Markdown }));

/**
 * Shows the agent's words as plain text at once, and as Markdown once that chunk is loaded. Typing has priority over
 * drawing them.
 */
function AgentText({ text }: { readonly text: string }) {
  const shown = useDeferredValue(text);
  return (
    <Suspense
      fallback={
        <p dir="auto" className="prose-agent whitespace-pre-wrap">
          {shown}
        </p>
      }
    >
      <Markdown text={shown} />
    </Suspense>
  );
}

/** What the app itself has to say. Where nothing came of a message, the user can send it again. */
function NoticeLine({ turn, notice }: { readonly turn: Turn; readonly notice: Notice }) {
  const { t } = useText();
  if (notice.code === 'unchanged' && turn.state === 'done' && !turn.parts.some(isOfAgent))
    return (
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <p className="text-dim">{t('chat.noReply')}</p>
        <SendAgain turnId={turn.id} />
      </div>
    );
  // Leaves out whether the cut changed: the footer says so, beside the cost.
  if (notice.code === 'silent-edit' || notice.code === 'unchanged') return null;
  if (notice.code === 'export-started' || notice.code === 'export-asks')
    return <ExportReply turn={turn} text={noticeText(t, notice)} />;
  return <p className="text-dim">{noticeText(t, notice)}</p>;
}

function isOfAgent({ kind }: ReplyPart): boolean {
  return kind !== 'notice' && kind !== 'summary' && kind !== 'restore';
}

type RawClipProps = { readonly turn: Turn; readonly name: string; readonly startMs: number };

/** The first stage of a generation, to look at while the rest is made; a small button once the video is there. */
function RawClip({ turn: { projectId, state }, name, startMs }: RawClipProps) {
  const { t } = useText();
  const play = (): void => {
    const timeline = useWindow.getState().views[projectId]?.timeline ?? null;
    playCutFrom(startOfClip(timeline, name, startMs) / 1000);
  };
  const working = !isTurnOver(state);
  return (
    <div className="flex flex-col items-start gap-1.5">
      {working && <p title={name}>{t('chat.rawClip')}</p>}
      <Button look="quiet" className={working ? '' : 'text-dim'} onClick={play}>
        <Play size={11} fill="currentColor" strokeWidth={0} aria-hidden />
        {t('chat.playClip')}
      </Button>
    </div>
  );
}

/**
 * Says why a turn failed, or that nobody knows its outcome, and what can be done. Only the user ever repeats a message.
 */
function FailureNote({ turn }: { readonly turn: Turn }) {
  const { t } = useText();
  const { failure } = turn;
  const over = turn.state === 'failed' || turn.state === 'unknown';
  const maySendAgain = useMaySendAgain();
  const isShort = failure?.code === 'no-credits' || failure?.code === 'token-spent';
  return (
    <div className="flex gap-2">
      <CircleAlert size={15} aria-hidden className="mt-0.5 shrink-0 text-bad" />
      <div className="flex min-w-0 flex-col items-start gap-2">
        {failure !== null && <p className="cursor-auto wrap-anywhere select-text">{failureText(t, failure)}</p>}
        {turn.state === 'unknown' && <p className="text-dim">{t('chat.unknown')}</p>}
        <div className="flex flex-wrap gap-2 empty:hidden">
          {failure !== null && <FailureLink failure={failure} />}
          {over && turn.route === 'agent' && (!isShort || maySendAgain) && <SendAgain turnId={turn.id} />}
        </div>
      </div>
    </div>
  );
}

const ReceiptButton = lazy(async () => ({ default: (await import('./receipt.tsx')).ReceiptButton }));

/** Small print under a finished turn of the agent: the facts of it, and what can be copied. */
function TurnFooter({ turn }: { readonly turn: Turn }) {
  const { t } = useText();
  const { receipt } = turn;
  const info = footerDetails(t, turn);
  // Beneath a card of the app there is neither anything to say nor to copy.
  if (info.length === 0 && receipt === null && answerText(t, turn) === '') return null;
  return (
    <div className="-mt-1 flex min-h-6 items-center gap-0.5 text-xs text-faint tabular">
      <p className="min-w-0">
        <Units text={info.join(' · ')} />
        {receipt !== null && isChargedForNothing(receipt) && (
          <span className="text-bad"> · {t('receipt.forNothing')}</span>
        )}
        <Suspense>
          {receipt !== null && (
            <>
              {'\u2060'}
              <ReceiptButton turn={turn} receipt={receipt} />
            </>
          )}
        </Suspense>
      </p>
      <CopyButton text={() => answerText(t, turn)} className="ml-auto" />
    </div>
  );
}

/** What the agent is doing and for how long: "Choosing music… 0:38", or that it is still at it: "Still working… 4 min". */
function WorkingLine({ turn }: { readonly turn: Turn }) {
  const { t } = useText();
  const elapsedMs = useElapsed(turn.startedAt, true);
  return (
    <p className="flex items-center gap-2.5 text-sm text-dim tabular">
      <Spinner />
      <span>
        {turn.stillWorkingMs === null
          ? `${doing(t, turn)} ${clock(elapsedMs / 1000)}`
          : stillWorking(t, turn.stillWorkingMs)}
      </span>
    </p>
  );
}

function doing(t: Translate, turn: Turn): string {
  if (turn.activity !== null) return t(`activity.${turn.activity}`);
  if (turn.state === 'sending') return t('chat.sending');
  if (turn.state === 'settling') return t('chat.settling');
  return t('activity.working');
}
