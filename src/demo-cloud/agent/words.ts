import type { Scene } from '../../shared/scene/scene.ts';
import type { Cut } from '../draft/cut.ts';
import type { Change } from './change-numbers.ts';
import type { Question, Talk } from './edit-request.ts';

/** The agent answers in the language it is spoken to. */
export type Language = 'en' | 'zh';

/** What `ask_question` shows. */
interface Asked {
  readonly prompt: string;
  readonly options: readonly string[];
}

/** What the agent says, by language. */
export interface Words {
  readonly thinking: string;
  readonly generating: string;
  readonly rawReady: (seconds: number) => string;
  readonly finished: string;
  /** Where everything else is there already. `seconds`: how long the video is now. */
  readonly added: (seconds: number) => string;
  readonly looking: string;
  readonly nothing: string;
  readonly describe: (cut: Cut) => string;
  /** What was done. */
  readonly done: (change: Change) => string;
  /** What was not, since there is nothing to do it to, or nothing would change. */
  readonly notDone: (change: Change) => string;
  /** `isEmpty`: there is no clip yet. */
  readonly talk: (about: Talk, isEmpty: boolean) => string;
  /** What was recognised of a prompt, and plainly what was not. */
  readonly drawn: (scene: Scene) => string;
  /** What was to be made was not: nothing of it is there, and nothing was paid. */
  readonly failed: (what: 'clip' | 'music') => string;
  readonly unread: (parts: readonly string[]) => string;
  readonly unknown: string;
  readonly question: (about: Question | 'music') => Asked;
  /** Said to someone believed to sit in front of a web editor. */
  readonly editorTalk: readonly string[];
}
