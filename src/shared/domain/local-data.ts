/** What the app keeps on this computer, in bytes. */
export type LocalData = {
  /** Clips fetched to be played; they can be fetched again. */
  readonly clips: number;
  /** Smaller copies for smooth playback; they can be made again. */
  readonly proxies: number;
  /** Projects, messages, versions and exports' records. */
  readonly history: number;
  readonly rehearsals: number;
};

/** What can be cleared without losing anything. */
export type ClearableData = 'clips' | 'proxies';

/** A copy of all projects, with the day whose state it holds, epoch ms. */
export type Backup = { readonly id: string; readonly at: number; readonly bytes: number };
