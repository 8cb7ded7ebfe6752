import type { Edit } from '../draft/edits.ts';

/** What a turn does, one after another. Planned as data, carried out by the turn runner. */
export type Step =
  /** Of the contract's time, before the pace. Heartbeats are sent meanwhile. */
  | { readonly kind: 'wait'; readonly ms: number; readonly quiet?: boolean }
  /** Chunks and, unless the stream "breaks" here, the aggregate. Thoughts come before the text, in the same aggregate. */
  | { readonly kind: 'say'; readonly text: string; readonly thought?: string; readonly aggregate?: false }
  | {
      readonly kind: 'tool';
      readonly name: string;
      readonly args: Readonly<Record<string, unknown>>;
      readonly response: Readonly<Record<string, unknown>>;
      /** How long the tool works; its edits are in the draft before its response is sent. */
      readonly ms: number;
      readonly edits: readonly Edit[];
      readonly progressive: boolean;
    }
  | { readonly kind: 'edit'; readonly edits: readonly Edit[] }
  /** Credits reserved from here until the turn's end, then spent. */
  | { readonly kind: 'reserve'; readonly credits: number }
  /** Between the raw clip and what is laid around it: tests can stop here. */
  | { readonly kind: 'second-stage' }
  /** An event with keys of its own beside the usual ones. */
  | { readonly kind: 'event'; readonly keys: Readonly<Record<string, unknown>> }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'raw'; readonly text: string };

/** Credits that a plan will take. */
export function costOf(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => (step.kind === 'reserve' ? sum + step.credits : sum), 0);
}
