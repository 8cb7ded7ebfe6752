import { describe, expect, it } from 'vitest';
import { mayHaveArrived } from '../../../../src/main/api/errors.ts';
import { describeFailure, writeFailure } from '../../../../src/main/api/failures.ts';

const failure = (info: Readonly<Record<string, string>>): Error => Object.assign(new Error(info.message ?? ''), info);

describe('describeFailure', () => {
  it.each([
    [
      { code: 'ECONNREFUSED', syscall: 'connect' },
      { kind: 'offline', reason: 'unreachable' },
    ],
    [
      { code: 'ENOTFOUND', syscall: 'getaddrinfo' },
      { kind: 'offline', reason: 'unreachable' },
    ],
    [
      { code: 'ETIMEDOUT', syscall: 'connect' },
      { kind: 'offline', reason: 'unreachable' },
    ],
    [{ code: 'UND_ERR_CONNECT_TIMEOUT' }, { kind: 'offline', reason: 'unreachable' }],
    [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, { kind: 'offline', reason: 'certificate' }],
    [{ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, { kind: 'offline', reason: 'certificate' }],
    [{ code: 'CERT_HAS_EXPIRED' }, { kind: 'offline', reason: 'certificate' }],
    [{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, { kind: 'offline', reason: 'certificate' }],
    [
      { code: 'UND_ERR_ABORTED', message: 'Proxy response (407) !== 200 when HTTP Tunneling' },
      { kind: 'offline', reason: 'proxy-sign-in' },
    ],
    [
      { code: 'UND_ERR_ABORTED', message: 'Proxy response (403) !== 200 when HTTP Tunneling' },
      { kind: 'offline', reason: 'proxy-refuses' },
    ],
    [{ code: 'UND_ERR_SOCKS5_AUTH_FAILED' }, { kind: 'offline', reason: 'proxy-sign-in' }],
    [{ code: 'UND_ERR_SOCKS5_REPLY_5' }, { kind: 'offline', reason: 'proxy-refuses' }],
    [{ message: 'SOCKS5 connection timeout' }, { kind: 'offline', reason: 'proxy-unreachable' }],
    [{ code: 'ERR_FORBIDDEN_ADDRESS' }, { kind: 'bad-answer', reason: 'unsafe-address' }],
    [{ code: 'UND_ERR_HEADERS_TIMEOUT' }, { kind: 'timed-out' }],
    [{ code: 'UND_ERR_BODY_TIMEOUT' }, { kind: 'timed-out' }],
    [{ code: 'ECONNRESET', syscall: 'read' }, { kind: 'interrupted' }],
    [{ code: 'ETIMEDOUT', syscall: 'read' }, { kind: 'interrupted' }],
    [{ code: 'UND_ERR_SOCKET' }, { kind: 'interrupted' }],
    [{ code: 'EPIPE', syscall: 'write' }, { kind: 'interrupted' }],
  ])('%j', (info, error) => {
    expect(describeFailure(failure(info), undefined)).toEqual(error);
  });

  it('looks into an error of several addresses', () => {
    const both = new AggregateError([failure({ code: 'EADDRNOTAVAIL' }), failure({ code: 'ECONNREFUSED' })]);
    expect(describeFailure(both, undefined)).toEqual({ kind: 'offline', reason: 'unreachable' });
  });

  it('is cancelled whatever else was thrown', () => {
    expect(describeFailure(failure({ code: 'ECONNRESET' }), AbortSignal.abort())).toEqual({ kind: 'cancelled' });
  });

  it('says when a request may have arrived', () => {
    expect(mayHaveArrived({ kind: 'interrupted' })).toBe(true);
    expect(mayHaveArrived({ kind: 'timed-out' })).toBe(true);
    expect(mayHaveArrived({ kind: 'offline', reason: 'unreachable' })).toBe(false);
    expect(mayHaveArrived({ kind: 'no-credits' })).toBe(false);
  });
});

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
