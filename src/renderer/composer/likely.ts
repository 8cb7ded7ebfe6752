import type { ProjectView } from '../../shared/domain/app-state.ts';
import { type CostKind, costKinds, type LikelyCost, mostLikely } from '../../shared/domain/message-cost.ts';
import { type Credits, isTurnOver } from '../../shared/domain/turn.ts';
import { type Translate, useText } from '../locales/text.ts';
import { useWindow } from '../state/store.ts';

/** Whether the next message has something to edit: a cut, files, or what an earlier message will have made. */
export function hasMaterial({ timeline, uploads, attached, turns }: Situation): boolean {
  if ((timeline?.tracks.length ?? 0) > 0 || uploads.length > 0 || attached.length > 0) return true;
  return turns.some(({ route, state }) => route === 'agent' && !isTurnOver(state));
}

type Situation = Pick<ProjectView, 'timeline' | 'uploads' | 'attached' | 'turns'>;

const unknownCost: LikelyCost = { generate: 0, edit: 0 };

/** What messages of a project are likely to cost; zero while nobody knows. */
export function useLikelyCost(projectId: string): LikelyCost {
  return useWindow((state) => state.views[projectId]?.likelyCost ?? unknownCost);
}

/** The likely cost of a message with these words, and the balance where it may not cover that. */
export function useCost(projectId: string, text: string): MessageCost {
  const { t } = useText();
  const credits = useWindow((state) => state.credits);
  const likely = useLikelyCost(projectId);
  const material = useWindow(({ views: { [projectId]: view } }) => view !== undefined && hasMaterial(view));
  const kinds = costKinds(text.trim(), material);
  const most = mostLikely(kinds, likely);
  return { most, text: costText(t, kinds, likely), short: shortBalance(text, credits, most) };
}

export type MessageCost = {
  readonly most: number;
  readonly text: string | null;
  /** The balance; null where it suffices. */
  readonly short: number | null;
};

/** `about 3 credits`, or where the words leave it open `3 for an edit · 48 for a new clip`; null where nothing is known. */
export function costText(t: Translate, kinds: readonly CostKind[], likely: LikelyCost): string | null {
  const most = mostLikely(kinds, likely);
  if (most <= 0) return null;
  const open = kinds.length > 1 && likely.edit !== likely.generate;
  return open ? t('composer.costRange', likely) : t('composer.likelyCost', { count: most });
}

/** The balance to warn of before sending: something is written, and what is there may not cover it; else null. */
export function shortBalance(text: string, credits: Credits | null, cost: number): number | null {
  return text.trim() !== '' && credits !== null && credits.available < cost ? credits.available : null;
}
