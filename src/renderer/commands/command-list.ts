import type { Preferences } from '../../shared/domain/app-state.ts';
import { chord } from '../ui/keys.ts';
import { beginBatch, openBatch } from '../state/batches.ts';
import { ask, createProject } from '../state/client.ts';
import { say } from '../state/messages.ts';
import { openDialog, openFinder, showPopover } from '../state/dialogs.ts';
import { backToNow } from '../state/player.ts';
import { openAllExports, startExport } from '../state/exports.ts';
import { startRenaming } from '../state/projects.ts';
import { update, useWindow } from '../state/store.ts';
import { runningTurn } from '../state/turns.ts';
import { inLocale, type Translate } from '../locales/text.ts';

/** Something the palette can do. `label` gives its words in a language. */
export type Command = {
  readonly id: string;
  readonly label: (t: Translate) => string;
  readonly shortcut?: string;
  readonly run: () => void;
};

/** All deeds that make sense right now. */
export function commandList(): readonly Command[] {
  const { batches, openProjectId: projectId, views, preferences, exportPlace, player } = useWindow.getState();
  const view = views[projectId];
  const running = runningTurn(view?.turns ?? []);
  const change = (changes: Partial<Preferences>) => void ask('settings.change', changes);
  const all: readonly (Command & { readonly when?: boolean })[] = [
    { id: 'new', label: (t) => t('projects.create'), shortcut: chord('N'), run: () => void createProject() },
    {
      id: 'stop',
      label: (t) => t('composer.stop'),
      when: running !== undefined,
      run: () => running !== undefined && void ask('turn.stop', { turnId: running.id }),
    },
    { id: 'export', label: (t) => t('shell.export'), run: () => void startExport({ projectId }) },
    {
      id: 'save-as',
      label: (t) => t('exporting.saveAs'),
      when: exportPlace.folder !== null,
      run: () => void startExport({ projectId, saveAs: true }),
    },
    {
      id: 'versions',
      label: (t) => t('versions.lookEarlier'),
      when: (view?.timeline?.version ?? 0) > 1,
      run: () => showPopover('versions', true),
    },
    { id: 'now', label: (t) => t('versions.now'), when: player.past !== null, run: backToNow },
    {
      id: 'interchange',
      label: (t) => t('interchange.start'),
      run: () => void ask('interchange.start', { projectId }),
    },
    { id: 'attach', label: (t) => t('composer.attachFiles'), run: () => void ask('upload.pick', { projectId }) },
    {
      id: 'attach-folder',
      label: (t) => t('importReview.attachFolder'),
      run: () => void ask('upload.pickFolder', { projectId }),
    },
    { id: 'batch', label: (t) => t('batch.new'), run: () => void beginBatch() },
    ...batches.map(({ id, items }) => ({
      id: `batch ${id}`,
      label: (t: Translate) => t('batch.name', { count: items.length }),
      run: () => openBatch(id),
    })),
    {
      id: 'attach-link',
      label: (t) => t('importReview.attachLink'),
      run: () => openDialog({ kind: 'link', projectId }),
    },
    { id: 'tracks', label: (t) => t('chat.showTracks'), run: () => sayIn(projectId, 'chat.askTracks') },
    { id: 'credits', label: (t) => t('chat.showCredits'), run: () => sayIn(projectId, 'chat.askCredits') },
    {
      id: 'jump',
      label: (t) => t('chat.jump'),
      when: (view?.turns.length ?? 0) > 0,
      run: () => update((state) => ({ ...state, target: { projectId, turnId: null } })),
    },
    {
      id: 'search',
      label: (t) => t('commands.searchAll'),
      shortcut: chord('F'),
      run: () => openFinder('search'),
    },
    { id: 'rename', label: (t) => t('projects.rename'), shortcut: 'F2', run: () => startRenaming(projectId) },
    {
      id: 'browser',
      label: (t) => t('shell.openInBrowser'),
      when: (view?.turns.length ?? 0) > 0,
      run: () => void ask('app.openLink', { link: 'project', projectId }),
    },
    { id: 'all-exports', label: (t) => t('saved.all'), run: () => openAllExports() },
    { id: 'settings', label: (t) => t('shell.settings'), run: () => openDialog({ kind: 'settings' }) },
    {
      id: 'light',
      label: (t) => t('commands.themeLight'),
      when: preferences.theme !== 'light',
      run: () => change({ theme: 'light' }),
    },
    {
      id: 'dark',
      label: (t) => t('commands.themeDark'),
      when: preferences.theme !== 'dark',
      run: () => change({ theme: 'dark' }),
    },
    {
      id: 'system',
      label: (t) => t('commands.themeSystem'),
      when: preferences.theme !== 'system',
      run: () => change({ theme: 'system' }),
    },
    {
      id: 'english',
      label: (t) => t('commands.english'),
      when: preferences.language !== 'en',
      run: () => change({ language: 'en' }),
    },
    {
      id: 'chinese',
      label: (t) => t('commands.chinese'),
      when: preferences.language !== 'zh',
      run: () => change({ language: 'zh' }),
    },
  ];
  return all.filter(({ when }) => when !== false);
}

/** Says a phrase in the language of the window. */
function sayIn(projectId: string, key: 'chat.askTracks' | 'chat.askCredits'): void {
  void say(projectId, inLocale(useWindow.getState().locale)(key));
}
