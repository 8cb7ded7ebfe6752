import { join } from 'node:path';
import { expect } from '@playwright/test';
import { caseFrames, type Case, cases, type Clips, draftOf, makeClips } from '../support/composition-cases.ts';
import { openCompositor } from '../support/compositor-page.ts';
import { showDraft } from '../support/cut-window.ts';
import { readText } from '../support/film.ts';
import { colorError, composed, type Frames, likenesses, pixelsOf } from '../support/likeness.ts';
import { blackClip, numberIn, picture, served, type ServedFile } from '../support/numbered-clips.ts';
import { sharedTest as test } from '../support/shared-app.ts';

const { width, height } = picture;
/** Frames of each case that are looked at. */
const looked = [0, 1, 14, 15, 21, 29] as const;

async function expected({ inputs, graph }: Case, clips: Clips): Promise<Frames> {
  const read = inputs.flatMap((name) => [...(name === 'clear' ? ['-c:v', 'libvpx-vp9'] : []), '-i', clips[name].path]);
  return composed(read, graph, looked);
}

test.setTimeout(120_000);

test('every frame is what ffmpeg composes, in every way in which pictures lie over each other', async ({
  place,
  window,
}) => {
  const clips = await makeClips(place);
  const projectId = await showDraft(window, place, draftOf(clips));
  const compositor = await openCompositor(window, projectId);
  const asked = [...cases.keys()].flatMap((at) => looked.map((frame) => compositor.frame(at * caseFrames + frame)));
  const pngs = (await Promise.all(asked)).filter((png) => png !== null);
  await compositor.close();
  const ours = await pixelsOf(join(place.folder, 'ours'), pngs);
  const theirs = (await Promise.all(cases.map((one) => expected(one, clips)))).flat();
  expect(theirs.length).toBe(ours.length);
  const alike = await likenesses(join(place.folder, 'likeness'), ours, theirs);

  for (const [at, { name, number, colors: most = 6 }] of cases.entries()) {
    const from = at * looked.length;
    const found = looked.map((frame, index) => ({
      frame,
      number: number && numberIn(frameAt(ours, from + index)),
      likeness: alike[from + index] ?? 0,
      colors: colorError(frameAt(ours, from + index), frameAt(theirs, from + index)),
    }));
    expect
      .soft({ name, numbers: found.map((one) => one.number) })
      .toEqual({ name, numbers: looked.map((frame) => number?.(frame)) });
    expect.soft({ name, unlike: found.filter(({ likeness }) => likeness < 0.985) }).toEqual({ name, unlike: [] });
    expect.soft({ name, stained: found.filter(({ colors }) => colors > most) }).toEqual({ name, stained: [] });
  }
});

function frameAt(frames: Frames, at: number): Buffer {
  const frame = frames[at];
  if (frame === undefined) throw new Error('There is no such frame');
  return frame;
}

const titled = [
  { text: 'NIGHT', letters: null },
  // Each of these fills a square of the title's size.
  { text: '城市之夜', letters: 4 },
  { text: 'The city never sleeps, and neither does the sea beyond its last lamps', letters: null },
] as const;

test('titles stand where and as large as they should, in Latin and in Chinese letters', async ({ place, window }) => {
  const { url } = await served(place, 'black.mp4', blackClip);
  const draft = {
    m: { width, height },
    fps: 30,
    t: [
      { tt: 0, sg: [{ d: 3000, m: { name: 'black', url } }] },
      { tt: 7, sg: titled.map(({ text }, at) => ({ s: at * 1000, d: 1000, m: { text } })) },
    ],
  };
  const compositor = await openCompositor(window, await showDraft(window, place, draft));
  const pngs = (await Promise.all(titled.map((_, at) => compositor.frame(at * 30 + 15)))).filter((png) => png !== null);
  await compositor.close();
  const folder = join(place.folder, 'titles');
  const boxes = (await pixelsOf(folder, pngs)).map(whiteBox);
  expect(await readText(join(folder, `${titled.length - 1}.png`))).toBe(titled.at(-1)?.text);
  const size = 0.075 * height;
  for (const [at, { letters }] of titled.entries()) {
    const box = boxes[at];
    if (box === undefined) throw new Error('There is no title');
    expect(Math.abs(box.x + box.width / 2 - width / 2)).toBeLessThan(size * 0.15);
    expect(Math.abs(box.y + box.height / 2 - 0.84 * height)).toBeLessThan(size * 0.3);
    expect(box.width).toBeLessThanOrEqual(0.82 * width);
    if (letters === null) continue;
    expect(box.width / size).toBeGreaterThan(letters - 0.35);
    expect(box.width / size).toBeLessThan(letters + 0.1);
  }
  // A single line, and two of smaller letters.
  expect((boxes[0]?.height ?? 0) / size).toBeGreaterThan(0.6);
  expect((boxes[0]?.height ?? 0) / size).toBeLessThan(1);
  expect((boxes[2]?.height ?? 0) / (0.05 * height)).toBeGreaterThan(1.6);
});

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The smallest box around all that is bright. */
function whiteBox(rgb: Buffer): Box {
  let [left, top, right, bottom] = [width as number, height as number, 0, 0];
  for (let at = 0; at < rgb.length; at += 3) {
    if ((rgb[at + 1] ?? 0) < 128) continue;
    const [x, y] = [(at / 3) % width, Math.floor(at / 3 / width)];
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x + 1), Math.max(bottom, y + 1)];
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** A click at every half of a second. */
const clicks = `-f lavfi -i aevalsrc=exprs='if(lt(abs(mod(t,1)-0.5),0.0003),0.9,0)':s=44100:d=6`;
/** A twentieth of an AAC frame. In samples at 48 kHz. */
const tolerance = 0.05 * 1024;

test('clicks are heard to the sample: after a cut, at another rate, twice as fast, and not where there is none', async ({
  place,
  window,
}) => {
  const wave = await served(place, 'clicks.wav', clicks);
  const packed = await served(place, 'clicks.m4a', `${clicks} -c:a aac -b:a 192k`);
  const sound = ({ url }: ServedFile, from: number, length: number, inMs: number, more = {}) => ({
    s: from,
    d: length,
    m: { name: `from ${from}`, url, in: inMs },
    ...more,
  });
  const heardLater = sound(wave, 2000, 1000, 1000, { speed: 2 });
  const sg = [sound(wave, 0, 700, 400), sound(packed, 1000, 1000, 1100), heardLater];
  // The film is longer than what is listened to: at its end nothing more is mixed.
  const words = { tt: 7, sg: [{ s: 0, d: 8000, m: { text: 'Clicks' } }] };
  const draft = { m: { width, height }, fps: 30, t: [{ tt: 1, sg }, words] };
  const compositor = await openCompositor(window, await showDraft(window, place, draft));
  const heard = loudPlaces(await compositor.sound(3));
  await compositor.close();
  const wanted = [0.1, 1.4, 2.25, 2.75].map((second) => second * 48_000);
  expect(heard.length).toBe(wanted.length);
  for (const [at, sample] of wanted.entries())
    expect(Math.abs((heard[at] ?? 0) - sample)).toBeLessThanOrEqual(tolerance);
});

/** The loudest sample of each click. */
function loudPlaces(samples: Float32Array): readonly number[] {
  const places: number[] = [];
  for (const [at, value] of samples.entries()) {
    if (value < 0.25) continue;
    const last = places.at(-1);
    if (last === undefined || at - last > 4_800) places.push(at);
    else if (value > (samples[last] ?? 0)) places[places.length - 1] = at;
  }
  return places;
}
