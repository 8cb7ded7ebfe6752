import { expect, it } from 'vitest';
import { conversionOf, type MediaInfo, unknownMediaInfo } from '../../../../src/shared/domain/media-info.ts';

const info = (known: Partial<MediaInfo>): MediaInfo => ({ ...unknownMediaInfo, ...known });

it.each<readonly [string, ReturnType<typeof conversionOf>, MediaInfo]>([
  ['a picture', 'jpg', info({ kind: 'image' })],
  ['a film', 'mp4', info({ kind: 'video', hasVideo: true, canDecodeVideo: true })],
  ['sound', 'm4a', info({ kind: 'audio', hasAudio: true, canDecodeAudio: true })],
  ['a film of which only the sound decodes', null, info({ kind: 'video', hasVideo: true, canDecodeAudio: true })],
  ['sound that does not decode', null, info({ kind: 'audio', hasAudio: true })],
  ['what nobody can look into', null, unknownMediaInfo],
])('%s can become %s', (_what, extension, known) => {
  expect(conversionOf(known)).toBe(extension);
});
