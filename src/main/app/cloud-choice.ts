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
export function createCloudChoice({ started: { env, profileDir }, current, host, listenTo }: CloudChoiceDeps) {
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

const internal = err<Failure>({ code: 'internal' });
