import {
  Bell,
  CircleUser,
  Coins,
  Download,
  Globe,
  HardDrive,
  Info,
  Keyboard,
  Languages,
  type LucideIcon,
  MonitorPlay,
  ReceiptText,
} from 'lucide-react';
import type { ParseKeys } from 'i18next';
import type { ComponentType } from 'react';
import { type SettingsSection, settingsSections } from '../../shared/domain/settings-section.ts';
import type { WindowState } from '../state/model.ts';
import { isMac, isWindows } from '../ui/keys.ts';
import { AccountRow, RegisterRow, SignInRow, TokenChoice } from './account-rows.tsx';
import { DiagnosticsRow, LicencesRow, LogsRow, VersionRow } from './about-rows.tsx';
import { BackupsRow } from './backups-row.tsx';
import { CeilingField } from './ceiling-field.tsx';
import { CreditHistory } from './credit-history.tsx';
import { ExportPlaceField } from './export-place-field.tsx';
import { LanguageRow, MenuBarRow, ScaleRow, SendKeyRow, ThemeRow } from './look-rows.tsx';
import { NetworkRows, NetworkTest } from './network-rows.tsx';
import { BackgroundRow, NotificationsRow, RecentRow, SoundRow } from './notification-rows.tsx';
import { SmoothRow, VolumeRow } from './playback-rows.tsx';
import { PlayerKeysRow, WindowKeysRow } from './shortcut-rows.tsx';
import { ClipsRow, DeleteAllRow, ExportDataRow, ProxiesRow } from './storage-rows.tsx';
import { DeleteRehearsalsRow, RehearsalRow } from './rehearsal-row.tsx';
import { UpdateRow } from './update-row.tsx';
import { AskAgainRows, SpendPermissionRow } from './spending-rows.tsx';

type TextKey = ParseKeys<'window'>;

/** One thing that can be set, or one thing to know. */
type Setting = {
  readonly id: string;
  /** The texts by which a search finds it, in both languages. */
  readonly words: readonly TextKey[];
  /** Whether it is there right now; always, where it is missing. */
  readonly when?: (state: WindowState) => boolean;
  readonly Row: ComponentType;
};

export const sectionIcons: Readonly<Record<SettingsSection, LucideIcon>> = {
  account: CircleUser,
  spending: Coins,
  credits: ReceiptText,
  look: Languages,
  playback: MonitorPlay,
  exports: Download,
  notifications: Bell,
  network: Globe,
  storage: HardDrive,
  shortcuts: Keyboard,
  about: Info,
};

const isFree = ({ account, rehearsal }: WindowState): boolean => account === 'anonymous' && !rehearsal;

/** All settings by their section, as they stand one below the other. */
const settings: Readonly<Record<SettingsSection, readonly Setting[]>> = {
  account: [
    { id: 'account', words: ['account.title', 'account.creditsLeft', 'account.signOut'], Row: AccountRow },
    {
      id: 'register',
      words: ['account.signInOrRegister', 'account.gives', 'account.gift.credits', 'account.gift.export'],
      when: isFree,
      Row: RegisterRow,
    },
    { id: 'sign-in', words: ['account.code', 'account.codeHint', 'account.signIn'], when: isFree, Row: SignInRow },
    {
      id: 'token',
      words: ['settings.token', 'settings.tokenHint'],
      when: ({ tokenKeeping }) => tokenKeeping !== 'keyring',
      Row: TokenChoice,
    },
    { id: 'rehearsal', words: ['settings.rehearsal', 'settings.rehearsalHint'], Row: RehearsalRow },
  ],
  spending: [
    {
      id: 'permission',
      words: ['spending.title', 'spending.modes.new-clips', 'spending.modes.always', 'spending.modes.never'],
      Row: SpendPermissionRow,
    },
    { id: 'ask-again', words: ['spending.silenced', 'spending.askAgain', 'spending.dontAsk'], Row: AskAgainRows },
    { id: 'ceiling', words: ['settings.ceiling', 'settings.ceilingHint'], Row: CeilingField },
  ],
  credits: [{ id: 'history', words: ['credits.list', 'credits.save', 'credits.words'], Row: CreditHistory }],
  look: [
    { id: 'language', words: ['settings.language', 'settings.languageHint'], Row: LanguageRow },
    {
      id: 'theme',
      words: ['settings.appearance', 'settings.appearanceHint', 'settings.light', 'settings.dark'],
      Row: ThemeRow,
    },
    {
      id: 'menu-bar',
      words: ['settings.menuBar', 'settings.menuBarHint'],
      when: () => !isMac,
      Row: MenuBarRow,
    },
    {
      id: 'recent-projects',
      words: ['settings.recent', 'settings.recentMac', 'settings.recentHint'],
      when: () => isMac || isWindows,
      Row: RecentRow,
    },
    { id: 'scale', words: ['settings.scale', 'settings.scaleHint', 'settings.scaleWords'], Row: ScaleRow },
  ],
  playback: [
    { id: 'volume', words: ['settings.volume', 'settings.volumeHint', 'settings.mute'], Row: VolumeRow },
    { id: 'smooth', words: ['settings.smooth', 'settings.smoothHint'], Row: SmoothRow },
  ],
  exports: [
    { id: 'place', words: ['exporting.place', 'exporting.placeHint', 'exporting.pattern'], Row: ExportPlaceField },
  ],
  notifications: [
    { id: 'notifications', words: ['settings.notify', 'settings.notifyHint'], Row: NotificationsRow },
    { id: 'sound', words: ['desktop.sound', 'desktop.soundHint'], Row: SoundRow },
    { id: 'background', words: ['desktop.background', 'desktop.backgroundHint'], Row: BackgroundRow },
  ],
  network: [
    { id: 'network', words: ['network.title', 'network.titleHint', 'network.address'], Row: NetworkRows },
    { id: 'network-test', words: ['network.test', 'network.testHint', 'network.certificates'], Row: NetworkTest },
  ],
  storage: [
    { id: 'clips', words: ['storage.clips', 'storage.clipsHint', 'storage.cacheWords'], Row: ClipsRow },
    { id: 'proxies', words: ['storage.proxies', 'storage.proxiesHint', 'storage.cacheWords'], Row: ProxiesRow },
    { id: 'backups', words: ['storage.backups', 'storage.backupsHint', 'storage.restore'], Row: BackupsRow },
    { id: 'export-data', words: ['storage.export', 'storage.exportHint'], Row: ExportDataRow },
    {
      id: 'rehearsals',
      words: ['settings.deleteRehearsals', 'settings.deleteRehearsalsHint'],
      Row: DeleteRehearsalsRow,
    },
    { id: 'delete-all', words: ['storage.all', 'storage.allHint', 'storage.deleteAll'], Row: DeleteAllRow },
  ],
  shortcuts: [
    { id: 'send', words: ['settings.sendWith', 'settings.sendWithHint'], Row: SendKeyRow },
    { id: 'window-keys', words: ['shortcuts.everywhere', 'shortcuts.everywhereHint'], Row: WindowKeysRow },
    { id: 'player-keys', words: ['shortcuts.player', 'shortcuts.playerHint'], Row: PlayerKeysRow },
  ],
  about: [
    { id: 'version', words: ['about.version', 'help.whatsNew'], Row: VersionRow },
    { id: 'update', words: ['update.title', 'update.check', 'update.daily'], Row: UpdateRow },
    { id: 'logs', words: ['about.logs', 'about.logsHint'], Row: LogsRow },
    { id: 'diagnostics', words: ['about.diagnostics', 'help.reportCopyHint', 'help.report'], Row: DiagnosticsRow },
    { id: 'licences', words: ['about.licences', 'about.licencesHint', 'about.mpl'], Row: LicencesRow },
  ],
};

/** A page of the settings with what it shows right now. */
export type ShownSection = { readonly id: SettingsSection; readonly settings: readonly Setting[] };

/** The pages that have something to show. */
export function sectionsFor(state: WindowState): readonly ShownSection[] {
  return settingsSections
    .map((id) => ({ id, settings: settings[id].filter(({ when }) => when?.(state) ?? true) }))
    .filter((section) => section.settings.length > 0);
}
