import type { Readable } from 'node:stream';

/** Leaves a body unread, and its connection with it. Undici reports that as an error, which would end the app if nobody heard it. */
export function dropBody(body: Readable): void {
  body.on('error', () => undefined);
  body.destroy();
}
