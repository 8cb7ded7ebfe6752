import { describe, expect, it } from 'vitest';
import { emptyCut, lengthOf, trackOf } from '../../../../src/demo-cloud/draft/cut.ts';
import { applyEdit, applyEdits } from '../../../../src/demo-cloud/draft/edits.ts';

const clip = (name: string, durationMs = 10_000) => ({ name, url: `http://127.0.0.1/${name}.mp4`, durationMs });
const dressed = applyEdits(emptyCut, [
  { kind: 'place-clips', clips: [clip('a')] },
  { kind: 'set-music', name: 'Lo-fi', url: 'http://127.0.0.1/m.m4a' },
  { kind: 'set-title', text: 'One' },
  { kind: 'add-effect', name: 'fade in' },
]);

describe('applyEdit', () => {
  it('lays clips one behind the other and stretches the music', () => {
    const longer = applyEdit(dressed, { kind: 'place-clips', clips: [clip('b', 4000)] });
    expect(trackOf(longer, 'video')?.segments.map((part) => [part.name, part.startMs, part.durationMs])).toEqual([
      ['a', 0, 10_000],
      ['b', 10_000, 4000],
    ]);
    expect(trackOf(longer, 'audio')?.segments[0]?.durationMs).toBe(14_000);
  });

  it('replaces title and music, and keeps the volume', () => {
    const quiet = applyEdit(dressed, { kind: 'volume', of: 'audio', level: 0.2 });
    const changed = applyEdits(quiet, [
      { kind: 'set-title', text: 'Two' },
      { kind: 'set-music', name: 'Still Water', url: 'http://127.0.0.1/m.m4a' },
    ]);
    expect(trackOf(changed, 'text')?.segments).toMatchObject([{ text: 'Two', startMs: 0, durationMs: 3000 }]);
    expect(trackOf(changed, 'audio')?.segments).toMatchObject([{ name: 'Still Water', volume: 0.2 }]);
  });

  it('scales a volume within 0 and 1', () => {
    const loud = applyEdits(dressed, Array(9).fill({ kind: 'volume', of: 'audio', scale: 1.5 }));
    expect(trackOf(loud, 'audio')?.segments[0]?.volume).toBe(1);
    const quieter = applyEdit(dressed, { kind: 'volume', of: 'audio', scale: 0.5 });
    expect(trackOf(quieter, 'audio')?.segments[0]?.volume).toBe(0.18);
  });

  it('silences the music for a while, in pieces that go on where they were', () => {
    const pieces = (of: typeof dressed) =>
      trackOf(of, 'audio')?.segments.map((part) => [part.startMs, part.durationMs, part.inMs, part.volume]);
    const faded = applyEdit(dressed, { kind: 'fade-music', edge: 'out', durationMs: 2000 });
    const silent = applyEdit(faded, { kind: 'volume', of: 'audio', level: 0, span: { fromMs: 4000, toMs: 6000 } });
    expect(pieces(silent)).toEqual([
      [0, 4000, 0, 0.35],
      [4000, 2000, 4000, 0],
      [6000, 4000, 6000, 0.35],
    ]);
    expect(trackOf(silent, 'audio')?.segments.map(({ fadeOutMs }) => fadeOutMs)).toEqual([0, 0, 2000]);
    expect(new Set(trackOf(silent, 'audio')?.segments.map(({ id }) => id)).size).toBe(3);
    // Another song is silent there, too; what is cut out moves the silence; one volume for all makes it one piece.
    const other = applyEdit(silent, { kind: 'set-music', name: 'Still Water', url: 'http://127.0.0.1/s.m4a' });
    expect(trackOf(other, 'audio')?.segments.map(({ name, volume }) => [name, volume])).toEqual([
      ['Still Water', 0.35],
      ['Still Water', 0],
      ['Still Water', 0.35],
    ]);
    expect(pieces(applyEdit(silent, { kind: 'remove-span', fromMs: 0, toMs: 1000 }))).toEqual([
      [0, 3000, 0, 0.35],
      [3000, 2000, 3000, 0],
      [5000, 4000, 5000, 0.35],
    ]);
    expect(pieces(applyEdit(silent, { kind: 'volume', of: 'audio', level: 0.5 }))).toEqual([[0, 10_000, 0, 0.5]]);
  });

  it('shows a clip again, and puts clips in any order', () => {
    const names = (of: typeof dressed) => trackOf(of, 'video')?.segments.map(({ name }) => name);
    const three = applyEdit(dressed, { kind: 'place-clips', clips: [clip('b'), clip('c')] });
    const twice = applyEdit(three, { kind: 'duplicate', which: [2], more: 2 });
    expect(names(twice)).toEqual(['a', 'b', 'b', 'b', 'c']);
    expect(new Set(trackOf(twice, 'video')?.segments.map(({ id }) => id)).size).toBe(5);
    expect(names(applyEdit(three, { kind: 'duplicate', which: 'first', more: 1, behind: 3 }))).toEqual([
      'a',
      'b',
      'c',
      'a',
    ]);
    expect(names(applyEdit(three, { kind: 'order', numbers: [3, 1, 2] }))).toEqual(['c', 'a', 'b']);
    expect(applyEdit(three, { kind: 'order', numbers: [3, 1, 1] })).toEqual(three);
  });

  it('takes titles and silence along with their clips', () => {
    const film = applyEdits(emptyCut, [
      { kind: 'place-clips', clips: [clip('a', 4000), clip('b', 4000), clip('c', 4000)] },
      { kind: 'set-music', name: 'Lo-fi', url: 'http://127.0.0.1/m.m4a' },
      { kind: 'set-title', text: 'On b', startMs: 4000, durationMs: 4000 },
      { kind: 'set-title', text: 'The End', atEnd: true },
      { kind: 'volume', of: 'audio', level: 0, span: { fromMs: 4000, toMs: 8000 } },
    ]);
    const titlesOf = (cut: typeof film) =>
      trackOf(cut, 'text')?.segments.map(({ text, startMs, durationMs }) => [text, startMs, startMs + durationMs]);
    const soundOf = (cut: typeof film) =>
      trackOf(cut, 'audio')?.segments.map(({ startMs, inMs, durationMs, volume }) => [
        startMs,
        inMs,
        durationMs,
        volume,
      ]);
    const quick = applyEdit(film, { kind: 'speed', which: 'all', factor: 2 });
    expect(titlesOf(quick)).toEqual([
      ['On b', 2000, 4000],
      ['The End', 4500, 6000],
    ]);
    const moved = applyEdit(film, { kind: 'move', from: 2, to: 1 });
    expect(titlesOf(moved)).toEqual([
      ['On b', 0, 4000],
      ['The End', 9000, 12_000],
    ]);
    expect(soundOf(moved)).toEqual([
      [0, 0, 4000, 0],
      [4000, 4000, 8000, 0.35],
    ]);
  });

  it('removes a track, or the last clip with what lay over it', () => {
    expect(trackOf(applyEdit(dressed, { kind: 'remove', what: 'audio' }), 'audio')).toBeUndefined();
    const two = applyEdit(dressed, { kind: 'place-clips', clips: [clip('b', 4000)] });
    const one = applyEdit(two, { kind: 'remove', what: 'video' });
    expect(lengthOf(one)).toBe(10_000);
    expect(trackOf(one, 'video')?.segments.map((part) => part.name)).toEqual(['a']);
  });

  it('trims every track', () => {
    const short = applyEdit(dressed, { kind: 'trim', durationMs: 2000 });
    expect(short.tracks.map((track) => [track.kind, track.segments[0]?.durationMs])).toEqual([
      ['video', 2000],
      ['audio', 2000],
      ['text', 2000],
      ['effect', 1000],
    ]);
  });

  it('leaves the cut it was given alone', () => {
    const before = structuredClone(dressed);
    applyEdit(dressed, { kind: 'trim', durationMs: 1000 });
    expect(dressed).toEqual(before);
  });
});
