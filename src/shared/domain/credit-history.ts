import type { Net } from './receipt.ts';

/** A message to the agent, or an export, and what became of its credits. `at`: epoch ms. */
export type CreditEntry = Net & {
  readonly id: string;
  readonly kind: 'message' | 'export';
  /** Null where the project is deleted; then it has no name either. */
  readonly projectId: string | null;
  readonly project: string;
  /** The beginning of the message, or the name of the file. */
  readonly what: string;
  readonly at: number;
};

/** Entries of one day or of one project, newest first, with what they come to. */
export type CreditGroup = Net & { readonly key: string; readonly entries: readonly CreditEntry[] };

/** Groups in the order of their newest entry. `day`: of this computer's calendar, as `2026-11-30`. */
export function groupCredits(entries: readonly CreditEntry[], by: 'day' | 'project'): readonly CreditGroup[] {
  const groups = new Map<string, CreditEntry[]>();
  for (const entry of entries) {
    const key = by === 'day' ? dayOf(entry.at) : (entry.projectId ?? '');
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [entry]);
    else own.push(entry);
  }
  return [...groups].map(([key, own]) => ({ key, entries: own, ...sumOf(own) }));
}

export function sumOf(entries: readonly Net[]): Net {
  return entries.reduce<Net>(
    (sum, { charged, reserved, returned }) => ({
      charged: sum.charged + charged,
      reserved: sum.reserved + reserved,
      returned: sum.returned + returned,
    }),
    { charged: 0, reserved: 0, returned: 0 },
  );
}

export function dayOf(at: number): string {
  const day = new Date(at);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** The names of the columns, and what the kinds of entries and deleted projects are called. */
type CsvWords = {
  readonly columns: readonly string[];
  readonly kinds: Readonly<Record<CreditEntry['kind'], string>>;
  readonly deleted: string;
};

/** The history as a table for Excel and its like: RFC 4180, and the mark that tells Excel of UTF-8. */
export function creditCsv(entries: readonly CreditEntry[], { columns, kinds, deleted }: CsvWords): string {
  const rows = entries.map(({ at, kind, projectId, project, what, charged, reserved, returned }) => [
    `${dayOf(at)} ${timeOf(at)}`,
    projectId === null ? deleted : project,
    kinds[kind],
    what,
    charged,
    reserved,
    returned,
  ]);
  return `\uFEFF${[columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function timeOf(at: number): string {
  const time = new Date(at);
  return [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** A text that a table program would take for a formula gets a quotation mark before it: nobody's words are to be run. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^\s*[=+\-@＝＋－＠\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
