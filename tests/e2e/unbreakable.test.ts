import { expect } from '@playwright/test';
import { partsOf, say, test } from '../support/desktop.ts';

test('no answer blanks the window', async ({ place, start }) => {
  const { control } = place.demoCloud;
  const { window } = await start();
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
