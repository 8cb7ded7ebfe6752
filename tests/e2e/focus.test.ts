import { expect, type Page } from '@playwright/test';
import { sharedTest as test } from '../support/shared-app.ts';
import { dress, sceneOf, startOver } from '../support/window-scene.ts';
import { windowStates } from '../support/window-states.ts';

test('what the system asks for holds: no motion, its own colours, and a way back for the focus', async ({
  place,
  app,
  window,
}) => {
  const scene = sceneOf({ app, window, place, language: 'en' });
  const { name } = scene;
  const show = async (state: string): Promise<void> => {
    await startOver(scene);
    await windowStates.find((one) => one.name === state)?.show(scene);
  };
  await window.emulateMedia({ reducedMotion: 'reduce' });
  await show('generating');
  const moving = () => document.getAnimations().filter(({ timeline }) => timeline === document.timeline).length;
  expect(await window.evaluate(moving)).toBe(0);
  await window.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await window.evaluate(moving)).toBeGreaterThan(0);

  await window.emulateMedia({ forcedColors: 'active' });
  await show('settings-look');
  const backgrounds = () =>
    window
      .getByRole('tab')
      .evaluateAll((tabs) => [
        ...new Set(tabs.map((tab) => `${tab.getAttribute('aria-selected')} ${getComputedStyle(tab).backgroundColor}`)),
      ]);
  await expect.poll(async () => (await backgrounds()).length).toBe(2);
  const [one, other] = (await backgrounds()).map((background) => background.replace(/^\w+ /, ''));
  expect(one).not.toBe(other);
  await window.emulateMedia({ forcedColors: 'none' });
  await window.keyboard.press('Escape');
  await expect(window.getByRole('button', { name: name('shell.settings'), exact: true })).toBeFocused();

  await show('attachments');
  const chips = window.getByRole('list', { name: name('composer.attachments') }).getByRole('listitem');
  for (let left = await chips.count(); left > 0; left -= 1) {
    await chips
      .first()
      .getByRole('button', { name: /^Remove/ })
      .press('Enter');
    await expect(chips).toHaveCount(left - 1);
    await expect(window.locator('body')).not.toBeFocused();
  }
  // Not the open one: with that the composer of the next takes the focus.
  const row = window.locator('nav li > a').nth(1);
  const address = (await row.getAttribute('href')) ?? '';
  await row.press('Delete');
  await expect(window.locator(`nav li > a[href="${address}"]`)).toHaveCount(0);
  await expect(window.locator('body')).not.toBeFocused();
});

/** Where the focus goes with Tab, round the window once: whether each stop shows a ring (an edge fills itself), and follows the last in the page. */
async function walkOf(
  window: Page,
): Promise<readonly { readonly name: string; readonly ring: boolean; readonly follows: boolean }[]> {
  await window.evaluate(() => document.querySelector<HTMLElement>('header button')?.focus());
  const steps: { readonly name: string; readonly ring: boolean; readonly follows: boolean }[] = [];
  await window.evaluate(() => Object.assign(globalThis, { walked: [document.activeElement] }));
  for (;;) {
    await window.keyboard.press('Tab');
    const step = await window.evaluate(() => {
      const { walked } = globalThis as unknown as { walked: Element[] };
      const [now, last] = [document.activeElement, walked.at(-1)];
      if (now === null || now === document.body || last === undefined || walked.includes(now)) return null;
      walked.push(now);
      const { outlineStyle } = getComputedStyle(now);
      const around = now.closest('label, form, [class*="focus-within"]');
      const isOutlined = (element: Element | null): boolean =>
        element !== null && getComputedStyle(element).outlineStyle !== 'none';
      return {
        name: now.getAttribute('aria-label') ?? now.textContent ?? '',
        ring:
          outlineStyle !== 'none' ||
          isOutlined(around) ||
          now.matches('textarea, [role="listbox"], [role="separator"]'),
        follows: (last.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
      };
    });
    if (step === null || steps.length > 120) return steps;
    steps.push(step);
  }
}

test('Tab goes through the window in reading order, with a ring around each stop', async ({ place, app, window }) => {
  const scene = sceneOf({ app, window, place, language: 'en' });
  await windowStates.find(({ name }) => name === 'film')?.show(scene);
  await dress(scene, { theme: 'dark', width: 1280, height: 800, scale: 1 });
  const steps = await walkOf(window);
  expect(steps.length).toBeGreaterThan(20);
  expect(steps.filter(({ ring }) => !ring)).toEqual([]);
  expect(steps.filter(({ follows }) => !follows)).toEqual([]);
});
