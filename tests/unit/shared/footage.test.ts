import { expect, it } from 'vitest';
import { conversionOf, type FileFacts, unknownFacts } from '../../../src/shared/domain/media-info.ts';

const facts = (known: Partial<FileFacts>): FileFacts => ({ ...unknownFacts, ...known });

it.each<readonly [string, ReturnType<typeof conversionOf>, FileFacts]>([
  ['a picture', 'jpg', facts({ kind: 'image' })],
  ['a film', 'mp4', facts({ kind: 'video', hasVideo: true, canDecodeVideo: true })],
  ['sound', 'm4a', facts({ kind: 'audio', hasAudio: true, canDecodeAudio: true })],
  ['a film of which only the sound decodes', null, facts({ kind: 'video', hasVideo: true, canDecodeAudio: true })],
  ['sound that does not decode', null, facts({ kind: 'audio', hasAudio: true })],
  ['what nobody can look into', null, unknownFacts],
])('%s can become %s', (_what, extension, known) => {
  expect(conversionOf(known)).toBe(extension);
});
