import { isTurnOver, type Turn } from '../../shared/domain/turn.ts';

/** A generation goes through these one after the other; `rest` is what comes when they are through. */
export type GenerationStep = 'clip' | 'music' | 'title' | 'rest';

export type Generation = { readonly turnId: string; readonly startedAt: number; readonly step: GenerationStep };

/**
 * What the agent's answer tells about a generation; null where it makes none. `before`: what it told last, since one that chooses
 * music no longer says that it generates.
 */
export function generationOf(turn: Turn | undefined, before: Generation | null): Generation | null {
  if (turn === undefined || turn.route !== 'agent' || turn.state === 'queued' || isTurnOver(turn.state)) return null;
  const known = before?.turnId === turn.id ? before : null;
  const hasClip = turn.parts.some(({ kind }) => kind === 'raw-clip');
  if (known === null && !hasClip && turn.activity !== 'generating') return null;
  const last = known?.step ?? (hasClip ? 'rest' : 'clip');
  const step = turn.state === 'settling' ? 'rest' : stepOf(turn, hasClip, last);
  return known?.step === step ? known : { turnId: turn.id, startedAt: turn.startedAt, step };
}

function stepOf({ activity }: Turn, hasClip: boolean, last: GenerationStep): GenerationStep {
  if (activity === 'generating') return 'clip';
  if (activity === 'music' || activity === 'title') return activity;
  // Between two tools the agent thinks: what it does next is not known yet.
  return hasClip && last === 'clip' ? 'rest' : last;
}
