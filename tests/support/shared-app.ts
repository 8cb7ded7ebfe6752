import { type ElectronApplication, expect, type Page, test as base } from '@playwright/test';
import type { DemoControl, LoggedRequest } from '../../src/demo-cloud/demo-cloud.ts';
import { hasReached } from '../../src/demo-cloud/log.ts';
import type { Timings } from '../../src/main/timings.ts';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Preferences } from '../../src/shared/domain/app-state.ts';
import { createPlace, partsOf, type Place, type Running, startApp } from './desktop.ts';
import { request } from './media-jobs.ts';

/** How an app is started that tests share; those of the same `test.use` have the same one. */
type AppOptions = {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly timings: Partial<Timings>;
};

/**
 * A test that shares a running app with others, in a new project of its own and with the preferences of a first start. `control`
 * counts calls and sessions from the test's beginning, so that a test may speak of "the first". A test that fails takes its app with it.
 */
export const sharedTest = base.extend<
  {
    readonly control: DemoControl;
    readonly app: ElectronApplication;
    readonly window: Page;
    /** The app's, with a folder of the test's own and its `control`. */
    readonly place: Place;
    /** The address of a sample under which no other test has it fetched: the app keeps what it fetched, whoever asked. */
    readonly fresh: (sample: string) => string;
  },
  AppOptions & {
    readonly shared: { readonly place: Place; readonly running: Running; readonly preferences: Preferences };
  }
>({
  args: [['--use-fake-device-for-media-stream'], { scope: 'worker', option: true }],
  env: [{}, { scope: 'worker', option: true }],
  timings: [{}, { scope: 'worker', option: true }],
  shared: [
    async ({ args, env, timings }, use) => {
      const place = await createPlace({ timings });
      const running = await startApp(place, { args, env });
      await expect(partsOf(running.window).status).toHaveText('Ready!');
      const { preferences } = await request(running.window, 'app.subscribe', {});
      await use({ place, running, preferences });
      await running.close().catch(() => undefined);
      await place.close();
    },
    { scope: 'worker' },
  ],
  control: [
    async ({ shared }, use) => {
      const { control } = shared.place.demoCloud;
      control.clear();
      control.setCredits({ available: 100, frozen: 0, total: 100 });
      await use(fromNow(control));
      control.clear();
    },
    { auto: true },
  ],
  app: async ({ shared }, use) => use(shared.running.app),
  place: async ({ shared: { place }, control }, use, { testId, retry }) => {
    const folder = join(place.folder, `${testId}-${retry}`);
    await mkdir(folder, { recursive: true });
    await use({ ...place, folder, demoCloud: { ...place.demoCloud, control } });
  },
  fresh: async ({ shared }, use, { testId }) =>
    use((sample) => `${shared.place.demoCloud.url}/files/samples/${sample}?test=${testId}`),
  window: async ({ shared }, use) => {
    const { window } = shared.running;
    // In the words and the size in which the next step looks for its button.
    await request(window, 'settings.change', shared.preferences);
    const newProject = window.getByRole('button', { name: 'New project' });
    // What the test before left open, such as a dialog, goes.
    if (!(await newProject.isVisible())) await window.reload();
    await newProject.click();
    await expect(partsOf(window).conversation.getByRole('article')).toHaveCount(0);
    const { exports, mediaJobs, batches } = await request(window, 'app.subscribe', {});
    for (const { id } of exports) await request(window, 'export.remove', { exportId: id, file: 'keep' });
    for (const { id } of mediaJobs) await request(window, 'mediaJob.discard', { jobId: id });
    for (const { id } of batches) await request(window, 'batch.remove', { batchId: id });
    await request(window, 'credits.refresh', {});
    await use(window);
  },
});

/** The same in an app that rehearses, with all of its credits. */
export const sharedRehearsal = sharedTest.extend<{ readonly credits: null }>({
  args: [['--rehearse'], { scope: 'worker' }],
  credits: [
    async ({ window }, use) => {
      await request(window, 'rehearsal.resetCredits', {});
      await use(null);
    },
    { auto: true },
  ],
});

/** The control, without what happened before. */
function fromNow(control: DemoControl): DemoControl {
  const requests = control.log().length;
  const sessions = control.sessions().length;
  const renders = control.renders().length;
  const calls: DemoControl['calls'] = (call) =>
    control
      .log()
      .slice(requests)
      .filter((entry) => entry.call === call);
  return {
    ...control,
    log: () => control.log().slice(requests),
    calls,
    sessions: () => control.sessions().slice(sessions),
    renders: () => control.renders().slice(renders),
    // Not by the whole's count: of what came before, some may never have been answered.
    waitFor: async (call, count = 1, phase = 'answered') => {
      const arrived = (): readonly LoggedRequest[] => calls(call).filter((entry) => hasReached(entry, phase));
      await control.until(() => arrived().length >= count);
      return arrived().slice(0, count);
    },
  };
}
