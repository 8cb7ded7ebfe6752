import { describe, expect, it } from 'vitest';
import {
  claimLink,
  problemsPage,
  readHomepage,
  registrationLink,
  releasesPage,
  topUpLink,
} from '../../../../src/main/api/links.ts';

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

  it('lead to where this copy of the app comes from, as its package or the environment says', () => {
    const manifest = JSON.stringify({ homepage: 'https://git.example.com/forks/rushes/' });
    const homepage = readHomepage(manifest, undefined) ?? '';
    expect(releasesPage(homepage)).toBe('https://git.example.com/forks/rushes/releases/latest');
    expect(problemsPage(homepage)).toBe('https://git.example.com/forks/rushes/issues/new');
    expect(readHomepage(manifest, 'https://example.org/mine')).toBe('https://example.org/mine');
  });

  it.each(['', 'rushes', 'http://git.example.com/rushes', 'https://rushes.invalid', 'javascript:alert(1)'])(
    'lead nowhere where the package says %o',
    (homepage) => {
      expect(readHomepage(JSON.stringify({ homepage }), undefined)).toBeNull();
      expect(readHomepage('{}', homepage)).toBeNull();
    },
  );
});
