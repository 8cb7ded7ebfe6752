import fc from 'fast-check';

/** A draft as after the second stage of a generation: clip, music, title. */
export const threeTracks = {
  id: 'draft-1',
  d: 10_000,
  t: [
    { tt: 0, sg: [{ id: 'v1', s: 0, d: 10_000, m: { name: 'city timelapse', url: 'https://cdn.example/city.mp4' } }] },
    {
      tt: 1,
      sg: [{ id: 'a1', s: 0, d: 10_000, m: { name: 'Lo-fi', url: 'https://cdn.example/lofi.mp3', volume: 35 } }],
    },
    { tt: 7, sg: [{ id: 't1', s: 0, d: 3_000, m: { text: 'Urban Dreams' } }] },
  ],
};

const oddity = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(undefined, NaN, Infinity, -1, 1e308, '', '7', '0', 'https://', '{"text":1}', '{', [], {}),
);

const odd = <T>(usual: fc.Arbitrary<T>): fc.Arbitrary<unknown> => fc.oneof({ weight: 4, arbitrary: usual }, oddity);

const segment = fc.record(
  {
    id: odd(fc.constantFrom('a', 'b', 'c')),
    s: odd(fc.nat(60_000)),
    st: odd(fc.nat(60_000)),
    tr: odd(fc.record({ s: odd(fc.nat(60_000)), d: odd(fc.nat(60_000)) })),
    d: odd(fc.nat(60_000)),
    v: odd(fc.double({ min: 0, max: 100 })),
    sr: odd(fc.record({ s: odd(fc.nat(60_000)), d: odd(fc.nat(60_000)) })),
    m: odd(
      fc.record(
        {
          url: odd(
            fc.constantFrom('https://cdn.example/a.mp4', 'https://cdn.example/b.mp4?sig=1', 'http://127.0.0.1:9/c'),
          ),
          name: odd(fc.constantFrom('one', 'two', 'https://cdn.example/named.mp4')),
          text: odd(fc.constantFrom('Hello', 'World', '{"text":"Styled"}')),
          volume: odd(fc.nat(100)),
        },
        { requiredKeys: [] },
      ),
    ),
  },
  { requiredKeys: [] },
);

const track = fc.record(
  { tt: odd(fc.constantFrom(0, 1, 7, 3)), sg: odd(fc.array(odd(segment), { maxLength: 5 })) },
  { requiredKeys: [] },
);

/** Drafts that look real, with anything at all in any place of them. */
export const mangledDraft = fc.record({ t: odd(fc.array(odd(track), { maxLength: 5 })) }, { requiredKeys: [] });
