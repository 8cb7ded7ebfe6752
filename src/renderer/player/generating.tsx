import { Clapperboard } from 'lucide-react';
import { useState, type CSSProperties } from 'react';
import { isTurnOver } from '../../shared/domain/turn.ts';
import { clock, roughLength } from '../locales/format.ts';
import { type Translate, useText } from '../locales/text.ts';
import { useOpenView } from '../state/store.ts';
import { useAnswer } from '../state/use-answer.ts';
import { Spinner } from '../ui/button.tsx';
import { useElapsed } from '../ui/use-now.ts';
import { type Generation, generationOf, type GenerationStep } from './generation.ts';

/** The generation that goes on in the open project; null where there is none. */
export function useGeneration(): Generation | null {
  const turn = useOpenView((view) =>
    view?.turns.find(({ route, state }) => route === 'agent' && state !== 'queued' && !isTurnOver(state)),
  );
  const [before, setBefore] = useState<Generation | null>(null);
  const now = generationOf(turn, before);
  if (now !== before) setBefore(now);
  return now;
}

type Props = { readonly generation: Generation };

/** The empty stage while its first clip is made: the steps, and how long such work took before. */
export function GeneratingNote({ generation }: Props) {
  const { t } = useText();
  const { elapsedMs, usualMs, time } = useTime(generation);
  return (
    <div className="flex w-full max-w-80 flex-col items-center">
      <Clapperboard size={28} strokeWidth={1.25} aria-hidden className="mb-2 text-stage-dim" />
      <p className="font-medium">{t(`preview.generation.step.${generation.step}`)}</p>
      <p className="text-sm text-stage-dim tabular">{time}</p>
      {usualMs !== null && (
        <div aria-hidden className="mt-3 h-[3px] w-full max-w-56 rounded-full bg-white/15">
          <div style={shareOf(elapsedMs, usualMs)} className="h-full w-(--share) rounded-full bg-accent" />
        </div>
      )}
      <Steps step={generation.step} />
    </div>
  );
}

/** The same in one line, over a cut that is already there. */
export function GeneratingLine({ generation }: Props) {
  const { t } = useText();
  const { time } = useTime(generation);
  const { step } = generation;
  const then = step === 'clip' || step === 'music' ? ` · ${t(`preview.generation.then.${step}`)}` : '';
  return (
    <>
      <Spinner />
      <span className="tabular">{`${t(`preview.generation.step.${step}`)} · ${time}${then}`}</span>
    </>
  );
}

type Time = { readonly elapsedMs: number; readonly usualMs: number | null; readonly time: string };

function useTime({ startedAt }: Generation): Time {
  const { t } = useText();
  const elapsedMs = useElapsed(startedAt, true);
  const answer = useAnswer('turn.usualGeneration', {}, 'quiet');
  const usualMs = answer?.ok === true ? answer.data : null;
  return { elapsedMs, usualMs, time: timeText(t, elapsedMs, usualMs) };
}

/** Less is not told from it. */
const shortestMs = 10_000;

/** `0:48 of about 3 min`; once that is over, what was usual; without a generation before, the time alone. */
export function timeText(t: Translate, elapsedMs: number, usualMs: number | null): string {
  const elapsed = clock(elapsedMs / 1000);
  if (usualMs === null) return elapsed;
  const words = elapsedMs > Math.max(usualMs, shortestMs) ? 'preview.generation.over' : 'preview.generation.of';
  return t(words, { elapsed, usual: roughLength(t, usualMs) });
}

/** Never full: that it is done, only the answer tells. */
function shareOf(elapsedMs: number, usualMs: number): CSSProperties {
  return { '--share': `${Math.min(0.95, elapsedMs / Math.max(usualMs, shortestMs)) * 100}%` } as CSSProperties;
}

const steps = ['clip', 'music', 'title'] as const satisfies readonly GenerationStep[];

function Steps({ step }: { readonly step: GenerationStep }) {
  const { t } = useText();
  const at = step === 'rest' ? steps.length : steps.indexOf(step);
  return (
    <ol aria-label={t('preview.generation.steps')} className="mt-3 flex items-center gap-2 text-sm">
      {steps.map((one, index) => (
        <li
          key={one}
          aria-current={index === at ? 'step' : undefined}
          className={`flex items-center gap-2 ${index === at ? 'text-stage-ink' : 'text-stage-dim'}`}
        >
          {index > 0 && <span aria-hidden className="h-px w-4 bg-stage-line" />}
          <span aria-hidden className={`size-1.5 rounded-full ${index <= at ? 'bg-accent' : 'bg-white/25'}`} />
          {t(`preview.generation.${one}`)}
        </li>
      ))}
    </ol>
  );
}
