import { languageOf } from './languages.ts';

/** A short title from a prompt: its first telling words, or its first characters in Chinese. */
export function titleFrom(prompt: string): string {
  if (languageOf(prompt) === 'zh')
    return (/[\p{Script=Han}]{2,6}/u.exec(prompt.replace(/^(请|帮我|给我|生成|制作|做|一个|一段|段|个)+/u, '')) ?? [
      '新片',
    ])[0];
  const dull =
    /^(a|an|the|of|me|my|please|generate|create|make|produce|video|clip|short|film|with|about|and|for|\d+|s|second|seconds)$/iu;
  const telling = (prompt.match(/[\p{L}\d]+/gu) ?? []).filter((word) => !dull.test(word)).slice(0, 3);
  return telling.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || 'Untitled';
}
