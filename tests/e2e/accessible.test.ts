import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/desktop.ts';
import { leastInSight, measureLayout } from '../support/measure-layout.ts';
import { speakPseudo } from '../support/pseudo-locale.ts';
import {
  atRest,
  dress,
  type Language,
  type Scene,
  sceneOf,
  startOver,
  type WindowState,
} from '../support/window-scene.ts';
import { stateGroups } from '../support/window-states.ts';

/**
 * `npm run test:soak` walks in the pseudo-locale and in Chinese, at all sizes and with both themes; else it is English, at the size where
 * room is scarcest, and every other state in the dark. The themes differ by nothing but colours, whose pairs a unit test holds.
 */
const isWhole = process.env['RUSHES_WALK'] === 'whole';
const languages: readonly Language[] = isWhole ? ['pseudo', 'zh'] : ['en'];

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe has against the page as it stands, each with the elements it means; `contrastAlone`: of contrast, which it measures in a real
 * window. Whether the name of a button holds its words cannot be told in the pseudo-locale, which lengthens both.
 */
async function violationsOf(page: Page, language: Language, contrastAlone: boolean): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(
    async ([alone, skipsNames, skipsBeneath]) => {
      const { axe } = globalThis as unknown as { axe: { run: (...given: readonly object[]) => Promise<AxeResults> } };
      // The library's own: they hand the focus on, and menus hang beside all landmarks. What lies beneath a dialog is a state without it.
      const exclude = [['[data-base-ui-focus-guard]'], ...(skipsBeneath ? [['[data-base-ui-inert]']] : [])];
      const some = alone
        ? { runOnly: ['color-contrast'] }
        : { rules: { 'label-content-name-mismatch': { enabled: !skipsNames } } };
      const { violations } = await axe.run({ exclude }, { ...some, resultTypes: ['violations'], preload: false });
      return violations.flatMap(({ id, nodes }) =>
        nodes
          .filter(
            ({ target }) =>
              id !== 'region' || document.querySelector(String(target[0]))?.closest('[role="menu"]') == null,
          )
          // The pill keeps its name, though it shows how many there are.
          .filter(
            ({ html }) => id !== 'label-content-name-mismatch' || !html.includes('aria-describedby="credits-left"'),
          )
          .map(({ html }) => `${id}: ${html.slice(0, 200)}`),
      );
    },
    [contrastAlone, language === 'pseudo', !isWhole] as const,
  );
}

/** Each size of the window's content; the smallest is that of 1280 by 800 at a zoom of 200 percent. */
const sizes = [
  { width: 960, height: 600, scale: 1.5 },
  { width: 960, height: 600, scale: 1 },
  { width: 1280, height: 800, scale: 1 },
] as const;

/**
 * Nothing may be cut, covered or out of reach, nor may axe have anything against it. Texts of the pseudo-locale are as long as those of
 * the longest languages.
 */
async function lookAt(scene: Scene, states: readonly WindowState[]): Promise<void> {
  const { window, language } = scene;
  if (language === 'pseudo') await speakPseudo(window);
  for (const [index, state] of states.entries()) {
    const [theme, other] = index % 2 === 0 ? (['dark', 'light'] as const) : (['light', 'dark'] as const);
    // Each state begins in a window that shows all columns; the last look was at a smaller one.
    await dress(scene, { theme, width: 1280, height: 800, scale: 1 });
    await startOver(scene, index > 0 && states[index - 1]?.outlives !== true);
    await state.show(scene);
    await atRest(window);
    expect.soft(await violationsOf(window, language, false), `${state.name}, ${theme}`).toEqual([]);
    if (isWhole) {
      await dress(scene, { theme: other, width: 1280, height: 800, scale: 1 });
      expect.soft(await violationsOf(window, language, true), `${state.name}, ${other}`).toEqual([]);
    }
    for (const size of sizesOf(state)) {
      await dress(scene, { ...size, theme });
      const where = `${state.name} at ${size.width / size.scale}`;
      expect.soft(await window.evaluate(measureLayout, leastInSight), where).toEqual([]);
      if (isWhole && size.scale === 1) expect.soft(await violationsOf(window, language, false), where).toEqual([]);
    }
  }
}

function sizesOf({ covers }: WindowState): readonly (typeof sizes)[number][] {
  if (!isWhole) return [sizes[1]];
  return covers === true ? sizes.slice(1) : sizes;
}

// Each group has an app of its own, so that they can go beside each other.
test.describe.configure({ mode: 'parallel' });

/** `RUSHES_STATES="trim gif"` looks at these alone. */
const wanted = process.env['RUSHES_STATES']?.split(' ');

for (const language of languages)
  for (const [group, all] of Object.entries(stateGroups)) {
    const states = all.filter(({ name }) => wanted?.includes(name) ?? true);
    if (states.length === 0) continue;
    const title = `every state of ${group}: nothing against it by axe, and no text is cut off`;
    test(language === 'zh' ? `${title}, in Chinese` : title, async ({ place, start }) => {
      test.setTimeout(isWhole ? 900_000 : 240_000);
      const args = [...(language === 'zh' ? ['--lang=zh-CN'] : []), ...(group === 'rehearsal' ? ['--rehearse'] : [])];
      await lookAt(sceneOf({ ...(await start({ args })), place, language }), states);
    });
  }
