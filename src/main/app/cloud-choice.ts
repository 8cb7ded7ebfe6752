import { join } from 'node:path';
import type { Failure } from '../../shared/domain/failure.ts';
import { done, err, type Result } from '../../shared/result.ts';
import type { App } from './app.ts';
import type { CurrentApp } from './current.ts';
import type { Env } from './env.ts';
import { deleteLocalData } from './local-data.ts';
import type { StartProblem } from './real.ts';
import type { Host } from './rooms.ts';
import { holdTake, type Take, withOwnFiles } from './take.ts';

export type CloudChoiceDeps = {
  readonly started: { readonly env: Omit<Env, 'bus'>; readonly profileDir: string };
  readonly current: CurrentApp;
  readonly host: Host;
  /** See `CurrentApp.turnTo`. */
  readonly listenTo: (app: App) => () => void;
};

/** Turns the window from the service to the rehearsal and back. Both are loaded when they are first wanted. */
export function createCloudChoice({ started: { env, profileDir }, current, host, ...deps }: CloudChoiceDeps) {
  const offerStartOver = createStartOver({ env, profileDir, current, host, listenTo: (app) => listenTo(app) });
  const listenTo = (app: App): (() => void) => {
    // Before it begins, which may meet the damage.
    const unsubscribe = app.bus.on('history-damaged', () => void offerStartOver(app.rehearsal).catch(env.report));
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
    },
  };
}

type StartOverParts = Pick<CloudChoiceDeps, 'current' | 'host' | 'listenTo'> & CloudChoiceDeps['started'];

/** What can still be read of a damaged history stays open until the user says otherwise; the next start asks again. */
function createStartOver({ env, profileDir, current, host, listenTo }: StartOverParts) {
  return async (rehearsal: boolean): Promise<void> => {
    if (!(await host.dialogs.askStartOver())) return;
    const [{ openReal }, { foldersIn, openDemo }, { setHistoryAside }] = await Promise.all([
      import('./real.ts'),
      import('./demo.ts'),
      import('../storage/open-storage.ts'),
    ]);
    let aside: string | null = null;
    const openAnew: Parameters<CurrentApp['replace']>[0] = async () => {
      const moved = setHistoryAside(rehearsal ? foldersIn(profileDir).history : profileDir, env.clock.now());
      if (!moved.ok) return err({ kind: 'database', ...moved.error });
      aside = moved.value;
      return rehearsal ? openDemo(env, host) : openReal(env, host);
    };
    const problem = await current.replace(openAnew, listenTo);
    // Nothing is open then: the next start does what it can.
    if (problem !== null) throw new Error(`The history could not be set aside: ${problem.kind}`);
    if (aside !== null) await host.dialogs.tellDamaged(aside);
  };
}

const internal = err<Failure>({ code: 'internal' });
