import { expect } from '@playwright/test';
import { partsOf, say, test } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';
import { hostileAnswers, huge } from '../support/hostile-answers.ts';

sharedTest('no answer blanks the window', async ({ control, window }) => {
  const { conversation, answer, message, stop } = partsOf(window);
  const deep = [
    '>'.repeat(2_500),
    '- '.repeat(1_500),
    `${'**'.repeat(1_500)}a${'**'.repeat(1_500)}`,
    '['.repeat(20_000),
  ];
  for (const text of deep) {
    control.script({ kind: 'text', text: `${text}\n\nThe **end** of it.` });
    await say(window, 'Tell me');
    await expect(answer).toContainText('of it.');
    await expect(stop).toBeHidden();
  }
  await expect(message).toBeEnabled();
  await window.reload();
  await expect(answer).toContainText('of it.');
  await expect(conversation.getByRole('article', { name: 'You' }).last()).toHaveText('Tell me');
});

sharedTest(
  'no answer does harm: nothing runs, nothing is fetched, nothing stands over the window',
  async ({ place, control, app, window }) => {
    const { conversation, message, stop } = partsOf(window);
    await window.evaluate(() => {
      const violations: string[] = [];
      Object.assign(globalThis, { violations });
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        violations.push(effectiveDirective),
      );
    });
    const address = window.url();
    const hostile = hostileAnswers(place.demoCloud.url);
    const answers = [
      hostile.filter((text) => text.length < 2_000).join('\n\n'),
      ...hostile.filter((text) => text.length >= 2_000).slice(0, 4),
      huge['one line of 2 MB'],
      `| a | b |\n|---|---|\n${'| sea | sand |\n'.repeat(1_000)}`,
    ];
    for (const text of answers) {
      control.script({ kind: 'text', text: `${text}\n\nThe end.` });
      await say(window, 'Tell me');
      // The answer's own text is too long to be read by a locator again and again.
      await expect
        .poll(() =>
          window.evaluate(
            () => document.querySelector('[role=log]')?.textContent?.trimEnd().includes('The end.') === true,
          ),
        )
        .toBe(true);
      await expect(stop).toBeHidden();
      await message.fill('still here');
      await expect(message).toHaveValue('still here');
      const left = await conversation.evaluate((log) => ({
        foreign: [
          ...log.querySelectorAll(
            'article[aria-label="Agent"] :is(script, iframe, object, embed, form, img, video, audio, style, link, meta, base, dialog, webview, template, math, [onclick], [onerror], [onload])',
          ),
        ].map(({ outerHTML }) => outerHTML.slice(0, 80)),
        links: [...log.querySelectorAll('a')]
          .map(({ href }) => href)
          .filter((href) => !/^(?:https:|rushes:\/\/app\/index\.html#)/.test(href)),
        over: [...log.querySelectorAll('article *')].filter((one) => getComputedStyle(one).position === 'fixed').length,
        stolen: 'stolen' in globalThis,
        violations: (globalThis as unknown as { violations: readonly string[] }).violations,
      }));
      expect(left).toEqual({ foreign: [], links: [], over: 0, stolen: false, violations: [] });
      await window.getByRole('button', { name: 'New project' }).click();
    }
    expect(window.url()).toBe(address);
    const pages = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((one) => [one.isVisible(), new URL(one.webContents.getURL()).protocol]),
    );
    expect(pages.filter(([isVisible]) => isVisible)).toHaveLength(1);
    expect(pages.filter(([, protocol]) => protocol !== 'rushes:')).toEqual([]);
    expect(control.calls('unknown')).toEqual([]);
  },
);

/** From now on a text with this word throws when it is asked so, as a fault of ours would. Runs in the window. */
function poison({ method, word }: { readonly method: string; readonly word: string }): void {
  const asked = new Proxy(Reflect.get(String.prototype, method) as () => unknown, {
    apply: (target, text: string, rest) => {
      if (text.includes(word)) throw new Error('planted');
      return Reflect.apply(target, text, rest);
    },
  });
  Object.assign(String.prototype, { [method]: asked });
}

test('a part of the window that throws takes nothing else along', async ({ place, start }) => {
  const { control } = place.demoCloud;
  const { window } = await start();
  const { conversation, answer, message, timeline } = partsOf(window);
  await window.evaluate(poison, { method: 'startsWith', word: 'poisoned' });
  await window.evaluate(poison, { method: 'trim', word: 'deadly' });
  control.script({ kind: 'text', text: 'A poisoned **answer**.' });
  await say(window, 'Tell me');
  await expect(answer).toContainText("This message can't be shown");
  await expect(timeline).toBeVisible();
  await answer.getByRole('button', { name: 'Show as text' }).click();
  await expect(answer).toContainText('A poisoned **answer**.');
  await answer.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(answer.getByRole('button', { name: 'Copied' }).first()).toBeVisible();

  control.script({ kind: 'text', text: 'A good answer.' });
  await say(window, 'Tell me more');
  await expect(answer).toHaveText(/A good answer\./);
  await expect(conversation.getByRole('article', { name: 'Agent' })).toHaveCount(2);

  await message.fill('deadly');
  const alert = window.getByRole('alert');
  await expect(alert).toContainText("Rushes can't show this window");
  await alert.getByRole('button', { name: 'Reload' }).click();
  await expect(answer).toHaveText(/A good answer\./);
  await expect(message).toHaveValue('deadly');

  // What breaks the window again after each start is left behind with its project.
  await window.addInitScript(poison, { method: 'trim', word: 'deadly' });
  await window.reload();
  await alert.getByRole('button', { name: 'Start with another project' }).click();
  await expect(message).toBeEnabled();
  await expect(message).toHaveValue('');
  await expect(window.getByRole('navigation', { name: 'Projects' }).getByRole('listitem')).toHaveCount(2);
});
