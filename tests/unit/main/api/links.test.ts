import { describe, expect, it } from 'vitest';
import { claimLink, registrationLink, topUpLink } from '../../../../src/main/api/links.ts';

const web = 'https://nemovideo.com';

describe('links', () => {
  it('bind a registration to the account', () => {
    expect(registrationLink(web, 'user 1&2')).toBe('https://nemovideo.com/register?bind=user%201%262');
    expect(registrationLink(web, null)).toBe('https://nemovideo.com/register');
  });

  it('lead to the pages of the contract', () => {
    expect(claimLink(web, 'clm_1/2')).toBe('https://nemovideo.com/workspace/claim?ct=clm_1%2F2');
    expect(topUpLink(web)).toBe('https://nemovideo.com/');
  });

  it('never carry the bearer token', () => {
    expect(() => claimLink(web, 'nmv_usr_1')).toThrow();
    expect(() => registrationLink(web, 'nmv_usr_1')).toThrow();
  });
});
