import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { decibels, seconds, writeFcpxml } from '../../../../src/main/interchange/fcpxml.ts';
import { planCut } from '../../../../src/main/interchange/plan.ts';
import { usualRate } from '../../../../src/main/interchange/timecode.ts';
import { fcpxmlRules } from '../../../support/fcpxml.ts';
import {
  type TestTracks,
  aReading,
  aSegment,
  anAsset,
  assetMaps,
  info,
  photo,
  rates,
  readings,
  sea,
  size,
  song,
  words,
} from './samples.ts';

let complaints: (xml: string) => readonly string[];
beforeAll(async () => {
  complaints = await fcpxmlRules();
});

const assets = new Map([
  [sea, anAsset('assets/sea 海.mp4', { info: info({ durationMs: 10_000, width: 1080, height: 1920, fps: 29.97 }) })],
  [song, anAsset('assets/song.mp3', { kind: 'audio', info: info({ durationMs: 60_000, hasVideo: false }) })],
  [photo, anAsset('assets/photo.jpg', { kind: 'image', info: info({ hasAudio: false }) })],
]);
const parts = { name: 'Cut', rate: usualRate, ...size, assets };
const write = (...tracks: TestTracks): string => writeFcpxml(planCut(aReading(...tracks), parts));

describe('FCPXML 1.10', () => {
  it('is valid, whatever the draft, its names and its files', () => {
    fc.assert(
      fc.property(readings, assetMaps, rates, words, (reading, files, rate, name) => {
        expect(complaints(writeFcpxml(planCut(reading, { name, rate, ...size, assets: files })))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['an unknown element', '<spine>', '<spine><clipp/>'],
    ['a lane of the storyline', 'lane="1"', 'lane="0"'],
    ['a reference to nothing', 'ref="a1"', 'ref="a9"'],
    ['a time in decimals', 'offset="1s"', 'offset="1.0s"'],
    ['a negative time', 'offset="1s"', 'offset="-1s"'],
    ['a missing file', ' src="./assets/song.mp3"', ''],
    ['another version', 'version="1.10"', 'version="1.9"'],
  ])('is not valid with %s', (_what, found, replaced) => {
    const xml = write(
      ['video', aSegment(1_000, 1_000, { url: sea })],
      ['text', aSegment(1_500, 1_000, { text: 'Hi' })],
      ['audio', aSegment(0, 1_000, { url: song })],
    );
    expect(complaints(xml)).toEqual([]);
    expect(xml).toContain(found);
    expect(complaints(xml.replace(found, replaced))).not.toEqual([]);
  });

  it('reads as it is meant: storyline, lanes, titles, volumes, pictures', () => {
    const xml = write(
      [
        'video',
        aSegment(1_000, 2_000, { url: sea, sourceInMs: 500, name: 'Sea', volume: 0.5 }),
        aSegment(3_000, 1_000, { url: photo }),
      ],
      ['text', aSegment(2_000, 1_000, { text: 'A & B\n<b>' })],
      ['audio', aSegment(0, 6_000, { url: song, volume: 0.35, name: '音乐' })],
    );
    expect(xml.split('\n').map((line) => line.trim())).toEqual(
      `<?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE fcpxml>
      <fcpxml version="1.10">
      <resources>
      <format id="cut" frameDuration="1/30s" width="1920" height="1080" colorSpace="1-1-1 (Rec. 709)"/>
      <format id="f1080x1920p2997" frameDuration="1001/30000s" width="1080" height="1920" colorSpace="1-1-1 (Rec. 709)"/>
      <format id="still" name="FFVideoFormatRateUndefined"/>
      <effect id="title" name="Basic Title" uid=".../Titles.localized/Bumper:Opener.localized/Basic Title.localized/Basic Title.moti"/>
      <asset id="a1" name="sea 海.mp4" start="0s" duration="10s" hasVideo="1" videoSources="1" format="f1080x1920p2997" hasAudio="1" audioSources="1">
      <media-rep kind="original-media" src="./assets/sea%20%E6%B5%B7.mp4"/>
      </asset>
      <asset id="a2" name="photo.jpg" start="0s" duration="0s" hasVideo="1" videoSources="1" format="still">
      <media-rep kind="original-media" src="./assets/photo.jpg"/>
      </asset>
      <asset id="a3" name="song.mp3" start="0s" duration="60s" hasAudio="1" audioSources="1">
      <media-rep kind="original-media" src="./assets/song.mp3"/>
      </asset>
      </resources>
      <library>
      <event name="Cut">
      <project name="Cut">
      <sequence format="cut" duration="6s" tcStart="0s" tcFormat="NDF" audioLayout="stereo" audioRate="48k">
      <spine>
      <gap name="Gap" offset="0s" start="0s" duration="1s">
      <asset-clip ref="a3" lane="-1" offset="0s" name="音乐" start="0s" duration="6s" audioRole="music">
      <adjust-volume amount="-9.1dB"/>
      </asset-clip>
      </gap>
      <asset-clip ref="a1" offset="1s" name="Sea" start="1/2s" duration="2s">
      <adjust-volume amount="-6dB"/>
      <title ref="title" lane="1" offset="3/2s" name="A &amp; B&#10;&lt;b&gt;" start="0s" duration="1s">
      <text><text-style ref="s60-90-1">A &amp; B&#10;&lt;b&gt;</text-style></text>
      <text-style-def id="s60-90-1">
      <text-style font="Helvetica" fontSize="72" fontFace="Bold" fontColor="1 1 1 1" alignment="center"/>
      </text-style-def>
      </title>
      </asset-clip>
      <video ref="a2" offset="3s" name="piece" start="0s" duration="1s"/>
      <gap name="Gap" offset="4s" start="0s" duration="2s"/>
      </spine>
      </sequence>
      </project>
      </event>
      </library>
      </fcpxml>
      `
        .split('\n')
        .map((line) => line.trim()),
    );
  });

  it('writes frames as fractions of a second, and volumes as decibels', () => {
    const ntsc = { num: 30_000, den: 1_001 };
    expect([0, 1, 15, 30, 45].map((frames) => seconds(frames, usualRate))).toEqual([
      '0s',
      '1/30s',
      '1/2s',
      '1s',
      '3/2s',
    ]);
    expect([0, 1, 30_000].map((frames) => seconds(frames, ntsc))).toEqual(['0s', '1001/30000s', '1001s']);
    expect([1, 0.999, 0.35, 0.1, 0, 1e-9].map(decibels)).toEqual(['0dB', '0dB', '-9.1dB', '-20dB', '-96dB', '-96dB']);
  });

  it('takes thousands of pieces', () => {
    const pieces = Array.from({ length: 5_000 }, (_, index) => aSegment(index * 1_000, 1_000, { url: sea }));
    const titles = Array.from({ length: 5_000 }, (_, index) => aSegment(index * 1_000, 900, { text: `t${index}` }));
    const xml = write(['video', ...pieces], ['text', ...titles]);
    expect(xml.split('<title ').length).toBe(5_001);
    expect(xml.match(/ id="[^"]+"/g)).toHaveLength(new Set(xml.match(/ id="[^"]+"/g)).size);
  });
});
