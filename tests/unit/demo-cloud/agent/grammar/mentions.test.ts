import { describe, expect, it } from 'vitest';
import { readIntent } from '../../../../../src/demo-cloud/agent/intent.ts';

describe('clips as they are spoken of', () => {
  const clip = (name: string, at: number, prompt: string | null) => ({
    name,
    prompt,
    startMs: at * 5000,
    durationMs: 5000,
  });
  const shown = {
    titles: [],
    captions: [],
    waitingUploads: [],
    waitingSounds: [],
    clips: [
      clip('City, night', 0, 'a city at night'),
      clip('Sea, sunset', 1, 'the sea at sunset'),
      clip('my-puppy_2.mp4', 2, null),
    ],
    lengthMs: 15_000,
  };

  it.each([
    ['mute the puppy clip', [3]],
    ['mute the night scene', [1]],
    ['mute the sunset', [2]],
    ['小狗那段静音', [3]],
    ['日落那段静音', [2]],
  ])('%s', (message, which) => {
    expect(readIntent(message, shown)).toMatchObject({ requests: [{ kind: 'volume', which }] });
  });

  it.each([
    'delete the horse clip',
    '把有马的那段删掉',
    'mute the rainy forest part',
    'speed up the shot of the train',
  ])('nobody knows which where none shows that, and all stay as they are: %s', (message) => {
    expect(readIntent(message, shown)).toMatchObject({ requests: [{ kind: 'ask', about: 'clip' }] });
  });

  it.each([
    ['Insert a rainy forest between the city and the sea', 'Insert a rainy forest', 1],
    ['add a lighthouse before the puppy', 'add a lighthouse', 2],
    ['在城市和大海之间插入一片森林', '插入一片森林', 1],
  ])('they say where a new one goes, and are not seen in it: %s', (message, prompt, behind) => {
    expect(readIntent(message, shown)).toEqual({ kind: 'generate', prompt, behind });
  });
});
