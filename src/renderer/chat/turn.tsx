import { Pencil } from 'lucide-react';
import { memo } from 'react';
import { isTurnOver, type Turn } from '../../shared/domain/turn.ts';
import { Boundary } from '../ui/boundary.tsx';
import { CannotShow } from '../ui/cannot-show.tsx';
import { dateText } from '../locales/format.ts';
import { useText } from '../locales/text.ts';
import { isEmptyVideo } from '../state/exports.ts';
import { useOpenView } from '../state/store.ts';
import { AgentMessage } from './agent-message.tsx';
import { plainAnswer } from './turn-text.ts';
import { QueuedMessage } from './queued-message.tsx';
import { SentFiles, useFilesOf } from '../files/sent-files.tsx';
import { wordsOf } from '../files/words.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { editAgain } from '../state/restore.ts';
import { CopyButton } from './copy-button.tsx';

/** One message of the user and, once there is something to show for it, what came of it. */
export const TurnView = memo(function TurnView({ turn }: { readonly turn: Turn }) {
  const { t } = useText();
  const { state, prompt } = turn;
  // That there is nothing to export is said as long as it is so.
  const isOutdated = useOpenView((view) => turn.failure?.code === 'nothing-to-export' && !isEmptyVideo(view));
  const mine = <UnshownMessage name={t('chat.you')} text={prompt} />;
  if (state === 'queued')
    return (
      <Boundary tryAgain={prompt} fallback={mine}>
        <QueuedMessage turn={turn} />
      </Boundary>
    );
  const working = !isTurnOver(state);
  const answered = turn.parts.length > 0 || (turn.failure !== null && !isOutdated) || state === 'unknown';
  return (
    <div className="flex flex-col gap-4">
      <Boundary tryAgain={prompt} fallback={mine}>
        <UserMessage turn={turn} />
      </Boundary>
      {(working || answered) && (
        <Boundary tryAgain={state} fallback={<UnshownMessage name={t('chat.agent')} text={plainAnswer(turn)} />}>
          <AgentMessage turn={turn} working={working} />
        </Boundary>
      )}
    </div>
  );
});

function UnshownMessage({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <article tabIndex={-1} aria-label={name}>
      <CannotShow what="message" text={text} />
    </article>
  );
}

const toTheMinute = { dateStyle: 'medium', timeStyle: 'short' } as const;

function UserMessage({ turn }: { readonly turn: Turn }) {
  const { t, locale } = useText();
  const { route } = turn;
  const words = wordsOf(turn, useFilesOf(turn));
  return (
    <article tabIndex={-1} aria-label={t('chat.you')} className="group/message flex flex-col items-end gap-1 pl-8">
      <SentFiles turn={turn} />
      <div className="flex max-w-full items-end gap-1">
        {route === 'agent' && (
          <IconButton
            icon={Pencil}
            size={13}
            name={t('chat.editAgain')}
            title={t('chat.editAgain')}
            className="size-6! opacity-0 group-hover/message:opacity-100 focus-visible:opacity-100"
            onClick={() => void editAgain(turn, words)}
          />
        )}
        <CopyButton text={() => turn.prompt} />
        <p
          dir="auto"
          title={dateText(locale, turn.startedAt, toTheMinute)}
          className="min-w-0 cursor-auto rounded-card rounded-br-[4px] bg-bubble px-3 py-2 wrap-anywhere whitespace-pre-wrap select-text"
        >
          {words}
        </p>
      </div>
    </article>
  );
}
