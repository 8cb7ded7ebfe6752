import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { redact } from '../../../../src/main/account/redact.ts';

describe('redact', () => {
  it.each([
    ['Authorization: Bearer abc.def-123', 'Authorization: Bearer [redacted]'],
    ['authorization: bearer nmv_usr_abc', 'authorization: Bearer [redacted]'],
    ['{"token":"nmv_usr_abc","x":1}', '{"token":"nmv_usr_[redacted]","x":1}'],
    ['claim clm_abc-1, done', 'claim clm_[redacted], done'],
    ['https://a.b/workspace/claim?ct=clm_1&x=2', 'https://a.b/workspace/claim?ct=[redacted]&x=2'],
    ['nothing secret', 'nothing secret'],
  ])('%s', (text, clean) => {
    expect(redact(text)).toBe(clean);
  });

  it('takes out secrets of any form that it is told', () => {
    expect(redact('key s3cret$ and s3cret$', ['s3cret$', ''])).toBe('key [redacted] and [redacted]');
    const odd = `a/b"c'd\\e`;
    const seen = [odd, encodeURIComponent(odd), JSON.stringify({ odd }), inspect({ odd })].map((text) =>
      redact(text, [odd]),
    );
    expect(seen).toEqual(['[redacted]', '[redacted]', '{"odd":"[redacted]"}', '{ odd: `[redacted]` }']);
  });
});
