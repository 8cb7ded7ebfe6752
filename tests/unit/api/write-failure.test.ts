import { describe, expect, it } from 'vitest';
import { writeFailure } from '../../../src/main/api/write-failure.ts';

describe('writeFailure', () => {
  it.each([
    ['ENOSPC', { kind: 'disk-full' }],
    ['EDQUOT', { kind: 'disk-full' }],
    ['EACCES', { kind: 'folder-read-only' }],
    ['EPERM', { kind: 'folder-read-only' }],
    ['EROFS', { kind: 'folder-read-only' }],
    ['EIO', { kind: 'not-written', code: 'EIO' }],
  ])('%s', (code, error) => {
    expect(writeFailure(Object.assign(new Error('failed'), { code }))).toEqual(error);
  });
});
