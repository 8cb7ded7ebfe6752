import { useId, useState } from 'react';
import type { Failure } from '../../shared/domain/failure.ts';
import { Button } from '../ui/button.tsx';
import { TextField, Hint } from '../ui/fields.tsx';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';
import { failureText } from '../locales/sentences.ts';
import { useText } from '../locales/text.ts';

/** Whose access is used. A rehearsal has none. */
export function AccountRows() {
  const { t } = useText();
  const { account, rehearsal } = useWindow();
  if (rehearsal) return <Row value={t('account.rehearsal')} />;
  if (account === 'environment')
    return (
      <div>
        <Row value={t('account.byVariable')} />
        <Hint>{t('account.byVariableHint')}</Hint>
      </div>
    );
  return account === 'signed-in' ? <SignedIn /> : <Free />;
}

function Row({ value }: { readonly value: string }) {
  const { t } = useText();
  return (
    <div className="flex items-center justify-between gap-4">
      <p className="font-medium">{t('account.title')}</p>
      <p className="text-dim">{value}</p>
    </div>
  );
}

function SignedIn() {
  const { t } = useText();
  return (
    <div>
      <div className="flex items-center gap-4">
        <p className="flex-1 font-medium">{t('account.title')}</p>
        <p className="text-dim">{t('account.signedIn')}</p>
        <Button onClick={() => void ask('account.signOut', {})}>{t('account.signOut')}</Button>
      </div>
      <Hint>{t('account.signedInHint')}</Hint>
    </div>
  );
}

/** The code is taken only when the service has accepted it, and leaves the window with that. */
function Free() {
  const { t } = useText();
  const id = useId();
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
      <div className="flex items-center gap-4">
        <p className="flex-1 font-medium">{t('account.title')}</p>
        <p className="text-dim">{t('account.free')}</p>
        <Button onClick={() => void ask('app.openLink', { link: 'register', projectId })}>{t('chat.register')}</Button>
      </div>
      <div>
        <div className="flex items-center gap-2">
          <label htmlFor={id} className="flex-1 shrink-0 font-medium">
            {t('account.code')}
          </label>
          <TextField
            id={id}
            type="password"
            value={code}
            maxLength={4096}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={problem !== null}
            aria-describedby={`${id}-hint`}
            onChange={(event) => setCode(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && void signIn()}
            className="w-56"
          />
          <Button disabled={token === '' || asking} onClick={() => void signIn()}>
            {t('account.signIn')}
          </Button>
        </div>
        <div id={`${id}-hint`} aria-live="polite">
          <Hint bad={problem !== null}>{problem === null ? t('account.codeHint') : failureText(t, problem)}</Hint>
        </div>
      </div>
    </div>
  );
}
