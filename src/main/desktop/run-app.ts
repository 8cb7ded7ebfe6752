import { app } from 'electron';
import { assertNever } from '../../shared/assert-never.ts';
import type { ZoomStep } from '../../shared/domain/ui-scale.ts';
import { type MainTranslate, mainTexts } from '../../shared/locales/main-texts.ts';
import { appScheme } from '../../shared/media-url.ts';
import { createCloudChoice } from '../app/cloud-choice.ts';
import { createCurrentApp, type CurrentApp } from '../app/current.ts';
import type { Env } from '../app/env.ts';
import type { StartProblem } from '../app/real.ts';
import { systemClock } from '../clock.ts';
import { handlers } from '../ipc/handlers/handlers.ts';
import { createRouter, type Router } from '../ipc/router.ts';
import { readTimings } from '../timings.ts';
import { tellNoDatabase } from './dialogs.ts';
import { openDesktop } from './open-desktop.ts';
import { refuse } from './instance.ts';
import type { OpenRequests } from './open-requests.ts';
import { onNetworkChange, onResume } from './power.ts';
import type { Started } from './started.ts';
import type { WindowHost } from './window-host.ts';

/** All that is behind the window. */
export type RunningApp = {
  /** Answers a window's request, once the app is open. */
  readonly answer: Router;
  readonly serveMedia: (request: Request) => Promise<Response>;
  readonly serveMediaJobs: (request: Request) => Promise<Response>;
  /** One size larger or smaller, or back to the actual size (0). */
  readonly zoom: (step: ZoomStep) => void;
  /** Gives what the system has asked us to open to the open project. */
  readonly takeOpened: () => void;
  readonly close: () => Promise<void>;
  /** After that: backs up and installs a newer version that is ready. */
  readonly installUpdate: () => Promise<void>;
};

/** Opens the desktop around the window, and the app, which goes on opening. Throws where a variable is wrong. */
export function runApp(started: Started, windows: WindowHost, openRequests: OpenRequests): RunningApp {
  const { variables, log, report, locale } = started;
  const timings = readTimings(variables['RUSHES_TIMINGS']);
  if (!timings.ok) throw new Error(`RUSHES_TIMINGS: ${timings.error}`);
  const env = { clock: systemClock, timings: timings.value, report, locale };
  const texts = () => mainTexts(locale());
  const current = createCurrentApp(report);
  const desktop = openDesktop({ ...started, env, texts, windows }, current, openRequests);
  const cloud = createCloudChoice({
    started: { ...started, env },
    current,
    host: desktop.host,
    listenTo: desktop.listenTo,
  });
  void (app.commandLine.hasSwitch('rehearse') ? cloud.rehearse() : cloud.connect())
    .then((problem) => problem && refuseToStart(problem, texts()))
    .catch(refuse);
  followSystem(env, current);
  return {
    answer: createRouter({
      handlers,
      app: current.get,
      desktop: { ...desktop.forWindow, ...cloud.forWindow },
      report: (name, error) => log.error(`The request ${name} failed`, error),
    }),
    serveMedia: async (request) => (await current.get()).serveMedia(request),
    serveMediaJobs: async (request) => (await current.get()).mediaJobs.serve(request),
    zoom: desktop.zoom,
    takeOpened: desktop.takeOpened,
    close: current.close,
    installUpdate: desktop.updates.installAtEnd,
  };
}

/** What the system does: it sleeps and wakes up, changes networks, and ends the app. */
function followSystem({ clock, timings }: Omit<Env, 'bus'>, current: CurrentApp): void {
  onResume(() => current.now()?.lookAgain('woke'));
  onNetworkChange({
    clock,
    everyMs: timings.networkLookMs,
    changed: () => current.now()?.lookAgain('network'),
  });
  // The packages of Linux say it in their desktop file. Behind `--` nothing of a link is taken for a switch.
  if (app.isPackaged && process.platform !== 'linux')
    app.setAsDefaultProtocolClient(appScheme, process.execPath, ['--']);
  // Else a hidden page would be opened anew for each file that waits to be looked into, and hold the quit up.
  app.on('before-quit', ({ defaultPrevented }) => {
    if (!defaultPrevented) current.now()?.mediaJobs.close();
  });
}

function refuseToStart(problem: StartProblem, t: MainTranslate): void {
  switch (problem.kind) {
    case 'configuration':
      return refuse(problem.message);
    case 'database':
      tellNoDatabase(problem.problem, problem.path, t);
      return app.exit(1);
    default:
      return assertNever(problem);
  }
}
