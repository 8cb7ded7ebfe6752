import type { Locale } from '../../shared/domain/app-state.ts';
import type { DialogTurn } from './policy.ts';
import { type DialogParts, showQuestion } from './question.ts';

/** What is asked when something of the app itself has broken. */
export type TroubleDialogs = {
  /** Whether the window shall be loaded anew, since its page does not answer; false as soon as `back` is aborted. */
  readonly askAfterHang: (back: AbortSignal) => Promise<boolean>;
  /** Whether a damaged history shall be set aside, for its backup of this time (epoch ms), or an empty one. */
  readonly askStartOver: (backupAt: number | null) => Promise<boolean>;
  /** A history that was damaged, or is gone, and what came in its place. */
  readonly tellDamaged: (damaged: DamagedHistory) => Promise<void>;
};

type DamagedHistory = {
  /** Where it was put; null: there was none any more. */
  readonly setAside: string | null;
  /** The time of the backup that is open now, epoch ms; null: an empty history. */
  readonly restoredFrom: number | null;
};

type Parts = Pick<DialogParts, 'window' | 'texts' | 'locale'> & { readonly turn: DialogTurn };

export function troubleDialogs({ window, texts, locale, turn }: Parts): TroubleDialogs {
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
    askStartOver: async (backupAt) => {
      const t = texts();
      const question = {
        message: t('start.brokenTitle'),
        detail: backupAt === null ? t('start.broken') : t('start.brokenBackup', { day: dayIn(locale(), backupAt) }),
        buttons: [t(backupAt === null ? 'start.startOver' : 'start.restore'), t('start.notNow')],
        safe: 1,
      };
      return (await turn.inTurn(() => showQuestion(window(), question))) === 0;
    },
    tellDamaged: async ({ setAside: path, restoredFrom }) => {
      const t = texts();
      const happened = path === null ? t('start.gone') : t('start.damaged', { path });
      const rest =
        restoredFrom === null ? t('start.empty') : t('start.restored', { day: dayIn(locale(), restoredFrom) });
      const message = t(restoredFrom === null ? 'start.damagedTitle' : 'start.restoredTitle');
      const told = { message, detail: `${happened}\n\n${rest}`, buttons: [t('start.ok')] };
      await turn.inTurn(() => showQuestion(window(), told));
    },
  };
}

/** With the time of day: there may be several of one day. */
function dayIn(locale: Locale, at: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(at);
}
