import { expect } from '@playwright/test';
import { partsOf, say, test } from '../support/desktop.ts';

const two = {
  title: 'A few things first',
  questions: [
    { id: 'q1', prompt: 'Which colours?', options: ['Warm', 'Cold'].map((label) => ({ id: label, label })) },
    {
      id: 'q2',
      prompt: 'Which sounds?',
      options: ['Rain', 'Wind', 'Piano'].map((label) => ({ id: label, label })),
      allow_multiple: true,
    },
  ],
};
const one = { questions: [{ id: 'q1', prompt: 'Shall it rain?', options: [{ id: 'a', label: 'Yes, a lot' }] }] };
const asking = (args: unknown): unknown => ({
  author: 'nemo_agent',
  id: 'e1',
  content: { role: 'model', parts: [{ functionCall: { name: 'ask_question', id: 'c1', args } }] },
});
const textOf = (body: unknown): string =>
  (body as { readonly new_message: { readonly parts: readonly { readonly text: string }[] } }).new_message.parts[0]!
    .text;

test('the agent asks: by keyboard and by mouse, over a restart, with the queue behind it', async ({ place, start }) => {
  const { control } = place.demoCloud;
  const sent = (): readonly string[] => control.calls('run-sse').map(({ body }) => textOf(body));
  const first = await start();
  const streaming = control.hold('run-sse', { frames: 0 });
  control.script({ kind: 'frames', frames: [asking(two), asking(two)] });
  await say(first.window, 'A film about the sea');
  await streaming.reached;
  await say(first.window, 'Then make it longer');
  streaming.release();
  const card = partsOf(first.window).answer.getByRole('group', { name: 'A few things first' });
  await expect(card.getByRole('group', { name: 'Which colours?' })).toBeVisible();
  await expect(partsOf(first.window).conversation).toContainText('Waiting: the last answer needs you.');
  await expect(card.getByRole('button', { name: 'Send answer' })).toBeDisabled();
  await first.close();

  const { window } = await start();
  const { answer, conversation, message } = partsOf(window);
  const group = conversation.getByRole('group', { name: 'A few things first' });
  await expect(group).toContainText('for an edit');
  await group.getByRole('button', { name: 'Cold' }).click();
  await group.getByRole('button', { name: 'Warm' }).focus();
  await window.keyboard.press('Space');
  await expect(group.getByRole('button', { name: 'Warm' })).toHaveAttribute('aria-pressed', 'true');
  await expect(group.getByRole('button', { name: 'Cold' })).toHaveAttribute('aria-pressed', 'false');
  await group.getByRole('checkbox', { name: 'Rain' }).check();
  await group.getByRole('checkbox', { name: 'Piano' }).press('Space');
  control.script({ kind: 'frames', frames: [asking(one)] });
  await group.getByRole('button', { name: 'Send answer' }).press('Enter');
  const text = '1. Which colours?: Warm\n2. Which sounds?: Rain, Piano';
  await expect(conversation.getByRole('article', { name: 'You' }).getByText('1. Which colours?: Warm')).toBeVisible();
  expect(sent()).toEqual(['A film about the sea', text]);
  await expect(group.getByRole('button')).toHaveCount(0);
  await expect(group).toContainText('Rain, Piano');
  await expect(message).toBeFocused();

  const next = answer.getByRole('group', { name: 'The agent has a question' });
  control.script({ kind: 'text', text: 'Here you are.' });
  await next.getByRole('button', { name: 'Yes, a lot' }).click();
  await expect(conversation).toContainText('Here you are.');
  await conversation.getByRole('button', { name: 'Continue' }).click();
  await control.waitFor('run-sse', 4, 'ended');
  expect(sent()).toEqual(['A film about the sea', text, '1. Shall it rain?: Yes, a lot', 'Then make it longer']);

  control.script({ kind: 'frames', frames: [asking(one)] });
  await say(window, 'Again');
  await answer.getByRole('button', { name: 'Skip' }).click();
  await control.waitFor('run-sse', 6, 'ended');
  expect(sent().at(-1)).toBe('1. Shall it rain?: Skipped');
});
