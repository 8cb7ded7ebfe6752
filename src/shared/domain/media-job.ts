import type { Failure } from './failure.ts';

export type MediaKind = 'compress' | 'trim' | 'convert';

/**
 * `ready`: the user has to say what becomes of the result. `used`: it went to the uploads. `discarded`: the user
 * refused it, or broke the work off.
 */
export type MediaState = 'queued' | 'running' | 'ready' | 'used' | 'discarded' | 'failed';

/** A file that is being made from another one, on this computer. */
export type MediaJob = {
  readonly id: string;
  readonly projectId: string;
  /** The file it is made from. */
  readonly fileId: string;
  readonly source: { readonly name: string; readonly bytes: number };
  readonly kind: MediaKind;
  readonly state: MediaState;
  /** Of the new file. */
  readonly name: string;
  /** 0..1. */
  readonly progress: number;
  /** Epoch ms: when the work itself began, and when its result was there. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly failure: Failure | null;
  /** From `ready` on. */
  readonly result: MediaResult | null;
};

export type MediaResult = {
  /** Plays through the media scheme. */
  readonly mediaId: string;
  readonly bytes: number;
  /** Null for a picture. */
  readonly durationMs: number | null;
  readonly width: number;
  readonly height: number;
  /** Where in the source it really begins, ms: a cut without re-encoding begins at a key frame. Null unless trimmed. */
  readonly startMs: number | null;
};

export function isMediaJobOver({ state }: MediaJob): boolean {
  return state === 'used' || state === 'discarded' || state === 'failed';
}
