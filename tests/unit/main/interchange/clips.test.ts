import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assetOf, wantedClips } from '../../../../src/main/interchange/clips.ts';
import { aReading, aSegment, info, readings, words } from './samples.ts';

const piece = (url: string, name: string) => aSegment(0, 1_000, { url, name });

describe('the files to take along', () => {
  it('are each taken once, under names of their own', () => {
    const reading = aReading(
      [
        'video',
        piece('https://c.test/1', 'Sea'),
        piece('https://c.test/2.MOV', 'sea.mov'),
        piece('https://c.test/1', 'again'),
      ],
      ['video', piece('https://c.test/3.mov', 'SEA'), piece('https://c.test/4.png', ''), piece('https://c.test/', '')],
      ['audio', piece('https://c.test/5', '夜 (demo) #1.mp3'), piece('https://c.test/6', '../../etc/passwd')],
      ['text', piece('https://c.test/7', 'no file of ours')],
    );
    expect(wantedClips(reading).map(({ path, kind }) => [path, kind])).toEqual([
      ['assets/Sea.mp4', 'video'],
      ['assets/sea.mov', 'video'],
      ['assets/SEA-2.mov', 'video'],
      ['assets/4.png', 'image'],
      ['assets/Rushes.mp4', 'video'],
      ['assets/夜-demo-1.mp3', 'audio'],
      ['assets/etc-passwd.mp3', 'audio'],
    ]);
  });

  it('have names that are safe and different on every system, whatever the draft', () => {
    fc.assert(
      fc.property(readings, words, (reading, name) => {
        const tracks = reading.tracks.map((track) => ({
          ...track,
          segments: track.segments.map((one) => ({ ...one, name })),
        }));
        const paths = wantedClips({ ...reading, tracks }).map(({ path }) => path);
        expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
        for (const path of paths) expect(path).toMatch(/^assets\/[^\s/\\:*?"<>|%#&]+\.[a-z\d]+$/u);
      }),
    );
  });

  it('are as many as there are, however many are called alike', () => {
    const same = Array.from({ length: 20_000 }, (_, index) => piece(`https://c.test/${index}`, 'Sea'));
    const paths = wantedClips(aReading(['video', ...same])).map(({ path }) => path);
    expect(new Set(paths).size).toBe(20_000);
    expect(paths.at(-1)).toBe('assets/Sea-20000.mp4');
  });

  it('are what they hold, not what they are called', () => {
    const [clip] = wantedClips(aReading(['video', piece('https://c.test/1.mp4', 'voice')]));
    expect(assetOf(clip!, true, info({ hasVideo: false }))).toMatchObject({ kind: 'audio', there: true });
    expect(assetOf(clip!, false, null)).toMatchObject({ kind: 'video', there: false, info: { durationMs: null } });
  });
});
