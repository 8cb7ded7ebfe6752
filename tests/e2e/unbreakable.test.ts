import { expect } from '@playwright/test';
import { partsOf, say, test } from '../support/desktop.ts';

test('no answer blanks the window', async ({ place, start }) => {
  const { control } = place.studio;
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

test('a part of the window that throws takes nothing else along', async ({ place, start }) => {
  const { control } = place.studio;
  const { window } = await start();
  const { conversation, answer, message, timeline } = partsOf(window);
  // From now on whatever asks a text with this word how it begins or ends throws, as a fault of ours would.
  await window.evaluate(() => {
    const { startsWith, trim } = String.prototype;
    String.prototype.startsWith = function (this: string, ...args) {
      if (this.includes('poisoned')) throw new Error('planted');
      return startsWith.apply(this, args);
    };
    String.prototype.trim = function (this: string) {
      if (this.includes('deadly')) throw new Error('planted');
      return trim.apply(this);
    };
  });
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
  await window.addInitScript(() => {
    const { trim } = String.prototype;
    String.prototype.trim = function (this: string) {
      if (this.includes('deadly')) throw new Error('planted');
      return trim.apply(this);
    };
  });
  await window.reload();
  await alert.getByRole('button', { name: 'Start with another project' }).click();
  await expect(message).toBeEnabled();
  await expect(message).toHaveValue('');
  await expect(window.getByRole('navigation', { name: 'Projects' }).getByRole('listitem')).toHaveCount(2);
});
