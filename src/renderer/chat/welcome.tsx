import { Clapperboard, Clock, Coins, Download, UserRound, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { AccountKind } from '../../shared/domain/app-state.ts';
import type { Credits } from '../../shared/domain/turn.ts';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';
import { rewrite } from '../state/messages.ts';
import { sentences } from '../locales/format.ts';
import { type Translate, useText } from '../locales/text.ts';
import { useHasTour } from './tour.tsx';
import first from './suggestions/first.webp';
import second from './suggestions/second.webp';
import third from './suggestions/third.webp';

const kept = new Set<HTMLImageElement>();

/** Keeps a picture's last element: once that is gone, Chromium decodes the picture again, and the pixels from before stay, too. */
function keptPicture(src: string): string {
  kept.add(Object.assign(new Image(), { src }));
  return src;
}

/** The prompts to begin with, each with a picture that the rehearsal's painter drew of it. */
const suggestions = [
  { prompt: 'first', picture: keptPicture(first) },
  { prompt: 'second', picture: keptPicture(second) },
  { prompt: 'third', picture: keptPicture(third) },
] as const;

/** An empty project: what this is and costs, and prompts that go into the composer, where they can still be changed. */
export function Welcome({ projectId }: { readonly projectId: string }) {
  const { t, locale } = useText();
  const newcomer = useWindow(({ projects, rehearsal }) => !rehearsal && projects.length <= 1);
  // In a low window the tour's own suggestion is enough.
  const hasTour = useHasTour(projectId);
  const [chosen, setChosen] = useState(false);
  const focusComposer = () => document.getElementById('message')?.focus();
  const take = (text: string) => {
    focusComposer();
    rewrite(projectId, text);
  };
  return (
    <div className="my-auto py-2 low-column:py-1">
      <h2 className="text-[20px] leading-7 font-semibold tracking-[-0.01em] tiny-column:text-[15px] tiny-column:leading-5">
        {t('chat.welcome')}
      </h2>
      <p className="mt-1.5 text-dim low-column:hidden">
        {sentences(locale, [t('chat.greeting'), t('chat.greetingMore')])}
      </p>
      <StartFacts projectId={projectId} />
      {newcomer && !chosen && (
        <Ways
          onAccount={() => {
            setChosen(true);
            focusComposer();
          }}
        />
      )}
      <div className={hasTour ? 'low-column:hidden' : undefined}>
        <h3 className="mt-3.5 mb-2 text-sm low-column:mb-1.5 font-medium text-faint">{t('chat.startHere')}</h3>
        <ul className="flex flex-col gap-2 low-column:gap-1.5">
          {suggestions.map(({ prompt, picture }) => (
            <li key={prompt}>
              <Suggestion picture={picture} text={t(`chat.prompts.${prompt}`)} onTake={take} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

type SuggestionProps = {
  readonly picture: string;
  readonly text: string;
  readonly onTake: (text: string) => void;
};

function Suggestion({ picture, text, onTake }: SuggestionProps) {
  return (
    <button
      type="button"
      onClick={() => onTake(text)}
      title={text}
      className="flex w-full items-center overflow-hidden rounded-card border border-line bg-raised text-left transition-colors hover:border-line-strong hover:bg-bubble"
    >
      <img
        src={picture}
        alt=""
        width={98}
        height={60}
        draggable={false}
        className="h-15 w-[98px] shrink-0 object-cover low-column:h-13 low-column:w-[76px]"
      />
      <span className="mx-3 line-clamp-3 leading-[18px] low-column:text-sm low-column:leading-4">{text}</span>
    </button>
  );
}

/** What credits buy, how long it takes, and that export is free: in words that are true for this account. */
function StartFacts({ projectId }: { readonly projectId: string }) {
  const { t } = useText();
  const account = useWindow((state) => state.account);
  const credits = useWindow((state) => state.credits);
  const rehearsal = useWindow((state) => state.rehearsal);
  const clip = useWindow((state) => state.views[projectId]?.likelyCost.generate ?? 0);
  const facts: readonly (readonly [LucideIcon, string | null])[] = rehearsal
    ? [[Coins, t('chat.facts.rehearsal')]]
    : [
        [Coins, creditsFact(t, { account, credits, clip })],
        [Clock, t('chat.facts.time')],
        [Download, t('chat.facts.export')],
      ];
  return (
    <ul aria-label={t('chat.facts.title')} className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm text-dim">
      {facts.map(
        ([Icon, fact]) =>
          fact !== null && (
            <li key={fact} className="flex items-start gap-2">
              <Icon size={13} aria-hidden className="mt-[2.5px] shrink-0 text-faint" />
              {fact}
            </li>
          ),
      )}
    </ul>
  );
}

type Means = { readonly account: AccountKind; readonly credits: Credits | null; readonly clip: number };

/** wire contract: an anonymous account begins with 100 credits. Null where nothing is known. */
function creditsFact(t: Translate, { account, credits, clip }: Means): string | null {
  if (credits === null) return null;
  const { available, total } = credits;
  if (account === 'anonymous' && total === 100 && available === 100) return t('chat.facts.free');
  return clip > 0 ? t('chat.facts.credits', { count: available, clip }) : t('chat.balance', { count: available });
}

/** The two ways to begin, for whoever has no project yet. */
function Ways({ onAccount }: { readonly onAccount: () => void }) {
  const { t } = useText();
  return (
    <div role="group" aria-label={t('welcome.title')} className="mt-3.5 grid grid-cols-2 gap-2">
      <Way icon={UserRound} name={t('welcome.account')} text={t('welcome.accountText')} onClick={onAccount} />
      <Way
        icon={Clapperboard}
        name={t('welcome.rehearse')}
        text={t('welcome.rehearseText')}
        onClick={() => void ask('rehearsal.begin', {})}
      />
    </div>
  );
}

type WayProps = {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly text: string;
  readonly onClick: () => void;
};

function Way({ icon: Icon, name, text, onClick }: WayProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex flex-col items-start gap-1 rounded-card border border-line-strong bg-raised px-3 py-2 text-left transition-colors hover:bg-bubble low-column:px-2 low-column:py-1.5"
    >
      <span className="flex items-center gap-2 font-semibold low-column:gap-1 low-column:text-sm">
        <Icon size={15} aria-hidden className="shrink-0 text-accent" />
        {name}
      </span>
      <span className="text-sm text-dim low-column:sr-only">{text}</span>
    </button>
  );
}
