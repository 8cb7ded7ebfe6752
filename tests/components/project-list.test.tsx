import { act, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ProjectList } from '../../src/renderer/projects/project-list.tsx';
import { project } from '../unit/renderer/state/fixtures.ts';
import { show } from './rig.ts';

/** Tells, while a list is not drawn to its end, that the user comes near to what is drawn of it. */
let near: (() => void) | null = null;

beforeEach(() => {
  near = null;
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(changed: (entries: readonly { readonly isIntersecting: boolean }[]) => void) {
        near = () => changed([{ isIntersecting: true }]);
      }
      observe() {}
      disconnect() {
        near = null;
      }
    },
  );
});

const projects = Array.from({ length: 60 }, (_, at) => project({ id: `p${at}`, name: `Film ${at}` }));
const showList = (locale: 'en' | 'zh', state: Parameters<typeof show>[2]) =>
  show(
    <nav>
      <ProjectList narrow={false} />
    </nav>,
    locale,
    state,
  );
const scroll = () => act(() => near?.());
const names = () => screen.getAllByRole('link').map((link) => link.textContent);

describe.each(['en', 'zh'] as const)('many projects in %s', (locale) => {
  it('are drawn as the user scrolls to them', () => {
    showList(locale, { projects, openProjectId: 'p0' });
    expect(names()).toHaveLength(24);
    scroll();
    expect(names()).toHaveLength(48);
    scroll();
    expect(names()).toHaveLength(60);
    expect(near).toBeNull();
  });

  it('are drawn with the open one, wherever it is', () => {
    showList(locale, { projects, openProjectId: 'p40' });
    expect(screen.getAllByRole('link', { current: 'page' })).toHaveLength(1);
    expect(names()).toHaveLength(25);
  });

  it('are all there for the key that leads to the last', async () => {
    const { user } = showList(locale, { projects, openProjectId: 'p0' });
    act(() => screen.getAllByRole('link')[0]?.focus());
    await user.keyboard('{End}');
    expect(document.activeElement).toBe(screen.getAllByRole('link')[59]);
  });
});
