import { describe, expect, it } from 'vitest';
import type { HeadAnswer } from '../../../../../src/main/api/head.ts';
import { checkLink, isPublic, readLink } from '../../../../../src/main/uploads/import/link-check.ts';
import { maxUploadBytes } from '../../../../../src/shared/domain/upload.ts';

const answering = (answer: Partial<HeadAnswer> | null) => () =>
  Promise.resolve(answer === null ? null : { status: 200, contentType: null, contentLength: null, ...answer });
const clip = 'https://media.example.com/takes/my%20clip.mp4';

describe('a link', () => {
  it('is taken as the server describes it', async () => {
    expect(await checkLink(` ${clip}#t=3 `, answering({ contentType: 'video/mp4', contentLength: 1234 }))).toEqual({
      ok: true,
      value: { url: clip, name: 'my clip.mp4', bytes: 1234, kind: 'video' },
    });
    expect(await checkLink('https://example.com/a?id=3', answering({ contentType: 'audio/mpeg' }))).toMatchObject({
      value: { name: 'a', kind: 'audio', bytes: 0 },
    });
  });

  it.each([
    null,
    { status: 405 },
    { status: 403, contentType: 'text/html' },
    { contentType: 'application/octet-stream' },
  ])('is taken where the server says nothing of it: %j', async (answer) => {
    expect(await checkLink(clip, answering(answer))).toMatchObject({ ok: true, value: { kind: 'video', bytes: 0 } });
  });

  it.each<readonly [string, Partial<HeadAnswer> | null, string]>([
    ['has nothing behind it', { status: 404 }, 'link-missing'],
    ['leads to a page', { contentType: 'text/html' }, 'link-page'],
    ['is of another format', { contentType: 'video/x-flv' }, 'unsupported-file'],
    ['is too large', { contentType: 'video/mp4', contentLength: maxUploadBytes + 1 }, 'file-too-large'],
  ])('is refused when it %s', async (_case, answer, code) => {
    expect(await checkLink(clip, answering(answer))).toMatchObject({ ok: false, error: { code } });
  });

  it('of another format by its name is refused', async () => {
    expect(await checkLink('https://example.com/a.pdf', answering(null))).toMatchObject({
      error: { code: 'unsupported-file' },
    });
  });

  it.each([
    '',
    'clip.mp4',
    'ftp://example.com/a.mp4',
    'file:///etc/a.mp4',
    'https://me:secret@example.com/a.mp4',
    'https://a b.com/',
  ])('is no address of the web: %s', (text) => {
    expect(readLink(text)).toEqual({ ok: false, error: { code: 'link-malformed' } });
  });

  it('may not be endless', () => {
    expect(readLink(`https://example.com/${'a'.repeat(2100)}.mp4`)).toMatchObject({ ok: false });
  });
});

describe('a host that the cloud can reach', () => {
  it.each(['example.com', 'a.b.co.uk', '8.8.8.8', '172.32.0.1', '[2606:4700::1111]', 'xn--fiq228c.com'])(
    '%s',
    (host) => {
      expect(isPublic(host)).toBe(true);
    },
  );
  it.each([
    'localhost',
    'nas',
    'nas.local',
    'box.lan',
    'a.internal',
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.20',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '192.0.2.1',
    '198.51.100.7',
    '203.0.113.9',
    '198.18.0.1',
    '[::1]',
    '[fe80::1]',
    '[fd00::1]',
    '[::ffff:10.0.0.1]',
    '[2001:db8::1]',
  ])('not %s', (host) => {
    expect(isPublic(host)).toBe(false);
  });

  it('is seen through other ways of writing it', () => {
    for (const address of ['http://2130706433/a.mp4', 'http://0x7f.1/a.mp4', 'http://localhost./a.mp4'])
      expect(readLink(address)).toMatchObject({ error: { code: 'link-private' } });
  });
});
