import { useEffect, useState } from 'react';
import type { SearchHit } from '../../shared/domain/project.ts';
import { projectName } from '../locales/project-status.ts';
import { useNow } from '../ui/use-now.ts';
import { ask } from '../state/client.ts';
import { openHit } from '../state/projects.ts';
import { useWindow } from '../state/store.ts';
import { ago } from '../locales/format.ts';
import { useText } from '../locales/text.ts';
import { ComboboxDialog, type Choice } from './combobox-dialog.tsx';

/** How long after the last key the search asks main, in ms. */
const pause = 150;
const none: readonly SearchHit[] = [];

/** Words in the names and conversations of all projects; `begin`: those that it begins with. */
export function Search({ begin }: { readonly begin: string }) {
  const { t, locale } = useText();
  const [query, setQuery] = useState(begin);
  const hits = useHits(query.trim());
  const projects = useWindow((state) => state.projects);
  const now = useNow(true);
  const choices: readonly Choice[] = hits.flatMap((hit, index) => {
    const project = projects.find(({ id }) => id === hit.projectId);
    if (project === undefined) return [];
    const when = ago(t, locale, hit.at, now);
    return [
      {
        id: `${index} ${hit.turnId ?? hit.projectId}`,
        content: <Hit hit={hit} name={projectName(t, project)} when={when} />,
        choose: () => void openHit(hit),
      },
    ];
  });
  return (
    <ComboboxDialog
      kind="search"
      title={t('commands.search')}
      placeholder={t('commands.searchPlaceholder')}
      query={query}
      onQuery={setQuery}
      choices={choices}
      nothing={query.trim() === '' ? '' : t('commands.nothing')}
      count={t('commands.hits', { count: choices.length })}
    />
  );
}

/** What main finds for the words; drops an answer that came too late for them. */
function useHits(query: string): readonly SearchHit[] {
  const [hits, setHits] = useState(none);
  useEffect(() => {
    let wanted = true;
    const look = async () => {
      const answer = query === '' ? null : await ask('project.search', { query });
      if (wanted) setHits(answer?.ok === true ? answer.data : none);
    };
    const timer = setTimeout(() => void look(), query === '' ? 0 : pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [query]);
  return hits;
}

type HitProps = { readonly hit: SearchHit; readonly name: string; readonly when: string };

function Hit({ hit, name, when }: HitProps) {
  return (
    <div className="min-w-0 flex-1">
      <p className="flex gap-2 text-xs text-faint">
        <span dir="auto" className="min-w-0 truncate font-medium">
          {name}
        </span>
        <span className="ml-auto shrink-0 tabular">{when}</span>
      </p>
      <p className="line-clamp-2 wrap-anywhere">
        {hit.pieces.map((piece, index) =>
          index % 2 === 1 ? (
            <mark key={index} className="rounded-[2px] bg-accent/25 text-ink">
              {piece}
            </mark>
          ) : (
            <span key={index}>{piece}</span>
          ),
        )}
      </p>
    </div>
  );
}
