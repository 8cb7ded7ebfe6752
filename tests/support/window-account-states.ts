import { expect } from '@playwright/test';
import { settingsSections } from '../../src/shared/domain/settings-section.ts';
import { command, parts, press, say, tell, type WindowState, words } from './window-scene.ts';

export const settingsStates = settingsSections.map((section): WindowState => ({
  name: `settings-${section}`,
  show: async (scene) => {
    await press(scene, 'shell.settings');
    await scene.window.getByRole('tab', { name: scene.name(`settings.sections.${section}`) }).click();
  },
}));

/** Of the account, the connection and the service; in the end the connection is spoilt. */
export const accountStates: readonly WindowState[] = [
  {
    name: 'refused-credits',
    show: async (scene) => {
      scene.place.demoCloud.control.fault({ on: 'run-sse', kind: 'envelope', code: 2001 });
      await say(scene, words[scene.language].sea);
      await expect(parts(scene).conversation.getByRole('article').last()).toContainText(
        scene.name('failure.no-credits').slice(0, 8),
      );
    },
  },
  {
    name: 'broken-answer',
    outlives: true,
    show: async (scene) => {
      scene.place.demoCloud.control.fault({ on: 'run-sse', kind: 'http', status: 502, html: true, times: Infinity });
      await say(scene, words[scene.language].sea);
    },
  },
  {
    name: 'offline',
    outlives: true,
    show: async (scene) => {
      await tell(
        scene,
        { type: 'connection', connection: { state: 'offline', reason: 'proxy-sign-in' }, rehearsal: false },
        { type: 'proxy-trouble', trouble: { source: 'HTTPS_PROXY', reason: 'silent' } },
        { type: 'rate-limit', until: Date.now() + 600_000 },
        { type: 'unwritten', failure: { code: 'disk-full' } },
      );
      await expect(scene.window.getByRole('alert').first()).toBeVisible();
    },
  },
  {
    name: 'account-spent',
    outlives: true,
    show: async (scene) => {
      const connection = { state: 'spent', until: Date.now() + 5 * 24 * 3600_000 } as const;
      await tell(scene, { type: 'connection', connection, rehearsal: false });
      await expect(parts(scene).dialog).toBeVisible();
    },
  },
];

/** What only a rehearsal shows. */
export const rehearsalStates: readonly WindowState[] = [
  {
    name: 'tour',
    rehearsal: true,
    covers: true,
    show: async ({ window, name }) => {
      await expect(window.getByRole('region', { name: name('tour.title') })).toBeVisible();
    },
  },
  {
    name: 'faults',
    rehearsal: true,
    show: async (scene) => {
      await command(scene, 'faults.title');
      await expect(parts(scene).dialog.getByRole('radio').first()).toBeVisible();
    },
  },
];
