import { projectLink } from '../../shared/project-link.ts';
import type { Preferences } from '../../shared/domain/app-state.ts';
import { accelerators, playerAccelerators, type PlaybackCommand } from '../../shared/domain/menu-command.ts';
import { isMac, keysOf } from '../ui/keys.ts';
import { beginBatch, openBatch } from '../state/batches.ts';
import { ask, createProject } from '../state/client.ts';
import { sendDirectly } from '../state/messages.ts';
import { openCommands, openDialog, showPopover } from '../state/dialogs.ts';
import { lastChange, undoLast } from '../state/restore.ts';
import { backToNow } from '../state/player.ts';
import { hasNothingToExport, openAllExports, startExport } from '../state/exports.ts';
import { type Playable, seekBy, togglePlaying, usePlayhead } from '../state/playhead.ts';
import { fold, isFolded, resetLayout } from '../state/layout.ts';
import { startRenaming } from '../state/projects.ts';
import type { WindowState } from '../state/model.ts';
import { flashTimeline } from '../state/flash.ts';
import { update, useWindow } from '../state/store.ts';
import { runningTurn } from '../state/turns.ts';
import { inLocale, type Translate } from '../locales/text.ts';

/** Something the palette can do. `label` gives its words in a language. */
export type Command = {
  readonly id: string;
  readonly label: (t: Translate) => string;
  /** Its key, as it is written on this system. */
  readonly shortcut?: string;
  readonly run: () => void;
};

/** A command that makes sense only at times. */
type Offered = Command & { readonly when?: boolean };

/** All commands that make sense right now. */
export function commandList(): readonly Command[] {
  const state = useWindow.getState();
  return [
    ...projectCommands(state),
    ...fileCommands(state),
    ...conversationCommands(state),
    ...playbackCommands(),
    ...settingsCommands(state),
  ].flatMap(({ when, ...command }) => (when === false ? [] : [withKeys(command)]));
}

const keyed: Readonly<Partial<Record<string, string>>> = { ...accelerators, ...playerAccelerators };

function withKeys(command: Command): Command {
  const accelerator = keyed[command.id];
  return accelerator === undefined ? command : { ...command, shortcut: keysOf(accelerator) };
}

function projectCommands({ openProjectId: projectId, views, exportPlace, player }: WindowState): readonly Offered[] {
  const view = views[projectId];
  const running = runningTurn(view?.turns ?? []);
  const stop = () => running !== undefined && void ask('turn.stop', { turnId: running.id });
  const saveAs = () => void startExport({ projectId, saveAs: true });
  const isPast = player.past !== null;
  const canExport = !hasNothingToExport(view ?? null);
  const hasPast = (view?.timeline?.version ?? 0) > 1;
  const openOther = () => openCommands({ kind: 'palette', only: 'projects' });
  const interchange = () => void ask('interchange.start', { projectId });
  return [
    { id: 'new', label: (t) => t('projects.create'), run: () => void createProject() },
    { id: 'open-project', label: (t) => t('commands.openProject'), run: openOther },
    { id: 'stop', label: (t) => t('composer.stop'), when: running !== undefined, run: stop },
    { id: 'export', label: (t) => t('shell.export'), when: canExport, run: () => void startExport({ projectId }) },
    { id: 'save-as', label: (t) => t('exporting.saveAs'), when: canExport && exportPlace.folder !== null, run: saveAs },
    {
      id: 'versions',
      label: (t) => t('versions.lookEarlier'),
      when: hasPast,
      run: () => showPopover('versions', true),
    },
    {
      id: 'undo',
      label: (t) => t('versions.undoLast'),
      shortcut: keysOf('CmdOrCtrl+Z'),
      when: lastChange(view) !== null,
      run: () => void undoLast(),
    },
    { id: 'now', label: (t) => t('versions.now'), when: isPast, run: backToNow },
    {
      id: 'capcut',
      label: (t) => t('interchange.capcut'),
      when: canExport,
      run: () => void ask('interchange.start', { projectId, target: 'capcut' }),
    },
    { id: 'gif', label: (t) => t('gif.way'), when: canExport, run: () => openDialog({ kind: 'gif', projectId }) },
    { id: 'interchange', label: (t) => t('interchange.start'), when: canExport, run: interchange },
  ];
}

function fileCommands({ openProjectId: projectId, batches, popover }: WindowState): readonly Offered[] {
  const pickFolder = () => void ask('upload.pickFolder', { projectId });
  const fromLink = () => openDialog({ kind: 'link', projectId });
  return [
    { id: 'attach', label: (t) => t('composer.attachFiles'), run: () => void ask('upload.pick', { projectId }) },
    { id: 'attach-folder', label: (t) => t('importReview.attachFolder'), run: pickFolder },
    { id: 'batch', label: (t) => t('batch.new'), run: () => void beginBatch() },
    ...batches.map(({ id, items }) => ({
      id: `batch ${id}`,
      label: (t: Translate) => t('batch.name', { count: items.length }),
      run: () => openBatch(id),
    })),
    {
      id: 'projectMedia',
      label: (t) => t(popover === 'projectMedia' ? 'projectMedia.close' : 'projectMedia.open'),
      run: () => showPopover('projectMedia', popover !== 'projectMedia'),
    },
    { id: 'attach-link', label: (t) => t('importReview.attachLink'), run: fromLink },
  ];
}

const performs: Readonly<Record<PlaybackCommand, (player: Playable, duration: number) => void>> = {
  play: togglePlaying,
  'frame-back': (player) => player.step(-1),
  'frame-on': (player) => player.step(1),
  'second-back': () => seekBy(-1),
  'second-on': () => seekBy(1),
  'to-start': (player) => player.seek(0),
  'to-end': (player, duration) => player.seek(duration),
};

/** What the player does by its own keys, while there is something to play. */
function playbackCommands(): readonly Offered[] {
  const { player, duration } = usePlayhead.getState();
  return (Object.keys(performs) as readonly PlaybackCommand[]).map((id) => ({
    id,
    label: (t) => t(`commands.playback.${id}`),
    when: player !== null,
    run: () => player !== null && performs[id](player, duration),
  }));
}

function conversationCommands({ openProjectId: projectId, views, locale, batch }: WindowState): readonly Offered[] {
  const hasTurns = (views[projectId]?.turns.length ?? 0) > 0;
  const askCredits = () => void sendDirectly(projectId, inLocale(locale)('chat.askCredits'));
  const jump = () => update((state) => ({ ...state, target: { projectId, turnId: null } }));
  const search = () => openCommands({ kind: 'search', query: '' });
  const browse = () => void ask('app.openLink', { link: 'project', projectId });
  return [
    { id: 'tracks', label: (t) => t('chat.showTracks'), run: flashTimeline },
    { id: 'credits', label: (t) => t('chat.showCredits'), run: askCredits },
    { id: 'jump', label: (t) => t('chat.jump'), when: hasTurns, run: jump },
    { id: 'search', label: (t) => t('commands.searchAll'), run: search },
    {
      id: 'rename',
      label: (t) => t('projects.rename'),
      when: batch.openId === null,
      run: () => startRenaming(projectId),
    },
    {
      id: 'copy-link',
      label: (t) => t('commands.copyLink'),
      run: () => void navigator.clipboard.writeText(projectLink(projectId)).catch(() => undefined),
    },
    { id: 'browser', label: (t) => t('shell.openInBrowser'), when: hasTurns, run: browse },
  ];
}

function settingsCommands({ preferences, rehearsal, hasHomepage }: WindowState): readonly Offered[] {
  const { theme, language, menuBar, layout } = preferences;
  const change = (changes: Partial<Preferences>) => () => void ask('settings.change', changes);
  const themes = { light: 'commands.themeLight', dark: 'commands.themeDark', system: 'commands.themeSystem' } as const;
  const languages = { en: 'commands.english', zh: 'commands.chinese' } as const;
  return [
    { id: 'all-exports', label: (t) => t('saved.all'), run: () => openAllExports() },
    { id: 'settings', label: (t) => t('shell.settings'), run: () => openDialog({ kind: 'settings' }) },
    {
      id: 'shortcuts',
      label: (t) => t('commands.shortcuts'),
      run: () => openDialog({ kind: 'settings', section: 'shortcuts' }),
    },
    {
      id: 'diagnostics',
      label: (t) => t('about.diagnostics'),
      run: () => openDialog({ kind: 'diagnostics' }),
    },
    { id: 'about', label: (t) => t('commands.about'), run: () => openDialog({ kind: 'settings', section: 'about' }) },
    {
      id: 'updates',
      label: (t) => t('update.check'),
      run: () => {
        openDialog({ kind: 'settings', section: 'about' });
        void ask('update.check', {});
      },
    },
    { id: 'whats-new', label: (t) => t('help.whatsNew'), run: () => openDialog({ kind: 'whats-new' }) },
    { id: 'report', label: (t) => t('help.report'), when: hasHomepage, run: () => openDialog({ kind: 'report' }) },
    {
      id: 'menu-bar',
      label: (t) => t(menuBar ? 'commands.hideMenuBar' : 'commands.showMenuBar'),
      when: !isMac,
      run: change({ menuBar: !menuBar }),
    },
    { id: 'faults', label: (t) => t('faults.title'), when: rehearsal, run: () => openDialog({ kind: 'faults' }) },
    ...(['projects', 'chat', 'stage', 'timeline'] as const).map((part) => ({
      id: `fold ${part}`,
      label: (t: Translate) => t(`layout.${isFolded(layout, part) ? 'show' : 'hide'}.${part}`),
      run: () => fold(part, !isFolded(layout, part)),
    })),
    { id: 'layout', label: (t) => t('layout.reset'), run: resetLayout },
    ...(['light', 'dark', 'system'] as const).map((to) => ({
      id: to,
      label: (t: Translate) => t(themes[to]),
      when: theme !== to,
      run: change({ theme: to }),
    })),
    ...(['en', 'zh'] as const).map((to) => ({
      id: to,
      label: (t: Translate) => t(languages[to]),
      when: language !== to,
      run: change({ language: to }),
    })),
  ];
}
