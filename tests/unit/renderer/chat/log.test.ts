import { describe, expect, it, vi } from 'vitest';
import { project } from '../state/fixtures.ts';

vi.stubGlobal('window', { rushes: {} });
vi.stubGlobal('Image', class {});
const { isLookedAt } = await import('../../../../src/renderer/chat/log.tsx');

describe('what is unread', () => {
  const window = { openProjectId: 'p1', projects: [project({ unread: 2 }), project({ id: 'p2', unread: 1 })] };

  it('is seen at the end of the open project, in a window with the focus', () => {
    expect(isLookedAt(window, 'p1', true)).toBe(true);
    expect(isLookedAt(window, 'p1', false)).toBe(false);
    expect(isLookedAt(window, 'p2', true)).toBe(false);
  });

  it('is told once', () => {
    expect(isLookedAt({ ...window, projects: [project()] }, 'p1', true)).toBe(false);
  });
});
