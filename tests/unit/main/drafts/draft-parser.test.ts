import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasContent, newestClip, readCanvas, readDraft } from '../../../../src/main/drafts/draft-parser.ts';
import { mangledDraft, threeTracks } from './samples.ts';

const readSegments = (tt: unknown, ...sg: readonly unknown[]) =>
  readDraft({ t: [{ tt, sg }] }).tracks[0]?.segments ?? [];
const readOne = (segment: unknown) => readSegments(0, segment)[0];

describe('readCanvas', () => {
  const none = { fps: null, width: null, height: null };
  it.each([
    [{ t: [] }, null, none],
    [
      { m: { title: 'x', width: 1920, height: 1080 } },
      { width: 1280, height: 720 },
      { fps: null, width: 1920, height: 1080 },
    ],
    [{ m: { width: 1e9, height: 'tall' }, width: 640 }, { height: 720 }, { fps: null, width: 640, height: 720 }],
    [{ fps: 25 }, { fps: 30, width: 1280, height: 720 }, { fps: 25, width: 1280, height: 720 }],
    [{ width: 'wide' }, { width: 1280.5, height: '720', fps: 0 }, { ...none, height: 720 }],
    ['nonsense', 'odd', none],
    [null, [1280, 720], none],
  ])('of %j with %j', (draft, config, canvas) => {
    expect(readCanvas(draft, config)).toEqual(canvas);
  });
});

describe('readDraft', () => {
  it('reads tracks and segments', () => {
    const reading = readDraft(threeTracks);
    expect(reading.durationMs).toBe(10_000);
    expect(reading.tracks.map((track) => track.kind)).toEqual(['video', 'audio', 'text']);
    expect(reading.tracks[1]?.segments).toEqual([
      {
        name: 'Lo-fi',
        startMs: 0,
        durationMs: 10_000,
        text: null,
        volume: 0.35,
        url: 'https://cdn.example/lofi.mp3',
        sourceInMs: null,
        sourceOutMs: null,
        key: 'id:a1',
        look: {},
      },
    ]);
  });

  it('reads a draft that comes as JSON text', () => {
    expect(readDraft(JSON.stringify(threeTracks))).toEqual(readDraft(threeTracks));
    expect(readDraft('{"t":[')).toEqual({ tracks: [], durationMs: 0 });
  });

  it.each([
    [0, 'video'],
    [1, 'audio'],
    [7, 'text'],
    ['7', 'text'],
    [3, 'other'],
    [null, 'other'],
    ['', 'other'],
  ])('takes track type %j for %s', (tt, kind) => {
    expect(readDraft({ t: [{ tt, sg: [{ d: 1 }] }] }).tracks[0]?.kind).toBe(kind);
  });

  it.each([
    { s: 1500 },
    { st: 1500 },
    { start: 1500 },
    { s: '1500' },
    { tr: { s: 1500 } },
    { target_timerange: { start: 1500 } },
    { s: 'soon', st: -1, start: 1500 },
  ])('reads the start of %j', (segment) => {
    expect(readOne(segment)?.startMs).toBe(1500);
  });

  it.each([{ d: 700 }, { duration: 700 }, { tr: { d: 700 } }, { target_timerange: { duration: 700 } }])(
    'reads the duration of %j',
    (segment) => {
      expect(readOne(segment)?.durationMs).toBe(700);
    },
  );

  it.each([
    { m: { url: 'https://a.example/x.mp4' } },
    { m: { src: 'https://a.example/x.mp4' } },
    { url: 'https://a.example/x.mp4' },
    { src: 'https://a.example/x.mp4' },
    { m: { uri: 'https://a.example/x.mp4' } },
    { m: { url: 'file:///etc/passwd' }, url: 'https://a.example/x.mp4' },
  ])('reads the address of %j', (segment) => {
    expect(readOne(segment)).toMatchObject({ url: 'https://a.example/x.mp4', name: 'x.mp4' });
  });

  it.each([
    'http://127.0.0.1:8080/a',
    'http://localhost/a',
    'http://rehearsal.localhost/a',
    'http://[::1]:1/a',
    'https://b.example/a',
  ])('keeps %s', (url) => {
    expect(readOne({ url })?.url).toBe(url);
  });

  it.each([
    'http://b.example/a',
    'http://127.evil.example/a',
    'http://localhost.evil.example/a',
    'file:///a',
    'data:text/plain,a',
    'javascript:1',
    '/a.mp4',
    'a',
  ])('drops the address %s', (url) => {
    expect(readOne({ url })?.url).toBeNull();
  });

  it.each([
    [{ m: { name: 'N' } }, 'N'],
    [{ m: { title: 'N' } }, 'N'],
    [{ n: 'N' }, 'N'],
    [{ name: ' two\nlines ' }, 'two lines'],
    [{ m: { name: 'https://a.example/clip%20one.mp4?sig=secret' } }, 'clip one.mp4'],
    [{ url: 'https://a.example/%E5%9F%8E.mp4?x=1' }, '城.mp4'],
    [{ url: 'https://a.example/%E5.mp4' }, '%E5.mp4'],
    [{ m: { text: 'Words' } }, 'Words'],
    [{ url: 'https://a.example/' }, ''],
    [{}, ''],
  ])('names %j %j', (segment, name) => {
    expect(readOne(segment)?.name).toBe(name);
  });

  it.each([
    [{ m: { text: 'T' } }, 'T'],
    [{ m: { content: 'T' } }, 'T'],
    [{ text: 'T' }, 'T'],
    [{ m: { content: '{"text":"T","styles":[]}' } }, 'T'],
    [{ m: { content: '{"styles":[]}' } }, null],
    [{ text: '{not json' }, '{not json'],
    [{ text: '  ' }, null],
  ])('reads the words of %j as %j', (segment, text) => {
    expect(readSegments(7, segment)[0]?.text).toBe(text);
  });

  it.each([
    [{ m: { volume: 0.35 } }, 0.35],
    [{ m: { volume: 35 } }, 0.35],
    [{ v: 100 }, 1],
    [{ volume: 1 }, 1],
    [{ volume: 0 }, 0],
    [{ volume: '50' }, 0.5],
    [{ volume: 1.5 }, 1.5],
    [{ m: { volume: 2 } }, 2],
    [{ v: 2.5 }, 0.025],
    [{ volume: 101 }, null],
    [{ volume: -1 }, null],
    [{}, null],
  ])('reads the volume of %j as %j', (segment, volume) => {
    expect(readOne(segment)?.volume).toBe(volume);
  });

  it('reads what piece of the source plays', () => {
    expect(readOne({ m: { in: 500, out: 2500 } })).toMatchObject({
      sourceInMs: 500,
      sourceOutMs: 2500,
      durationMs: 2000,
    });
    expect(readOne({ sr: { s: 500, d: 1000 } })).toMatchObject({ sourceInMs: 500, sourceOutMs: 1500 });
    expect(readOne({ sr: { d: 1000 } })).toMatchObject({ sourceInMs: null, sourceOutMs: 1000 });
  });

  it('lays segments without a start one after another', () => {
    const starts = readSegments(0, { d: 1000 }, { d: 500 }, { s: 5000, d: 10 }, { d: 1 }).map(
      (segment) => segment.startMs,
    );
    expect(starts).toEqual([0, 1000, 5000, 5010]);
  });

  it('leaves out tracks that hold nothing', () => {
    expect(readDraft({ t: [{ tt: 0 }, { tt: 1, sg: [] }, { tt: 7, sg: [null, 5] }, null] }).tracks).toEqual([]);
  });

  it('never throws, and always answers with sound values', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.jsonValue(), fc.json(), mangledDraft), (draft) => {
        const reading = readDraft(draft);
        expect(Number.isFinite(reading.durationMs)).toBe(true);
        for (const segment of reading.tracks.flatMap((track) => track.segments)) {
          expect(Number.isSafeInteger(segment.startMs) && segment.startMs >= 0).toBe(true);
          expect(segment.durationMs).toBeGreaterThanOrEqual(0);
          expect(segment.volume ?? 0).toBeGreaterThanOrEqual(0);
          expect(segment.volume ?? 0).toBeLessThanOrEqual(2);
          expect(segment.url ?? 'https:').toMatch(/^(https:|http:\/\/(127\.|localhost))/);
        }
      }),
    );
  });

  it('reads a track of very many segments', () => {
    const sg = Array.from({ length: 200_000 }, () => ({ d: 1 }));
    expect(readDraft({ t: [{ tt: 0, sg }] }).durationMs).toBe(200_000);
  });
});

describe('hasContent', () => {
  it.each([
    [threeTracks, true],
    [JSON.stringify(threeTracks), true],
    [{ t: [{ sg: [] }, { sg: [{}] }] }, true],
    [{ t: [{ sg: [] }] }, false],
    [{ t: [{}] }, false],
    [{ t: [null] }, false],
    [{ t: [{ sg: 'abc' }] }, false],
    [{ t: {} }, false],
    [{ sg: [{}] }, false],
    [[], false],
    [null, false],
    ['nonsense', false],
  ])('answers for %j with %j', (draft, answer) => {
    expect(hasContent(draft)).toBe(answer);
  });
});

describe('newestClip', () => {
  const clip = (name: string, s: number) => ({ s, d: 1000, url: `https://a.example/${name}.mp4` });
  const draft = (...tracks: readonly (readonly unknown[])[]) => readDraft({ t: tracks.map((sg) => ({ tt: 0, sg })) });

  it('is the clip that starts last on the first video track with clips', () => {
    const reading = draft(
      [{ d: 5 }],
      [clip('late', 2000), clip('early', 0), { s: 9000, d: 1 }],
      [clip('overlay', 8000)],
    );
    expect(newestClip(reading)?.name).toBe('late.mp4');
  });

  it('prefers a clip that was not there before, wherever it stands', () => {
    const before = draft([clip('a', 0), clip('b', 1000)]);
    const after = draft([clip('new', 0), clip('a', 1000), clip('b', 2000)]);
    expect(newestClip(after, before)?.name).toBe('new.mp4');
    expect(newestClip(after, after)?.name).toBe('b.mp4');
    expect(newestClip(draft([clip('a', 0)], [clip('overlay', 0)]), before)?.name).toBe('overlay.mp4');
  });

  it('is null without a video that can be played', () => {
    expect(
      newestClip(
        readDraft({
          t: [
            { tt: 1, sg: [clip('song', 0)] },
            { tt: 0, sg: [{ d: 1 }] },
          ],
        }),
      ),
    ).toBeNull();
  });
});
