import { Notification } from 'electron';
import type { NotificationText } from './notification-text.ts';

/** What a click on a notification leads to. */
export type NotificationTarget =
  | { readonly projectId: string; readonly turnId: string | null; readonly exportId: string | null }
  | { readonly batchId: string };

export type Notifications = { readonly tell: (text: NotificationText, target: NotificationTarget) => void };

/** A notification whose object is collected has a dead click; so many of the last ones stay alive. */
const keptAlive = 50;

/** Tells the user what happened while nobody watched. Where the system has no notifications, nothing happens. */
export function createNotifications(parts: {
  /** The user clicked: the window is to come to the front and show this. */
  readonly onClick: (target: NotificationTarget) => void;
}): Notifications {
  const alive: Notification[] = [];
  return {
    tell: (text, target) => {
      // The app's own sound is a setting.
      const notification = new Notification({ ...text, silent: true });
      notification.on('click', () => parts.onClick(target));
      alive.push(notification);
      if (alive.length > keptAlive) alive.shift();
      notification.show();
    },
  };
}
