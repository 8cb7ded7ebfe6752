import { memo } from 'react';
import { isTurnOver, type Turn } from '../../shared/domain/turn.ts';
import { AgentMessage } from './agent-message.tsx';
import { QueuedMessage } from './queued-message.tsx';
import { UserMessage } from './user-message.tsx';

/** One message of the user and, once there is something to show for it, what came of it. */
export const TurnView = memo(function TurnView({ turn }: { readonly turn: Turn }) {
  if (turn.state === 'queued') return <QueuedMessage turn={turn} />;
  const working = !isTurnOver(turn.state);
  const answered = turn.parts.length > 0 || turn.failure !== null || turn.state === 'unknown';
  return (
    <div className="flex flex-col gap-4">
      <UserMessage turn={turn} />
      {(working || answered) && <AgentMessage turn={turn} working={working} />}
    </div>
  );
});
