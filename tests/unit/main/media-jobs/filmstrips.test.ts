import { expect, it, vi } from 'vitest';
import { createFilmstrips } from '../../../../src/main/media-jobs/media-jobs.ts';
import { err, ok } from '../../../../src/shared/result.ts';

it('a filmstrip that nobody waits for is broken off, and holds up no other', async () => {
  const run = vi.fn(
    ({ signal }: { readonly signal?: AbortSignal }) =>
      new Promise((resolve) => signal?.addEventListener('abort', () => resolve(err({ code: 'cancelled' })))),
  );
  const strips = createFilmstrips({ run: run as never }, (fileId, use) => use(`/files/${fileId}`));
  const first = strips.filmstrip('a');
  strips.leaveFilmstrip('b');
  strips.leaveFilmstrip('a');
  expect(await first).toEqual(err({ code: 'cancelled' }));

  // Asked for again, it is made anew, and left once more.
  run.mockImplementationOnce(() => Promise.resolve(ok({ frames: [], keyFramesMs: [] })));
  expect(await strips.filmstrip('a')).toEqual(ok({ frames: [], keyFramesMs: [] }));
  strips.leaveFilmstrip('a');
});
