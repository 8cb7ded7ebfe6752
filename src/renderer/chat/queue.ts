import type { Turn } from '../../shared/domain/turn.ts';

/**
 * Before which waiting message one goes when it moves a place up or down (the contract's `queue.move`): an id, null for the end,
 * undefined where it cannot move.
 */
export function placeBefore(queued: readonly Turn[], turnId: string, step: 'up' | 'down'): string | null | undefined {
  const index = queued.findIndex(({ id }) => id === turnId);
  if (index === -1) return undefined;
  if (step === 'up') return queued[index - 1]?.id;
  return index === queued.length - 1 ? undefined : (queued[index + 2]?.id ?? null);
}
