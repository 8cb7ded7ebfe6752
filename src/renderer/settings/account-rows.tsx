import { type ReactNode, useState } from 'react';
import type { Locale } from '../../shared/domain/app-state.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { Button } from '../ui/button.tsx';
import { Choice, Hint, LabelledField } from '../ui/fields.tsx';
import { openAccountPage } from '../state/account.ts';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';
import { useAnswer } from '../state/use-answer.ts';
import { dateText } from '../locales/format.ts';
import { failureText } from '../locales/sentences.ts';
import { useText } from '../locales/text.ts';
import { useNow } from '../ui/use-now.ts';
import { Registering } from './registering.tsx';

/** Whose sign-in the app uses, what it has left, and what to do with it. A rehearsal has none. */
export function AccountRow() {
  const { t } = useText();
  const { account, rehearsal } = useWindow();
  if (rehearsal) return <Summary name={t('account.rehearsal')} hint={t('account.rehearsalHint')} />;
  if (account === 'environment')
    return (
      <Summary name={t('account.byVariable')} hint={t('account.byVariableHint')}>
        <CreditsLeft />
      </Summary>
    );
  if (account === 'anonymous')
    return (
      <Summary name={t('account.free')} hint={t('account.freeHint')}>
        <CreditsLeft />
        <DaysLeft />
      </Summary>
    );
  return (
    <Summary
      name={t('account.signedIn')}
      hint={t('account.signedInHint')}
      action={<Button onClick={() => void ask('account.signOut', {})}>{t('account.signOut')}</Button>}
    >
      <CreditsLeft />
    </Summary>
  );
}

type SummaryProps = {
  readonly name: string;
  readonly hint: string;
  readonly action?: ReactNode;
  readonly children?: ReactNode;
};

function Summary({ name, hint, action, children }: SummaryProps) {
  return (
    <div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
        <p className="font-medium">{name}</p>
        {action}
      </div>
      <Hint>{hint}</Hint>
      {children !== undefined && <dl className="mt-3 flex flex-wrap gap-2">{children}</dl>}
    </div>
  );
}

/** A figure with its name under it. */
function Figure({ name, value, note }: { readonly name: string; readonly value: string; readonly note?: string }) {
  return (
    <div className="flex min-w-36 flex-1 flex-col-reverse rounded-control border border-line bg-raised px-3.5 py-2.5">
      <dt className="text-sm text-dim">{name}</dt>
      <dd className="text-lg font-semibold tabular">
        {value}
        {note !== undefined && <span className="ml-2 text-sm font-normal text-dim">{note}</span>}
      </dd>
    </div>
  );
}

function CreditsLeft() {
  const { t } = useText();
  const credits = useWindow((state) => state.credits);
  const held = credits?.frozen ?? 0;
  return (
    <Figure
      name={t('account.creditsLeft')}
      value={credits === null ? '–' : String(credits.available)}
      {...(held > 0 && { note: t('shell.creditsHeld', { held }) })}
    />
  );
}

/** Of the free sign-in; or when another one comes. */
function DaysLeft() {
  const { t, locale } = useText();
  const connection = useWindow((state) => state.connection);
  const answer = useAnswer('account.ends', {}, 'quiet');
  const now = useNow(true);
  if (connection.state === 'spent' && connection.until !== null)
    return <Figure name={t('account.comesBack')} value={dayOf(locale, connection.until)} />;
  const endsAt = answer?.ok === true ? answer.data : null;
  if (endsAt === null || endsAt <= now) return null;
  const days = Math.ceil((endsAt - now) / dayMs);
  return (
    <Figure
      name={t('account.daysLeft')}
      value={t('account.days', { count: days })}
      note={t('account.until', { date: dayOf(locale, endsAt) })}
    />
  );
}

const dayMs = 24 * 3_600_000;

function dayOf(locale: Locale, at: number): string {
  return dateText(locale, at, { month: 'short', day: 'numeric' });
}

/** Only who has no account yet is told what it gives. */
export function RegisterRow() {
  const { t } = useText();
  const projectId = useWindow((state) => state.openProjectId);
  return (
    <div className="flex flex-wrap items-end justify-between gap-4">
      <Registering />
      <Button look="primary" onClick={() => openAccountPage('register', projectId)}>
        {t('account.signInOrRegister')}
      </Button>
    </div>
  );
}

/** Main takes the code only once the service has accepted it; then it leaves the window. */
export function SignInRow() {
  const { t } = useText();
  const [code, setCode] = useState('');
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const token = code.replaceAll(/\s+/g, '');
  const signIn = async () => {
    if (token === '' || asking) return;
    setAsking(true);
    const answer = await ask('account.signIn', { token }, 'quiet');
    setAsking(false);
    if (answer.ok) setCode('');
    setProblem(answer.ok ? null : answer.error);
  };
  return (
    <LabelledField
      label={t('account.code')}
      hint={problem === null ? t('account.codeHint') : failureText(t, problem)}
      bad={problem !== null}
      type="password"
      value={code}
      maxLength={4096}
      autoComplete="off"
      onChange={(event) => setCode(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && void signIn()}
      className="w-56"
    >
      <Button disabled={token === '' || asking} onClick={() => void signIn()}>
        {t('account.signIn')}
      </Button>
    </LabelledField>
  );
}

/** Where no key ring can seal it: how long the sign-in is kept. */
export function TokenChoice() {
  const { t } = useText();
  const keeping = useWindow((state) => state.tokenKeeping);
  if (keeping === 'keyring') return null;
  const options = [
    { value: 'profile', label: t('settings.keepProfile') },
    { value: 'until-quit', label: t('settings.keepUntilQuit') },
  ] as const;
  return (
    <Choice
      name={t('settings.token')}
      hint={t('settings.tokenHint')}
      options={options}
      value={keeping}
      onChoose={(keep) => void ask('settings.keepToken', { keep })}
    />
  );
}
