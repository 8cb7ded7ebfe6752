import type { Page } from '@playwright/test';
import en from '../../src/shared/locales/en.json' with { type: 'json' };

const [plain, accented] = ['ACEINOSUYZaceinosuyz', 'ÂÇÉÎÑÖŠÜÝŽâçéîñöšüýž'];

/** `Send` as `[Šéñd l]`: with accents, 40 percent longer, in brackets that show where it ends; what stands in braces stays. */
function pseudoText(text: string): string {
  const [begin = '', core = '', end = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text)?.slice(1) ?? [];
  const written = core
    .split(/(\{\{.*?\}\}|\{\w+\}|<\/?\w+>)/u)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replaceAll(/\w/g, (one) => accented[plain.indexOf(one)] ?? one),
    )
    .join('');
  const longer = Math.max(1, Math.ceil(core.length * 0.4) - 3);
  // In words, so that it can break where a language of long texts could.
  const filler = 'lorém îpsüm dölor sît ämét '
    .repeat(Math.ceil(longer / 27))
    .slice(0, longer)
    .trim();
  return `${begin}[${written} ${filler}]${end}`;
}

/** The same texts in the pseudo-locale. */
export function pseudo<T>(texts: T): T {
  if (typeof texts === 'string') return pseudoText(texts) as T;
  if (typeof texts !== 'object' || texts === null) return texts;
  return Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, pseudo(value)])) as T;
}

/** From its next load on the page has the pseudo-locale in place of English. The texts are in its bundle as JSON to be parsed. */
export async function speakPseudo(page: Page): Promise<void> {
  await page.addInitScript(
    ({ welcome, texts }) => {
      const parse = JSON.parse.bind(JSON);
      JSON.parse = (...given) => {
        const parsed: unknown = parse(...given);
        return (parsed as typeof texts | null)?.chat?.welcome === welcome ? texts : parsed;
      };
    },
    { welcome: en.window.chat.welcome, texts: pseudo(en.window) },
  );
}
