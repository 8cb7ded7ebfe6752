import { describe, expect, it } from 'vitest';
import { emptyCut } from '../../../../src/demo-cloud/draft/cut.ts';
import { applyEdits } from '../../../../src/demo-cloud/draft/edits.ts';
import { dialects, writeDraft } from '../../../../src/demo-cloud/draft/wire.ts';

const cut = applyEdits(emptyCut, [
  { kind: 'place-clips', clips: [{ name: 'city', url: 'http://127.0.0.1/city.mp4', durationMs: 10_000 }] },
  { kind: 'set-music', name: 'Lo-fi', url: 'http://127.0.0.1/m.m4a' },
  { kind: 'set-title', text: 'Urban Dreams' },
]);

describe('writeDraft', () => {
  it.each(dialects)('writes tracks, types and durations alike in %s, with keys nobody knows', (dialect) => {
    expect(writeDraft(cut, dialect, 3)).toMatchObject({
      rev: 3,
      d: 10_000,
      x: { origin: 'agent' },
      t: [
        { tt: 0, sg: [{ d: 10_000 }] },
        { tt: 1, sg: [{ d: 10_000 }] },
        { tt: 7, sg: [{ d: 3000 }] },
      ],
    });
  });

  it('spells the rest of a segment in its own way', () => {
    const music = dialects.map((dialect) => JSON.parse(JSON.stringify(writeDraft(cut, dialect, 1))).t[1].sg[0]);
    expect(music[0]).toMatchObject({ s: 0, m: { url: 'http://127.0.0.1/m.m4a', name: 'Lo-fi', volume: 0.35 } });
    expect(music[1]).toMatchObject({ target_timerange: { start: 0 }, volume: 35, m: { title: 'Lo-fi' } });
    expect(music[2]).toMatchObject({ n: 'Lo-fi', v: 0.35, m: { uri: 'http://127.0.0.1/m.m4a' } });
    expect(music[2]).not.toHaveProperty('s');
  });
});
