import { usePlayhead } from '../state/playhead.ts';

/** The place of the player on the timeline. */
export function Playhead({ durationSeconds }: { readonly durationSeconds: number }) {
  const left = usePlayhead(({ seconds }) => Math.min(100, (seconds / durationSeconds) * 100));
  const there = usePlayhead(({ seek }) => seek !== null);
  if (!there) return null;
  return (
    <div aria-hidden style={{ left: `${left}%` }} className="absolute -top-0.5 bottom-0 w-px bg-accent">
      <div className="absolute top-0 -left-[4px] size-0 border-x-[4.5px] border-t-[6px] border-x-transparent border-t-accent" />
    </div>
  );
}
