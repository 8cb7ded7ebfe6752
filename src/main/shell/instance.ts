import { app } from 'electron';

/** What a second start tells the first one. */
type Start = { readonly argv: readonly string[]; readonly cwd: string };

/**
 * Whether this is the only running app of its profile. If not: quit, the other one comes to the front. Ask before anything
 * is written. `onSecond` is called when the user starts the app once more, with what that start was given: Chromium adds to the
 * arguments that it hands over, and changes their order.
 */
export function claimSingleInstance(onSecond: (start: Start) => void): boolean {
  const start: Start = { argv: process.argv, cwd: process.cwd() };
  if (!app.requestSingleInstanceLock({ ...start })) return false;
  app.on('second-instance', (_event, argv, cwd, told) => onSecond(isStart(told) ? told : { argv, cwd }));
  return true;
}

function isStart(told: unknown): told is Start {
  const { argv, cwd } = (told ?? {}) as Partial<Start>;
  return Array.isArray(argv) && argv.every((one) => typeof one === 'string') && typeof cwd === 'string';
}
