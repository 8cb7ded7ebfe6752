import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createStores } from '../../../../src/main/storage/open-storage.ts';
import type { Stores } from '../../../../src/main/storage/stores.ts';
import type { Receipt } from '../../../../src/shared/domain/receipt.ts';
import type { Turn } from '../../../../src/shared/domain/turn.ts';
import { temporaryDatabase, temporaryStores } from '../../../support/temporary-stores.ts';
import { aProject, aTurn } from './samples.ts';

describe('turns', () => {
  const project = aProject();
  const other = aProject();
  let stores: Stores;
  beforeEach(() => {
    stores = temporaryStores();
    stores.projects.save(project);
    stores.projects.save(other);
  });

  const add = (change: Partial<Turn> = {}, projectId = project.id): Turn => {
    const turn = aTurn(projectId, change);
    stores.turns.save(turn);
    return turn;
  };
  const ids = (turns: readonly Turn[]): readonly string[] => turns.map((turn) => turn.id);
  const shown = (): readonly string[] => ids(stores.turns.page(project.id, { limit: 100 }).turns);

  describe('in pages', () => {
    it('come newest page first, oldest turn first, and say whether there are earlier ones', () => {
      const turns = ids(Array.from({ length: 7 }, () => add()));
      add({}, other.id);
      const page = stores.turns.page(project.id, { limit: 3 });
      expect([ids(page.turns), page.hasEarlier]).toEqual([turns.slice(4), true]);
      const earlier = stores.turns.page(project.id, { limit: 3, before: turns[4] });
      expect([ids(earlier.turns), earlier.hasEarlier]).toEqual([turns.slice(1, 4), true]);
      const first = stores.turns.page(project.id, { limit: 3, before: turns[1] });
      expect([ids(first.turns), first.hasEarlier]).toEqual([turns.slice(0, 1), false]);
      expect(stores.turns.page(project.id, { limit: 3, before: turns[0] })).toEqual({ turns: [], hasEarlier: false });
      expect(stores.turns.page(project.id, { limit: 7 }).hasEarlier).toBe(false);
    });

    it('reach back to a turn that is wanted, however many there are in between', () => {
      const turns = ids(Array.from({ length: 9 }, () => add()));
      const reach = stores.turns.page(project.id, { limit: 2, before: turns[8], upTo: turns[1] });
      expect([ids(reach.turns), reach.hasEarlier]).toEqual([turns.slice(1, 8), true]);
      const whole = stores.turns.page(project.id, { limit: 2, upTo: turns[0] });
      expect([ids(whole.turns), whole.hasEarlier]).toEqual([turns, false]);
      const behind = stores.turns.page(project.id, { limit: 2, before: turns[3], upTo: turns[5] });
      expect([ids(behind.turns), behind.hasEarlier]).toEqual([[], true]);
    });

    it('pass over a turn that is not there, or in another project', () => {
      const turns = ids([add(), add(), add()]);
      const foreign = add({}, other.id);
      for (const id of ['nobody', foreign.id]) {
        expect(stores.turns.page(project.id, { limit: 2, before: id })).toEqual({ turns: [], hasEarlier: false });
        expect(ids(stores.turns.page(project.id, { limit: 2, upTo: id }).turns)).toEqual(turns.slice(1));
      }
    });
  });

  describe('that wait', () => {
    it('are last, in the order of coming, until they go: then they are behind all that went before', () => {
      const running = add({ state: 'streaming' });
      const [one, two] = [add({ state: 'queued' }), add({ state: 'queued' })];
      const localCommand = add({ route: 'credits' });
      expect(shown()).toEqual(ids([running, localCommand, one, two]));
      stores.turns.save({ ...one, state: 'sending' });
      const later = add({ route: 'state' });
      stores.turns.save({ ...one, state: 'done' });
      expect(shown()).toEqual(ids([running, localCommand, one, later, two]));
      expect(ids(stores.turns.queued(project.id))).toEqual([two.id]);
      expect(ids(stores.turns.unfinished())).toEqual(ids([running, two]));
      const isUnfinished = [running, two, one, localCommand].map(({ id }) => stores.turns.isUnfinished(id));
      expect(isUnfinished).toEqual([true, true, false, false]);
    });

    it('keep the order that the user gives them, also when they are done', () => {
      const [one, two, three] = [add({ state: 'queued' }), add({ state: 'queued' }), add({ state: 'queued' })];
      const done = add();
      const foreign = add({ state: 'queued' }, other.id);
      stores.turns.reorder(project.id, [three.id, 'nobody', foreign.id, done.id, three.id, one.id]);
      expect(ids(stores.turns.queued(project.id))).toEqual(ids([three, one, two]));
      stores.turns.reorder(project.id, [two.id]);
      expect(shown()).toEqual(ids([done, two, three, one]));
      expect(ids(stores.turns.queued(other.id))).toEqual([foreign.id]);
      for (const turn of [two, three, one]) stores.turns.save({ ...turn, state: 'done' });
      expect(shown()).toEqual(ids([done, two, three, one]));
      const last = add({ state: 'queued' });
      expect(shown().at(-1)).toBe(last.id);
    });

    it('can be changed where they stand, and taken out', () => {
      const [one, two] = [add({ state: 'queued' }), add({ state: 'queued', prompt: 'walrus' })];
      stores.turns.save({ ...one, prompt: 'another' });
      expect(stores.turns.queued(project.id).map((turn) => turn.prompt)).toEqual(['another', 'walrus']);
      stores.turns.remove(two.id);
      stores.turns.remove('nobody');
      expect([shown(), stores.turns.get(two.id)]).toEqual([[one.id], null]);
      expect(stores.search.find('walrus', 10)).toEqual([]);
    });
  });

  describe('with text that is appended', () => {
    it('equal the whole, however it is cut', () => {
      const text = fc.string({
        unit: fc.constantFrom('a', 'Ω', '海', '🎬', '\u2028', '\0', '"', '\ud83c', 'e', '\u0301'),
      });
      fc.assert(
        fc.property(text, fc.array(fc.nat(40), { maxLength: 8 }), fc.nat(3), (whole, cuts, repeated) => {
          const start = { kind: 'text', text: 'before ' } as const;
          const turn = add({ state: 'streaming', parts: [{ kind: 'summary', line: 's' }, start] });
          const ends = [...cuts.map((cut) => Math.min(cut, whole.length)), whole.length].sort((a, b) => a - b);
          const pieces = ends.map((end, index) => [ends[index - 1] ?? 0, end] as const);
          const append = ([from, to]: readonly [number, number]): void =>
            stores.turns.appendText(turn.id, 1, start.text.length + from, whole.slice(from, to));
          pieces.forEach(append);
          if (pieces[repeated]) append(pieces[repeated]);

          const complete = { ...turn, parts: [turn.parts[0]!, { kind: 'text', text: `before ${whole}` } as const] };
          const kept = stores.turns.get(turn.id);
          stores.turns.save(complete);
          expect(kept).toEqual(stores.turns.get(turn.id));
        }),
        { numRuns: 60 },
      );
    });

    it('have it wherever they are read, until they are saved again', () => {
      const turn = add({
        state: 'streaming',
        parts: [{ kind: 'text', text: 'one', suggestedActions: [{ kind: 'export' }] }],
      });
      const plain = add();
      stores.turns.appendText(turn.id, 0, 3, ' two');
      stores.turns.appendText(turn.id, 1, 0, 'a second');
      stores.turns.appendText(turn.id, 1, 8, ' text');
      const grown: Turn = {
        ...turn,
        parts: [
          { kind: 'text', text: 'one two', suggestedActions: [{ kind: 'export' }] },
          { kind: 'text', text: 'a second text' },
        ],
      };
      expect(stores.turns.page(project.id, { limit: 5 }).turns).toEqual([grown, plain]);
      expect(stores.turns.unfinished()).toEqual([grown]);
      stores.turns.save({ ...turn, state: 'done' });
      expect(stores.turns.get(turn.id)).toEqual({ ...turn, state: 'done' });
    });

    it('keep it on the disk as it came where that is wanted, and are found by its words', () => {
      const turn = add({ state: 'streaming', parts: [{ kind: 'summary', line: 's' }] });
      stores.turns.appendText(turn.id, 1, 0, 'one');
      stores.turns.appendText(turn.id, 1, 3, ' walrus');
      stores.turns.appendText(turn.id, 2, 0, 'forgotten');
      const text = { kind: 'text', text: 'one walrus', suggestedActions: [{ kind: 'export' }] } as const;
      const ended: Turn = { ...turn, state: 'done', parts: [...turn.parts, text, { kind: 'summary', line: 'more' }] };
      stores.turns.save(ended, [1]);
      expect(stores.turns.get(turn.id)).toEqual(ended);
      expect(stores.search.find('walrus', 10)).toMatchObject([{ turnId: turn.id }]);
      stores.turns.save(ended);
      expect(stores.turns.get(turn.id)).toEqual(ended);
    });

    it('are written whole where it is not on the disk, whatever is wanted', () => {
      const turn = add({ state: 'streaming', parts: [{ kind: 'text', text: 'one' }] });
      stores.turns.appendText(turn.id, 0, 3, ' two');
      const ended: Turn = { ...turn, state: 'done', parts: [{ kind: 'text', text: 'one two' }] };
      stores.turns.save(ended, [0]);
      expect(stores.turns.get(turn.id)).toEqual(ended);
    });

    it('lose none of it to a part that holds no text', () => {
      const turn = add({ parts: [{ kind: 'summary', line: 's' }] });
      stores.turns.appendText(turn.id, 0, 0, 'words');
      expect(stores.turns.get(turn.id)?.parts).toEqual([...turn.parts, { kind: 'text', text: 'words' }]);
    });

    it('refuse it for a turn that is not there', () => {
      expect(() => stores.turns.appendText('nobody', 0, 0, 'x')).toThrow(/FOREIGN KEY/);
    });
  });

  describe('that cost', () => {
    const receipt = (before: number, after: number): Receipt => ({
      before: { available: before, frozen: 0, total: 100 },
      after: { available: after, frozen: 0, total: 100 },
      chargedForNothing: false,
    });

    it('are told from a time on, in all projects', () => {
      expect(stores.turns.chargesSince(0)).toEqual([]);
      add({ endedAt: 999, receipt: receipt(100, 90) });
      add({ endedAt: 1_000, receipt: receipt(90, 60) });
      add({ endedAt: 2_000, receipt: receipt(60, 160) }, other.id);
      add({ endedAt: 2_000, receipt: receipt(160, 155.5) }, other.id);
      add({ endedAt: 2_000 });
      add({ endedAt: null, receipt: receipt(5, 0) });
      const costs = (at: number) => stores.turns.chargesSince(at).map(({ cost }) => cost);
      expect([costs(1_000), costs(3_000)]).toEqual([[30, 0, 4.5], []]);
    });

    it('tell the newest first, and what kind of work each was', () => {
      const clip = { kind: 'raw-clip', name: 'sea' } as const;
      add({ route: 'credits', endedAt: 1_000 });
      const first = add({ startedAt: 500, endedAt: 1_000, parts: [clip], receipt: receipt(100, 0) });
      add({ startedAt: 1_500, endedAt: 2_000, prompt: 'Trim it to 3 seconds', receipt: receipt(50, 30) });
      add({ startedAt: 2_500, endedAt: 3_000, prompt: 'Hello', parts: [], receipt: receipt(30, 20) }, other.id);
      stores.turns.save({ ...first, receipt: receipt(100, 1) });
      expect(stores.turns.recentCharges(10)).toEqual([
        { kind: null, cost: 10, available: 30, startedAt: 2_500, endedAt: 3_000 },
        { kind: 'edit', cost: 20, available: 50, startedAt: 1_500, endedAt: 2_000 },
        { kind: 'generate', cost: 99, available: 100, startedAt: 500, endedAt: 1_000 },
      ]);
      expect(stores.turns.recentCharges(1).map(({ cost }) => cost)).toEqual([10]);
    });

    it('are listed, newest first, with their words and what became of their credits', () => {
      const held = { ...receipt(100, 40), after: { available: 40, frozen: 60, total: 100 } };
      const first = add({ endedAt: 1_000, prompt: 'x'.repeat(500), receipt: held });
      add({ endedAt: 2_000, prompt: 'Trim it', receipt: { ...receipt(40, 30), lowest: 10 } }, other.id);
      stores.projects.markDeleted(other.id, 1);
      const entry = { kind: 'message', charged: 0, reserved: 0, returned: 0 };
      expect(stores.turns.creditHistory(0, 9)).toEqual([
        {
          ...entry,
          id: expect.any(String),
          projectId: null,
          project: '',
          what: 'Trim it',
          at: 2_000,
          charged: 10,
          returned: 20,
        },
        {
          ...entry,
          id: first.id,
          projectId: project.id,
          project: project.name,
          what: 'x'.repeat(200),
          at: 1_000,
          reserved: 60,
        },
      ]);
      stores.projects.purge(other.id);
      expect(stores.turns.creditHistory(0, 1)[0]).toMatchObject({ projectId: null, what: '', charged: 10 });
      expect(stores.turns.creditHistory(1, 9)).toMatchObject([{ at: 1_000 }]);
    });

    it('are not forgotten with their project', () => {
      add({ endedAt: 1_000, receipt: receipt(100, 40) });
      stores.projects.markDeleted(project.id, 1);
      stores.projects.purge(project.id);
      const kept = expect.objectContaining({ cost: 60 });
      expect([stores.turns.chargesSince(0), stores.turns.recentCharges(5)]).toEqual([[kept], [kept]]);
    });
  });
});

describe('the turns of the database', () => {
  it('are found by an index, wherever the page begins', () => {
    const database = temporaryDatabase();
    for (const range of [`place >= 1 AND place < 9 ORDER BY place`, 'place < 9 ORDER BY place DESC LIMIT 1']) {
      const plan = database.all(`EXPLAIN QUERY PLAN SELECT * FROM turns WHERE projectId = 'p' AND ${range}`);
      expect(plan).toEqual([expect.objectContaining({ detail: expect.stringMatching(/turnsByPlace .*place/) })]);
    }
  });

  it('keep nothing of what was appended when they are saved or removed', () => {
    const database = temporaryDatabase();
    const stores = createStores(database);
    const project = aProject();
    const [saved, removed] = [aTurn(project.id), aTurn(project.id)];
    stores.projects.save(project);
    for (const turn of [saved, removed]) {
      stores.turns.save(turn);
      stores.turns.appendText(turn.id, 0, 0, 'x');
    }
    stores.turns.save(saved);
    stores.turns.remove(removed.id);
    expect(database.all('SELECT * FROM appended')).toEqual([]);
    expect(database.all('SELECT count(*) AS n FROM turnWords')).toEqual([{ n: 1 }]);
  });
});
