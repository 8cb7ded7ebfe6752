import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { app, type BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { uploadFormats } from '../../shared/domain/upload.ts';
import type { DatabaseProblem } from '../storage/database.ts';
import type { Settings } from '../storage/settings.ts';
import { wantedLanguages } from './languages.ts';
import { chooseLocale } from './locale.ts';
import { askSaveTarget } from './save-target.ts';
import { shellTexts, type ShellTexts } from './texts.ts';
import type { Interrupted } from './quitting.ts';

export type Dialogs = {
  /** Absolute paths of the files the user chose; empty where they closed the dialog. */
  readonly pickFiles: () => Promise<readonly string[]>;
  /** Absolute paths of the folders the user chose; empty where they closed the dialog. */
  readonly pickFolders: () => Promise<readonly string[]>;
  /** Absolute path of a folder for exports, or null; begins in this one. */
  readonly pickExportFolder: (from?: string) => Promise<string | null>;
  /** Where videos were saved last, or where the system keeps them. */
  readonly saveFolder: () => string;
  /** Absolute path of an MP4 to write, or null. The system has asked before a file is replaced. Remembers the folder. */
  readonly chooseSaveTarget: (defaultName: string) => Promise<string | null>;
  /** Absolute path of a folder to put another one into, or null. Remembers it. */
  readonly chooseFolder: () => Promise<string | null>;
  /** Whether a page may be opened whose address comes from somebody else; shows its host. */
  readonly confirmLink: (url: URL) => Promise<boolean>;
  /** What is to become of running jobs when the window closes, where they shall not simply go on. */
  readonly askClosing: () => Promise<'stay' | 'quit' | 'cancel'>;
  /** Whether to quit although so much would be lost. */
  readonly askQuitting: (underWay: Interrupted) => Promise<boolean>;
  /** Whether the window shall start without the project that was open, since its page keeps crashing; else the app is to quit. */
  readonly askAfterCrashes: () => Promise<boolean>;
  /** A database that was set aside (`path` is where to). */
  readonly tellDamaged: (path: string) => Promise<void>;
};

export type DialogParts = {
  /** The window a dialog belongs to; null while there is none. */
  readonly window: () => BrowserWindow | null;
  readonly texts: () => ShellTexts;
  readonly settings: Pick<Settings, 'get' | 'set'>;
};

/** `.jpeg` is a jpg by another name. */
const extensions = [...Object.keys(uploadFormats), 'jpeg'];
const longestShownAddress = 300;

/** The system's dialogs, in the user's language. */
export function createDialogs({ window, texts, settings }: DialogParts): Dialogs {
  const askSavePath = async (defaultPath: string): Promise<string | null> => {
    const { title, button, video } = texts().save;
    const { canceled, filePath } = await showSave(window(), {
      title,
      buttonLabel: button,
      defaultPath,
      filters: [{ name: video, extensions: ['mp4'] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    return canceled || filePath === '' ? null : filePath;
  };

  return {
    pickFiles: async () => {
      const { title, button, media, all } = texts().pick;
      const { canceled, filePaths } = await showOpen(window(), {
        title,
        buttonLabel: button,
        // What is not accepted as it is can perhaps be converted.
        filters: [
          { name: media, extensions },
          { name: all, extensions: ['*'] },
        ],
        properties: ['openFile', 'multiSelections'],
      });
      return canceled ? [] : filePaths;
    },
    pickFolders: async () => {
      const { folderTitle: title, button } = texts().pick;
      const { canceled, filePaths } = await showOpen(window(), {
        title,
        buttonLabel: button,
        properties: ['openDirectory', 'multiSelections'],
      });
      return canceled ? [] : filePaths;
    },
    saveFolder: () => saveFolder(settings),
    pickExportFolder: async (from = saveFolder(settings)) => {
      const { folderTitle, folderButton } = texts().save;
      const { canceled, filePaths } = await showOpen(window(), {
        title: folderTitle,
        buttonLabel: folderButton,
        defaultPath: from,
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    chooseSaveTarget: async (name) => {
      const target = await askSaveTarget({ folder: saveFolder(settings), name, ask: askSavePath, exists: existsSync });
      if (target !== null) settings.set('saveFolder', dirname(target));
      return target;
    },
    chooseFolder: async () => {
      const { title, button } = texts().interchange;
      const { canceled, filePaths } = await showOpen(window(), {
        title,
        buttonLabel: button,
        defaultPath: saveFolder(settings),
        properties: ['openDirectory', 'createDirectory'],
      });
      const folder = canceled ? null : (filePaths[0] ?? null);
      if (folder !== null) settings.set('saveFolder', folder);
      return folder;
    },
    confirmLink: async (url) => {
      const { question, open, cancel } = texts().link;
      const detail = url.href.slice(0, longestShownAddress);
      const response = await showQuestion(window(), { message: question(url.host), detail, buttons: [open, cancel] });
      return response === 0;
    },
    askClosing: async () => {
      const { question, detail, stay, quit, cancel } = texts().desktopStatus.closing;
      const buttons = [stay, quit, cancel];
      const response = await showQuestion(window(), { message: question, detail, buttons });
      return (['stay', 'quit', 'cancel'] as const)[response] ?? 'cancel';
    },
    askQuitting: async (underWay) => {
      const { uploads, making, detail, keep, quit } = texts().desktopStatus.quitting;
      const message = [
        ...(underWay.uploads > 0 ? [uploads(underWay.uploads)] : []),
        ...(underWay.making > 0 ? [making(underWay.making)] : []),
      ].join(' ');
      const buttons = [keep, quit];
      const response = await showQuestion(window(), { message, detail, buttons, safe: 0 });
      return response === 1;
    },
    askAfterCrashes: async () => {
      const { crashedTitle, crashed, withoutProject, quit } = texts().start;
      const buttons = [withoutProject, quit];
      return (await showQuestion(window(), { message: crashedTitle, detail: crashed, buttons })) === 0;
    },
    tellDamaged: async (path) => {
      const { damagedTitle, damaged, ok } = texts().start;
      await showQuestion(window(), { message: damagedTitle, detail: damaged(path), buttons: [ok] });
    },
  };
}

/** The app cannot start on this database. Waits until the user has read it. */
export function tellNoDatabase(problem: DatabaseProblem, path: string, texts: ShellTexts['start']): void {
  if (problem.kind === 'newer') dialog.showErrorBox(texts.newerTitle, texts.newer);
  else dialog.showErrorBox(texts.unavailableTitle, texts.unavailable(path));
}

/** Nothing that the app does could be kept: it ends when the user has read that. Settings cannot say in which language. */
export function refuseReadOnly(): void {
  const { readOnlyTitle, readOnly } = shellTexts(chooseLocale('system', wantedLanguages())).start;
  dialog.showErrorBox(readOnlyTitle, readOnly(app.getPath('userData')));
  app.exit(1);
}

function saveFolder(settings: DialogParts['settings']): string {
  const last = settings.get('saveFolder');
  return last !== null && existsSync(last) ? last : app.getPath('videos');
}

function showSave(window: BrowserWindow | null, options: SaveDialogOptions): Promise<Electron.SaveDialogReturnValue> {
  return window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options);
}

function showOpen(window: BrowserWindow | null, options: OpenDialogOptions): Promise<Electron.OpenDialogReturnValue> {
  return window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options);
}

/** The number of the button pressed; `safe` (or else the last one) where the dialog was closed. */
async function showQuestion(
  window: BrowserWindow | null,
  question: {
    readonly message: string;
    readonly detail: string;
    readonly buttons: readonly string[];
    readonly safe?: number;
  },
): Promise<number> {
  const { safe, ...shown } = question;
  const buttons = [...question.buttons];
  const options = {
    ...shown,
    buttons,
    type: 'question',
    defaultId: safe ?? 0,
    cancelId: safe ?? buttons.length - 1,
    noLink: true,
  } as const;
  const { response } = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
  return response;
}
