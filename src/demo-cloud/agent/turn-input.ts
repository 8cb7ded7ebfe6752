import type { Random } from '../../shared/random.ts';
import type { Cut } from '../draft/cut.ts';
import type { Remembered } from './edit-request.ts';
import type { Library } from './library.ts';
import type { NextAnswer } from './script.ts';
import type { Language } from './words.ts';

/** What a turn is planned from. */
export interface TurnInput {
  readonly message: string;
  readonly cut: Cut;
  /** The cuts before the last turns that edited, and those that were taken back since; the newest last. */
  readonly past: readonly Cut[];
  readonly undone: readonly Cut[];
  /** What the message before asked for. */
  readonly before?: Remembered | null;
  /** Spoken where a message has no words by which to tell. */
  readonly language: Language;
  readonly library: Library;
  readonly random: Random;
  /** Forces the answer's shape. */
  readonly script: NextAnswer | null;
  /** Chances by which the agent asks back, or claims an edit that it did not make; null: it does neither. */
  readonly whims: Random | null;
}
