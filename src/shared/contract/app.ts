import { z } from 'zod';
import type {
  AccountKind,
  Connection,
  ExportPlaceView,
  Locale,
  Preferences,
  Snapshot,
  TokenKeeping,
} from '../domain/app-state.ts';
import type { About } from '../domain/about.ts';
import type { Failure } from '../domain/failure.ts';
import { longestPattern } from '../domain/file-name.ts';
import type { MenuCommand } from '../domain/menu-command.ts';
import { largestPart } from '../domain/layout.ts';
import type { NetworkChoice, NetworkReport, ProxyTrouble } from '../domain/network.ts';
import { spendPermissions, spendQuestions } from '../domain/spend-permission.ts';
import type { StartupReportItem } from '../domain/startup-report.ts';
import type { Credits } from '../domain/turn.ts';
import { largestScale, smallestScale } from '../domain/ui-scale.ts';
import { lengths, moods, ratios } from '../domain/video-format.ts';
import { defineRequest, id, nothing, returns } from './request.ts';

const partSize = z.number().int().min(0).max(largestPart).nullable();
const folded = z.boolean().nullable();
const layout = z.strictObject({
  projects: partSize,
  chat: partSize,
  timeline: partSize,
  folded: z.strictObject({ projects: folded, chat: folded, stage: folded, timeline: folded }),
});

/** The app as a whole: its window, settings, account and network. */
export const appRequests = {
  /** Sends this window all events from now on, and answers with the state they continue. */
  'app.subscribe': defineRequest({ input: nothing, output: returns<Snapshot>() }),
  'app.connect': defineRequest({ input: nothing }),
  'app.cancelRateLimit': defineRequest({ input: nothing }),
  /** The user has read what became of the work that was under way at the last end of the app. */
  'app.dismissStartupReport': defineRequest({ input: nothing }),
  /** `project`: this project's page in the browser, through a claim token. */
  'app.openLink': defineRequest({
    input: z.strictObject({ link: z.enum(['register', 'top-up', 'project']), projectId: id }),
  }),
  /** A link out of an agent's answer; https only. */
  'app.openUrl': defineRequest({ input: z.strictObject({ url: z.url({ protocol: /^https$/ }).max(2048) }) }),
  'app.about': defineRequest({ input: nothing, output: returns<About>() }),
  /** Shows the folder of the log in the system's file manager. */
  'app.openLogs': defineRequest({ input: nothing }),
  /** What a user may put into a report: versions, settings and the end of the log, without anything that names somebody. */
  'app.diagnostics': defineRequest({ input: nothing, output: returns<{ readonly text: string }>() }),
  /** A worker of the page died, as the log is to know: with what it said, and whether it is started again. */
  'app.workerDied': defineRequest({
    input: z.strictObject({ worker: z.enum(['player', 'strips']), message: z.string().max(300), again: z.boolean() }),
  }),
  /** The page where problems are reported, in the browser; the user is asked first. */
  'app.reportProblem': defineRequest({ input: nothing }),
  'settings.change': defineRequest({
    input: z.strictObject({
      language: z.enum(['en', 'zh', 'system']).optional(),
      theme: z.enum(['light', 'dark', 'system']).optional(),
      sendWith: z.enum(['enter', 'mod-enter']).optional(),
      dailyCeiling: z.number().int().min(1).max(1_000_000).nullable().optional(),
      background: z.boolean().optional(),
      sound: z.boolean().optional(),
      volume: z.number().min(0).max(1).optional(),
      muted: z.boolean().optional(),
      tour: z.boolean().optional(),
      uiScale: z.number().int().min(smallestScale).max(largestScale).optional(),
      notifications: z.boolean().optional(),
      smooth: z.boolean().optional(),
      menuBar: z.boolean().optional(),
      recentProjects: z.boolean().optional(),
      format: z
        .strictObject({
          ratio: z.enum(ratios).nullable(),
          seconds: z.literal(lengths).nullable(),
          mood: z.enum(moods).nullable(),
        })
        .optional(),
      formatStrip: z.boolean().optional(),
      layout: layout.optional(),
      spending: z.enum(spendPermissions).optional(),
      silenced: z.array(z.enum(spendQuestions)).max(spendQuestions.length).readonly().optional(),
    }),
  }),
  /** Shows the native folder picker: exports always go where the user points. */
  'settings.chooseExportFolder': defineRequest({ input: nothing }),
  'settings.askForExports': defineRequest({ input: nothing }),
  /** Names exports in that folder by a pattern, `{project} {date} {n}`. `bad-request` where it gives no names. */
  'settings.exportPattern': defineRequest({
    input: z.strictObject({ pattern: z.string().trim().min(1).max(longestPattern) }),
  }),
  /** Chooses how to reach the service. Refuses an address that is none, and then changes nothing. */
  'settings.network': defineRequest({
    input: z.strictObject({ mode: z.enum(['system', 'manual', 'none']), address: z.string().trim().max(500) }),
  }),
  'settings.keepToken': defineRequest({ input: z.strictObject({ keep: z.enum(['profile', 'until-quit']) }) }),
  /** Tests whether the service can be reached with the present settings. */
  'network.test': defineRequest({ input: nothing, output: returns<NetworkReport>() }),
  /** Tries a token of the user's own, and uses it from now on. */
  'account.signIn': defineRequest({
    input: z.strictObject({
      token: z.string().trim().min(1).max(4096),
    }),
  }),
  'account.signOut': defineRequest({ input: nothing }),
  'credits.refresh': defineRequest({ input: nothing, output: returns<Credits>() }),
  /** When the free sign-in of this computer ends, epoch ms; null where there is none, or nobody said. */
  'account.ends': defineRequest({ input: nothing, output: returns<number | null>() }),
} as const;

export type GeneralAppEvent =
  | { readonly type: 'connection'; readonly connection: Connection; readonly rehearsal: boolean }
  | { readonly type: 'credits'; readonly credits: Credits | null }
  | { readonly type: 'rate-limit'; readonly until: number | null }
  | { readonly type: 'preferences'; readonly preferences: Preferences; readonly locale: Locale }
  | { readonly type: 'export-place'; readonly exportPlace: ExportPlaceView }
  | { readonly type: 'account'; readonly account: AccountKind }
  | { readonly type: 'network'; readonly network: NetworkChoice }
  | { readonly type: 'proxy-trouble'; readonly trouble: ProxyTrouble | null }
  | { readonly type: 'token-keeping'; readonly tokenKeeping: TokenKeeping }
  /** Something keeps turns from the disk, and main keeps them in memory; null: all is written. */
  | { readonly type: 'unwritten'; readonly failure: Failure | null }
  /** The app before this start died; told once. */
  | { readonly type: 'ended-badly' }
  | { readonly type: 'startup-report'; readonly items: readonly StartupReportItem[] }
  /** Everything changed (another cloud): the window asks for a new snapshot. */
  | { readonly type: 'reset' }
  /** Something that nobody in the window asked for did not work. */
  | { readonly type: 'complaint'; readonly failure: Failure }
  /** A notification, a link or the menu wants the window to show this. */
  | {
      readonly type: 'show';
      readonly projectId: string;
      readonly turnId: string | null;
      readonly exportId: string | null;
    }
  /** The menu wants the window to do this. */
  | { readonly type: 'command'; readonly command: MenuCommand }
  /** An export or an answer has ended, and the user wants to hear it. */
  | { readonly type: 'sound' };
