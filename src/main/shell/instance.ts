import { app } from 'electron';

/**
 * Whether this is the only running app of its profile. If not: quit, the other one comes to the front. Ask before anything
 * is written. `onSecond` is called when the user starts the app once more.
 */
export function claimSingleInstance(onSecond: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', onSecond);
  return true;
}
