import { expect, it } from 'vitest';
import { opening, openWindow } from './open-window.ts';

it('brings a page that is loaded anew what it showed last, not what the window was opened with', async () => {
  const { startClient, state, emit } = await openWindow(opening, { locale: 'en' });
  const { firstState, keepFirstState } = await import('../../../../src/renderer/state/first-state.ts');
  expect(firstState()).toEqual({ locale: 'en' });
  keepFirstState();
  startClient(() => undefined);
  await expect.poll(() => state().loaded).toBe(true);
  const { preferences, openProjectId } = state();
  emit({ type: 'preferences', preferences: { ...preferences, language: 'zh', theme: 'dark' }, locale: 'zh' });
  expect(firstState()).toEqual({
    locale: 'zh',
    preferences: { ...preferences, language: 'zh', theme: 'dark' },
    openProjectId,
  });
});
