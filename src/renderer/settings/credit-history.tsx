import { Download, MessageSquare } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Locale } from '../../shared/domain/app-state.ts';
import { type CreditEntry, type CreditGroup, dayOf, groupCredits, sumOf } from '../../shared/domain/credit-history.ts';
import { creditLine } from '../locales/credit-line.ts';
import { dateText } from '../locales/format.ts';
import { type Translate, useText } from '../locales/text.ts';
import { ask } from '../state/client.ts';
import { useAnswer } from '../state/use-answer.ts';
import { Button, Spinner } from '../ui/button.tsx';
import { Choice } from '../ui/fields.tsx';

/** Where the credits went: each message and export with its line, by day or by project, to be saved as a table. */
export function CreditHistory() {
  const { t } = useText();
  const [by, setBy] = useState<'day' | 'project'>('day');
  const answer = useAnswer('credits.history', {});
  if (answer === null) return <Spinner />;
  if (!answer.ok) return null;
  const entries = answer.data;
  if (entries.length === 0) return <p className="text-dim">{t('credits.none')}</p>;
  const ways = (['day', 'project'] as const).map((value) => ({ value, label: t(`credits.by.${value}`) }));
  return (
    <div className="flex flex-col gap-4">
      <Totals entries={entries} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm text-dim">{t('credits.hint')}</p>
        <Button onClick={() => void ask('credits.exportHistory', {})}>{t('credits.save')}</Button>
      </div>
      <Choice name={t('credits.list')} options={ways} value={by} onChoose={setBy} />
      <Groups key={by} entries={entries} by={by} />
    </div>
  );
}

const dayMs = 86_400_000;

/** What was spent today and lately, at a glance. */
function Totals({ entries }: { readonly entries: readonly CreditEntry[] }) {
  const { t, locale } = useText();
  const [now] = useState(() => Date.now());
  const spans = [
    ['today', entries.filter(({ at }) => dayOf(at) === dayOf(now))],
    ['week', entries.filter(({ at }) => at > now - 7 * dayMs)],
    ['month', entries.filter(({ at }) => at > now - 30 * dayMs)],
  ] as const;
  return (
    <dl className="grid grid-cols-3 gap-2">
      {spans.map(([span, own]) => {
        const { charged, reserved } = sumOf(own);
        return (
          <div key={span} className="rounded-card border border-line bg-raised px-3 py-2.5">
            <dt className="text-sm text-dim">{t(`credits.span.${span}`)}</dt>
            <dd className="mt-0.5 text-lg font-semibold tabular">{charged.toLocaleString(locale)}</dd>
            {reserved > 0 && <dd className="text-xs text-faint">{t('shell.creditsHeld', { held: reserved })}</dd>}
          </div>
        );
      })}
    </dl>
  );
}

/** Groups that are shown at first, and more at a time. */
const groupsAtOnce = 14;

function Groups({ entries, by }: { readonly entries: readonly CreditEntry[]; readonly by: 'day' | 'project' }) {
  const { t } = useText();
  const groups = useMemo(() => groupCredits(entries, by), [entries, by]);
  const [shown, setShown] = useState(groupsAtOnce);
  return (
    <div className="flex flex-col gap-4">
      {groups.slice(0, shown).map((group) => (
        <Group key={group.key} group={group} by={by} />
      ))}
      {groups.length > shown && (
        <div>
          <Button look="bare" onClick={() => setShown(shown + groupsAtOnce)}>
            {t('credits.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Rows of one group that are shown at first. */
const rowsAtFirst = 30;

function Group({ group, by }: { readonly group: CreditGroup; readonly by: 'day' | 'project' }) {
  const { t, locale } = useText();
  const { entries } = group;
  const [rows, setRows] = useState(rowsAtFirst);
  const name = groupName(t, locale, group, by);
  return (
    <section aria-label={name}>
      <h4 className="flex items-baseline justify-between gap-3 border-b border-line pb-1 font-medium">
        <span dir="auto" className="min-w-0 truncate">
          {name}
        </span>
        <span className="shrink-0 tabular">{creditLine(t, group).join(' · ')}</span>
      </h4>
      <ul className="flex flex-col">
        {entries.slice(0, rows).map((entry) => (
          <Row key={entry.id} entry={entry} by={by} />
        ))}
      </ul>
      {entries.length > rows && (
        <Button look="bare" className="mt-1" onClick={() => setRows(rows + 200)}>
          {t('shell.moreRows', { count: entries.length - rows })}
        </Button>
      )}
    </section>
  );
}

function Row({ entry, by }: { readonly entry: CreditEntry; readonly by: 'day' | 'project' }) {
  const { t, locale } = useText();
  const { kind, what, at } = entry;
  const Icon = kind === 'export' ? Download : MessageSquare;
  const clock = dateText(locale, at, time);
  const place = by === 'day' ? [clock, projectText(t, entry)] : [dateText(locale, at, day), clock];
  return (
    <li className="flex items-center gap-2.5 py-1.5 text-sm">
      <Icon size={13} aria-label={t(`credits.kind.${kind}`)} role="img" className="shrink-0 text-faint" />
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block truncate leading-5" title={what}>
          {what === '' ? t('credits.deleted') : what}
        </span>
        <span className="block truncate text-xs leading-4 text-faint tabular" title={place.join(' · ')}>
          {place.join(' · ')}
        </span>
      </span>
      <span className="shrink-0 text-dim tabular">
        {kind === 'export' ? t('credits.free') : creditLine(t, entry).join(' · ')}
      </span>
    </li>
  );
}

function groupName(t: Translate, locale: Locale, { key, entries }: CreditGroup, by: 'day' | 'project'): string {
  const [first] = entries;
  if (first === undefined) return key;
  if (by === 'project') return projectText(t, first);
  return key === dayOf(Date.now()) ? t('credits.span.today') : dateText(locale, first.at, day);
}

function projectText(t: Translate, { projectId, project }: CreditEntry): string {
  if (projectId === null) return t('credits.deleted');
  return project === '' ? t('projects.unnamed') : project;
}

const day = { dateStyle: 'long' } as const;
const time = { timeStyle: 'short' } as const;
