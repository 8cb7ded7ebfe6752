import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../../src/main/desktop/log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const redact = (text: string): string => text.replaceAll('secret', '[redacted]');
const lines = (): readonly string[] => readFileSync(join(folder, 'rushes.log'), 'utf8').trimEnd().split('\n');

describe('createLog', () => {
  it('writes what matters at its level, for this user only', () => {
    const log = createLog({ folder, level: 'info', redact });
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
    const log = createLog({ folder, level: 'debug', redact });
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
    createLog({ folder, level: 'info', redact }).info('fresh');
    expect(readdirSync(folder).toSorted()).toEqual(['rushes.log', 'rushes.old.log']);
    expect(lines()).toHaveLength(1);
  });

  it('never throws', () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'a file where the folder was');
    expect(() => createLog({ folder, level: 'info', redact }).error('nowhere to go')).not.toThrow();
  });
});
