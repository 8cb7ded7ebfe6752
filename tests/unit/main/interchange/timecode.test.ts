import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeFcpxml } from '../../../../src/main/interchange/fcpxml.ts';
import { readClipInfo } from '../../../../src/main/interchange/clips.ts';
import { writeOtio } from '../../../../src/main/interchange/otio.ts';
import { planCut } from '../../../../src/main/interchange/plan.ts';
import { type FrameRate, readTimecode } from '../../../../src/main/interchange/timecode.ts';
import { ffmpeg } from '../../../support/clips.ts';
import { fcpxmlRules } from '../../../support/fcpxml.ts';
import { aReading, aSegment, anAsset, sea, size } from './samples.ts';

const pal: FrameRate = { num: 25, den: 1 };
const ntsc: FrameRate = { num: 30_000, den: 1_001 };
const film: FrameRate = { num: 24_000, den: 1_001 };

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'rushes 时码 '))));
afterAll(() => rmSync(folder, { recursive: true }));

const record = ({ num, den }: FrameRate, timecode: string, name = 'take.mov', more = ''): Promise<string> =>
  ffmpeg(
    join(folder, name),
    `-f lavfi -i testsrc2=size=128x72:rate=${num}/${den}:duration=3 -f lavfi -i sine=d=3
     -pix_fmt yuv420p -c:v libx264 -c:a aac ${timecode === '' ? '' : `-timecode ${timecode}`} ${more}`,
  );

it.each([
  [pal, '01:00:00:00', { frames: 90_000, rate: pal, drop: false }],
  [pal, '00:00:00:01', { frames: 1, rate: pal, drop: false }],
  [ntsc, '01:00:00;00', { frames: 107_892, rate: ntsc, drop: true }],
  [ntsc, '00:59:58;15', { frames: 107_847, rate: ntsc, drop: true }],
  [ntsc, '10:00:00:00', { frames: 1_080_000, rate: ntsc, drop: false }],
  [film, '23:59:59:23', { frames: 2_073_599, rate: film, drop: false }],
])('reads where a recording of %j begins that begins at %s', async (rate, timecode, known) => {
  for (const name of ['take.mov', 'take.mp4']) expect(readTimecode(await record(rate, timecode, name))).toEqual(known);
  expect(readTimecode(await record(rate, timecode, 'fast.mov', '-movflags +faststart'))).toEqual(known);
});

it('finds none where there is none, or where it makes no sense', async () => {
  expect(readTimecode(await record(pal, ''))).toBeNull();
  const words = join(folder, 'words.mov');
  writeFileSync(words, 'no film at all');
  expect(readTimecode(words)).toBeNull();
  const path = await record(pal, '01:00:00:00');
  const bytes = readFileSync(path);
  const description = bytes.lastIndexOf('tmcd');
  for (let at = 0; at < 48; at += 1) {
    const broken = Buffer.from(bytes);
    broken.fill(0xff, description + at, description + at + 4);
    writeFileSync(path, broken);
    const found = readTimecode(path);
    if (found !== null) expect(found.rate.num / found.rate.den).toBeLessThanOrEqual(240);
  }
  writeFileSync(path, bytes.subarray(0, bytes.length - 100));
  expect(await readClipInfo(path)).toBeNull();
});

type Time = { readonly rate: number; readonly value: number };
type Range = { readonly start_time: Time; readonly duration: Time };
type Clip = { readonly source_range: Range; readonly media_reference: { readonly available_range: Range } };

/** The second to the third second of a recording, in both formats. */
async function taken(path: string, rate: FrameRate) {
  const info = await readClipInfo(path);
  if (info === null) throw new Error('Nobody can open it');
  const assets = new Map([[sea, anAsset('assets/take.mov', { info })]]);
  const plan = planCut(
    aReading(
      ['video', aSegment(0, 2_000, { url: sea, sourceInMs: 1_000 })],
      ['text', aSegment(500, 1_000, { text: 'Hi' })],
    ),
    { name: 'Cut', rate, ...size, assets },
  );
  const xml = writeFcpxml(plan);
  expect((await fcpxmlRules())(xml)).toEqual([]);
  const otio = JSON.parse(writeOtio(plan)) as { tracks: { children: { children: Clip[] }[] } };
  const [clip] = otio.tracks.children[0]?.children ?? [];
  const start = (range: Range | undefined): readonly (number | undefined)[] => [
    range?.start_time.value,
    range?.start_time.rate,
  ];
  const attribute = (element: string, name: string): string | undefined =>
    new RegExp(`<${element} [^>]*\\b${name}="([^"]*)"`).exec(xml)?.[1];
  return {
    asset: attribute('asset', 'start'),
    clip: attribute('asset-clip', 'start'),
    title: attribute('title', 'offset'),
    clock: attribute('asset-clip', 'tcFormat'),
    available: start(clip?.media_reference.available_range),
    source: start(clip?.source_range),
  };
}

it('takes a recording along by its own clock', async () => {
  expect(await taken(await record(pal, '01:00:00:00'), pal)).toEqual({
    asset: '3600s',
    clip: '3601s',
    title: '90038/25s',
    clock: undefined,
    available: [90_000, 25],
    source: [90_025, 25],
  });
  expect(await taken(await record(ntsc, '01:00:00;00'), ntsc)).toEqual({
    asset: '8999991/2500s',
    clip: '18004987/5000s',
    title: '36014979/10000s',
    clock: 'DF',
    available: [107_892, 30_000 / 1_001],
    source: [107_922, 30_000 / 1_001],
  });
});

it('takes it along so in a cut of another rate, too', async () => {
  const { asset, clip, available, source } = await taken(await record(ntsc, '01:00:00;00'), pal);
  expect({ asset, clip, available, source }).toEqual({
    asset: '8999991/2500s',
    clip: '9002491/2500s',
    available: [107_892, 30_000 / 1_001],
    source: [107_922, 30_000 / 1_001],
  });
});

it('begins at nothing without a timecode', async () => {
  expect(await taken(await record(pal, ''), pal)).toMatchObject({ asset: '0s', clip: '1s', available: [0, 25] });
});
