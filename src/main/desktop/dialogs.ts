import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { app, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { assertNever } from '../../shared/assert-never.ts';
import type { MainTranslate } from '../../shared/locales/main-texts.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { done, err, type Result } from '../../shared/result.ts';
import { uploadFormats } from '../../shared/domain/upload.ts';
import type { DatabaseProblem } from '../storage/database.ts';
import { isFull, sqliteCode } from '../storage/sqlite.ts';
import { createDialogTurn, type DialogTurn } from './policy.ts';
import { askSaveTarget } from './save-place.ts';
import { type DialogParts, showQuestion } from './question.ts';
import type { Interrupted } from './quitting.ts';
import { type TroubleDialogs, troubleDialogs } from './trouble-dialogs.ts';

/** The system's pickers of files and folders. Paths are absolute. */
type PathDialogs = {
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
  /** Absolute path of a copy to write, or null. `extension`: with its dot. */
  readonly chooseCopyTarget: (stem: string, extension: string) => Promise<string | null>;
  /** Asks where to save a PNG under this name (without its extension), and writes it. */
  readonly saveFrame: (name: string, png: Uint8Array) => Promise<Result<null, Failure>>;
  /** The same with a table: `text` is CSV as it is to stand in the file. */
  readonly saveTable: (name: string, text: string) => Promise<Result<null, Failure>>;
  /** Absolute path of a folder for the exported data, or null. */
  readonly chooseDataFolder: () => Promise<string | null>;
  /** Absolute path of a folder to put another one into, or null. Remembers it. */
  readonly chooseFolder: (from: string | null) => Promise<string | null>;
};

/** Questions that the user answers by a button. */
type QuestionDialogs = {
  /** Whether a page may be opened whose address comes from somebody else; shows its host. */
  readonly confirmLink: (url: URL) => Promise<boolean>;
  /** What is to become of running jobs when the window closes, where they shall not simply go on. */
  readonly askClosing: () => Promise<'stay' | 'quit' | 'cancel'>;
  /** Whether to quit although so much would be lost. */
  readonly askQuitting: (underWay: Interrupted) => Promise<boolean>;
  /** Whether the window shall start without the project that was open, since its page keeps crashing; else the app is to quit. */
  readonly askAfterCrashes: () => Promise<boolean>;
};

export type Dialogs = PathDialogs & QuestionDialogs & TroubleDialogs;

/** `.jpeg` is a jpg by another name. */
const extensions = [...Object.keys(uploadFormats), 'jpeg', 'srt', 'vtt'];
const longestShownAddress = 300;

type Parts = DialogParts & { readonly turn: DialogTurn };

/** The system's dialogs, in the user's language, one at a time. */
export function createDialogs(given: DialogParts): Dialogs {
  const parts = { ...given, turn: createDialogTurn() };
  return { ...pathDialogs(parts), ...questionDialogs(parts), ...troubleDialogs(parts) };
}

function pathDialogs(parts: Parts): PathDialogs {
  const { texts, settings } = parts;
  const pickFolder = async (options: OpenDialogOptions): Promise<string | null> =>
    (await pick(parts, { ...options, properties: ['openDirectory', 'createDirectory'] }))[0] ?? null;

  return {
    pickFiles: () => {
      const t = texts();
      return pick(parts, {
        title: t('pick.title'),
        buttonLabel: t('pick.button'),
        // What is not accepted as it is can perhaps be converted.
        filters: [
          { name: t('pick.media'), extensions },
          { name: t('pick.all'), extensions: ['*'] },
        ],
        properties: ['openFile', 'multiSelections'],
      });
    },
    pickFolders: () => {
      const t = texts();
      return pick(parts, {
        title: t('pick.folderTitle'),
        buttonLabel: t('pick.button'),
        properties: ['openDirectory', 'multiSelections'],
      });
    },
    saveFolder: () => saveFolder(settings),
    pickExportFolder: (from = saveFolder(settings)) => {
      const t = texts();
      return pickFolder({ title: t('save.folderTitle'), buttonLabel: t('save.folderButton'), defaultPath: from });
    },
    chooseSaveTarget: (name) => chooseTarget(parts, name, 'video', '.mp4'),
    chooseCopyTarget: (stem, extension) => chooseTarget(parts, stem, 'copy', extension),
    saveFrame: (name, png) => save(parts, name, 'frame', png),
    saveTable: (name, text) => save(parts, name, 'table', text),
    chooseDataFolder: () => {
      const t = texts();
      const defaultPath = app.getPath('documents');
      return pickFolder({ title: t('save.dataTitle'), buttonLabel: t('save.folderButton'), defaultPath });
    },
    chooseFolder: async (from) => {
      const t = texts();
      const folder = await pickFolder({
        title: t('interchange.title'),
        buttonLabel: t('interchange.button'),
        defaultPath: from ?? saveFolder(settings),
      });
      // The drafts of another editor are no place for videos.
      if (folder !== null && from === null) settings.set('saveFolder', folder);
      return folder;
    },
  };
}

/** What is made here and written at once, by its kind: how its name ends. */
const made = { frame: '.png', table: '.csv' } as const;

/** Asks where to save what was made here, and writes it. `cancelled`: the user closed the dialog. */
async function save(
  parts: Parts,
  name: string,
  kind: keyof typeof made,
  content: Uint8Array | string,
): Promise<Result<null, Failure>> {
  const target = await chooseTarget(parts, name, kind, made[kind]);
  if (target === null) return err({ code: 'cancelled' });
  return writeFile(target, content).then(
    () => done,
    (error: unknown) => err({ code: isFull(sqliteCode(error)) ? 'disk-full' : 'folder-read-only' }),
  );
}

/** Asks where to save a file of this kind, and remembers the folder. */
async function chooseTarget(
  parts: Parts,
  name: string,
  kind: 'video' | 'copy' | keyof typeof made,
  extension: string,
): Promise<string | null> {
  const { window, texts, settings, turn } = parts;
  const ask = async (defaultPath: string): Promise<string | null> => {
    const t = texts();
    const options: SaveDialogOptions = {
      title: t(`save.title.${kind}`),
      buttonLabel: t('save.button'),
      defaultPath,
      filters: [{ name: t(`save.kind.${kind}`), extensions: [extension.slice(1)] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    };
    const owner = window();
    const { canceled, filePath } = await turn.forPage(
      () => (owner ? dialog.showSaveDialog(owner, options) : dialog.showSaveDialog(options)),
      { canceled: true, filePath: '' },
    );
    return canceled || filePath === '' ? null : filePath;
  };
  const target = await askSaveTarget({ folder: saveFolder(settings), name, extension, ask, exists: existsSync });
  if (target !== null) settings.set('saveFolder', dirname(target));
  return target;
}

function questionDialogs({ window, texts, turn }: Parts): QuestionDialogs {
  const showInTurn = (...all: Parameters<typeof showQuestion>) => turn.inTurn(() => showQuestion(...all));
  return {
    confirmLink: async (url) => {
      const t = texts();
      const question = {
        message: t('link.question', { host: url.host }),
        detail: url.href.slice(0, longestShownAddress),
        buttons: [t('link.open'), t('link.cancel')],
        safe: 1,
      };
      return (await turn.forPage(() => showQuestion(window(), question), question.safe)) === 0;
    },
    askClosing: async () => {
      const t = texts();
      const answers = ['stay', 'quit', 'cancel'] as const;
      const response = await showInTurn(window(), {
        message: t('closing.question'),
        detail: t('closing.detail'),
        buttons: answers.map((answer) => t(`closing.${answer}`)),
      });
      return answers[response] ?? 'cancel';
    },
    askQuitting: async (underWay) => {
      const t = texts();
      const running = (['uploads', 'making'] as const).filter((what) => underWay[what] > 0);
      const response = await showInTurn(window(), {
        message: running.map((what) => t(`quitting.${what}`, { count: underWay[what] })).join(' '),
        detail: t('quitting.detail'),
        buttons: [t('quitting.keep'), t('quitting.quit')],
        safe: 0,
      });
      return response === 1;
    },
    askAfterCrashes: async () => {
      const t = texts();
      const response = await showInTurn(window(), {
        message: t('start.crashedTitle'),
        detail: t('start.crashed'),
        buttons: [t('start.withoutProject'), t('start.quit')],
      });
      return response === 0;
    },
  };
}

/** The app cannot start on this database. Waits until the user has read it. */
export function tellNoDatabase(problem: DatabaseProblem, path: string, t: MainTranslate): void {
  switch (problem.kind) {
    case 'newer':
      return dialog.showErrorBox(t('start.newerTitle'), t('start.newer'));
    case 'not-upgraded':
      return dialog.showErrorBox(
        t('start.notUpgradedTitle'),
        t(problem.isFull ? 'start.notUpgradedFull' : 'start.notUpgraded', { path }),
      );
    case 'unavailable':
      return dialog.showErrorBox(
        t('start.unavailableTitle'),
        t(isFull(problem.code) ? 'start.unavailableFull' : 'start.unavailable', { path }),
      );
    default:
      return assertNever(problem);
  }
}

function saveFolder(settings: DialogParts['settings']): string {
  const last = settings.get('saveFolder');
  return last !== null && existsSync(last) ? last : app.getPath('videos');
}

/** The paths that the user chose; empty where they closed the dialog. */
async function pick({ window, turn }: Parts, options: OpenDialogOptions): Promise<readonly string[]> {
  const owner = window();
  const { canceled, filePaths } = await turn.forPage(
    () => (owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options)),
    { canceled: true, filePaths: [] },
  );
  return canceled ? [] : filePaths;
}
