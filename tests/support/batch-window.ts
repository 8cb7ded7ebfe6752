import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import type { DemoControl } from '../../src/demo-cloud/control.ts';
import { answerOpenDialog, partsOf } from './desktop.ts';

/** Opens the sheet from the palette, with these files. */
export async function openSheet(app: ElectronApplication, window: Page, files: readonly string[]): Promise<Locator> {
  await expect(partsOf(window).status).toHaveText('Ready!');
  await answerOpenDialog(app, files);
  await window.keyboard.press('ControlOrMeta+k');
  await window.getByRole('combobox', { name: 'Commands' }).fill('New batch');
  await window.keyboard.press('Enter');
  const sheet = window.getByRole('dialog', { name: 'New batch' });
  await expect(sheet).toBeVisible();
  return sheet;
}

/** The rows of the batch on screen. */
export const itemsOf = (window: Page): Locator =>
  window.getByRole('list', { name: 'Files of the batch' }).getByRole('listitem');

/** The messages that reached the cloud, as it had them. */
export function sent(control: DemoControl): readonly string[] {
  return control.calls('run-sse').map(({ body }) => {
    const { new_message: message } = body as { readonly new_message: { readonly parts: readonly { text: string }[] } };
    return message.parts[0]?.text ?? '';
  });
}
