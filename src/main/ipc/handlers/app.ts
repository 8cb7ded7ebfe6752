import type { Handlers } from '../router.ts';
import { done, doneOr, type HandlerParts } from './parts.ts';

type Names =
  | 'app.subscribe'
  | 'app.connect'
  | 'app.rehearse'
  | 'app.leaveRehearsal'
  | 'app.cancelRateLimit'
  | 'app.dismissStartupReport'
  | 'app.openLink'
  | 'app.openUrl'
  | 'settings.change'
  | 'settings.chooseExportFolder'
  | 'settings.askForExports'
  | 'settings.exportPattern'
  | 'settings.keepToken'
  | 'credits.refresh';

export function appHandlers({
  app,
  rehearse,
  leaveRehearsal,
  desktop,
  subscribe,
}: HandlerParts): Pick<Handlers, Names> {
  return {
    'app.subscribe': async (_input, sender) => {
      const open = await app();
      subscribe(sender.windowId);
      const projects = open.projects.list();
      const last = projects.find((project) => project.id === desktop.lastOpenProject());
      return {
        ok: true,
        data: {
          ...desktop.settings(),
          connection: open.link.connection(),
          credits: open.link.credits(),
          rehearsal: open.rehearsal,
          account: open.account.kind(),
          proxyTrouble: open.network.trouble(),
          rateLimitedUntil: open.rateLimitedUntil(),
          projects,
          working: open.turns.working(),
          exports: open.exports.list(),
          interchanges: open.interchange.list(),
          mediaJobs: open.mediaJobs.list(),
          startupReport: desktop.startupReport.items(),
          batches: open.batches.list(),
          openProjectId: (last ?? projects.at(-1) ?? open.projects.create()).id,
        },
      };
    },
    'app.connect': async () => {
      const open = await app();
      void open.link.reconnect();
      return done;
    },
    'app.rehearse': async () => doneOr(await rehearse()),
    'app.leaveRehearsal': async () => doneOr(await leaveRehearsal()),
    'app.cancelRateLimit': async () => {
      (await app()).cancelRateLimit();
      return done;
    },
    'app.dismissStartupReport': () => {
      desktop.startupReport.dismiss();
      return done;
    },
    'app.openLink': async ({ link, projectId }) => doneOr(await desktop.openLink(link, projectId)),
    'app.openUrl': async ({ url }) => {
      await desktop.openUrl(url);
      return done;
    },
    'settings.change': (change) => {
      desktop.changePreferences(change);
      return done;
    },
    'settings.chooseExportFolder': async () => {
      await desktop.exportPlace.choose();
      return done;
    },
    'settings.askForExports': () => {
      desktop.exportPlace.ask();
      return done;
    },
    'settings.exportPattern': ({ pattern }) => doneOr(desktop.exportPlace.name(pattern)),
    'settings.keepToken': async ({ keep }) => {
      await desktop.keepToken(keep);
      return done;
    },
    'credits.refresh': async () => {
      const open = await app();
      const answer = await open.link.refreshCredits();
      return answer.ok ? done : doneOr(open.toFailure(answer.error));
    },
  };
}
