import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from '../../../../src/shared/locales/en.json';
import zh from '../../../../src/shared/locales/zh.json';
import { differences, strayKeys, textsByKey } from '../../../support/text-keys.ts';

const sourcesIn = (folder: string): readonly string[] =>
  globSync(`src/${folder}/**/*.{ts,tsx}`).map((path) => readFileSync(path, 'utf8'));

describe('the texts', () => {
  it('are whole in both languages, with the same placeholders and the plural forms of each', () => {
    expect(differences(en, en, 'en')).toEqual([]);
    expect(differences(en, zh, 'zh')).toEqual([]);
  });

  it('are all used, and all that the source asks for are there', () => {
    expect(strayKeys(en.window, sourcesIn('renderer'), sourcesIn('shared'))).toEqual([]);
    expect(strayKeys(en.main, sourcesIn('main'), sourcesIn('shared'))).toEqual([]);
  });

  it('are many', () => expect(textsByKey(en).size).toBeGreaterThan(700));
});

describe('what is wrong with texts', () => {
  const planted = { file: { count_one: '{{count}} file', count_other: '{{count}} files', name: 'Name', gone: 'Gone' } };

  it('is found: a text that is missing, too much, empty or with other placeholders', () => {
    const texts = { file: { count_one: '{{count}} 个文件', count_other: '{{n}} 个文件', name: ' ' }, other: 'x' };
    expect(differences(planted, texts, 'zh')).toEqual([
      'file.gone is missing',
      'file.count_one is too much',
      'other is too much',
      'file.name is empty',
      'file.count_other has other placeholders',
    ]);
    const { count_one: _, ...rest } = planted.file;
    expect(differences(planted, { file: rest }, 'en')).toEqual(['file.count_one is missing']);
  });

  it('is found: a key that nobody uses, and one that is asked for but not there', () => {
    expect(strayKeys(planted, ["t('file.count', { count }), t('file.name'), t('file.nome')"])).toEqual([
      'file.gone is not used',
      'file.nome does not exist',
    ]);
  });

  it('is found: a key that a template could ask for, if its word were one of the source', () => {
    const template = 't(`file.${word}`)';
    expect(strayKeys(planted, [template, "type Word = 'count' | 'name'"])).toEqual(['file.gone is not used']);
    expect(strayKeys(planted, [template], ["'count'", "'name'", 'gone: 1'])).toEqual([]);
  });
});
