import { describe, expect, it } from 'vitest';
import { createDraftMemory } from '../../../../src/main/drafts/draft-memory.ts';
import { noName } from '../../../../src/main/drafts/draft-parser.ts';
import { createVersionReader } from '../../../../src/main/drafts/version-reader.ts';
import { newProject } from '../../../support/conversation-rig.ts';
import { temporaryStores } from '../../../support/temporary-stores.ts';

const projectId = 'project';
const info = (at: number) => ({ at, changes: [] });
const clip = (url: string, start: number) => ({ s: start, d: 1_000, m: { url, name: url.slice(-5) } });
const cut = (...segments: readonly object[]) => ({ t: [{ tt: 0, sg: segments }], unknown: { kept: true } });

function createTestReader() {
  const stores = temporaryStores();
  stores.projects.save(newProject(projectId));
  const store = stores.drafts;
  const registered: string[] = [];
  const registerUrl = (url: string): string => {
    registered.push(url);
    return `id of ${url}`;
  };
  const drafts = createDraftMemory(store, () => noName);
  return {
    store: drafts,
    registered,
    versionReader: createVersionReader({ store, drafts, registerUrl, canvasConfig: () => null }),
  };
}

describe('looking back', () => {
  it('shows a version with its clips as they play, each once', async () => {
    const { store, versionReader } = createTestReader();
    const [a, b] = ['https://media.test/a.mp4', 'https://media.test/b.mp4'];
    store.add(projectId, 'turn', cut(clip(b, 2_000), clip(a, 0), clip(b, 1_000)), info(5));
    store.add(projectId, 'turn', cut(), info(6));
    store.add(projectId, 'later', cut(clip(a, 0)), info(7));

    expect(await versionReader.look(projectId, 1)).toEqual({
      projectId,
      at: 5,
      timeline: expect.objectContaining({ version: 1, durationMs: 3_000 }),
      clips: [
        { mediaId: `id of ${a}`, name: 'a.mp4' },
        { mediaId: `id of ${b}`, name: 'b.mp4' },
      ],
    });
    expect(await versionReader.look(projectId, 'turn')).toMatchObject({ at: 6, timeline: { version: 2 }, clips: [] });
    expect(
      await Promise.all([
        versionReader.look(projectId, 4),
        versionReader.look(projectId, 'nobody'),
        versionReader.look('other', 1),
      ]),
    ).toEqual([null, null, null]);
  });

  it('leaves the newest signature of an address that is in the present cut as well', async () => {
    const { store, versionReader, registered } = createTestReader();
    store.add(projectId, null, cut(clip('https://media.test/a.mp4?Expires=1', 0)), info(5));
    store.add(projectId, null, cut(clip('https://media.test/a.mp4?Expires=2', 0)), info(6));
    await versionReader.look(projectId, 1);
    expect(registered).toEqual(['https://media.test/a.mp4?Expires=1', 'https://media.test/a.mp4?Expires=2']);
  });

  it('compares any two versions, either way', async () => {
    const { store, versionReader } = createTestReader();
    const first = cut(clip('https://media.test/a.mp4', 0));
    store.add(projectId, null, first, info(5));
    store.add(projectId, null, cut(), info(6));
    expect(await versionReader.compare(projectId, 1, 2)).toMatchObject([
      { kind: 'removed', track: 'video', name: 'a.mp4' },
    ]);
    expect(await versionReader.compare(projectId, 2, 1)).toMatchObject([{ kind: 'added', name: 'a.mp4' }]);
    expect(await versionReader.compare(projectId, 2, 2)).toEqual([]);
    expect(await versionReader.compare(projectId, 2, 3)).toBeNull();
  });

  it('gives the drafts exactly as they came', async () => {
    const { store, versionReader } = createTestReader();
    const drafts = [cut(clip('https://media.test/a.mp4', 0)), cut()];
    for (const draft of drafts) store.add(projectId, null, draft, info(5));
    expect(versionReader.draft(projectId, 1)).toEqual(drafts[0]);
    expect(versionReader.draft(projectId)).toEqual(drafts[1]);
    expect([versionReader.draft(projectId, 3), versionReader.draft('other')]).toEqual([null, null]);
  });
});
