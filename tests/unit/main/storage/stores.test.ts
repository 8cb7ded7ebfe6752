import { beforeEach, describe, expect, it } from 'vitest';
import type { Stores, VersionDetails } from '../../../../src/main/storage/stores.ts';
import type { Credits, ReplyPart, Turn } from '../../../../src/shared/domain/turn.ts';
import { temporaryStores } from '../../../support/temporary-stores.ts';
import { anExport, anUpload, aProject, aTurn } from './samples.ts';

const everyPart: readonly ReplyPart[] = [
  { kind: 'raw-clip', name: 'sea' },
  {
    kind: 'text',
    text: 'buttons',
    suggestedActions: [{ kind: 'export' }, { kind: 'tracks' }, { kind: 'credits' }, { kind: 'edit', text: 'Shorter' }],
  },
  { kind: 'changes', changes: [{ kind: 'removed', track: 'audio', name: 'Lo-fi' }], undecided: [0] },
  { kind: 'text', text: 'line\u2028separator, a "quote", 海, 🎬, \0 and \u0007' },
  {
    kind: 'changes',
    changes: [
      { kind: 'added', track: 'video', name: 'sea', startMs: 0, endMs: 10_000, volume: null },
      { kind: 'removed', track: 'other', name: 'sea', at: { segment: '0:1', startMs: 0, endMs: 1000 } },
      { kind: 'trimmed', track: 'video', name: 'sea', fromMs: 10_000, toMs: 5_000 },
      { kind: 'moved', track: 'text', name: 'title', fromMs: 0, toMs: 2_500.5 },
      { kind: 'volume', track: 'audio', name: 'Lo-fi', from: null, to: 0.35 },
      { kind: 'renamed', track: 'text', from: 'a', to: 'b' },
    ],
  },
  { kind: 'summary', line: 'Timeline (1 tracks): 1. Video: sea (0-10s)' },
  { kind: 'credits', credits: { available: 1, frozen: 2, total: 3 } },
  { kind: 'notice', notice: { code: 'silent-edit' } },
  { kind: 'notice', notice: { code: 'unchanged' } },
  { kind: 'notice', notice: { code: 'no-draft' } },
  { kind: 'notice', notice: { code: 'export-started' } },
  { kind: 'notice', notice: { code: 'export-form' } },
  { kind: 'notice', notice: { code: 'export-form', width: 1920, height: 1080 } },
  { kind: 'notice', notice: { code: 'export-cancelled' } },
  { kind: 'notice', notice: { code: 'interchange-started' } },
  { kind: 'notice', notice: { code: 'interchange-cancelled' } },
  { kind: 'notice', notice: { code: 'pick-files' } },
  { kind: 'notice', notice: { code: 'fresh-session' } },
  { kind: 'notice', notice: { code: 'stopped' } },
  { kind: 'notice', notice: { code: 'recovered' } },
  { kind: 'notice', notice: { code: 'recovering', attempt: 2, of: 5 } },
];

const credits = (available: number): Credits => ({ available, frozen: 1, total: 100 });
const all = (stores: Stores, projectId: string): readonly Turn[] => stores.turns.page(projectId, { limit: 100 }).turns;

const info: VersionDetails = { at: 4_000, changes: [] };

describe('stores', () => {
  let stores: Stores;
  const project = aProject();
  const other = aProject({ name: '', thumbnail: 'data:image/jpeg;base64,AAAA' });
  beforeEach(() => {
    stores = temporaryStores();
    stores.projects.save(project);
    stores.projects.save(other);
  });

  it('knows nothing of what was never saved', () => {
    expect(stores.projects.get('nobody')).toBeNull();
    expect(stores.projects.session('nobody')).toBeNull();
    expect(stores.turns.get('nobody')).toBeNull();
    expect(stores.drafts.latest(project.id)).toBeNull();
    expect(stores.uploads.get('nobody')).toBeNull();
    expect(stores.exports.get('nobody')).toBeNull();
    expect([all(stores, 'nobody'), stores.uploads.list('nobody'), stores.exports.list()]).toEqual([[], [], []]);
  });

  it('lists projects oldest first, and a changed one at its old place', () => {
    const renamed = { ...project, name: 'Paradise Found', updatedAt: 9_000 };
    stores.projects.save(renamed);
    expect(stores.projects.list()).toEqual([renamed, other]);
    expect(stores.projects.get(other.id)).toEqual(other);
  });

  it('keeps a session apart from its project', () => {
    const session = { sessionId: 's', taskId: 't', bindId: null };
    expect(stores.projects.session(project.id)).toBeNull();
    stores.projects.setSession(project.id, session);
    stores.projects.save({ ...project, name: 'renamed' });
    expect(stores.projects.session(project.id)).toEqual(session);
    expect(stores.projects.session(other.id)).toBeNull();
    stores.projects.setSession(project.id, null);
    expect(stores.projects.session(project.id)).toBeNull();
    stores.projects.setSession('nobody', session);
    expect(stores.projects.session('nobody')).toBeNull();
  });

  it('keeps where an id for registering was found', () => {
    const session = { sessionId: 's', taskId: 't', bindId: { key: 'bind_id', id: 'b' } } as const;
    stores.projects.setSession(project.id, session);
    expect(stores.projects.session(project.id)).toEqual(session);
  });

  it('keeps every kind of turn exactly', () => {
    const turn = aTurn(project.id, {
      prompt: '做一个视频\r\n🎬',
      attachments: ['海 sea.mp4', 'b.png'],
      state: 'failed',
      parts: everyPart,
      failure: { code: 'no-credits', params: { seconds: 30, name: 'x' }, link: 'top-up' },
      activity: 'music',
      receipt: { before: credits(100), after: credits(87.5), chargedForNothing: true },
      stillWorkingMs: 120_000,
      startedAt: 1_795_348_005_887,
      endedAt: 1_795_348_005_999,
    });
    stores.turns.save(turn);
    expect(stores.turns.get(turn.id)).toEqual(turn);
    expect(all(stores, project.id)).toEqual([turn]);
  });

  it('lists the turns of one project in the order in which they came', () => {
    const first = aTurn(project.id, { startedAt: 5_000, state: 'streaming' });
    const foreign = aTurn(other.id);
    const second = aTurn(project.id, { startedAt: 1_000 });
    for (const turn of [first, foreign, second]) stores.turns.save(turn);
    const settled = { ...first, state: 'done', endedAt: 6_000 } as const;
    stores.turns.save(settled);
    expect(all(stores, project.id)).toEqual([settled, second]);
    expect(all(stores, other.id)).toEqual([foreign]);
  });

  it('tells the turns that were under way, waiting ones last', () => {
    const states = ['queued', 'sending', 'streaming', 'settling', 'done', 'failed', 'unknown'] as const;
    for (const [index, state] of states.entries()) {
      stores.turns.save(aTurn(index % 2 === 0 ? project.id : other.id, { state }));
    }
    expect(stores.turns.unfinished().map((turn) => turn.state)).toEqual(['sending', 'streaming', 'settling', 'queued']);
  });

  it('keeps what was typed and not sent apart from its project', () => {
    expect(stores.projects.unsent(project.id)).toBe('');
    stores.projects.setUnsent(project.id, 'half a\nsentence 半句');
    stores.projects.save({ ...project, pinned: true, archived: true, unread: 3 });
    stores.projects.setUnsent('nobody', 'x');
    expect(stores.projects.unsent(project.id)).toBe('half a\nsentence 半句');
    expect([stores.projects.unsent(other.id), stores.projects.unsent('nobody')]).toEqual(['', '']);
    expect(stores.projects.get(project.id)).toEqual({ ...project, pinned: true, archived: true, unread: 3 });
  });

  it('hides a deleted project, and brings it back whole', () => {
    const turn = aTurn(project.id);
    stores.turns.save(turn);
    stores.projects.markDeleted(project.id, 5_000);
    stores.projects.markDeleted('nobody', 5_000);
    expect([stores.projects.list(), stores.projects.deleted()]).toEqual([[other], [project.id]]);
    stores.projects.save({ ...project, name: 'still at work' });
    expect(stores.projects.list()).toEqual([other]);
    stores.projects.markDeleted(project.id, null);
    expect([stores.projects.list(), stores.projects.deleted()]).toEqual([
      [{ ...project, name: 'still at work' }, other],
      [],
    ]);
    expect(all(stores, project.id)).toEqual([turn]);
  });

  it('deletes for good only what is marked, with all it holds', () => {
    const turn = aTurn(project.id, { prompt: 'whale song' });
    const [upload, job] = [anUpload(project.id), anExport(project.id)];
    stores.turns.save(turn);
    stores.turns.appendText(turn.id, 0, 0, 'more');
    stores.uploads.save(upload);
    stores.exports.save(job);
    stores.drafts.add(project.id, null, {}, info);
    stores.projects.purge(project.id);
    expect(stores.turns.get(turn.id)).not.toBeNull();

    stores.projects.markDeleted(project.id, 5_000);
    stores.projects.purge(project.id);
    stores.projects.purge(other.id);
    expect([stores.projects.get(project.id), stores.projects.deleted(), stores.projects.list()]).toEqual([
      null,
      [],
      [other],
    ]);
    expect([stores.turns.get(turn.id), stores.uploads.get(upload.upload.id), stores.exports.list()]).toEqual([
      null,
      null,
      [],
    ]);
    expect(stores.drafts.latest(project.id)).toBeNull();
    expect(stores.drafts.versions(project.id, { limit: 9 }).versions).toEqual([]);
    expect(stores.search.find('whale', 50)).toEqual([]);
  });

  it('counts the drafts of each project from 1, and keeps them as they came', () => {
    const draft = { t: [{ tt: 0, sg: [] }], m: null, 未知: { nested: [1.5, '\u2028'] } };
    expect(stores.drafts.add(project.id, 'turn', draft, info)).toEqual({
      projectId: project.id,
      version: 1,
      turnId: 'turn',
      draft,
    });
    expect(stores.drafts.add(project.id, null, 'odd', info).version).toBe(2);
    expect(stores.drafts.add(other.id, null, draft, info).version).toBe(1);
    expect(stores.drafts.latest(project.id)).toEqual({
      projectId: project.id,
      version: 2,
      turnId: null,
      draft: 'odd',
    });
    expect(stores.drafts.latest(other.id)?.draft).toEqual(draft);
  });

  it('lists versions newest first, a page at a time, with their message and their first changes', () => {
    const turn = aTurn(project.id, { prompt: `${'长'.repeat(159)}🎬 cut here` });
    stores.turns.save(turn);
    const added = (name: string) =>
      ({ kind: 'added', track: 'video', name, startMs: 0, endMs: 1_000, volume: null }) as const;
    const changes = ['a', 'b', 'c', 'd', 'e'].map(added);
    stores.drafts.add(project.id, turn.id, {}, { at: 4_000, changes });
    stores.drafts.add(project.id, turn.id, {}, { at: 5_000, changes: [] });
    stores.drafts.add(other.id, turn.id, {}, info);
    stores.drafts.add(project.id, 'gone', {}, { at: 6_000, changes: [added('f')] });
    const own = { version: 1, turnId: turn.id, at: 4_000, changes: changes.slice(0, 3), more: 2 };

    const page = stores.drafts.versions(project.id, { limit: 2 });
    expect(page).toMatchObject({ hasEarlier: true, versions: [{ version: 3 }, { version: 2, more: 0 }] });
    expect(page.versions[0]).toEqual({
      version: 3,
      turnId: 'gone',
      at: 6_000,
      changes: [added('f')],
      more: 0,
      message: null,
    });
    expect(stores.drafts.versions(project.id, { limit: 2, before: 2 })).toEqual({
      hasEarlier: false,
      versions: [{ ...own, message: `${'长'.repeat(159)}🎬` }],
    });
    expect(stores.drafts.ofTurn(project.id, turn.id)).toBe(2);
    expect(stores.drafts.ofTurn(project.id, 'nobody')).toBeNull();
    expect(stores.drafts.ofTurn(other.id, 'gone')).toBeNull();
    expect(stores.drafts.get(project.id, 2)?.draft).toEqual({});
    expect([stores.drafts.get(project.id, 4), stores.drafts.get(other.id, 2)]).toEqual([null, null]);
  });

  it('keeps uploads, and forgets the removed ones', () => {
    const waiting = anUpload(project.id);
    const uploading = anUpload(other.id, { state: 'uploading', sent: 7 });
    const uploaded = anUpload(project.id, { state: 'uploaded', turnId: 'turn' });
    const failed = anUpload(project.id, { state: 'failed', failure: { code: 'file-changed' } });
    for (const record of [waiting, uploading, uploaded, failed]) stores.uploads.save(record);

    expect(stores.uploads.get(failed.upload.id)).toEqual(failed);
    expect(stores.uploads.list(project.id)).toEqual([waiting, uploaded, failed]);
    expect(stores.uploads.unfinished()).toEqual([waiting, uploading]);
    stores.uploads.remove(waiting.upload.id);
    stores.uploads.remove('nobody');
    expect(stores.uploads.list(project.id)).toEqual([uploaded, failed]);
    expect(stores.uploads.get(waiting.upload.id)).toBeNull();
  });

  it('keeps all that an export needs to go on', () => {
    const first = anExport(project.id);
    const second = anExport(other.id, { state: 'failed', failure: { code: 'render-failed' }, endedAt: 5_000 });
    stores.exports.save(first);
    stores.exports.save(second);
    const rendering = {
      ...first,
      job: { ...first.job, state: 'rendering', bytes: 1_000 } as const,
      renderId: 'render_1',
      renders: 1,
      outputUrl: 'https://cloud.example/x.mp4',
    };
    stores.exports.save(rendering);
    expect(stores.exports.list()).toEqual([rendering, second]);
    expect(stores.exports.get(first.job.id)).toEqual(rendering);
  });

  it('refuses what belongs to no project', () => {
    expect(() => stores.turns.save(aTurn('nobody'))).toThrow(/FOREIGN KEY/);
    expect(() => stores.uploads.save(anUpload('nobody'))).toThrow(/FOREIGN KEY/);
    expect(() => stores.exports.save(anExport('nobody'))).toThrow(/FOREIGN KEY/);
    expect(() => stores.drafts.add('nobody', null, {}, info)).toThrow(/FOREIGN KEY/);
  });

  it('hands out copies', () => {
    const draft = { t: [] as unknown[] };
    stores.drafts.add(project.id, null, draft, info);
    draft.t.push('changed by its owner');
    (stores.drafts.latest(project.id)!.draft as typeof draft).t.push('changed by a reader');
    expect(stores.drafts.latest(project.id)?.draft).toEqual({ t: [] });
  });
});
