import { useMemo, useState } from 'react';
import type { Project } from '../../shared/domain/project.ts';
import { projectName } from '../locales/project-status.ts';
import { Picture } from '../ui/picture.tsx';
import { openProject } from '../state/client.ts';
import { openCommands } from '../state/dialogs.ts';
import { useWindow } from '../state/store.ts';
import { inLocale, useText } from '../locales/text.ts';
import { commandList, type Command } from './command-list.ts';
import { ComboboxDialog, type Choice } from './combobox-dialog.tsx';

/** How many projects the palette lists before the user types. */
const fewProjects = 6;

type Props = { readonly only?: 'projects' | undefined };

/** Finds every command and project by its words, in both languages; `only` projects, to open one. */
export function Palette({ only }: Props) {
  const { t } = useText();
  const [query, setQuery] = useState('');
  const projects = useWindow((state) => state.projects);
  const [all] = useState(() => (only === undefined ? commandList() : []));
  const commands = useMemo(() => all.map((command) => withWords(command)), [all]);
  const named = projects.map((project) => ({ project, words: [projectName(t, project)] }));
  const foundProjects =
    query.trim() === '' && only === undefined ? named.slice(0, fewProjects) : matching(named, query);
  const choices = [
    ...headed(
      t('commands.actions'),
      matching(commands, query).map(({ command }) => commandChoice(command, command.label(t))),
    ),
    ...headed(
      t('commands.projects'),
      foundProjects.map(({ project }) => projectChoice(project, projectName(t, project))),
    ),
    ...(query.trim() === '' || only !== undefined
      ? []
      : [searchChoice(query.trim(), t('commands.searchFor', { query: query.trim() }))]),
  ];
  return (
    <ComboboxDialog
      kind="palette"
      title={t(only === undefined ? 'commands.palette' : 'commands.openProject')}
      placeholder={t(only === undefined ? 'commands.palettePlaceholder' : 'commands.openProjectPlaceholder')}
      query={query}
      onQuery={setQuery}
      choices={choices}
      nothing={t('commands.nothing')}
      count={t('commands.hits', { count: choices.length })}
    />
  );
}

function withWords(command: Command): Findable & { readonly command: Command } {
  return { command, words: [command.label(inLocale('en')), command.label(inLocale('zh'))] };
}

function headed(heading: string, choices: readonly Choice[]): readonly Choice[] {
  return choices.map((choice, index) => (index === 0 ? { ...choice, heading } : choice));
}

function commandChoice({ id, shortcut, run }: Command, label: string): Choice {
  const content = (
    <>
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {shortcut !== undefined && <kbd className="font-sans text-sm text-faint">{shortcut}</kbd>}
    </>
  );
  return { id: `command ${id}`, content, choose: run };
}

function projectChoice(project: Project, name: string): Choice {
  const content = (
    <>
      <Picture image={project.thumbnail} projectId={project.id} name={project.name} className="h-[26px] w-9" />
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {name}
      </span>
    </>
  );
  return { id: project.id, content, choose: () => void openProject(project.id) };
}

function searchChoice(query: string, label: string): Choice {
  const content = <span className="min-w-0 flex-1 truncate text-dim">{label}</span>;
  return {
    id: 'search',
    content,
    choose: () => openCommands({ kind: 'search', query }),
  };
}

/** Something to find by its words, in any language that it has words in. */
type Findable = { readonly words: readonly string[] };

/** Folds width and case, so that a query matches any of them. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/**
 * Those that hold every word of the query, in their order, but those that begin with it first. A query of Chinese
 * characters, which has no spaces, is one word.
 */
export function matching<T extends Findable>(items: readonly T[], query: string): readonly T[] {
  const wanted = plain(query).trim();
  if (wanted === '') return items;
  const parts = wanted.split(/\s+/);
  const found = items.filter(({ words }) => {
    const text = plain(words.join('\n'));
    return parts.every((part) => text.includes(part));
  });
  const begins = ({ words }: T) => words.some((word) => plain(word).startsWith(wanted));
  return [...found.filter(begins), ...found.filter((item) => !begins(item))];
}
