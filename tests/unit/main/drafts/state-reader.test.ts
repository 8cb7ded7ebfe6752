import { describe, expect, it } from 'vitest';
import type { CloudError } from '../../../../src/main/api/errors.ts';
import { createBus } from '../../../../src/main/app/bus.ts';
import { noName } from '../../../../src/main/drafts/draft-parser.ts';
import { openDrafts } from '../../../../src/main/drafts/drafts.ts';
import type { StateReader } from '../../../../src/main/drafts/state-reader.ts';
import { readTimings } from '../../../../src/main/timings.ts';
import type { Session, Stores } from '../../../../src/main/storage/stores.ts';
import type { BindId } from '../../../../src/shared/domain/bind-id.ts';
import { err, ok, type Result } from '../../../../src/shared/result.ts';
import { newProject, projectId } from '../../../support/conversation-rig.ts';
import { createFakeClock, type FakeClock, settle } from '../../../support/fake-clock.ts';
import { temporaryStores } from '../../../support/temporary-stores.ts';

const [guess, sure] = [
  { key: 'user_id', id: 'u' },
  { key: 'bind_id', id: 'b' },
] as const;
const session: Session = { sessionId: 's', taskId: 't', bindId: null };
const never = new AbortController().signal;
const titled = (...titles: readonly string[]) => ({
  t: [{ tt: 7, sg: titles.map((text, index) => ({ s: index * 1000, d: 1000, m: { text } })) }],
});

type Question = {
  readonly answer: (draft: unknown, bindId?: BindId) => void;
  readonly fail: (error: CloudError) => void;
};
type Rig = {
  readonly reader: StateReader;
  readonly stores: Stores;
  readonly asked: Question[];
  readonly clock: FakeClock;
};

function createRig(): Rig {
  const stores = temporaryStores();
  stores.projects.save(newProject(projectId));
  stores.projects.setSession(projectId, session);
  const clock = createFakeClock();
  const asked: Question[] = [];
  const timings = readTimings(undefined);
  if (!timings.ok) throw new Error(timings.error);
  const bus = createBus((error) => {
    throw error;
  });
  const { reader } = openDrafts(
    { bus, clock, timings: timings.value, locale: () => 'en' },
    {
      stores,
      cloud: {
        latestState: () =>
          new Promise((resolve) =>
            asked.push({
              answer: (draft, bindId) =>
                resolve(
                  ok({ draft, bindId: bindId ?? null, canvasConfig: null, videoInfos: null, generatedMedia: null }),
                ),
              fail: (error) => resolve(err(error)),
            }),
          ),
      },
      sessions: { forget: () => false },
      ownNames: () => noName,
      registerUrl: (url) => url,
    },
  );
  return { reader, stores, asked, clock };
}

const versions = ({ stores }: Rig): number => stores.drafts.latest(projectId)?.version ?? 0;

async function changesOf(rig: Rig, turnId: string, draft: unknown): Promise<unknown> {
  const reading = rig.reader.readState(projectId, turnId);
  rig.asked.at(-1)?.answer(draft);
  const state: Result<unknown, CloudError> = await reading;
  return state.ok && state.value;
}

describe('what a turn begins with', () => {
  it('is not asked for a first message: there is nothing yet', async () => {
    const rig = createRig();
    await rig.reader.begin(projectId, 'first', session, never);
    expect(rig.asked).toHaveLength(0);
    expect(await changesOf(rig, 'first', titled('a'))).toMatchObject({ changes: [{ name: 'a' }] });
  });

  it('is asked for a later one: what came after the end of the one before is not its doing', async () => {
    const rig = createRig();
    await rig.reader.begin(projectId, 'first', session, never);
    const begun = rig.reader.begin(projectId, 'second', session, never);
    rig.asked[0]?.answer(titled('late'));
    await begun;
    expect(await changesOf(rig, 'second', titled('late'))).toMatchObject({ changed: false, changes: [] });
    expect(await changesOf(rig, 'second', titled('late', 'own'))).toMatchObject({ changes: [{ name: 'own' }] });
  });

  it.each(['no answer', 'an error'])('is what was seen last after %s', async (what) => {
    const rig = createRig();
    await rig.reader.begin(projectId, 'first', session, never);
    await changesOf(rig, 'first', titled('a'));
    const begun = rig.reader.begin(projectId, 'second', session, never);
    await settle();
    if (what === 'an error') rig.asked.at(-1)?.fail({ kind: 'timed-out' });
    else await rig.clock.advance(3000);
    await begun;
    expect(await changesOf(rig, 'second', titled('a', 'b'))).toMatchObject({ changes: [{ name: 'b' }] });
  });

  it('is nothing of a turn that was taken back before the answer came', async () => {
    const rig = createRig();
    await rig.reader.begin(projectId, 'first', session, never);
    const stop = new AbortController();
    const back = rig.reader.begin(projectId, 'back', session, stop.signal);
    const begun = rig.reader.begin(projectId, 'second', session, never);
    stop.abort();
    rig.asked[1]?.answer(null);
    await begun;
    rig.asked[0]?.answer(null);
    await back;
    expect(rig.stores.drafts.turnStart(projectId)?.turnId).toBe('second');
  });

  it('is noted for a turn that an older version of the app has begun', async () => {
    const rig = createRig();
    rig.stores.drafts.add(projectId, null, titled('a'), { at: 0, changes: [] });
    expect(await changesOf(rig, 'old', titled('a', 'b'))).toMatchObject({ changes: [{ name: 'b' }] });
    expect(await changesOf(rig, 'old', titled('a', 'b'))).toMatchObject({ changes: [{ name: 'b' }] });
  });
});

describe('several who read the state at once', () => {
  it('take nothing new from an answer that comes after that to a later question', async () => {
    const rig = createRig();
    const slow = rig.reader.readState(projectId, null);
    const fast = rig.reader.ask(projectId, session);
    rig.asked[1]?.answer(titled('new'));
    await fast;
    rig.asked[0]?.answer({ t: [] });
    expect(await slow).toMatchObject({ ok: true, value: { timeline: { version: 1, tracks: [{ kind: 'text' }] } } });
    expect(versions(rig)).toBe(1);
  });

  it('take nothing from the answer of a session that was lost meanwhile', async () => {
    const rig = createRig();
    const slow = rig.reader.readState(projectId, null);
    rig.stores.projects.setSession(projectId, { ...session, sessionId: 'another' });
    rig.asked[0]?.answer(titled('old'), sure);
    await slow;
    expect(versions(rig)).toBe(0);
    expect(rig.stores.projects.session(projectId)).toEqual({ ...session, sessionId: 'another' });
  });
});

describe('the id for registering', () => {
  it.each([
    ['a late id takes the place of an early guess', guess, sure, sure],
    ['a late guess does not take the place of an early id', sure, guess, sure],
    ['an answer without one takes nothing away', guess, undefined, guess],
    ['the first one is kept whenever it comes', null, guess, guess],
  ])('%s', async (_what, early, late, expected) => {
    const rig = createRig();
    rig.stores.projects.setSession(projectId, { ...session, bindId: early });
    const reading = rig.reader.readState(projectId, null);
    rig.asked[0]?.answer(null, late);
    await reading;
    expect(rig.stores.projects.session(projectId)?.bindId).toEqual(expected);
  });
});
