import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Composer } from '../../src/renderer/composer/composer.tsx';
import { upload, view } from '../unit/renderer/state/fixtures.ts';
import { expectAccessible, show } from './rig.ts';

const names = {
  en: [
    'Use a.png as…',
    'Opening frame',
    'Style',
    'Use “a.png” as the opening frame.',
    'Use “a.png” as the reference for the style.',
  ],
  zh: ['指定 a.png 的用途…', '开场画面', '风格参考', '把“a.png”用作开场画面。', '参考“a.png”的风格。'],
} as const;

it.each(['en', 'zh'] as const)('a file gets its role by a sentence in the message, in %s', async (locale) => {
  const [menu, opening, style, first, second] = names[locale];
  const uploads = [upload({ name: 'a.png', kind: 'image' })];
  const { user, state } = show(<Composer />, locale, { openProjectId: 'p1', views: { p1: view({ uploads }) } });
  await user.click(screen.getByRole('button', { name: menu }));
  await expectAccessible();
  await user.click(await screen.findByRole('menuitemradio', { name: opening }));
  expect(state().composers['p1']?.unsent).toBe(first);
  await user.click(screen.getByRole('button', { name: menu }));
  await user.click(await screen.findByRole('menuitemradio', { name: style }));
  expect(state().composers['p1']?.unsent).toBe(second);
});

it('a sound is music, and no opening frame', async () => {
  const uploads = [upload({ name: 'a.mp3', kind: 'audio' })];
  const { user } = show(<Composer />, 'en', { openProjectId: 'p1', views: { p1: view({ uploads }) } });
  await user.click(screen.getByRole('button', { name: 'Use a.mp3 as…' }));
  const items = await screen.findAllByRole('menuitemradio');
  expect(items.map(({ textContent }) => textContent)).toEqual(['Music']);
});
