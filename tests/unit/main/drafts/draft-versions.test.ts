import { describe, expect, it } from 'vitest';
import { createBus } from '../../../../src/main/app/bus.ts';
import { noName } from '../../../../src/main/drafts/draft-parser.ts';
import { compareDrafts } from '../../../../src/main/drafts/difference.ts';
import { createDraftMemory, type OwnNames } from '../../../../src/main/drafts/draft-memory.ts';
import { createDraftVersions, type DraftVersions } from '../../../../src/main/drafts/draft-versions.ts';
import type { DraftStore } from '../../../../src/main/storage/stores.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { newProject } from '../../../support/conversation-rig.ts';
import { temporaryStores } from '../../../support/temporary-stores.ts';

const projectId = 'project';
const clip = { t: [{ tt: 0, sg: [{ d: 10_000, m: { name: 'sea', url: 'https://media.test/sea.mp4' } }] }] };
const empty = { t: [] };

type Rig = {
  readonly draftVersions: DraftVersions;
  readonly store: DraftStore;
  readonly over: Set<string>;
  /** The versions that the window was told of. */
  readonly shown: number[];
};

function createRig(ownNames: OwnNames = () => noName): Rig {
  const stores = temporaryStores();
  stores.projects.save(newProject(projectId));
  const store = stores.drafts;
  const over = new Set<string>();
  const shown: number[] = [];
  const bus = createBus((error) => {
    throw error;
  });
  bus.on('timeline', ({ timeline }) => shown.push(timeline?.version ?? 0));
  const clock = createFakeClock(7);
  const drafts = createDraftMemory(store, ownNames);
  const deps = { store, drafts, registerUrl: (url: string) => url, isOver: (turnId: string) => over.has(turnId) };
  return { draftVersions: createDraftVersions({ bus, clock }, deps), store, over, shown };
}

const withTitle = (text: string) => ({ t: [...clip.t, { tt: 7, sg: [{ d: 3000, m: { text } }] }] });
const signed = (signature: string) => ({
  t: [{ tt: 0, sg: [{ d: 10_000, m: { name: 'sea', url: `https://media.test/sea.mp4?${signature}` } }] }],
});

describe('taking in a draft', () => {
  it.each([null, undefined, empty, {}, 'no JSON', 3, [1], { t: 'three' }, { t: [{ tt: 0, sg: [] }] }])(
    'takes %j of a fresh session for no change',
    (draft) => {
      const { draftVersions, store } = createRig();
      expect(draftVersions.take(projectId, draft)).toEqual({ changed: false, changes: [], timeline: null });
      expect(store.latest(projectId)).toBeNull();
    },
  );

  it('keeps what was there when a draft cannot be read', () => {
    const { draftVersions, store } = createRig();
    draftVersions.take(projectId, clip);
    for (const draft of [null, {}, 'no JSON', { tracks: 3 }])
      expect(draftVersions.take(projectId, draft)).toMatchObject({ changed: false, timeline: { version: 1 } });
    expect(store.latest(projectId)?.version).toBe(1);
  });

  it('tells the first clip, and its removal', () => {
    const { draftVersions } = createRig();
    expect(draftVersions.take(projectId, clip)).toMatchObject({ changed: true, changes: [{ kind: 'added' }] });
    expect(draftVersions.take(projectId, clip)).toMatchObject({ changed: false });
    expect(draftVersions.take(projectId, empty)).toMatchObject({
      changed: true,
      changes: [{ kind: 'removed' }],
      timeline: { version: 2, tracks: [] },
    });
  });
});

describe('what a turn began with', () => {
  it('is what its changes are judged by, whoever has read the state meanwhile', () => {
    const { draftVersions, store } = createRig();
    draftVersions.take(projectId, clip);
    draftVersions.begin(projectId, 'turn', 's');
    expect(draftVersions.since(projectId, 'turn')).toMatchObject({ changed: false, changes: [] });
    draftVersions.take(projectId, withTitle('Sea'));
    draftVersions.take(projectId, withTitle('Sea'));
    const told = { changed: true, changes: [{ kind: 'added', name: 'Sea' }], timeline: { version: 2 } };
    expect(draftVersions.since(projectId, 'turn')).toMatchObject(told);
    draftVersions.take(projectId, withTitle('Lake'));
    expect(draftVersions.since(projectId, 'turn')).toMatchObject({ changes: [{ kind: 'added', name: 'Lake' }] });
    expect(store.ofTurn(projectId, 'turn')).toBe(3);
  });

  it('is the same again when all was taken back', () => {
    const { draftVersions } = createRig();
    draftVersions.take(projectId, clip);
    draftVersions.begin(projectId, 'turn', 's');
    draftVersions.take(projectId, withTitle('Sea'));
    draftVersions.take(projectId, clip);
    expect(draftVersions.since(projectId, 'turn')).toMatchObject({ changed: false, changes: [] });
  });

  it('counts what is read after its end as nobody’s', () => {
    const { draftVersions, store, over } = createRig();
    draftVersions.begin(projectId, 'turn', 's');
    over.add('turn');
    draftVersions.take(projectId, clip);
    expect(store.latest(projectId)?.turnId).toBeNull();
  });

  it('is nothing in a fresh session, whatever the one before has left', () => {
    const { draftVersions } = createRig();
    draftVersions.begin(projectId, 'first', 's');
    draftVersions.take(projectId, withTitle('Sea'));
    expect(draftVersions.isDoubtful(projectId, 's')).toBe(true);
    expect(draftVersions.isDoubtful(projectId, 'another')).toBe(false);
    draftVersions.begin(projectId, 'second', 'another');
    expect(draftVersions.since(projectId, 'second')).toMatchObject({ changed: false });
    draftVersions.take(projectId, empty);
    expect(draftVersions.since(projectId, 'second')).toMatchObject({ changed: false, changes: [] });
    draftVersions.take(projectId, clip);
    expect(draftVersions.since(projectId, 'second')).toMatchObject({ changes: [{ kind: 'added', name: 'sea' }] });
  });
});

describe('addresses that are signed anew', () => {
  it('make no change and no version, but are kept: they last longer', () => {
    const { draftVersions, store, shown } = createRig();
    draftVersions.take(projectId, signed('sig=1&expires=1'));
    draftVersions.begin(projectId, 'turn', 's');
    for (const signature of ['sig=2&expires=2', 'sig=3&expires=3'])
      expect(draftVersions.take(projectId, signed(signature))).toMatchObject({
        changed: false,
        timeline: { version: 1 },
      });
    expect(draftVersions.since(projectId, 'turn')).toMatchObject({ changed: false, changes: [] });
    expect(store.versions(projectId, { limit: 9 }).versions).toHaveLength(1);
    expect(store.latest(projectId)?.draft).toEqual(signed('sig=3&expires=3'));
    expect(draftVersions.view(projectId).preview?.mediaId).toBe('https://media.test/sea.mp4?sig=3&expires=3');
    expect(shown).toEqual([1]);
  });

  it('do not hide a change that comes with them', () => {
    const { draftVersions } = createRig();
    draftVersions.take(projectId, signed('sig=1'));
    draftVersions.begin(projectId, 'turn', 's');
    const draft = signed('sig=2');
    draftVersions.take(projectId, { t: [...draft.t, ...withTitle('Sea').t.slice(1)] });
    expect(draftVersions.since(projectId, 'turn').changes).toMatchObject([{ kind: 'added', name: 'Sea' }]);
  });

  it('do not bring another clip into the preview', () => {
    const { draftVersions } = createRig();
    const two = (n: number, ...names: readonly string[]) => ({
      t: [{ tt: 0, sg: names.map((name) => ({ d: 1000, url: `https://media.test/${name}.mp4?sig=${n}` })) }],
    });
    draftVersions.take(projectId, two(1, 'a', 'b'));
    draftVersions.take(projectId, two(2, 'new', 'a', 'b'));
    draftVersions.take(projectId, two(3, 'new', 'a', 'b'));
    expect(draftVersions.view(projectId).preview).toEqual({
      mediaId: 'https://media.test/new.mp4?sig=3',
      name: 'new.mp4',
    });
  });
});

describe('a draft of very many segments', () => {
  const long = (titles: readonly string[], clips = 6_000) => ({
    t: [
      { tt: 0, sg: Array.from({ length: clips }, (_, index) => ({ d: 1000, m: { name: `clip ${index}` } })) },
      { tt: 7, sg: titles.map((text) => ({ d: 1000, m: { text } })) },
    ],
  });
  /** The draft, and how often anything looked at what is in it. */
  const watched = (draft: ReturnType<typeof long>) => {
    const looked = { times: 0 };
    const sg = draft.t[0]?.sg.map((segment) => ({
      ...segment,
      get m() {
        looked.times += 1;
        return segment.m;
      },
    }));
    return { looked, draft: { t: [{ tt: 0, sg }, ...draft.t.slice(1)] } };
  };

  it('is understood beforehand, while the app goes on, and not again', async () => {
    const { draftVersions } = createRig();
    await draftVersions.prepare(projectId, long(['Sea']));
    draftVersions.take(projectId, long(['Sea']));
    draftVersions.begin(projectId, 'turn', 's');
    const { draft, looked } = watched(long(['Sea', 'Lake']));
    let [turns, isOver] = [0, false];
    const count = (): void => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    await draftVersions.prepare(projectId, draft);
    isOver = true;
    expect(turns).toBeGreaterThan(2);
    const before = looked.times;
    expect(before).toBeGreaterThan(6_000);
    expect(draftVersions.take(projectId, draft).changes).toMatchObject([{ kind: 'added', name: 'Lake' }]);
    expect(draftVersions.since(projectId, 'turn').changes).toMatchObject([{ kind: 'added', name: 'Lake' }]);
    expect(draftVersions.view(projectId).timeline?.version).toBe(2);
    // Once for each segment, to write it down.
    expect(looked.times - before).toBeLessThanOrEqual(6_000);
  });

  it('is compared with what is there when it is taken in, whatever came while it was prepared', async () => {
    const { draftVersions, store } = createRig();
    draftVersions.take(projectId, long(['Sea']));
    const late = long(['Sea', 'Lake']);
    const prepared = draftVersions.prepare(projectId, late);
    draftVersions.take(projectId, long(['Sea', 'Moon']));
    draftVersions.begin(projectId, 'turn', 's');
    await prepared;
    const changes = [{ kind: 'renamed', from: 'Moon', to: 'Lake' }];
    expect(draftVersions.take(projectId, late).changes).toMatchObject(changes);
    expect(draftVersions.since(projectId, 'turn').changes).toMatchObject(changes);
    expect(store.latest(projectId)?.version).toBe(3);
  });
});

describe('two drafts', () => {
  const url = (query: string) => `https://a.example/c.mp4${query}`;
  it.each([
    [{ a: [1, { b: null }] }, { a: [1, { b: null }] }, 'same'],
    ['{"t":[]}', { t: [] }, 'other'],
    [{ cover: url('?s=1') }, { cover: url('?s=2') }, 'signed-anew'],
    [{ cover: url('') }, { cover: url('?s=2#t') }, 'signed-anew'],
    [{ m: { urls: [url('?s=1')] } }, { m: { urls: [url('?s=2')] } }, 'signed-anew'],
    [JSON.stringify({ u: url('?s=1') }), JSON.stringify({ u: url('?s=2') }), 'signed-anew'],
    [{ content: JSON.stringify({ text: 'a' }) }, { content: JSON.stringify({ text: 'b' }) }, 'other'],
    [{ m: { text: url('?s=1') } }, { m: { text: url('?s=2') } }, 'other'],
    [{ cover: url('?s=1') }, { cover: 'https://a.example/d.mp4?s=1' }, 'other'],
    [{ n: 'a?1' }, { n: 'a?2' }, 'other'],
    [{ a: 1 }, { a: 1, b: 2 }, 'other'],
    [{ a: undefined }, { b: undefined }, 'other'],
    [[1, 2], [1], 'other'],
    [[], {}, 'other'],
    [null, {}, 'other'],
    [1, '1', 'other'],
  ])('%j and %j are %s', (one, other, how) => {
    expect(compareDrafts(one, other)).toBe(how);
    expect(compareDrafts(other, one)).toBe(how);
  });

  it('may be as deep as they like', () => {
    const deep = (inside: unknown): unknown =>
      JSON.parse(`${'['.repeat(50_000)}${JSON.stringify(inside)}${']'.repeat(50_000)}`);
    expect(compareDrafts(deep(1), deep(1))).toBe('same');
    expect(compareDrafts(deep(1), deep(2))).toBe('other');
  });
});
