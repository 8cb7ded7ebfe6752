import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMusicWords } from '../../../../src/shared/scene/music-order.ts';

test.each([
  ['add upbeat music', 'upbeat'],
  ['make the music calmer', 'calm'],
  ['lo-fi beats, please', 'lofi'],
  ['a dramatic orchestral score', 'epic'],
  ['something melancholic', 'sad'],
  ['ambient, dreamlike', 'dreamy'],
  ['加一段欢快的音乐', 'upbeat'],
  ['换成舒缓的钢琴曲', 'calm'],
  ['来点爵士', 'lofi'],
  ['史诗感的配乐', 'epic'],
  ['伤感一点', 'sad'],
  ['空灵的音乐', 'dreamy'],
  ['soft acoustic guitar', 'calm'],
  ['electronic beats', 'upbeat'],
  ['a rock anthem', 'epic'],
  ['电子音乐', 'upbeat'],
  ['吉他弹唱', 'calm'],
  ['add music', null],
  ['换首歌', null],
] as const)('%s: %s', (words, mood) => {
  expect(readMusicWords(words).mood).toBe(mood);
});

test.each([
  ['upbeat, 128 bpm', { bpm: 128, tonic: null, mode: null }],
  ['每分钟90拍', { bpm: 90, tonic: null, mode: null }],
  ['in A minor', { bpm: null, tonic: 9, mode: 'minor' }],
  ['in F# major at 100bpm', { bpm: 100, tonic: 6, mode: 'major' }],
  ['key of B flat', { bpm: null, tonic: 10, mode: null }],
  ['C大调', { bpm: null, tonic: 0, mode: 'major' }],
  ['降B不算，♭写在后面：B♭小调', { bpm: null, tonic: 10, mode: 'minor' }],
  ['古风的配乐', { bpm: null, tonic: null, mode: 'pentatonic' }],
  ['traditional Chinese music at 80 bpm', { bpm: 80, tonic: null, mode: 'pentatonic' }],
  ['a cat in a city', { bpm: null, tonic: null, mode: null }],
  ['9000 bpm', { bpm: null, tonic: null, mode: null }],
] as const)('%s: tempo and key', (words, expected) => {
  expect(readMusicWords(words)).toMatchObject(expected);
});

test('any words are read', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => void readMusicWords(words)));
});
