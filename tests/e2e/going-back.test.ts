import { expect, type Page } from '@playwright/test';
import type { DemoControl } from '../../src/demo-cloud/demo-cloud.ts';
import type { Place } from '../support/desktop.ts';
import { partsOf, say } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';

/** A film of one clip with music and a title, then three edits in words: versions 1 to 4. */
async function edited(window: Page, { demoCloud: { control, url } }: Place): Promise<void> {
  const { timeline, stop } = partsOf(window);
  const edit = async (message: string, version: number): Promise<void> => {
    await say(window, message);
    await expect(timeline.getByRole('button', { name: `Version ${version}` })).toBeVisible();
    await expect(stop).toBeHidden();
  };
  const clip = { name: 'ocean glints', url: `${url}/files/samples/ocean.mp4`, durationMs: 10_000 };
  const music = { name: 'Lo-fi', url: `${url}/files/samples/music.m4a` };
  control.script({
    kind: 'text',
    text: 'Here is the sea.',
    edits: [
      { kind: 'place-clips', clips: [clip] },
      { kind: 'set-music', ...music },
      { kind: 'set-title', text: 'Paradise' },
    ],
  });
  await say(window, 'Show me the sea');
  await expect(timeline).toContainText('Version 1');
  await expect(stop).toBeHidden();
  for (const [index, message] of ['Music to 60%', 'Make the title red', 'Trim to 2 seconds'].entries()) {
    control.script({ kind: 'spoken', editorTalk: false });
    await edit(message, index + 2);
  }
}

/** What the session's draft holds, without its count of revisions. */
function draftNow(control: DemoControl): unknown {
  const { rev: _, ...draft } = control.draft(control.sessions()[0]?.id ?? '') as Readonly<Record<string, unknown>>;
  return draft;
}

sharedTest('undo an edit from its card by keyboard, and then the one before it', async ({ place, window }) => {
  const { control } = place.demoCloud;
  const { conversation, timeline } = partsOf(window);
  await edited(window, place);
  const sent = control.calls('run-sse').length;

  // Shown with its words and its cost, and not sent: Escape leaves all as it is, and the focus comes back.
  const undo = conversation.getByRole('button', { name: 'Undo', exact: true });
  await undo.press('Enter');
  const dialog = window.getByRole('dialog', { name: 'Undo this edit?' });
  await expect(dialog.getByRole('list', { name: 'Changes to ask for' })).toContainText(
    'Play clip 1, starting 0 s into its file, 10 s long',
  );
  await expect(dialog).toContainText(/About \d+ credits? · you have \d+/);
  await window.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(undo).toBeFocused();
  expect(control.calls('run-sse')).toHaveLength(sent);

  await window.keyboard.press('Control+z');
  control.script({ kind: 'spoken', editorTalk: false });
  await dialog.getByRole('button', { name: 'Ask the agent' }).press('Enter');
  await expect(conversation).toContainText('Your video is back at version 3.');
  await expect(timeline).toContainText('Version 5');
  expect(control.calls('run-sse')).toHaveLength(sent + 1);

  // Once more takes the edit before it back, and does not bring the first one again.
  await conversation.getByRole('button', { name: 'Undo', exact: true }).focus();
  await window.keyboard.press('Control+z');
  await expect(dialog.getByRole('list')).toContainText('in the usual color');
  await window.keyboard.press('Escape');
});

sharedTest('go back two versions and more: the video is as it was', async ({ place, window }) => {
  const { control } = place.demoCloud;
  const { conversation, timeline } = partsOf(window);
  await edited(window, place);
  await timeline.getByRole('button', { name: 'Version 4' }).press('Enter');
  await window.getByRole('menuitemradio').nth(2).click();
  await expect(timeline.getByRole('status')).toContainText('Version 2 of 4');

  // Meanwhile message and export say which version they mean.
  await expect(window.getByRole('main')).toContainText('Your message edits the current version, not version 2.');
  await expect(
    window.getByRole('banner').getByRole('button', { name: 'Export', exact: true }),
  ).toHaveAccessibleDescription(/Exports the current version, not version 2/);

  await timeline.getByRole('button', { name: 'Go back to this version' }).click();
  control.script({ kind: 'spoken', editorTalk: false });
  await window
    .getByRole('dialog', { name: 'Go back to version 2?' })
    .getByRole('button', { name: 'Ask the agent' })
    .click();
  await expect(conversation).toContainText('Your video is back at version 2.');
  await expect(timeline.getByRole('status')).toHaveCount(0);
  await expect(timeline).toContainText('Version 5');
  await expect(window.getByRole('main')).not.toContainText('Your message edits the current version');
  expect(draftNow(control)).toMatchObject({ d: 10_000 });

  // An agent that does something else: what is missing is named.
  await conversation.getByRole('button', { name: 'Undo', exact: true }).click();
  control.script({ kind: 'text', text: 'Done.', edits: [{ kind: 'trim', durationMs: 5000 }] });
  await window.getByRole('button', { name: 'Ask the agent' }).click();
  const missing = conversation.getByRole('list', { name: 'Version 4 is not all back yet. Still to do:' });
  await expect(missing).toContainText('Play clip 1, starting 0 s into its file, 2 s long');
  await expect(missing).toContainText('color #f04238');
  await expect(conversation.getByRole('button', { name: 'Try the rest again' })).toBeVisible();
});

sharedTest('an earlier message is edited and sent as a new one, with its file', async ({ place, window }) => {
  const { control } = place.demoCloud;
  const { conversation, timeline } = partsOf(window);
  await edited(window, place);
  const message = window.getByRole('textbox', { name: 'Message' });
  await conversation.getByRole('article', { name: 'You' }).filter({ hasText: 'Make the title red' }).hover();
  await conversation
    .getByRole('article', { name: 'You' })
    .filter({ hasText: 'Make the title red' })
    .getByRole('button', { name: 'Edit this message' })
    .click();
  await expect(message).toHaveValue('Make the title red');
  await expect(message).toBeFocused();
  await expect(window.getByRole('main')).toContainText('Later edits stay in the video.');
  await window.getByRole('button', { name: 'Go back first…' }).click();
  await expect(window.getByRole('dialog')).toContainText('in the usual color');
  await window.keyboard.press('Escape');

  control.script({ kind: 'spoken', editorTalk: false });
  await message.fill('Make the title blue');
  await message.press('Enter');
  await expect(timeline).toContainText('Version 5');
  await expect(window.getByRole('main')).not.toContainText('Later edits stay in the video.');
});

sharedTest('a project is duplicated: its messages wait there, and nothing is sent', async ({ place, window }) => {
  const { control } = place.demoCloud;
  const { conversation } = partsOf(window);
  await edited(window, place);
  const sent = control.calls('run-sse').length;
  const projects = window.getByRole('navigation', { name: 'Projects' });
  await projects.locator('[aria-current=page]').click({ button: 'right' });
  await window.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(projects.locator('[aria-current=page]')).toContainText('(copy)');
  await expect(conversation.getByRole('heading', { name: 'Ready to send' })).toBeVisible();
  await expect(conversation.getByRole('article', { name: 'You' })).toHaveText([
    /^Show me the sea/,
    /^Music to 60%/,
    /^Make the title red/,
    /^Trim to 2 seconds/,
  ]);
  expect(control.calls('run-sse')).toHaveLength(sent);
});
