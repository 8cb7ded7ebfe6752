import { Notification, shell } from 'electron';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { BatchSummary } from '../../shared/domain/batch.ts';
import type { ExportJob, InterchangeJob } from '../../shared/domain/export-job.ts';
import type { Turn } from '../../shared/domain/turn.ts';
import type { MainTranslate } from '../../shared/locales/main-texts.ts';
import type { Settings } from '../storage/settings.ts';
import {
  batchNotification,
  exportNotification,
  interchangeNotification,
  type NotificationText,
  turnNotification,
} from './notification-text.ts';
import { checkSavedFile } from './policy.ts';
import type { WindowHost } from './window-host.ts';

/** Tells the user what ended, with the app's sound. Where the system has no notifications, nothing is shown. */
export type Notifications = {
  readonly turnEnded: (turn: Turn, projectName: string) => void;
  readonly interchangeChanged: (job: InterchangeJob) => void;
  readonly exportEnded: (job: ExportJob) => void;
  /** One notification for a whole batch; its items get none. */
  readonly batchEnded: (summary: BatchSummary) => void;
  /** What leads a window that is only opening to what the user clicked on. Given once. */
  readonly takeTarget: () => AppEvent | null;
};

type NotificationsDeps = {
  readonly host: WindowHost;
  readonly settings: Pick<Settings, 'get'>;
  readonly texts: () => MainTranslate;
  readonly emit: (event: AppEvent) => void;
  /** Where the file of an export lies; null where there is none. */
  readonly savedPath: (exportId: string) => string | null;
};

/** A click on a notification whose object was collected does nothing: so many of the last ones stay alive. */
const keptAlive = 50;

export function createNotifications({ host, settings, texts, emit, savedPath }: NotificationsDeps): Notifications {
  const alive: Notification[] = [];
  let clicked: AppEvent | null = null;

  /** `target` leads the window to what the notification is about; `savedId`: the export whose file a button of it shows. */
  const show = (text: NotificationText, target: AppEvent, savedId: string | null = null): void => {
    if (!settings.get('preferences').notifications) return playSound();
    // Windows and macOS show buttons; Linux leaves them out.
    const button = { type: 'button', text: texts()('notification.showInFolder') } as const;
    // The app's own sound is a setting.
    const notification = new Notification({ ...text, silent: true, actions: savedId === null ? [] : [button] });
    notification.on('action', () => savedId !== null && showFile(savedId));
    notification.on('click', () => {
      if (host.current()) emit(target);
      else clicked = target;
      host.show();
    });
    alive.push(notification);
    if (alive.length > keptAlive) alive.shift();
    notification.show();
    playSound();
  };

  const showFile = (exportId: string): void => {
    const path = savedPath(exportId);
    if (path !== null && checkSavedFile(path).ok) shell.showItemInFolder(path);
  };

  const playSound = (): void => {
    if (!settings.get('preferences').sound) return;
    if (host.current()) emit({ type: 'sound' });
    else shell.beep();
  };

  return {
    turnEnded: (turn, projectName) => {
      const text = turnNotification(texts(), turn, projectName);
      if (text) show(text, { type: 'show', projectId: turn.projectId, turnId: turn.id, exportId: null });
    },
    interchangeChanged: (job) => {
      const text = interchangeNotification(texts(), job);
      if (text) show(text, { type: 'show', projectId: job.projectId, turnId: null, exportId: null });
    },
    exportEnded: (job) =>
      show(
        exportNotification(texts(), job),
        { type: 'show', projectId: job.projectId, turnId: null, exportId: job.id },
        job.state === 'saved' ? job.id : null,
      ),
    batchEnded: (summary) =>
      show(batchNotification(texts(), summary), { type: 'show-batch', batchId: summary.batchId }),
    takeTarget: () => {
      const target = clicked;
      clicked = null;
      return target;
    },
  };
}
