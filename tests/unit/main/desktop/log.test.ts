import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog, redact } from '../../../../src/main/desktop/log.ts';
import { inspect } from 'node:util';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const secrets = ['secret'];
const lines = (): readonly string[] => readFileSync(join(folder, 'rushes.log'), 'utf8').trimEnd().split('\n');

describe('createLog', () => {
  it('writes what matters at its level, for this user only', () => {
    const log = createLog({ folder, level: 'info', secrets });
    log.error('it broke', { code: 'offline', at: [1, 2] });
    log.info('100% 海');
    log.debug('too fine');
    expect(lines()).toEqual([
      expect.stringMatching(/^\[.+\] \[error\] +it broke \{ code: 'offline', at: \[ 1, 2 \] \}$/),
      expect.stringMatching(/\[info\] +100% 海$/),
    ]);
    expect(statSync(join(folder, 'rushes.log')).mode & 0o777).toBe(0o600);
  });

  it('lets no secret and no forged line through', () => {
    const log = createLog({ folder, level: 'debug', secrets });
    log.warn('with secret', { deep: { token: 'secret' }, error: new Error('secret') });
    log.debug('one\n[error] two\r\nthree');
    const text = lines().join('\n');
    expect(text).not.toContain('secret');
    expect(text).toContain('[redacted]');
    expect(lines().filter((line) => !/^\[\d{4}-/.test(line))).toEqual([]);
    expect(lines()).toHaveLength(2);
  });

  it('keeps one older file when it has grown too large', () => {
    writeFileSync(join(folder, 'rushes.log'), 'x'.repeat(1024 * 1024 + 1));
    createLog({ folder, level: 'info', secrets }).info('fresh');
    expect(readdirSync(folder).toSorted()).toEqual(['rushes.log', 'rushes.old.log']);
    expect(lines()).toHaveLength(1);
  });

  it('never throws', () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'a file where the folder was');
    expect(() => createLog({ folder, level: 'info', secrets }).error('nowhere to go')).not.toThrow();
  });
});

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
