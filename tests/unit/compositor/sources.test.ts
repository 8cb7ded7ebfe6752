import { afterEach, expect, it, vi } from 'vitest';
import { createSources } from '../../../src/compositor/sources.ts';

afterEach(() => vi.unstubAllGlobals());

/** Sources whose clips are on their way until each is told what becomes of it. */
function rig() {
  const answers = new Map<string, (response: Response) => void>();
  vi.stubGlobal('fetch', (url: string) => new Promise<Response>((resolve) => answers.set(url, resolve)));
  const gone = (mediaId: string): void => answers.get(mediaId)?.(new Response(null, { status: 502 }));
  return {
    sources: createSources(
      () => '',
      () => undefined,
    ),
    gone,
  };
}

it('says of a clip that it is on its way, then that it is gone, until it is tried again', async () => {
  const { sources, gone } = rig();
  const opening = sources.open('one');
  expect([...sources.troubles()]).toEqual([['one', 'fetching']]);
  gone('one');
  await opening;
  expect([...sources.troubles()]).toEqual([['one', 'gone']]);
  sources.retry();
  expect(sources.troubles().size).toBe(0);
  void sources.open('one');
  expect([...sources.troubles()]).toEqual([['one', 'fetching']]);
});

it('says nothing of a clip that left the video while it was on its way', async () => {
  const { sources, gone } = rig();
  const opening = sources.open('one');
  sources.keep(new Set(['two']));
  gone('one');
  await opening;
  expect(sources.troubles().size).toBe(0);
});

it('brings each of many clips to an end, even those that were closed to make room', async () => {
  const { sources, gone } = rig();
  const ids = Array.from({ length: 20 }, (_, at) => `clip ${at}`);
  sources.keep(new Set(ids));
  const openings = ids.map((id) => sources.open(id));
  for (const id of ids) gone(id);
  await Promise.all(openings);
  expect([...sources.troubles().values()]).toEqual(ids.map(() => 'gone'));
});
