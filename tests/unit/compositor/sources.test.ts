import type { AudioSampleSink } from 'mediabunny';
import { describe, expect, it } from 'vitest';
import { type OpenSource, type Rendition, soundOf } from '../../../src/compositor/sources.ts';

const facts = { seconds: 1, isHdr: false, size: null, isSlowToEnter: false, isTransparent: false, isUnseen: false };
const film = (sound: string | null): OpenSource => ({
  kind: 'film',
  pictures: null,
  // Nobody reads it here: it is only told from others.
  sound: sound as unknown as AudioSampleSink | null,
  nextKey: () => Promise.resolve(null),
  facts,
  close: () => undefined,
});
const gone: OpenSource = { kind: 'trouble', trouble: 'gone', close: () => undefined };

describe('the sound of a film', () => {
  const of = (files: Readonly<Record<Rendition, OpenSource>>, rendition: Rendition) =>
    soundOf({ open: (_mediaId, wanted = 'original') => Promise.resolve(files[wanted]) }, 'film', rendition);

  it('comes from the file that its pictures come from, and from the original where the proxy has none', async () => {
    const whole = { original: film('of the original'), proxy: film('of the proxy') };
    expect([await of(whole, 'original'), await of(whole, 'proxy')]).toEqual(['of the original', 'of the proxy']);
    expect(await of({ ...whole, proxy: film(null) }, 'proxy')).toBe('of the original');
    expect(await of({ original: film(null), proxy: film(null) }, 'proxy')).toBeNull();
    expect(await of({ original: gone, proxy: gone }, 'original')).toBeNull();
  });
});
