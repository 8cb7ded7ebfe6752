import { beforeEach, describe, expect, it, vi } from 'vitest';
import { apply } from '../../../../src/renderer/state/apply.ts';
import type { Dialog } from '../../../../src/renderer/state/model.ts';
import { exportJob } from './fixtures.ts';
import { openWindow } from './open-window.ts';

beforeEach(() => vi.resetModules());

const asks = { type: 'export-asks', projectId: 'p1' } as const;
const question: Dialog = { kind: 'export-question', request: { projectId: 'p1' } };

describe('what lies over the window', () => {
  it('is one dialog: a new one takes the place of the one that is open', async () => {
    const { state, actions } = await openWindow({});
    actions.openDialog({ kind: 'settings' });
    actions.openDialog({ kind: 'link', projectId: 'p1' });
    expect(state().dialog).toEqual({ kind: 'link', projectId: 'p1' });
    expect(apply(state(), asks).dialog).toEqual(question);
  });

  it('is closed by its own hand only', async () => {
    const { state, actions } = await openWindow({});
    actions.openDialog({ kind: 'settings' });
    actions.closeDialog('link');
    expect(state().dialog).toEqual({ kind: 'settings' });
    actions.closeDialog('settings');
    expect(state().dialog).toBeNull();
  });

  it.each([
    [null, true],
    [{ kind: 'search', query: '' }, true],
    [{ kind: 'settings' }, false],
  ] as const)('over %o the palette opens: %s', async (dialog, opens) => {
    const { state, actions } = await openWindow({});
    if (dialog !== null) actions.openDialog(dialog);
    const before = state().dialog;
    actions.openCommands({ kind: 'palette' });
    expect(state().dialog).toEqual(opens ? { kind: 'palette' } : before);
  });

  it('keeps the list of all exports while it asks about one of them', async () => {
    const { requests, state, actions } = await openWindow({});
    const job = exportJob({ id: 'x1', state: 'saved' });
    actions.openAllExports();
    actions.removeExport(job);
    expect(state().dialog).toEqual({ kind: 'all-exports', removingId: 'x1' });
    actions.answerRemoval('x1', 'trash');
    expect(state().dialog).toEqual({ kind: 'all-exports', removingId: null });
    expect(requests).toContainEqual(['export.remove', { exportId: 'x1', file: 'trash' }]);
    actions.closeDialog('all-exports');
    actions.removeExport(job);
    actions.answerRemoval('x1', 'cancel');
    expect(state().dialog).toBeNull();
  });

  it('leaves the list of the versions open where that of the exports closes', async () => {
    const { state, actions } = await openWindow({});
    actions.showPopover('exports', true);
    actions.showPopover('versions', true);
    actions.showPopover('exports', false);
    expect(state().popover).toBe('versions');
    actions.showPopover('versions', false);
    expect(state().popover).toBeNull();
  });
});
