import { join } from 'node:path';
import type { Failure } from '../../shared/domain/failure.ts';
import { done, err, ok, type Result } from '../../shared/result.ts';
import type { App } from './app.ts';
import type { CurrentApp } from './current.ts';
import type { Env } from './env.ts';
import { deleteLocalData } from './local-data.ts';
import type { StartProblem } from './real.ts';
import type { Host } from './rooms.ts';
import { holdTake, type Take, withOwnFiles } from './take.ts';

type CloudChoiceDeps = {
  readonly started: { readonly env: Omit<Env, 'bus'>; readonly profileDir: string };
  readonly current: CurrentApp;
  readonly host: Host;
  /** See `CurrentApp.turnTo`. */
  readonly listenTo: (app: App) => () => void;
};

/** Turns the window from the service to the rehearsal and back. Both are loaded when they are first wanted. */
export function createCloudChoice({ started: { env, profileDir }, current, host, ...deps }: CloudChoiceDeps) {
  const parts: StartOverParts = { env, profileDir, current, host, listenTo: (app) => listenTo(app) };
  const reopen = createReopen(parts);
  const offerStartOver = createStartOver(parts, reopen);
  const listenTo = (app: App): (() => void) => {
    // Before it begins, which may meet the damage.
    const unsubscribe = app.bus.on('history-damaged', () => void offerStartOver(app).catch(env.report));
    const stop = deps.listenTo(app);
    return () => {
      unsubscribe();
      stop();
    };
  };
  const rehearse = async (): Promise<StartProblem | null> => {
    const { openDemo } = await import('./demo.ts');
    return current.turnTo(() => openDemo(env, host), listenTo);
  };
  const connect = async (): Promise<StartProblem | null> => {
    const { openReal } = await import('./real.ts');
    return current.turnTo(() => openReal(env, host), listenTo);
  };

  const makeReal = async (take: Take): Promise<Result<null, Failure>> => {
    const [{ openReal }, { foldersIn }] = await Promise.all([import('./real.ts'), import('./demo.ts')]);
    const own = await withOwnFiles(take, foldersIn(profileDir).history, join(profileDir, 'pasted'));
    const openWithTake = async (): ReturnType<typeof openReal> => {
      const opened = await openReal(env, host);
      // Before anybody sees the app: it opens with this project.
      if (opened.ok) host.settings.set('openProjectId', holdTake(opened.value, own));
      return opened;
    };
    return (await current.turnTo(openWithTake, listenTo)) ? internal : done;
  };

  const deleteRehearsals = async (): Promise<Result<null, Failure>> => {
    const demo = await import('./demo.ts');
    const remove = (): Promise<void> => demo.deleteRehearsals(profileDir);
    if (current.now()?.rehearsal !== true) {
      await current.settled();
      await remove();
      return done;
    }
    const openAnew: Parameters<CurrentApp['replace']>[0] = async () => {
      await remove();
      return demo.openDemo(env, host);
    };
    if ((await current.replace(openAnew, listenTo)) === null) return done;
    await connect();
    return internal;
  };

  const deleteEverything = async (): Promise<Result<null, Failure>> => {
    const { openReal } = await import('./real.ts');
    const openAnew: Parameters<CurrentApp['replace']>[0] = async () => {
      await deleteLocalData(profileDir, host.settings);
      return openReal(env, host);
    };
    return (await current.replace(openAnew, listenTo)) === null ? done : internal;
  };

  return {
    rehearse,
    connect,
    forWindow: {
      rehearse: async () => ((await rehearse()) ? internal : done),
      leaveRehearsal: async () => ((await connect()) ? internal : done),
      makeReal,
      deleteRehearsals,
      deleteEverything,
      restoreBackup: createRestore(parts, reopen),
    },
  };
}

type StartOverParts = Pick<CloudChoiceDeps, 'current' | 'host' | 'listenTo'> & CloudChoiceDeps['started'];

/** Closes the app that is open, has something done with its history meanwhile, and opens the same anew. */
function createReopen({ env, profileDir, current, host, listenTo }: StartOverParts) {
  return async (
    { rehearsal }: Pick<App, 'rehearsal'>,
    meanwhile: (folder: string) => Promise<Result<Partial<App>, StartProblem>>,
  ): Promise<StartProblem | null> => {
    const [{ openReal }, { foldersIn, openDemo }] = await Promise.all([import('./real.ts'), import('./demo.ts')]);
    const openAnew: Parameters<CurrentApp['replace']>[0] = async () => {
      const changed = await meanwhile(rehearsal ? foldersIn(profileDir).history : profileDir);
      if (!changed.ok) return changed;
      const opened = await (rehearsal ? openDemo(env, host) : openReal(env, host));
      return opened.ok ? ok({ ...opened.value, ...changed.value }) : opened;
    };
    return current.replace(openAnew, listenTo);
  };
}

/** What can still be read of a damaged history stays open until the user says otherwise; the next start asks again. */
function createStartOver({ env, host }: StartOverParts, reopen: ReturnType<typeof createReopen>) {
  return async (app: Pick<App, 'rehearsal' | 'backups'>): Promise<void> => {
    if (!(await host.dialogs.askStartOver(app.backups()[0]?.at ?? null))) return;
    const { setHistoryAside } = await import('../storage/open-storage.ts');
    const problem = await reopen(app, async (folder) => {
      const aside = setHistoryAside(folder, env.clock.now());
      return aside.ok ? ok({ setAside: aside.value }) : err({ kind: 'database', ...aside.error });
    });
    // Nothing is open then: the next start does what it can.
    if (problem !== null) throw new Error(`The history could not be set aside: ${problem.kind}`);
  };
}

function createRestore({ env, current, host }: StartOverParts, reopen: ReturnType<typeof createReopen>) {
  let restoring = false;
  return async (id: string): Promise<Result<null, Failure>> => {
    const app = await current.get();
    if (!app.backups().some((backup) => backup.id === id)) return err({ code: 'not-found' });
    // The same history is never open twice.
    if (restoring || app.isBusy()) return err({ code: 'restore-waits' });
    restoring = true;
    const { restoreHistory } = await import('../storage/open-storage.ts');
    let restored = false;
    const problem = await reopen(app, async (folder) => {
      restored = await restoreHistory(folder, id, { script: host.storageScript, report: env.report });
      return ok({});
    }).finally(() => (restoring = false));
    if (problem !== null) return internal;
    return restored ? done : err({ code: 'backup-not-restored' });
  };
}

const internal = err<Failure>({ code: 'internal' });
