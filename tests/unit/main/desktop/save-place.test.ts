import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askSaveTarget } from '../../../../src/main/desktop/save-place.ts';

/** A dialog that gives these answers in turn, and remembers what it was opened with. */
function dialog(...answers: readonly (string | null)[]) {
  const asked: string[] = [];
  const rest = [...answers];
  return {
    asked,
    ask: async (proposal: string): Promise<string | null> => {
      asked.push(proposal);
      return rest.shift() ?? null;
    },
  };
}
const folder = join('/', 'videos');
const there =
  (...paths: readonly string[]) =>
  (path: string): boolean =>
    paths.includes(path);

describe('askSaveTarget', () => {
  it('proposes the name in the folder, as an MP4', async () => {
    const { asked, ask } = dialog('/elsewhere/海.MP4');
    expect(await askSaveTarget({ folder, name: '海 sea', ask, exists: there() })).toBe('/elsewhere/海.MP4');
    expect(asked).toEqual([join(folder, '海 sea.mp4')]);
  });

  it('keeps a name that is one already, also over a file the system asked about', async () => {
    const { asked, ask } = dialog('/videos/sea.mp4');
    expect(await askSaveTarget({ folder, name: 'sea.mp4', ask, exists: there('/videos/sea.mp4') })).toBe(
      '/videos/sea.mp4',
    );
    expect(asked).toEqual([join(folder, 'sea.mp4')]);
  });

  it('appends the extension, also to another one', async () => {
    expect(await askSaveTarget({ folder, name: 'a', ask: dialog('/videos/v1.5').ask, exists: there() })).toBe(
      '/videos/v1.5.mp4',
    );
  });

  it('asks again before the appended name replaces a file', async () => {
    const { asked, ask } = dialog('/videos/sea', '/videos/sea.mp4');
    expect(await askSaveTarget({ folder, name: 'a', ask, exists: there('/videos/sea.mp4') })).toBe('/videos/sea.mp4');
    expect(asked).toEqual([join(folder, 'a.mp4'), '/videos/sea.mp4']);
  });

  it('is null when the user gives up, at once or the second time', async () => {
    expect(await askSaveTarget({ folder, name: 'a', ask: dialog(null).ask, exists: there() })).toBeNull();
    const second = dialog('/videos/sea', null);
    expect(await askSaveTarget({ folder, name: 'a', ask: second.ask, exists: there('/videos/sea.mp4') })).toBeNull();
  });
});
