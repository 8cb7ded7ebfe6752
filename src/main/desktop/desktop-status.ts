import { app as electronApp, type BrowserWindow, shell } from 'electron';
import type { BatchSummary } from '../../shared/domain/batch.ts';
import type { ExportJob, InterchangeJob } from '../../shared/domain/export-job.ts';
import { isTurnOver, type Turn } from '../../shared/domain/turn.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { MainTranslate } from '../../shared/locales/main-texts.ts';
import type { AtStart } from '../app/startup-report.ts';
import type { Clock } from '../clock.ts';
import type { Settings } from '../storage/settings.ts';
import type { App } from '../app/app.ts';
import { createIconState } from './icon-state.ts';
import {
  batchNotification,
  exportNotification,
  interchangeNotification,
  type NotificationText,
  turnNotification,
} from './notification-text.ts';
import { createNotifications, type NotificationTarget } from './notifications.ts';
import { systemKeepAwake } from './power.ts';
import { exportsSeen, nothingUnderWay, tallied, activityOf } from './activity.ts';
import { jobLines } from './tray-menu.ts';
import { createTray } from './tray.ts';
import type { WindowHost } from './window-host.ts';

/** What the desktop shows of the app beside its window: notifications, the icon's number and bar, the tray. */
export type DesktopStatus = {
  /** Another cloud: begins with what it knows. */
  readonly opened: (found: AtStart) => void;
  /** Follows every event of the app. */
  readonly observe: (event: AppEvent) => void;
  readonly exportEnded: (job: ExportJob) => void;
  /** One notification for a whole batch; what its items do is not told one by one. */
  readonly batchEnded: (summary: BatchSummary) => void;
  /** The user looks at the list of exports. */
  readonly exportsSeen: () => void;
  /** Whether the user is at the window: it is there and has the focus. */
  readonly isAttended: () => boolean;
  /** The window was opened or closed. */
  readonly windowChanged: () => void;
  /** Whether the window may close now; else the user is asked, and it closes by that. */
  readonly mayClose: (window: BrowserWindow) => boolean;
  /** What leads a window that is only opening to what it is to show. Given once. */
  readonly takeTarget: () => AppEvent | null;
};

export type DesktopStatusParts = {
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
  const { host, app, settings, texts, clock, emit, report } = parts;
  const keepAwake = systemKeepAwake();
  let activity = nothingUnderWay;
  let toShow: NotificationTarget | null = null;
  let quitting = false;
  electronApp.on('before-quit', (event) => (quitting = !event.defaultPrevented));

  const isAttended = (): boolean => host.current()?.isFocused() ?? false;
  /** A rehearsal keeps nobody: all of it is over when the user goes. */
  const isBusy = (): boolean => {
    const open = app();
    return open !== null && !open.rehearsal && open.isBusy();
  };
  const nameOf = (projectId: string): string => app()?.projects.get(projectId)?.name ?? '';

  const icon = createIconState({ window: host.current, describe: (count) => texts()('activity.badge', { count }) });
  const tray = createTray({
    folder: parts.trayFolder,
    texts,
    open: host.show,
    quit: parts.wantToQuit,
    report,
  });
  const notifications = createNotifications({
    onClick: (target) => {
      if (host.current()) emit(leadingTo(target));
      else toShow = target;
      host.show();
    },
  });

  const show = (): void => {
    icon.show(activity);
    tray.show(host.current() ? [] : [...new Set(jobLines(activity, texts(), nameOf))]);
  };

  const stayAwake = (): void => {
    const open = app();
    keepAwake.while(open !== null && (open.uploads.running() || open.exports.running() || open.mediaJobs.running()));
  };

  /** Without a window the app stays as long as something is under way; starting it again opens one. */
  const quitWhenDone = (): void => {
    const holdsResult = app()?.mediaJobs.holdsResult() ?? false;
    if (process.platform !== 'darwin' && !host.current() && !isBusy() && !holdsResult) electronApp.quit();
  };

  const tell = (notification: NotificationText, target: NotificationTarget): void => {
    notifications.tell(notification, target);
    if (!settings.get('preferences').sound) return;
    if (host.current()) emit({ type: 'sound' });
    else shell.beep();
  };

  const turnEnded = (turn: Turn): void => {
    const notification = turnNotification(texts(), turn, nameOf(turn.projectId));
    if (notification) tell(notification, { projectId: turn.projectId, turnId: turn.id, exportId: null });
  };

  const interchangeChanged = (job: InterchangeJob): void => {
    const notification = interchangeNotification(texts(), job);
    if (notification) tell(notification, { projectId: job.projectId, turnId: null, exportId: null });
  };

  /** What ended before the user's eyes is not new after the next start, either. */
  const rememberSeen = (): void => {
    if (activity.unseen.size === 0) settings.set('exportsSeenAt', clock.now());
  };

  return {
    isAttended,
    opened: (found) => {
      activity = activityOf({ ...found, exportsSeenAt: settings.get('exportsSeenAt') });
      show();
    },
    observe: (event) => {
      const ended = event.type === 'turn' && isTurnOver(event.turn.state) && activity.turns.has(event.turn.id);
      activity = tallied(activity, event, isAttended());
      const told = ended && app()?.batches.tellsOf(event.turn.id) === true;
      if (ended && !told && !isAttended()) turnEnded(event.turn);
      if (event.type === 'interchange' && !isAttended()) interchangeChanged(event.job);
      show();
      // After whatever this event is part of: what it tells of is only just ending, and the next message may begin at once.
      setImmediate(() => {
        stayAwake();
        if (!host.current()) quitWhenDone();
      });
    },
    exportEnded: (job) => {
      if (isAttended()) rememberSeen();
      tell(exportNotification(texts(), job), { projectId: job.projectId, turnId: null, exportId: job.id });
    },
    batchEnded: (summary) => tell(batchNotification(texts(), summary), { batchId: summary.batchId }),
    exportsSeen: () => {
      if (activity.unseen.size === 0) return;
      activity = exportsSeen(activity);
      rememberSeen();
      show();
    },
    windowChanged: () => {
      show();
      setImmediate(quitWhenDone);
    },
    mayClose: (window) => {
      if (quitting || process.platform === 'darwin' || settings.get('preferences').background || !isBusy()) return true;
      void parts
        .askClosing()
        .then((answer) => {
          if (answer === 'stay') window.destroy();
          if (answer === 'quit') parts.quit();
        })
        .catch(report);
      return false;
    },
    takeTarget: () => {
      const target = toShow;
      toShow = null;
      return target && leadingTo(target);
    },
  };
}

function leadingTo(target: NotificationTarget): AppEvent {
  return 'batchId' in target ? { type: 'show-batch', ...target } : { type: 'show', ...target };
}
