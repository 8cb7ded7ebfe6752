import { expect } from '@playwright/test';
import { openedPages, partsOf, recordPages, say, test } from '../support/desktop.ts';

test('"Open in browser" leads to the claim page, and no token of ours goes along', async ({ place, start }) => {
  const { control } = place.demoCloud;
  const { app, window } = await start({ env: { NEMO_WEB_URL: 'https://web.example' } });
  await recordPages(app);
  control.script({ kind: 'text', text: 'The sea is calm.' });
  await say(window, 'tell me of the sea');
  await expect(partsOf(window).answer).toContainText('The sea is calm.');
  await window.getByRole('button', { name: 'Open in browser' }).click();
  await control.waitFor('claim-token');
  await expect.poll(() => openedPages(app)).toHaveLength(1);
  const [page] = await openedPages(app);
  expect(page).toMatch(/^https:\/\/web\.example\/workspace\/claim\?ct=clm_\w+$/);
});
