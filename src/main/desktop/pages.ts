import { Readable } from 'node:stream';
import { app, protocol, type ProtocolResponse, type Session, type UploadData, type WebContents } from 'electron';
import { isPermitted } from './policy.ts';
import { appScheme } from '../../shared/media-url.ts';
import { createSchemeHandler, type SchemeAnswer } from './app-files.ts';

/**
 * Shuts what a page must not do: it opens no windows, goes nowhere, embeds nothing, reaches no network, and gets no permission but
 * the two it needs. Holds for every page there will be; `origins` are those of our own pages (`rushes://app`).
 */
export function guardPages(session: Session, origins: ReadonlySet<string>): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(isPermitted(permission, requestingUrl, origins)),
  );
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isPermitted(permission, requestingOrigin, origins),
  );
  // Without these, the first device that is found would do.
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.on('will-download', (event) => event.preventDefault());
  // What a policy does not govern (WebRTC over TCP) ends at a proxy that nobody is. In development the page's own server stays.
  void session.setProxy({
    proxyRules: 'http://127.0.0.1:9',
    proxyBypassRules: app.isPackaged ? '<-loopback>' : '<-loopback>,localhost',
  });
}

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.on('will-frame-navigate', (event) => {
    // The page may load itself again, as it does in development.
    if (!event.isMainFrame || event.url !== contents.getURL()) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Tells Chromium about our scheme. Only before `ready`. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/**
 * Serves the window's files (`root`, absolute) and the media. After `ready`, before the first window. `protocol.handle` would make a
 * `Request` of each call, and the first one takes Node longer to load than all of the page.
 */
export function serveScheme(parts: Parameters<typeof createSchemeHandler>[0], report: (error: unknown) => void): void {
  const handle = createSchemeHandler(parts);
  protocol.registerStreamProtocol(appScheme, ({ url, method, headers, uploadData }, answer) => {
    const whole = (): Request => new Request(url, { method, headers, ...bodyOf(uploadData) });
    handle({ url, method, headers, whole }).then(
      (found) => answer(streamed(found)),
      (error: unknown) => {
        report(error);
        answer({ statusCode: 500, data: Readable.from([]) });
      },
    );
  });
}

/** Our pages send bytes and texts, which arrive as bytes. */
function bodyOf(uploadData: readonly UploadData[] | undefined): { readonly body?: Uint8Array<ArrayBuffer> } {
  return uploadData === undefined ? {} : { body: new Uint8Array(Buffer.concat(uploadData.map(({ bytes }) => bytes))) };
}

function streamed({ status, headers, body }: SchemeAnswer): ProtocolResponse {
  const data = Readable.from(body instanceof Uint8Array ? [body] : (body ?? []));
  return { statusCode: status, headers: { ...headers }, data };
}
