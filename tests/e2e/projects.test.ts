import { expect, type Locator, type Page } from '@playwright/test';
import { openSettings, partsOf, say, test } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';
import { lookAway } from '../support/desktop-status.ts';

function projectsOf(window: Page): { readonly list: Locator; readonly project: (name: string) => Locator } {
  const list = window.getByRole('navigation', { name: 'Projects' });
  return { list, project: (name) => list.getByRole('link', { name }) };
}

sharedTest('what was said is found again, in both languages, and the hit is shown', async ({ control, window }) => {
  control.script({ kind: 'text', text: 'The lighthouse keeper rows home. 天亮时，小船离开港口。' });
  await say(window, 'tell me of the sea');
  await expect(partsOf(window).answer).toContainText('lighthouse');
  await expect(partsOf(window).stop).toBeHidden();
  await window.getByRole('button', { name: 'New project' }).click();
  for (const query of ['lighthouse', '港口']) {
    await window.keyboard.press('ControlOrMeta+k');
    await window.getByRole('dialog').getByRole('combobox').fill(query);
    await window.getByRole('option', { name: `Search for “${query}” in all text` }).click();
    await window.getByRole('option').filter({ hasText: query }).first().click();
    await expect(partsOf(window).answer).toContainText('lighthouse keeper');
    await window.getByRole('button', { name: 'New project' }).click();
    await expect(partsOf(window).conversation.getByRole('article')).toHaveCount(0);
  }
});

sharedTest('an answer in a project that is not looked at is counted', async ({ control, window }) => {
  const { list } = projectsOf(window);
  control.script({ kind: 'text', text: 'The sea is calm.' });
  const streaming = control.hold('run-sse', { frames: 1 });
  await say(window, 'tell me of the tide');
  await streaming.reached;
  await window.getByRole('button', { name: 'New project' }).click();
  streaming.release();
  const sea = list.getByRole('link', { name: /tell me of the tide/ });
  await expect(sea).toHaveAccessibleName(/1 new answer/);
  await sea.click();
  await expect(partsOf(window).answer).toContainText('The sea is calm.');
  await expect(sea).not.toHaveAccessibleName(/new answer/);
});

sharedTest(
  'an answer in the open project is counted while the user is at another program',
  async ({ control, app, window }) => {
    const { list } = projectsOf(window);
    const sea = list.getByRole('link', { name: /tell me of the waves/ });
    await lookAway(app, true);
    await window.evaluate(() => (document.hasFocus = () => false));
    control.script({ kind: 'text', text: 'The sea is calm.' });
    await say(window, 'tell me of the waves');
    await expect(partsOf(window).answer).toContainText('The sea is calm.');
    await expect(sea).toHaveAccessibleName(/1 new answer/);
    await lookAway(app, false);
    await window.evaluate(() => {
      document.hasFocus = () => true;
      globalThis.dispatchEvent(new Event('focus'));
    });
    await expect(sea).not.toHaveAccessibleName(/new answer/);
  },
);

test('the daily limit asks before a message could exceed it', async ({ place, start }) => {
  const { control } = place.demoCloud;
  const { window } = await start();
  const { answer, message } = partsOf(window);
  await openSettings(window, 'Spending');
  await window.getByLabel('Daily limit').fill('40');
  await window.keyboard.press('Tab');
  await window.keyboard.press('Escape');
  await say(window, 'tell me of the sea');
  const ask = window.getByRole('button', { name: 'Send anyway' });
  await expect(ask).toBeVisible();
  await expect(message).toHaveValue('tell me of the sea');
  expect(control.calls('run-sse')).toEqual([]);
  control.script({ kind: 'text', text: 'The sea is calm.' });
  await ask.click();
  await expect(answer).toContainText('The sea is calm.');
  await expect(message).toHaveValue('');
});

test('the daily limit asks before a message goes again', async ({ place, start }) => {
  const { control } = place.demoCloud;
  const { window } = await start();
  const { conversation } = partsOf(window);
  control.fault({ on: 'run-sse', kind: 'http', status: 402 });
  await say(window, 'tell me of the sea');
  const again = window.getByRole('button', { name: 'Send again' });
  await expect(again).toBeVisible();
  await openSettings(window, 'Spending');
  await window.getByLabel('Daily limit').fill('40');
  await window.keyboard.press('Tab');
  await window.keyboard.press('Escape');
  await again.press('Enter');
  const goOn = conversation.getByRole('alert').getByRole('button', { name: 'Send anyway' });
  await expect(goOn).toBeVisible();
  expect(control.calls('run-sse')).toHaveLength(1);
  control.script({ kind: 'text', text: 'The sea is calm.' });
  await goOn.press('Enter');
  await expect(conversation).toContainText('The sea is calm.');

  // So does the message by which a change is removed.
  control.script({ kind: 'generate' });
  await say(window, 'Make a video of the sea');
  await window.getByRole('button', { name: 'Send anyway' }).click();
  await expect(conversation.getByRole('button', { name: 'Remove' })).toHaveCount(3);
  const asked = control.calls('run-sse').length;
  await conversation.getByRole('button', { name: 'Remove' }).first().press('Enter');
  await expect(conversation.getByRole('alert')).toContainText('daily limit');
  expect(control.calls('run-sse')).toHaveLength(asked);
  await goOn.press('Enter');
  await expect(conversation.getByRole('article', { name: 'You' }).last()).toContainText('Remove the music');
  await expect(conversation.getByRole('button', { name: 'Remove' })).toHaveCount(2);
  await expect(goOn).toBeHidden();
});
