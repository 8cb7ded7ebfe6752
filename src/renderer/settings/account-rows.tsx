import { useState, type ReactNode } from 'react';
import type { Failure } from '../../shared/domain/failure.ts';
import { Button } from '../ui/button.tsx';
import { Choice, Hint, LabelledField } from '../ui/fields.tsx';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';
import { failureText } from '../locales/sentences.ts';
import { useText } from '../locales/text.ts';

/** Whose sign-in the app uses. A rehearsal has none. */
export function AccountRows() {
  const { t } = useText();
  const { account, rehearsal } = useWindow();
  if (rehearsal) return <Row value={t('account.rehearsal')} />;
  if (account === 'environment') return <Row value={t('account.byVariable')} hint={t('account.byVariableHint')} />;
  if (account !== 'signed-in') return <FreeRows />;
  return (
    <Row value={t('account.signedIn')} hint={t('account.signedInHint')}>
      <Button onClick={() => void ask('account.signOut', {})}>{t('account.signOut')}</Button>
    </Row>
  );
}

type RowProps = { readonly value: string; readonly hint?: string; readonly children?: ReactNode };

function Row({ value, hint, children }: RowProps) {
  const { t } = useText();
  return (
    <div>
      <div className="flex items-center gap-4">
        <p className="flex-1 font-medium">{t('account.title')}</p>
        <p className="text-dim">{value}</p>
        {children}
      </div>
      {hint !== undefined && <Hint>{hint}</Hint>}
    </div>
  );
}

/** Main takes the code only once the service has accepted it; then it leaves the window. */
function FreeRows() {
  const { t } = useText();
  const projectId = useWindow((state) => state.openProjectId);
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
    <div className="flex flex-col gap-3">
      <Row value={t('account.free')}>
        <Button onClick={() => void ask('app.openLink', { link: 'register', projectId })}>{t('chat.register')}</Button>
      </Row>
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
    </div>
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
