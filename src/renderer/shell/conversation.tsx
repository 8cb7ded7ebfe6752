import { useWindow } from '../state/store.ts';
import { Announcer } from './announcer.tsx';
import { Log } from '../chat/log.tsx';

/** Every project's conversation is a view of its own, which begins at its end. */
export function Conversation() {
  const projectId = useWindow((state) => state.openProjectId);
  return (
    <div className="relative min-h-0 flex-1">
      <Log key={projectId} projectId={projectId} />
      <Announcer />
    </div>
  );
}
