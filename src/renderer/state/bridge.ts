import type { Bridge } from '../../shared/contract/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload script; the only way out of this window. */
    readonly rushes: Bridge;
  }
}

export const bridge: Bridge = window.rushes;
