import type { DialogTurn } from './policy.ts';
import { type DialogParts, showQuestion } from './question.ts';

/** What is asked when something of the app itself has broken. */
export type TroubleDialogs = {
  /** Whether the window shall be loaded anew, since its page does not answer; false as soon as `back` is aborted. */
  readonly askAfterHang: (back: AbortSignal) => Promise<boolean>;
  /** Whether a damaged history shall be set aside, for an empty one. */
  readonly askStartOver: () => Promise<boolean>;
};

type Parts = Pick<DialogParts, 'window' | 'texts'> & { readonly turn: DialogTurn };

export function troubleDialogs({ window, texts, turn }: Parts): TroubleDialogs {
  return {
    askAfterHang: async (back) => {
      const t = texts();
      const question = {
        message: t('hang.title'),
        detail: t('hang.detail'),
        buttons: [t('hang.wait'), t('hang.reload')],
        safe: 0,
        signal: back,
      };
      return turn.inTurn(async () => !back.aborted && (await showQuestion(window(), question)) === 1);
    },
    askStartOver: async () => {
      const t = texts();
      const question = {
        message: t('start.brokenTitle'),
        detail: t('start.broken'),
        buttons: [t('start.startOver'), t('start.notNow')],
        safe: 1,
      };
      return (await turn.inTurn(() => showQuestion(window(), question))) === 0;
    },
  };
}
