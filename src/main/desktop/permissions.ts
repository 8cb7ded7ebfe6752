import { originOf } from './origin.ts';

const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen']);

/** Our own page may copy text and show the video full screen. Nobody may do anything else. */
export function isPermitted(permission: string, address: string, origins: ReadonlySet<string>): boolean {
  return granted.has(permission) && origins.has(originOf(address));
}
