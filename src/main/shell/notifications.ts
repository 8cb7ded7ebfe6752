import { Notification } from 'electron';
import type { ShellTexts } from './texts.ts';

/** What a click on a notification leads to. */
export type NotificationTarget = { readonly projectId: string; readonly exportId: string };

export type Notifications = {
  readonly saved: (target: NotificationTarget, fileName: string) => void;
  readonly failed: (target: NotificationTarget, fileName: string) => void;
};

/** A notification whose object is collected has a dead click; so many of the last ones stay alive. */
const keptAlive = 50;

/** Tells the user of exports that ended. Where the system has no notifications, nothing happens. */
export function createNotifications(parts: {
  readonly texts: () => ShellTexts['notification'];
  /** The user clicked: the window is to come to the front and show this. */
  readonly onClick: (target: NotificationTarget) => void;
}): Notifications {
  const alive: Notification[] = [];
  const show = (title: string, body: string, target: NotificationTarget): void => {
    const notification = new Notification({ title, body });
    notification.on('click', () => parts.onClick(target));
    alive.push(notification);
    if (alive.length > keptAlive) alive.shift();
    notification.show();
  };
  return {
    saved: (target, fileName) => show(parts.texts().saved, fileName, target),
    failed: (target, fileName) => show(parts.texts().failed, fileName, target),
  };
}
