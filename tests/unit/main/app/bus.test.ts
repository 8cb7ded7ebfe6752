import { describe, expect, test, vi } from 'vitest';
import { createBus } from '../../../../src/main/app/bus.ts';
import type { AppEvent } from '../../../../src/shared/contract/events.ts';

const removed = { type: 'project-removed', projectId: 'p' } as const;
const restored = { type: 'project-restored', projectId: 'p' } as const;

describe('the bus', () => {
  test('calls those that listen to a type, in the order in which they came, before `emit` returns', () => {
    const bus = createBus(vi.fn());
    const heard: string[] = [];
    bus.on('project-removed', ({ projectId }) => heard.push(`first ${projectId}`));
    bus.on('project-removed', ({ projectId }) => heard.push(`second ${projectId}`));
    bus.on('project-restored', () => heard.push('another type'));

    bus.emit(removed);

    expect(heard).toEqual(['first p', 'second p']);
  });

  test('gives the window what is for the window, and nothing that rooms announce to each other', () => {
    const bus = createBus(vi.fn());
    const shown: AppEvent[] = [];
    bus.onAppEvent((event) => shown.push(event));

    bus.emit(restored);
    bus.emit({ type: 'retry-now' });
    bus.emit(removed);

    expect(shown).toEqual([removed]);
  });

  test('lets the window hear an event before what a room announces because of it', () => {
    const bus = createBus(vi.fn());
    const shown: string[] = [];
    bus.on('project-removed', () => bus.emit({ type: 'batch-removed', batchId: 'b' }));
    bus.onAppEvent(({ type }) => shown.push(type));

    bus.emit(removed);

    expect(shown).toEqual(['project-removed', 'batch-removed']);
  });

  test('reports a listener that throws, and goes on with the others', () => {
    const report = vi.fn();
    const bus = createBus(report);
    const heard = vi.fn();
    const broken = new Error('broken');
    bus.on('project-restored', () => {
      throw broken;
    });
    bus.on('project-restored', heard);

    bus.emit(restored);

    expect(report).toHaveBeenCalledExactlyOnceWith(broken);
    expect(heard).toHaveBeenCalledExactlyOnceWith(restored);
  });

  test('calls nobody who has ended the subscription, even in the middle of an event', () => {
    const bus = createBus(vi.fn());
    const heard = vi.fn();
    const shown = vi.fn();
    bus.on('project-removed', () => end());
    const end = bus.on('project-removed', heard);
    const endShown = bus.onAppEvent(shown);

    bus.emit(removed);
    endShown();
    bus.emit(removed);

    expect(heard).not.toHaveBeenCalled();
    expect(shown).toHaveBeenCalledTimes(1);
  });
});
