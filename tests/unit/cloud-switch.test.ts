import { expect, it } from 'vitest';
import { createCloudSwitch, onlyWhile } from '../../src/main/cloud-switch.ts';
import type { OpenedWorkspace } from '../../src/main/real-workspace.ts';
import type { AppEvent } from '../../src/shared/contract/events.ts';
import { err, ok } from '../../src/shared/result.ts';
import { deferred } from '../support/cloud-deferred.ts';

const event: AppEvent = { type: 'sound' };

function rig() {
  const heard: string[] = [];
  const reported: unknown[] = [];
  const clouds = createCloudSwitch(
    () => undefined,
    (error) => reported.push(error),
  );
  /** Turns to a workspace of this name; gives what lets it speak. */
  const turn = async (name: string, close: () => Promise<void> = async () => undefined) => {
    let speak = (): void => undefined;
    await clouds.turnTo(async (isCurrent) => {
      const voices = {
        emit: (_event: AppEvent) => heard.push(name),
        exportEnded: () => undefined,
        batchEnded: () => undefined,
      };
      speak = () => onlyWhile(isCurrent, voices).emit(event);
      speak();
      return ok({ workspace: { name }, close } as unknown as OpenedWorkspace);
    });
    return () => speak();
  };
  return { clouds, heard, reported, turn };
}

it('only the workspace that is shown is heard', async () => {
  const { heard, turn } = rig();
  const first = await turn('first');
  first();
  const second = await turn('second');
  first();
  second();
  expect(heard).toEqual(['first', 'second']);
});

it('nobody waits for the one that is left behind, but it is never open twice', async () => {
  const { clouds, heard, turn } = rig();
  const closing = deferred<void>();
  await turn('real', () => closing.promise);
  const rehearsal = await turn('rehearsal');
  rehearsal();
  const back = turn('real');
  await new Promise(setImmediate);
  expect([heard, clouds.opened()?.workspace]).toEqual([['rehearsal'], { name: 'rehearsal' }]);
  closing.resolve();
  (await back)();
  expect(heard).toEqual(['rehearsal', 'real']);
});

it('stays where it is when the next one does not open, and is heard on', async () => {
  const { clouds, heard, turn } = rig();
  const first = await turn('first');
  const problem = { kind: 'configuration', message: 'no' } as const;
  expect(await clouds.turnTo(async () => err(problem))).toEqual(problem);
  first();
  expect([heard, clouds.opened()?.workspace]).toEqual([['first'], { name: 'first' }]);
});

it('tells of one that could not be closed', async () => {
  const { clouds, reported, turn } = rig();
  await turn('first', () => Promise.reject(new Error('busy')));
  await turn('second');
  await clouds.close().catch(() => undefined);
  expect(reported).toEqual([new Error('busy')]);
});
