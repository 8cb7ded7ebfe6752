import type { Preferences } from '../../shared/domain/app-state.ts';
import { keyLabel } from '../../shared/domain/menu-command.ts';

/**
 * The parts of a key press that count; `keyCode` 229 marks an input method's presses where `isComposing` is already
 * false.
 */
export type KeyPress = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly keyCode: number;
  readonly isComposing: boolean;
};

/** Whether a key press belongs to an input method, which is still choosing words. */
export function isComposing(press: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean {
  return press.isComposing || press.keyCode === 229;
}

/**
 * Whether a key press in the composer sends: Enter, or with Ctrl or Cmd, as the user likes it; both do with the modifier. An
 * Enter that confirms an input method's word never does.
 */
export function sends(press: KeyPress, sendWith: Preferences['sendWith']): boolean {
  if (isComposing(press) || press.key !== 'Enter' || press.shiftKey || press.altKey) return false;
  return sendWith === 'enter' || press.ctrlKey || press.metaKey;
}

export const isMac = navigator.platform.startsWith('Mac');
export const isWindows = navigator.platform.startsWith('Win');

/** A key with the system's command key, as it is written on this system: `⌘K`, `Ctrl K`. */
export function chord(key: string): string {
  return isMac ? `⌘${key}` : `Ctrl ${key}`;
}

/** A key in Electron's notation, as it is written on this system. */
export function keysOf(accelerator: string): string {
  return keyLabel(accelerator, isMac);
}
