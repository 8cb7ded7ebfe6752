import type { appRequests } from '../../../shared/contract/app.ts';
import type { Snapshot } from '../../../shared/domain/app-state.ts';
import { problemsPage } from '../../api/links.ts';
import { done, ok } from '../../../shared/result.ts';
import type { App } from '../../app/app.ts';
import { type Desktop } from '../context.ts';
import type { HandlersOf } from '../router.ts';

export const appHandlers: HandlersOf<typeof appRequests> = {
  'app.subscribe': (_input, app, { windowId, desktop }) => {
    desktop.subscribe(windowId);
    return ok(snapshotOf(app, desktop));
  },
  'app.connect': (_input, app) => {
    void app.account.reconnect();
    return done;
  },
  'app.cancelRateLimit': (_input, app) => {
    app.network.cancelRateLimit();
    return done;
  },
  'app.dismissStartupReport': (_input, app) => {
    app.startupReport.dismiss();
    return done;
  },
  'app.openLink': async ({ link, projectId }, _app, { desktop }) => desktop.openLink(link, projectId),
  'app.openUrl': async ({ url }, _app, { desktop }) => {
    await desktop.openUrl(url);
    return done;
  },
  'app.about': async (_input, _app, { desktop }) => ok(await desktop.about()),
  'app.openLogs': (_input, _app, { desktop }) => {
    desktop.openLogs();
    return done;
  },
  'app.diagnostics': async (_input, _app, { desktop }) => ok({ text: await desktop.diagnostics() }),
  'app.workerDied': (death, _app, { desktop }) => {
    desktop.workerDied(death);
    return done;
  },
  'app.reportProblem': async (_input, _app, { desktop }) => {
    if (desktop.homepage !== null) await desktop.openUrl(problemsPage(desktop.homepage));
    return done;
  },
  'settings.change': (change, _app, { desktop }) => {
    desktop.changePreferences(change);
    return done;
  },
  'settings.chooseExportFolder': async (_input, _app, { desktop }) => {
    await desktop.exportPlace.choose();
    return done;
  },
  'settings.askForExports': (_input, _app, { desktop }) => {
    desktop.exportPlace.ask();
    return done;
  },
  'settings.exportPattern': ({ pattern }, _app, { desktop }) => desktop.exportPlace.name(pattern),
  'settings.network': (choice, app, { desktop }) => {
    const changed = desktop.network.change(choice);
    if (changed.ok) app.lookAgain('network');
    return changed;
  },
  'settings.keepToken': async ({ keep }, app) => {
    await app.account.keepToken(keep);
    return done;
  },
  'network.test': async (_input, app) => ok(await app.network.test()),
  'account.signIn': async ({ token }, app) => app.account.signIn(token),
  'account.signOut': async (_input, app) => app.account.signOut(),
  'account.ends': (_input, app) => ok(app.account.endsAt()),
  'credits.refresh': async (_input, app) => app.account.refreshCredits(),
};

function snapshotOf(app: App, desktop: Desktop): Snapshot {
  const projects = app.projects.list();
  const { exports, older } = app.exports.page(null);
  const last = projects.find(({ id }) => id === desktop.lastOpenProject());
  return {
    ...desktop.settings(),
    connection: app.account.connection(),
    credits: app.account.credits(),
    rehearsal: app.rehearsal,
    account: app.account.kind(),
    proxyTrouble: app.network.trouble(),
    rateLimitedUntil: app.network.rateLimitedUntil(),
    hasHomepage: desktop.homepage !== null,
    projects,
    working: app.turns.working(),
    exports,
    olderExports: older,
    interchanges: app.interchange.list(),
    mediaJobs: app.mediaJobs.list(),
    startupReport: app.startupReport.items(),
    batches: app.batches.list(),
    openProjectId: (last ?? projects.at(-1) ?? app.projects.create()).id,
  };
}
