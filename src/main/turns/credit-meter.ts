import { isChargedForNothing, netOf, type Receipt, withLater } from '../../shared/domain/receipt.ts';
import type { Credits } from '../../shared/domain/turn.ts';
import type { Env } from '../app/env.ts';
import type { BalanceWatch } from './balance-watch.ts';
import type { Journal } from './journal.ts';

/** What is known of the balances around a turn before it is over. */
export type Metered = { readonly before: Credits | null } & Pick<Receipt, 'lowest' | 'beside'>;

export type TurnMeter = {
  readonly seen: () => Metered;
  /** The turn is over: what comes back from now on is added to its receipt, until another one begins. */
  readonly end: () => void;
};

/** Reads from all balances that come what became of the credits of turns: of those that run, and of the last one that did. */
export type CreditMeter = {
  readonly begin: (turnId: string, before: Credits | null) => TurnMeter;
  /** A balance was read; null: it is another account's from now on. */
  readonly see: (credits: Credits | null) => void;
  readonly close: () => void;
};

type CreditMeterDeps = {
  readonly journal: Pick<Journal, 'get' | 'patch'>;
  readonly balanceWatch: BalanceWatch;
  /** A receipt has changed, and with it what messages are likely to cost. */
  readonly onReceipt: () => void;
  /** Credits that were still reserved when a turn of the project ended are so no more: whatever they were for is there, or failed. */
  readonly onSettled: (projectId: string) => void;
};

type Running = { readonly lowest: number | undefined; readonly beside: boolean };

export function createCreditMeter(
  { clock, timings, report }: Pick<Env, 'clock' | 'timings' | 'report'>,
  { journal, balanceWatch, onReceipt, onSettled }: CreditMeterDeps,
): CreditMeter {
  const running = new Map<string, Running>();
  /** Projects whose last turn ended with credits reserved. */
  const reserved = new Set<string>();
  let last: string | null = null;
  let following = new AbortController();

  const letGo = (): void => {
    last = null;
    reserved.clear();
    following.abort();
  };

  /** Reads the balance for a while where credits are reserved, or went for nothing: the service may give them back. */
  const follow = (turnId: string): void => {
    const { receipt = null, projectId = '' } = journal.get(turnId) ?? {};
    if (receipt === null || running.size > 0) return;
    last = turnId;
    if (netOf(receipt).reserved > 0) reserved.add(projectId);
    else if (!isChargedForNothing(receipt)) return;
    following.abort();
    following = new AbortController();
    const stopWatching = balanceWatch.begin();
    void clock.wait(timings.balanceFollowMs, following.signal).then(stopWatching).catch(report);
  };

  return {
    begin: (turnId, before) => {
      last = null;
      const beside = running.size > 0;
      for (const [id, one] of running) running.set(id, { ...one, beside: true });
      running.set(turnId, { lowest: before?.available, beside });
      return {
        seen: () => {
          const { lowest, beside: shared } = running.get(turnId) ?? { lowest: undefined, beside };
          if (shared) return { before, beside: true };
          return lowest === undefined || lowest === before?.available ? { before } : { before, lowest };
        },
        end: () => {
          running.delete(turnId);
          follow(turnId);
        },
      };
    },
    see: (credits) => {
      if (credits === null) return letGo();
      if (credits.frozen === 0 && running.size === 0) {
        const settled = [...reserved];
        reserved.clear();
        settled.forEach(onSettled);
      }
      for (const [id, { lowest, beside }] of running)
        if (lowest !== undefined) running.set(id, { lowest: Math.min(lowest, credits.available), beside });
      const receipt = last === null || running.size > 0 ? null : (journal.get(last)?.receipt ?? null);
      const changed = receipt && withLater(receipt, credits);
      if (last === null || !changed) return;
      journal.patch(last, { receipt: changed }, 'durable');
      onReceipt();
    },
    close: letGo,
  };
}
