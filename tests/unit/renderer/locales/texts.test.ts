import { describe, expect, it } from 'vitest';
import { en } from '../../../../src/renderer/locales/en.ts';
import { failureText, noticeText } from '../../../../src/renderer/locales/sentences.ts';
import { startTexts } from '../../../../src/renderer/locales/text.ts';
import { zh } from '../../../../src/renderer/locales/zh.ts';
import { failureCodes } from '../../../../src/shared/domain/failure.ts';

type Texts = { readonly [key: string]: string | Texts };

function interchanges(texts: Texts, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : interchanges(value, `${path}${key}.`),
  );
}

const gaps = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('texts', () => {
  const chinese = new Map(interchanges(zh));

  it.each(interchanges(en))('%s says the same in both languages, with the same gaps', (key, text) => {
    const other = chinese.get(key);
    expect(text.trim()).not.toBe('');
    expect(other?.trim()).toBeTruthy();
    expect(gaps(other ?? '')).toEqual(gaps(text));
  });

  it('has no Chinese text that English lacks', () => {
    expect([...chinese.keys()]).toEqual(interchanges(en).map(([key]) => key));
  });
});

describe.each(['en', 'zh'] as const)('sentences in %s', (locale) => {
  const t = startTexts(locale);

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
  const t = startTexts('en');

  it('tells how to unlock the export', () => {
    expect(failureText(t, { code: 'export-blocked' })).toBe('Register or upgrade your plan to unlock export.');
  });

  it('tells where a silent edit was read', () => {
    expect(noticeText(t, { code: 'silent-edit' })).toBe('No reply, but the edit was made');
  });
});
