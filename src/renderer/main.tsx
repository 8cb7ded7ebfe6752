import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, BrokenWindow } from './app.tsx';
import { Boundary } from './ui/boundary.tsx';
import { followUploads } from './files/speeds.ts';
import { startClient } from './state/client.ts';
import { firstState, keepFirstState } from './state/first-state.ts';
import { keepLayout } from './state/layout.ts';
import { update, useWindow } from './state/store.ts';
import { loadDeferred } from './ui/deferred.tsx';
import { changeLocale, loadChinese } from './locales/text.ts';
import './theme.css';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');

const first = firstState();
if (first !== null) {
  const { locale, preferences } = first;
  update((state) => ({ ...state, locale, preferences }));
}
const { locale } = useWindow.getState();
if (locale === 'zh') await loadChinese();
changeLocale(locale);
useWindow.subscribe((state, before) => {
  if (!state.loaded) return;
  if (state.locale !== before.locale || !before.loaded) changeLocale(state.locale);
  if (state.preferences !== before.preferences) showTheme(state.preferences.theme);
});

/** At once everywhere: buttons would fade after all else. */
function showTheme(theme: 'light' | 'dark' | 'system'): void {
  const { dataset } = document.documentElement;
  if ((dataset['theme'] ?? 'system') === theme) return;
  dataset['changesTheme'] = '';
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
  // Asking for a size has all colours worked out, before anything may fade again.
  document.body.getBoundingClientRect();
  delete dataset['changesTheme'];
}

/** What main loads to answer would hold the first frame up. A hidden window has no frames. */
function afterFirstFrame(work: () => Promise<void>): void {
  let begun = false;
  const begin = (): void => {
    if (!begun) void work();
    begun = true;
  };
  // In the second the first one has been drawn.
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(begin)));
  setTimeout(begin, document.hidden ? 0 : 5000);
}

keepFirstState();
keepLayout();
followUploads();
// The parts first: main is busy once it opens the app.
afterFirstFrame(async () => {
  const [{ runCommand }] = await Promise.all([import('./commands/run-command.ts'), loadDeferred()]);
  startClient(runCommand);
});
createRoot(root).render(
  <StrictMode>
    <Boundary fallback={<BrokenWindow />}>
      <App />
    </Boundary>
  </StrictMode>,
);
