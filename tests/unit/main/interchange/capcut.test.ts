import { describe, expect, it } from 'vitest';
import { writeCapcut } from '../../../../src/main/interchange/capcut.ts';
import type { Asset } from '../../../../src/main/interchange/plan.ts';
import { readDraft } from '../../../../src/main/drafts/draft-parser.ts';

const info = { durationMs: 10_000, width: 1280, height: 720, fps: 30, hasVideo: true, hasAudio: true, timecode: null };
const asset = (path: string, changes: Partial<Asset> = {}): Asset => ({
  path: `assets/${path}`,
  name: path,
  kind: 'video',
  there: true,
  info,
  ...changes,
});
const assets = new Map([
  ['https://cdn.example/city.mp4', asset('city.mp4')],
  [
    'https://cdn.example/sea.jpg',
    asset('sea.jpg', { kind: 'image', info: { ...info, durationMs: null, hasAudio: false } }),
  ],
  ['https://cdn.example/music.m4a', asset('music.m4a', { kind: 'audio' })],
]);
const draft = {
  t: [
    {
      tt: 0,
      sg: [
        { s: 0, d: 2000, speed: 2, m: { name: 'city', url: 'https://cdn.example/city.mp4', in: 1000 } },
        { s: 2000, d: 3000, m: { name: 'sea', url: 'https://cdn.example/sea.jpg' } },
        { s: 5000, d: 9000, m: { name: 'city', url: 'https://cdn.example/city.mp4', in: 4000 } },
      ],
    },
    { tt: 1, sg: [{ s: 0, d: 5000, m: { name: 'Lo-fi', url: 'https://cdn.example/music.m4a', volume: 35 } }] },
    {
      tt: 7,
      sg: [
        { s: 500, d: 1500, m: { text: '城市之夜' } },
        { s: 1000, d: 1500, m: { text: 'Above it' } },
      ],
    },
  ],
};

type Range = { readonly start: number; readonly duration: number };
type Written = {
  readonly duration: number;
  readonly canvas_config: unknown;
  readonly materials: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly tracks: readonly {
    readonly type: string;
    readonly segments: readonly {
      readonly id: string;
      readonly material_id: string;
      readonly target_timerange: Range;
      readonly source_timerange: Range | null;
      readonly speed: number;
      readonly volume: number;
      readonly extra_material_refs: readonly string[];
    }[];
  }[];
};

function write() {
  let count = 0;
  const parts = { name: 'Night', width: 1280, height: 720, fps: 30, assets, now: 1_700_000_000_000 };
  const files = writeCapcut({ ...parts, reading: readDraft(draft), id: () => `ID-${(count += 1)}` });
  const content = JSON.parse(files.get('draft_content.json') ?? '') as Written;
  return {
    files,
    content,
    meta: JSON.parse(files.get('draft_meta_info.json') ?? '') as Readonly<Record<string, unknown>>,
  };
}

describe('a draft for CapCut', () => {
  it('has the files that these editors look for', () => {
    const { files, meta } = write();
    expect([...files.keys()]).toEqual(['draft_content.json', 'draft_info.json', 'draft_meta_info.json']);
    expect(files.get('draft_info.json')).toBe(files.get('draft_content.json'));
    expect(meta).toMatchObject({ draft_name: 'Night', tm_duration: 11_000_000, tm_draft_create: 1.7e15 });
  });

  it('has tracks from the picture up, none of which overlaps itself', () => {
    const { tracks } = write().content;
    expect(tracks.map(({ type, segments }) => [type, segments.length])).toEqual([
      ['video', 3],
      ['audio', 1],
      ['text', 1],
      ['text', 1],
    ]);
    for (const { segments } of tracks)
      segments.reduce((end, { target_timerange: { start, duration } }) => {
        expect(start).toBeGreaterThanOrEqual(end);
        return start + duration;
      }, 0);
  });

  it('says times in microseconds, at the speed of each clip, and no longer than its file', () => {
    const { content } = write();
    const [video] = content.tracks;
    expect(
      video?.segments.map(({ target_timerange, source_timerange, speed }) => [
        target_timerange,
        source_timerange,
        speed,
      ]),
    ).toEqual([
      [{ start: 0, duration: 2_000_000 }, { start: 1_000_000, duration: 4_000_000 }, 2],
      [{ start: 2_000_000, duration: 3_000_000 }, { start: 0, duration: 3_000_000 }, 1],
      [{ start: 5_000_000, duration: 6_000_000 }, { start: 4_000_000, duration: 6_000_000 }, 1],
    ]);
    expect(content.duration).toBe(11_000_000);
    expect(content.canvas_config).toEqual({ width: 1280, height: 720, ratio: 'original' });
  });

  it('names each file once, within the draft folder, and nothing that is not there', () => {
    const { materials, tracks } = write().content;
    expect(
      materials['videos']?.map(({ path, type }) => [
        String(path).replace(/^##_draftpath_placeholder_[\w-]+_##\//, ''),
        type,
      ]),
    ).toEqual([
      ['assets/city.mp4', 'video'],
      ['assets/sea.jpg', 'photo'],
    ]);
    const ids = new Set(Object.values(materials).flatMap((list) => list.map(({ id }) => id)));
    const used = tracks.flatMap(({ segments }) =>
      segments.flatMap((one) => [one.material_id, ...one.extra_material_refs]),
    );
    expect(used.filter((id) => !ids.has(id))).toEqual([]);
    const all = tracks.flatMap(({ segments }) => segments.map(({ id }) => id));
    expect(new Set(all).size).toBe(all.length);
  });

  it('keeps volumes and words', () => {
    const { materials, tracks } = write().content;
    expect(tracks.find(({ type }) => type === 'audio')?.segments[0]?.volume).toBe(0.35);
    const texts = materials['texts']?.map(
      ({ content }) => JSON.parse(String(content)) as { readonly text: string; readonly styles: readonly unknown[] },
    );
    expect(texts?.map(({ text }) => text)).toEqual(['城市之夜', 'Above it']);
    expect(texts?.[0]?.styles).toMatchObject([{ range: [0, 4], size: 15 }]);
  });
});
