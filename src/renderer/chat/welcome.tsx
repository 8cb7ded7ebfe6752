import type { Credits } from '../../shared/domain/turn.ts';
import { useWindow } from '../state/store.ts';
import { write } from '../state/messages.ts';
import { useText } from '../locales/text.ts';

const prompts = ['first', 'second', 'third'] as const;

/** wire contract: an anonymous account begins with 100 credits. */
function isFreeStart(credits: Credits | null): boolean {
  return credits !== null && credits.total === 100 && credits.available === 100;
}

/** An empty project: a greeting, and three prompts that go into the composer, where they can still be changed. */
export function Welcome({ projectId }: { readonly projectId: string }) {
  const { t } = useText();
  const untouched = useWindow(({ credits, rehearsal }) => !rehearsal && isFreeStart(credits));
  const take = (text: string) => {
    write(projectId, text);
    document.getElementById('message')?.focus();
  };
  return (
    <div className="my-auto py-4">
      <h2 className="text-[20px] leading-7 font-semibold tracking-[-0.01em]">{t('chat.welcome')}</h2>
      <p className="mt-2 text-dim">{t('chat.greeting')}</p>
      {untouched && <p className="mt-2 text-dim">{t('chat.freeCredits')}</p>}
      <p className="mt-6 mb-2 text-sm font-medium text-faint">{t('chat.startHere')}</p>
      <ul className="flex flex-col gap-2">
        {prompts.map((prompt) => {
          const text = t(`chat.prompts.${prompt}`);
          return (
            <li key={prompt}>
              <button
                type="button"
                onClick={() => take(text)}
                className="w-full rounded-card border border-line bg-raised px-3.5 py-2.5 text-left transition-colors hover:border-line-strong hover:bg-bubble"
              >
                {text}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
