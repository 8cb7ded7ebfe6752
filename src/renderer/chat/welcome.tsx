import { Clapperboard, UserRound, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { Credits } from '../../shared/domain/turn.ts';
import { ask } from '../state/client.ts';
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
  const first = useWindow(({ projects, rehearsal }) => !rehearsal && projects.length <= 1);
  const [chosen, setChosen] = useState(false);
  const take = (text: string) => {
    write(projectId, text);
    document.getElementById('message')?.focus();
  };
  return (
    <div className="my-auto py-4">
      <h2 className="text-[20px] leading-7 font-semibold tracking-[-0.01em]">{t('chat.welcome')}</h2>
      <p className="mt-2 text-dim">{t('chat.greeting')}</p>
      {first && !chosen && (
        <Doors
          onAccount={() => {
            setChosen(true);
            document.getElementById('message')?.focus();
          }}
        />
      )}
      {untouched && (!first || chosen) && <p className="mt-2 text-dim">{t('chat.freeCredits')}</p>}
      {/* In a low window the ways to begin come first. */}
      <div className={first && !chosen ? '[@media(max-height:720px)]:hidden' : ''}>
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
    </div>
  );
}

/** The two ways to begin, for whoever has no project yet. */
function Doors({ onAccount }: { readonly onAccount: () => void }) {
  const { t } = useText();
  return (
    <div role="group" aria-label={t('welcome.title')} className="mt-5 grid gap-2">
      <Door icon={UserRound} name={t('welcome.account')} text={t('welcome.accountText')} onClick={onAccount} />
      <Door
        icon={Clapperboard}
        name={t('welcome.rehearse')}
        text={t('welcome.rehearseText')}
        onClick={() => void ask('rehearsal.begin', {})}
      />
    </div>
  );
}

type DoorProps = {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly text: string;
  readonly onClick: () => void;
};

function Door({ icon: Icon, name, text, onClick }: DoorProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex items-start gap-3 rounded-card border border-line-strong bg-raised px-3.5 py-3 text-left transition-colors hover:bg-bubble"
    >
      <Icon size={18} aria-hidden className="mt-px shrink-0 text-accent" />
      <span>
        <span className="block font-semibold">{name}</span>
        <span className="mt-0.5 block text-sm text-dim">{text}</span>
      </span>
    </button>
  );
}
