import { describe, expect, it } from 'vitest';
import { readCloudConfig } from '../../../../src/main/api/config.ts';

describe('readCloudConfig', () => {
  it('has the defaults of the contract', () => {
    expect(readCloudConfig({})).toEqual({
      ok: true,
      value: {
        apiUrl: 'https://mega-api-prod.nemovideo.ai',
        webUrl: 'https://nemovideo.com',
        token: null,
        clientId: null,
        skillSource: null,
      },
    });
  });

  it('takes every variable, without blanks and without a slash at the end of URLs', () => {
    const env = {
      NEMO_API_URL: ' http://127.0.0.1:8080/base// ',
      NEMO_WEB_URL: 'https://example.com/',
      NEMO_TOKEN: ' nmv_usr_1 ',
      NEMO_CLIENT_ID: 'client-1',
      SKILL_SOURCE: 'clawhub',
    };
    expect(readCloudConfig(env)).toEqual({
      ok: true,
      value: {
        apiUrl: 'http://127.0.0.1:8080/base',
        webUrl: 'https://example.com',
        token: 'nmv_usr_1',
        clientId: 'client-1',
        skillSource: 'clawhub',
      },
    });
  });

  it('takes an empty variable for one that is not set', () => {
    const empty = { NEMO_API_URL: '', NEMO_WEB_URL: ' ', NEMO_TOKEN: '', NEMO_CLIENT_ID: '', SKILL_SOURCE: '' };
    expect(readCloudConfig(empty)).toEqual(readCloudConfig({}));
  });

  it.each([
    ['NEMO_API_URL', 'nonsense', 'not-a-url'],
    ['NEMO_API_URL', 'http://example.com', 'not-https'],
    ['NEMO_API_URL', 'http://127.0.0.1.example.com', 'not-https'],
    ['NEMO_API_URL', 'ftp://127.0.0.1', 'not-https'],
    ['NEMO_API_URL', 'https://user:secret@example.com', 'not-https'],
    ['NEMO_WEB_URL', 'http://example.com', 'not-https'],
    ['NEMO_TOKEN', 'two words', 'not-a-header-value'],
    ['NEMO_TOKEN', 'a\r\nX-Evil: 1', 'not-a-header-value'],
    ['NEMO_CLIENT_ID', 'ü', 'not-a-header-value'],
    ['SKILL_SOURCE', 'a\nb', 'not-a-header-value'],
  ])('refuses %s=%j', (variable, value, reason) => {
    expect(readCloudConfig({ [variable]: value })).toEqual({ ok: false, error: { variable, reason } });
  });

  it.each(['http://localhost:1', 'http://127.8.9.1', 'http://[::1]:1', 'https://example.com'])('takes %s', (url) => {
    expect(readCloudConfig({ NEMO_API_URL: url })).toMatchObject({ ok: true, value: { apiUrl: url } });
  });
});
