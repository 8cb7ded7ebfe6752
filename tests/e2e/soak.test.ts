import { randomInt } from 'node:crypto';
import { expect } from '@playwright/test';
import { createPlace, partsOf, say, startApp, test } from '../support/desktop.ts';
import { randomFrom } from '../support/random.ts';

/** `npm run test:soak` asks for 200. A seed repeats a run: RUSHES_SEED=… */
const kills = Number(process.env['RUSHES_KILLS'] ?? 2);
const seed = Number(process.env['RUSHES_SEED'] ?? randomInt(2 ** 31));
/** How long an answer takes at the pace below, with some room on both sides; in ms. */
const longestMs = 1500;

test(`${kills} kills at random moments: no message is posted twice, none is lost`, async () => {
  test.setTimeout(60_000 + kills * 15_000);
  test.info().annotations.push({ type: 'seed', description: String(seed) });
  console.log(`seed ${seed}`);
  const random = randomFrom(seed);
  const place = await createPlace({ demoCloud: { pace: 0.02, seed } });
  const { control } = place.demoCloud;
  control.setCredits({ available: 1_000_000, frozen: 0, total: 1_000_000 });
  const sent: string[] = [];
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const { window, app, kill: die } = await startApp(place);
      await expect(partsOf(window).message).toBeVisible();
      // Whatever the last life left waiting stays so: only what this life sends is under test.
      await window.getByRole('button', { name: 'New project' }).click();
      const messages = partsOf(window).conversation.getByRole('article', { name: 'You' });
      // Until the new project is there, the composer is that of the one before it.
      await expect(window.getByRole('heading', { name: 'What shall we make?' })).toBeVisible();
      const message = `a title for film number ${String(kill).padStart(3, '0')}`;
      await say(window, message);
      sent.push(message);
      await expect(messages).toHaveText(message);
      // The one wait for time in these tests: the moment of the kill is what is random.
      await Promise.race([
        new Promise((moment) => setTimeout(moment, random() * longestMs)),
        new Promise((ended) => app.process().once('exit', ended)),
      ]);
      await die();
    }
    await control.until(() => control.sessions().every(({ running }) => running === 0));
    await judge(place, sent);
  } finally {
    await place.close();
  }
});

/** The demo cloud's log says what was posted; the last start says what the app knows. */
async function judge(place: Awaited<ReturnType<typeof createPlace>>, messages: readonly string[]): Promise<void> {
  const posted = place.demoCloud.control.calls('run-sse').map(({ body }) => JSON.stringify(body));
  for (const message of messages) {
    const posts = posted.filter((body) => body.includes(`"${message}"`));
    expect(posts.length, message).toBeLessThanOrEqual(1);
  }
  const { window, close } = await startApp(place);
  const projects = window.getByRole('navigation', { name: 'Projects' });
  const rows = projects.getByRole('link');
  // More rows are drawn as their end comes near.
  const drawn = async (): Promise<number> => {
    await rows.last().scrollIntoViewIfNeeded();
    return rows.count();
  };
  await expect.poll(drawn, { timeout: 60_000 }).toBeGreaterThanOrEqual(messages.length);
  for (const [index, message] of messages.entries()) {
    await projects.getByRole('link', { name: message }).first().click();
    const { conversation, stop } = partsOf(window);
    await expect(conversation.getByRole('article', { name: 'You' })).toHaveText(message);
    await expect(stop, `turn ${index} comes to an end`).toBeHidden();
  }
  expect(place.demoCloud.control.calls('run-sse')).toHaveLength(posted.length);
  await close();
}
