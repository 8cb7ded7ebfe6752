import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { removeFile } from '../file-retry.ts';
import { createOpenRequests, type OpenRequests } from './open-requests.ts';
import { chooseLocale, openRequestOf } from './start-options.ts';
import { wantedLanguages } from './started.ts';

/**
 * Listens for what macOS asks the app to open, from before it is ready, and reads what this start was asked for. `onMore` is called
 * whenever more has come.
 */
export function collectOpenRequests(onMore: () => void): OpenRequests {
  const openRequests = createOpenRequests(openRequestOf(process.argv, process.cwd(), app.isPackaged), onMore);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openRequests.add({ paths: [path] });
  });
  app.on('open-url', (event, link) => {
    event.preventDefault();
    openRequests.add({ link });
  });
  return openRequests;
}

/** What a second start tells the first one. */
type Start = { readonly argv: readonly string[]; readonly cwd: string };

type Refusal = 'read-only' | 'unsandboxed';

/**
 * Claims the profile before anything is written. `second`: another app has it and comes to the front; `onSecond` gets what that
 * start was given. `read-only`: nobody could get the lock of a profile that cannot be written. `unsandboxed`: an installed app
 * was started without its sandbox, which the AppImage's launcher does by itself where the system allows none. Only root has no choice.
 */
export function claimProfile(onSecond: (start: Start) => void): 'first' | 'second' | Refusal {
  if (app.isPackaged && process.getuid?.() !== 0 && app.commandLine.hasSwitch('no-sandbox')) return 'unsandboxed';
  if (!isWritable(app.getPath('userData'))) return 'read-only';
  const start: Start = { argv: process.argv, cwd: process.cwd() };
  if (!app.requestSingleInstanceLock({ ...start })) return 'second';
  app.on('second-instance', (_event, argv, cwd, given) => onSecond(isStart(given) ? given : { argv, cwd }));
  return 'first';
}

/** The app cannot go on: says why, and ends. */
export function refuse(reason: unknown): void {
  dialog.showErrorBox('Rushes', reason instanceof Error ? reason.message : String(reason));
  app.exit(1);
}

/** Tells the user why the app cannot run here, in the window system and on the terminal, then quits. Settings cannot say in which language. */
export async function refuseStart(reason: Refusal): Promise<void> {
  const { mainTexts } = await import('../../shared/locales/main-texts.ts');
  const t = mainTexts(chooseLocale('system', wantedLanguages()));
  const [title, text] =
    reason === 'read-only'
      ? [t('start.readOnlyTitle'), t('start.readOnly', { folder: app.getPath('userData') })]
      : [t('start.noSandboxTitle'), t('start.noSandbox')];
  process.stderr.write(`${title}. ${text}\n`);
  dialog.showErrorBox(title, text);
  app.exit(1);
}

/** A full disk is another matter. */
function isWritable(folder: string): boolean {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code !== 'EROFS' && code !== 'EACCES' && code !== 'EPERM';
  }
  void removeFile(probe).catch(() => undefined);
  return true;
}

function isStart(given: unknown): given is Start {
  const { argv, cwd } = (given ?? {}) as Partial<Start>;
  return Array.isArray(argv) && argv.every((one) => typeof one === 'string') && typeof cwd === 'string';
}
