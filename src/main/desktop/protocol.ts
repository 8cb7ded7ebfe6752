import { protocol } from 'electron';
import { appScheme } from '../../shared/media-url.ts';
import { createSchemeHandler } from './scheme-handler.ts';

/** Tells Chromium about our scheme. Only before `ready`. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Serves the window's files (`root`, absolute) and the media. After `ready`, before the first window. */
export function serveScheme(parts: Parameters<typeof createSchemeHandler>[0]): void {
  protocol.handle(appScheme, createSchemeHandler(parts));
}
