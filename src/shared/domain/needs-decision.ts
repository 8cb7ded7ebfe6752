import type { MediaKind } from './upload.ts';

/** Why a file was not sent although something can be made of it. */
export type DecisionReason =
  | { readonly kind: 'too-large'; readonly maxBytes: number }
  /** A picture, sound or film in a format (lower-case extension) that the cloud does not take and that may be decoded here. */
  | { readonly kind: 'convertible'; readonly format: string }
  /** The content is of an accepted format, but the name says otherwise; `name` is what it would be sent as. */
  | { readonly kind: 'misnamed'; readonly name: string }
  /** It ends too early, or lacks its index. */
  | { readonly kind: 'damaged' }
  /** An upload of the project has this very content, sent as `name`. */
  | { readonly kind: 'duplicate'; readonly name: string; readonly uploadId: string };

/** Whether main should look if it can be converted here. */
export function isToConvert({ reason }: FileNeedingDecision): boolean {
  return reason.kind === 'convertible';
}

/** A file above the composer about which the user has to decide. Size in bytes. */
export type FileNeedingDecision = {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly bytes: number;
  /** Null where the content says nothing. */
  readonly kind: MediaKind | null;
  readonly reason: DecisionReason;
  /** Plays the local file through the media scheme. */
  readonly mediaId: string;
};
