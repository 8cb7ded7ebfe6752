import type { ExportJob } from '../../shared/domain/export-job.ts';
import { isTurnOver } from '../../shared/domain/turn.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { MainTranslate } from '../../shared/locales/main-texts.ts';
import type { App } from '../app/app.ts';
import type { AtStart } from '../app/startup-report.ts';
import type { Clock } from '../clock.ts';
import type { Settings } from '../storage/settings.ts';
import { activityOf, exportsSeen, nothingUnderWay, withEvent } from './activity.ts';
import { type BackgroundWork, createBackgroundWork } from './background-work.ts';
import { createIconState } from './icon-state.ts';
import { jobLines } from './menu.ts';
import { createNotifications, type Notifications } from './notifications.ts';
import { createTray } from './tray.ts';
import type { WindowHost } from './window-host.ts';

/** What the desktop shows of the app beside its window: notifications, the icon's number and bar, the tray. */
export type DesktopStatus = Pick<Notifications, 'batchEnded' | 'takeTarget'> &
  Pick<BackgroundWork, 'mayClose'> & {
    /** Another cloud: begins with what it knows. */
    readonly opened: (found: AtStart) => void;
    /** Follows every event of the app. */
    readonly observe: (event: AppEvent) => void;
    readonly exportEnded: (job: ExportJob) => void;
    /** The user looks at the list of exports. */
    readonly exportsSeen: () => void;
    /** Whether the user is at the window: it is there and has the focus. */
    readonly isAttended: () => boolean;
    /** The window was opened or closed. */
    readonly windowChanged: () => void;
  };

type DesktopStatusParts = {
  readonly host: WindowHost;
  readonly app: () => App | null;
  readonly settings: Pick<Settings, 'get' | 'set'>;
  readonly texts: () => MainTranslate;
  readonly clock: Pick<Clock, 'now'>;
  readonly trayFolder: string;
  readonly emit: (event: AppEvent) => void;
  /** What is to become of running jobs when the window closes. */
  readonly askClosing: () => Promise<'stay' | 'quit' | 'cancel'>;
  /** The user wants to quit. */
  readonly wantToQuit: () => void;
  /** Quits without asking again. */
  readonly quit: () => void;
  readonly report: (error: unknown) => void;
};

export function createDesktopStatus(parts: DesktopStatusParts): DesktopStatus {
  const { host, app, settings, texts, clock, report } = parts;
  let activity = nothingUnderWay;
  const work = createBackgroundWork(parts);
  const notifications = createNotifications({
    ...parts,
    savedPath: (exportId) => app()?.exports.savedPath(exportId) ?? null,
  });
  const icon = createIconState({ window: host.current, describe: (count) => texts()('activity.badge', { count }) });
  const tray = createTray({ folder: parts.trayFolder, texts, open: host.show, quit: parts.wantToQuit, report });

  const isAttended = (): boolean => host.current()?.isFocused() ?? false;
  const nameOf = (projectId: string): string => app()?.projects.get(projectId)?.name ?? '';

  const show = (): void => {
    icon.show(activity);
    tray.show(host.current() ? [] : [...new Set(jobLines(activity, texts(), nameOf))]);
  };

  /** Remembers that the user saw exports end, so that the next start does not report them. */
  const rememberSeen = (): void => {
    if (activity.unseen.size === 0) settings.set('exportsSeenAt', clock.now());
  };

  /** Tells of answers and packages that end while the user is elsewhere; what belongs to a batch is told with it. */
  const notify = (event: AppEvent): void => {
    if (isAttended()) return;
    if (event.type === 'interchange') notifications.interchangeChanged(event.job);
    if (event.type !== 'turn' || !isTurnOver(event.turn.state) || !activity.turns.has(event.turn.id)) return;
    const { id, projectId } = event.turn;
    if (app()?.batches.tellsOf(id) !== true) notifications.turnEnded(event.turn, nameOf(projectId));
  };

  return {
    isAttended,
    mayClose: work.mayClose,
    batchEnded: notifications.batchEnded,
    takeTarget: notifications.takeTarget,
    opened: (found) => {
      activity = activityOf({ ...found, exportsSeenAt: settings.get('exportsSeenAt') });
      show();
    },
    observe: (event) => {
      notify(event);
      activity = withEvent(activity, event, isAttended());
      show();
      work.changed();
    },
    exportEnded: (job) => {
      if (isAttended()) rememberSeen();
      notifications.exportEnded(job);
    },
    exportsSeen: () => {
      if (activity.unseen.size === 0) return;
      activity = exportsSeen(activity);
      rememberSeen();
      show();
    },
    windowChanged: () => {
      show();
      work.changed();
    },
  };
}
