/** A version of the app that is newer than this one. `notes`: Markdown, empty where the feed has none. */
export type NewVersion = { readonly version: string; readonly notes: string };

/** Why there is no update: no way to the feed, nothing sensible in it, a file that is not what it says, or a disk that does not take it. */
export type UpdateTrouble = 'offline' | 'feed' | 'not-genuine' | 'disk-full' | 'read-only' | 'other';

/** What is known about newer versions. */
export type UpdateState =
  /** Nobody told this copy where updates come from. */
  | { readonly kind: 'off' }
  /** None is known. `checkedAt`: epoch ms; null before the first look. */
  | { readonly kind: 'current'; readonly checkedAt: number | null }
  | { readonly kind: 'checking' }
  /** `share`: 0..1. */
  | { readonly kind: 'downloading'; readonly next: NewVersion; readonly share: number }
  /** It is installed when the app quits. `mayRestart`: nothing is under way, so that can be now. */
  | { readonly kind: 'ready'; readonly next: NewVersion; readonly mayRestart: boolean }
  /** Somebody else has to install it: a package manager, or the user. */
  | { readonly kind: 'by-hand'; readonly next: NewVersion }
  | { readonly kind: 'failed'; readonly trouble: UpdateTrouble };
