import type { HeldReason } from '../../shared/domain/needs-decision.ts';
import type { IntakeRow } from '../../shared/domain/import-review.ts';
import { heldText } from '../locales/decision-text.ts';
import { failureText } from '../locales/sentences.ts';
import type { Say } from '../locales/text.ts';

/** What the user ticked or unticked by hand, by row. */
export type Ticks = ReadonlyMap<number, boolean>;

/** Whether a row can be ticked at all. What only may become something can be: it then waits above the composer. */
export function canTick({ check }: IntakeRow): boolean {
  return check.state === 'usable' || check.state === 'offer';
}

/** All that is usable as it is, unless the user said otherwise. */
export function isTicked(row: IntakeRow, ticks: Ticks): boolean {
  return canTick(row) && (ticks.get(row.id) ?? row.check.state === 'usable');
}

/** Rows whose name or folder holds the words, in any case. */
export function matching(rows: readonly IntakeRow[], filter: string): readonly IntakeRow[] {
  const words = filter.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ folder, name }) => {
    const text = `${folder}/${name}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Ticks or unticks these rows: the usable ones, and to untick also what was ticked by hand. */
export function tickAll(ticks: Ticks, rows: readonly IntakeRow[], to: boolean): Ticks {
  const after = new Map(ticks);
  for (const row of rows) if (row.check.state === 'usable' || (!to && canTick(row))) after.set(row.id, to);
  return after;
}

/** Why a row is not usable as it is, in a few words; null where it is, or is still being checked. */
export function shortReason(t: Say, { check }: IntakeRow): string | null {
  switch (check.state) {
    case 'checking':
    case 'usable':
      return null;
    case 'offer':
      return offerWords(t, check.reason);
    case 'refused': {
      const { code } = check.failure;
      const known =
        code === 'unsupported-file' || code === 'file-empty' || code === 'file-unreadable' || code === 'file-forbidden';
      return t(`intake.short.${known ? code : 'other'}`);
    }
  }
}

/** The same in whole sentences, and what ticking it leads to; null where there is nothing to say. */
export function fullReason(t: Say, { check, bytes }: IntakeRow): string | null {
  switch (check.state) {
    case 'checking':
    case 'usable':
      return null;
    case 'offer':
      return `${heldText(t, check.reason, bytes)}${t(`intake.ticked.${check.reason.kind}`)}`;
    case 'refused':
      return failureText(t, check.failure);
  }
}

function offerWords(t: Say, reason: HeldReason): string {
  switch (reason.kind) {
    case 'convertible':
      return t('intake.short.convertible', { format: reason.format.toUpperCase() });
    case 'misnamed':
      return t('intake.short.misnamed', { name: reason.name.replace(/^.*\./, '') });
    case 'too-large':
    case 'damaged':
    case 'duplicate':
      return t(`intake.short.${reason.kind}`);
  }
}
