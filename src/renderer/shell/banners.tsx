import { X } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { openAccountPage } from '../state/account.ts';
import { ask } from '../state/client.ts';
import { openDialog } from '../state/dialogs.ts';
import { isEmptyVideo } from '../state/exports.ts';
import type { WindowState } from '../state/model.ts';
import { update, useOpenView, useWindow } from '../state/store.ts';
import { clock } from '../locales/format.ts';
import { sentences } from '../locales/format.ts';
import { failureText } from '../locales/sentences.ts';
import { useText } from '../locales/text.ts';
import { StartupReportCard } from './startup-report-card.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { FailureLink } from '../ui/trouble.tsx';
import { NewVersionButtons, updateText } from '../settings/update-row.tsx';
import { UndoLines } from '../projects/undo-lines.tsx';
import { useProjectsFolded } from '../state/layout.ts';
import { useElapsed } from '../ui/use-now.ts';

/** Lines under the top bar with what the user should know; they cover nothing. */
export function Banners() {
  const narrow = useProjectsFolded();
  const { t } = useText();
  return (
    <section
      aria-label={t('banner.all')}
      className="flex max-h-[40vh] shrink-0 [@media(max-height:500px)]:max-h-[25vh] flex-col overflow-y-auto"
    >
      <ComplaintBanner />
      <UnwrittenBanner />
      <OfflineBanner />
      <SpentBanner />
      <ProxyBanner />
      <RateLimitBanner />
      <SettingsResetBanner />
      <EndedBadlyBanner />
      <UpdateBanner />
      <StartupReportCard />
      {narrow && <UndoLines className="border-b border-line bg-raised px-4 py-2" />}
    </section>
  );
}

type BannerProps = {
  readonly tone: 'calm' | 'bad';
  readonly text: string;
  readonly role?: 'alert' | 'status';
  readonly children?: ReactNode;
};

function Banner({ tone, text, role, children }: BannerProps) {
  return (
    <div
      role={role}
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-raised px-4 py-2"
    >
      <span aria-hidden className={`size-[7px] rounded-full ${tone === 'bad' ? 'bg-bad' : 'bg-accent'}`} />
      <p className="min-w-64 flex-1">{text}</p>
      <div className="ml-auto flex flex-wrap items-center gap-2">{children}</div>
    </div>
  );
}

function OfflineBanner() {
  const { t, locale } = useText();
  const connection = useWindow((state) => state.connection);
  if (connection.state !== 'offline') return null;
  const text = sentences(locale, [t('banner.offlineTitle'), failureText(t, { code: connection.reason })]);
  return (
    <Banner tone="bad" role="alert" text={connection.reason === 'offline' ? failureText(t, { code: 'offline' }) : text}>
      <Button look="quiet" onClick={() => void ask('app.connect', {})}>
        {t('shell.retry')}
      </Button>
      {(connection.reason.startsWith('proxy-') || connection.reason === 'certificate') && <NetworkButton />}
      <Button look="quiet" onClick={() => void ask('rehearsal.begin', {})}>
        {t('shell.rehearse')}
      </Button>
    </Banner>
  );
}

/** The service answers; what is missing is an account. */
function SpentBanner() {
  const { t } = useText();
  const connection = useWindow((state) => state.connection);
  const projectId = useWindow((state) => state.openProjectId);
  // The card over the stage says the same, and more.
  const onCard = useWindow(({ accountNotice, batch }) => accountNotice.shown !== null && batch.openId === null);
  if (connection.state !== 'spent' || onCard) return null;
  const { until } = connection;
  const failure = { code: 'token-spent', ...(until === null ? {} : { params: { until } }) } as const;
  return (
    <Banner tone="calm" role="alert" text={failureText(t, failure)}>
      <Button look="primary" onClick={() => openAccountPage('register', projectId)}>
        {t('account.signInOrRegister')}
      </Button>
      <Button look="quiet" onClick={() => openDialog({ kind: 'settings', section: 'account' })}>
        {t('account.enterCode')}
      </Button>
      <Button look="quiet" onClick={() => void ask('rehearsal.begin', {})}>
        {t('shell.rehearse')}
      </Button>
    </Banner>
  );
}

function ProxyBanner() {
  const { t } = useText();
  const trouble = useWindow((state) => state.proxyTrouble);
  if (trouble === null) return null;
  const { source, reason } = trouble;
  const ofVariable = reason === 'silent' ? 'network.troubleSilent' : 'network.troubleOfVariable';
  return (
    <Banner tone="calm" text={source === 'system' ? t('network.troubleOfSystem') : t(ofVariable, { source })}>
      <NetworkButton />
      <DismissButton onClick={() => dismiss({ proxyTrouble: null })} />
    </Banner>
  );
}

function NetworkButton() {
  const { t } = useText();
  return (
    <Button look="quiet" onClick={() => openDialog({ kind: 'settings', section: 'network' })}>
      {t('network.settings')}
    </Button>
  );
}

function RateLimitBanner() {
  const { t } = useText();
  const until = useWindow((state) => state.rateLimitedUntil);
  const elapsedMs = useElapsed(until, until !== null);
  if (until === null) return null;
  const seconds = Math.max(0, Math.ceil(-elapsedMs / 1000));
  return (
    <Banner tone="calm" text={t('banner.rateLimit', { time: clock(seconds) })}>
      <Button look="quiet" onClick={() => void ask('app.cancelRateLimit', {})}>
        {t('shell.cancel')}
      </Button>
    </Banner>
  );
}

/** A newer version that is there; the settings tell all else about updates. */
function UpdateBanner() {
  const { t, locale } = useText();
  const update = useWindow((state) => state.update);
  const dismissed = useWindow((state) => state.dismissedVersion);
  if ((update.kind !== 'ready' && update.kind !== 'by-hand') || update.next.version === dismissed) return null;
  return (
    <Banner tone="calm" role="status" text={updateText(t, locale, update)}>
      <NewVersionButtons update={update} />
      <DismissButton onClick={() => dismiss({ dismissedVersion: update.next.version })} />
    </Banner>
  );
}

function SettingsResetBanner() {
  const { t } = useText();
  const reset = useWindow((state) => state.settingsReset);
  if (!reset) return null;
  return (
    <Banner tone="calm" text={t('banner.settingsReset')}>
      <DismissButton onClick={() => dismiss({ settingsReset: false })} />
    </Banner>
  );
}

function EndedBadlyBanner() {
  const { t } = useText();
  const endedBadly = useWindow((state) => state.endedBadly);
  if (!endedBadly) return null;
  const close = () => dismiss({ endedBadly: false });
  const read = () => {
    openDialog({ kind: 'diagnostics' });
    close();
  };
  return (
    <Banner tone="calm" role="status" text={t('banner.endedBadly')}>
      <Button look="quiet" onClick={read}>
        {t('banner.diagnostics')}
      </Button>
      <Button look="quiet" onClick={close}>
        {t('banner.fine')}
      </Button>
    </Banner>
  );
}

function ComplaintBanner() {
  const { t } = useText();
  const complaint = useWindow((state) => state.complaint);
  const isEmpty = useOpenView(isEmptyVideo);
  useEffect(() => {
    if (complaint?.code === 'nothing-to-export' && !isEmpty) dismiss({ complaint: null });
  }, [complaint, isEmpty]);
  if (complaint === null) return null;
  return (
    <Banner tone={complaint.code === 'link-unknown' ? 'calm' : 'bad'} role="alert" text={failureText(t, complaint)}>
      <FailureLink failure={complaint} />
      <DismissButton onClick={() => dismiss({ complaint: null })} />
    </Banner>
  );
}

const badLook = { tone: 'bad', role: 'alert' } as const;

/** What comes is not on the disk yet. */
function UnwrittenBanner() {
  const { t } = useText();
  const failure = useWindow((state) => state.unwritten);
  if (failure === null) return null;
  // A slow disk needs nothing of the user.
  const look = failure.code === 'disk-slow' ? ({ tone: 'calm', role: 'status' } as const) : badLook;
  return <Banner {...look} text={failureText(t, failure)} />;
}

function dismiss(
  changes: Partial<
    Pick<WindowState, 'complaint' | 'proxyTrouble' | 'settingsReset' | 'endedBadly' | 'dismissedVersion'>
  >,
): void {
  update((state) => ({ ...state, ...changes }));
}

function DismissButton({ onClick }: { readonly onClick: () => void }) {
  const { t } = useText();
  return <IconButton icon={X} name={t('shell.dismiss')} onClick={onClick} />;
}
