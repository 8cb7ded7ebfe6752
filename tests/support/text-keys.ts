/** Texts as they lie in a file: groups of groups, down to sentences. */
type Texts = { readonly [key: string]: string | Texts };

export function textsByKey(texts: Texts, path = ''): ReadonlyMap<string, string> {
  const entries = Object.entries(texts).flatMap(([key, value]): readonly (readonly [string, string])[] =>
    typeof value === 'string' ? [[path + key, value]] : [...textsByKey(value, `${path}${key}.`)],
  );
  return new Map(entries);
}

const pluralSuffix = /_(?:zero|one|two|few|many|other)$/;
const withoutSuffix = (key: string): string => key.replace(pluralSuffix, '');
const placeholders = (text: string): string => [...new Set(text.match(/\{\{\w+\}\}/g))].sort().join(' ');

/** What `texts` in the language `locale` lack or have too much of, measured by the English ones. */
export function differences(english: Texts, texts: Texts, locale: string): readonly string[] {
  const [wanted, found] = [textsByKey(english), textsByKey(texts)];
  const expected = new Map(
    [...wanted].flatMap(([key, text]): readonly (readonly [string, string])[] => {
      const base = withoutSuffix(key);
      if (base === key || key.endsWith('_zero')) return [[key, text]];
      const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      return forms.map((form) => [`${base}_${form}`, wanted.get(`${base}_other`) ?? '']);
    }),
  );
  return [
    ...[...expected.keys()].filter((key) => !found.has(key)).map((key) => `${key} is missing`),
    ...[...found.keys()].filter((key) => !expected.has(key)).map((key) => `${key} is too much`),
    ...[...found].filter(([, text]) => text.trim() === '').map(([key]) => `${key} is empty`),
    ...[...expected]
      .filter(([key, text]) => found.has(key) && placeholders(text) !== placeholders(found.get(key) ?? ''))
      .map(([key]) => `${key} has other placeholders`),
  ];
}

const gap = /\$\{(?:[^`{}\n]|`[^`\n]*`)*\}/;

/** What begins like a key of one of the groups: quoted, or a template whose gaps may hold any one part of a key. */
function keyLike(groups: readonly string[]): RegExp {
  const begin = `(?:${groups.join('|')})\\b`;
  return new RegExp(`'(${begin}[^'\\n]*)'|"(${begin}[^"\\n]*)"|\`(${begin}(?:[^\`$\\n]|${gap.source})*)\``, 'g');
}

/**
 * Keys that no source names, and keys that a source asks its `t` for in vain. The open part of a template must be a
 * word of `sources` or of `others`, where the values come from.
 */
export function strayKeys(texts: Texts, sources: readonly string[], others: readonly string[] = []): readonly string[] {
  const keys = new Set([...textsByKey(texts).keys()].map(withoutSuffix));
  const literals = keyLike(Object.keys(texts).map(withoutSuffix));
  const named = sources.flatMap((source) =>
    [...source.matchAll(literals)].map(([, single, double, template]) => single ?? double ?? template ?? ''),
  );
  const [fixed, patterns] = [new Set(named), [...new Set(named.filter((name) => name.includes('${')))].map(patternOf)];
  const words = new Set(
    [...sources, ...others].flatMap((source) =>
      [...source.matchAll(/'([^'\n]+)(?=')|\b(\w+)\??:/g)].map(([, quoted, property]) => quoted ?? property ?? ''),
    ),
  );
  const isBuilt = (key: string): boolean =>
    patterns.some((pattern) =>
      pattern
        .exec(key)
        ?.slice(1)
        .every((part) => words.has(part)),
    );
  const asked = sources.flatMap((source) => [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key ?? ''));
  return [
    ...[...keys].filter((key) => !fixed.has(key) && !isBuilt(key)).map((key) => `${key} is not used`),
    ...[...new Set(asked)].filter((key) => !keys.has(key)).map((key) => `${key} does not exist`),
  ];
}

function patternOf(template: string): RegExp {
  const pieces = template.split(gap).map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('([^.]+)')}$`);
}
