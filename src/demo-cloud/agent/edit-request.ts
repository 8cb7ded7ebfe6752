import type { Which } from '../draft/cut.ts';
import type { Edit } from '../draft/edits.ts';
import type { RestoreLine } from './grammar/restore.ts';
import type { Mood, Ratio } from '../../shared/scene/scene.ts';

/** What a message asks for, before it is known which files and earlier versions there are. */
export type EditRequest =
  | Exclude<
      Edit,
      {
        readonly kind:
          | 'place-clips'
          | 'replace-clips'
          | 'set-music'
          | 'remake'
          | 'restore'
          | 'clip-part'
          | 'put-title'
          | 'put-music'
          | 'drop-effect'
          | 'exact-frame';
      }
    >
  /** An earlier version is to come back. */
  | { readonly kind: 'go-back'; readonly lines: readonly RestoreLine[] }
  | { readonly kind: 'place-uploads'; readonly behind?: number; readonly durationMs?: number }
  | { readonly kind: 'replace-with-upload'; readonly which: Which }
  | { readonly kind: 'replace-with-made'; readonly which: Which; readonly prompt: string }
  | { readonly kind: 'set-music'; readonly mood: Mood | 'any' }
  | { readonly kind: 'own-music' }
  | { readonly kind: 'remake'; readonly ratio: Ratio }
  /** So many earlier edits are taken back, or made again. */
  | { readonly kind: 'undo' | 'redo'; readonly steps: number | 'all' }
  | { readonly kind: 'shuffle' }
  /** Nobody here can do it. */
  | { readonly kind: 'cannot'; readonly about: Limit }
  /** Too little was said to do it. */
  | { readonly kind: 'ask'; readonly about: Question };

/** What is said without asking for an edit. */
export type Talk =
  | 'hello'
  | 'thanks'
  | 'praise'
  | 'bye'
  | 'who'
  | 'cost'
  | 'help'
  | 'wrong'
  | 'agreed'
  | 'stop'
  | 'make'
  | 'orders'
  | 'wordless';

export type Limit =
  | 'backwards'
  | 'light'
  | 'steady'
  | 'voice'
  | 'noise'
  | 'blur'
  | 'overlay'
  | 'lettering'
  | 'tint'
  | 'longer'
  | 'style'
  | 'strength'
  | 'frame';

export type Question = 'title' | 'replacement' | 'look' | 'clip';

/** A clip as it is spoken of: by what it was made from or by its name, and when it is seen. */
export interface ClipInSight {
  readonly name: string;
  readonly prompt: string | null;
  readonly startMs: number;
  readonly durationMs: number;
}

/** What the last message asked for: `it` and `the same` in the next one mean that. */
export interface Remembered {
  readonly requests: readonly EditRequest[];
  readonly hasChanged: boolean;
  /** As they were when it was asked. */
  readonly clips: readonly ClipInSight[];
  /** The message that was answered with a question. */
  readonly open: { readonly message: string; readonly about: Question } | null;
}

/** What the session has so far. */
export interface Situation {
  readonly clips: readonly ClipInSight[];
  readonly titles: readonly string[];
  /** Which of the titles are captions, by number. */
  readonly captions: readonly number[];
  /** Of the picture, in ms. */
  readonly lengthMs: number;
  /** Names of uploads that are not in the cut yet. */
  readonly waitingUploads: readonly string[];
  readonly waitingSounds: readonly string[];
}
