import { expect, it } from 'vitest';
import type { App } from '../../../../src/main/app/app.ts';
import { createBus } from '../../../../src/main/app/bus.ts';
import { createCurrentApp } from '../../../../src/main/app/current.ts';
import { err, ok } from '../../../../src/shared/result.ts';
import { deferred } from '../../../support/cloud-deferred.ts';

type Named = App & { readonly name: string };

function rig() {
  const heard: string[] = [];
  const reported: unknown[] = [];
  const current = createCurrentApp((error) => reported.push(error));
  const listenTo = (app: App) => app.bus.onAppEvent(() => heard.push((app as Named).name));
  /** Turns to an app of this name; gives what lets it speak. */
  const turn = async (name: string, close: () => Promise<void> = async () => undefined) => {
    const bus = createBus((error) => reported.push(error));
    await current.turnTo(async () => {
      bus.emit({ type: 'sound' });
      return ok({ name, bus, close } as unknown as App);
    }, listenTo);
    return () => bus.emit({ type: 'sound' });
  };
  return { current, listenTo, heard, reported, turn, name: () => (current.now() as Named | null)?.name };
}

it('only the app that is shown is heard', async () => {
  const { heard, turn } = rig();
  const first = await turn('first');
  first();
  const second = await turn('second');
  first();
  second();
  expect(heard).toEqual(['first', 'second']);
});

it('nobody waits for the one that is left behind, but it is never open twice', async () => {
  const { heard, turn, name } = rig();
  const closing = deferred<void>();
  await turn('real', () => closing.promise);
  const rehearsal = await turn('rehearsal');
  rehearsal();
  const back = turn('real');
  await new Promise(setImmediate);
  expect([heard, name()]).toEqual([['rehearsal'], 'rehearsal']);
  closing.resolve();
  (await back)();
  expect(heard).toEqual(['rehearsal', 'real']);
});

it('stays where it is when the next one does not open, and is heard on', async () => {
  const { current, listenTo, heard, turn, name } = rig();
  const first = await turn('first');
  const problem = { kind: 'configuration', message: 'no' } as const;
  expect(await current.turnTo(async () => err(problem), listenTo)).toEqual(problem);
  first();
  expect([heard, name()]).toEqual([['first'], 'first']);
});

it('tells of one that could not be closed', async () => {
  const { current, reported, turn } = rig();
  await turn('first', () => Promise.reject(new Error('busy')));
  await turn('second');
  await current.close().catch(() => undefined);
  expect(reported).toEqual([new Error('busy')]);
});
