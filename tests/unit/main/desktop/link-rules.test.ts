import { describe, expect, it } from 'vitest';
import { judgeLink } from '../../../../src/main/desktop/link-rules.ts';

const web = 'https://nemovideo.com';

describe('judgeLink', () => {
  it.each([
    'https://nemovideo.com/',
    'https://nemovideo.com/workspace/claim?ct=x',
    'https://www.NemoVideo.com/?bind=1',
  ])('takes %s for our own', (address) => expect(judgeLink(address, web)).toBe('own'));

  it.each([
    'https://example.org/page',
    'https://nemovideo.com.example.org/',
    'https://evilnemovideo.com/',
    'https://nemovideo.com:8443/',
    'https://www.nemovideo.com:8443/',
    'https://nemovideo.com.',
  ])('takes %s for foreign', (address) => expect(judgeLink(address, web)).toBe('foreign'));

  it.each([
    'http://nemovideo.com/',
    'http://127.0.0.1:8080/',
    'https://nemovideo.com@example.org/',
    'https://user:secret@nemovideo.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://host/share',
    'rushes://app/',
    'ms-msdt:/id',
    '\\\\host\\share',
    'nemovideo.com',
    '',
  ])('refuses %j', (address) => expect(judgeLink(address, web)).toBe('refused'));

  it('knows a web site on this computer, and only that one', () => {
    expect(judgeLink('http://127.0.0.1:9000/?bind=1', 'http://127.0.0.1:9000')).toBe('own');
    expect(judgeLink('http://127.0.0.1:9001/', 'http://127.0.0.1:9000')).toBe('refused');
  });
});
