import { describe, expect, it } from 'vitest';
import { failureText, noticeText } from '../../../../src/renderer/locales/sentences.ts';
import { inLocale } from '../../../../src/renderer/locales/text.ts';
import { failureCodes } from '../../../../src/shared/domain/failure.ts';

describe.each(['en', 'zh'] as const)('sentences in %s', (locale) => {
  const t = inLocale(locale);

  it.each(failureCodes)('has a whole sentence for %s', (code) => {
    const text = failureText(t, { code });
    expect(text).toMatch(/[.。]$/);
    expect(text).not.toContain('{{');
  });

  it('lists the thirteen formats for a file that is not supported', () => {
    const text = failureText(t, { code: 'unsupported-file' });
    for (const format of 'mp4 mov avi webm mkv jpg png gif webp mp3 wav m4a aac'.split(' '))
      expect(text).toContain(format);
  });

  it('counts the attempts of a recovery', () => {
    const text = noticeText(t, { code: 'recovering', attempt: 2, of: 5 });
    expect(text).toMatch(/2.*5/);
  });
});

describe('fixed words', () => {
  const t = inLocale('en');

  it('tells how to unlock the export', () => {
    expect(failureText(t, { code: 'export-blocked' })).toBe('Register or upgrade your plan to unlock export.');
  });

  it('tells where a silent edit was read', () => {
    expect(noticeText(t, { code: 'silent-edit' })).toBe('No reply, but the edit was made');
  });
});
