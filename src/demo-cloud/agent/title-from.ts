import { readScene } from '../../shared/scene/read-scene.ts';
import { languageOf } from './languages.ts';

/** A short title from a prompt: its first telling words, or in Chinese what it is about. */
export function titleFrom(prompt: string): string {
  if (languageOf(prompt) === 'zh') return chineseTitle(prompt);
  const dull =
    /^(a|an|the|of|me|my|please|generate|create|make|produce|video|clip|short|film|with|about|and|for|\d+|s|second|seconds)$/iu;
  const telling = (prompt.match(/[\p{L}\d]+/gu) ?? []).filter((word) => !dull.test(word)).slice(0, 3);
  return telling.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || 'Untitled';
}

const longest = 8;

/** `雪地森林里奔跑的红狐狸` is about `红狐狸`: no word is cut in two. */
function chineseTitle(prompt: string): string {
  const asked = prompt
    .trim()
    .replace(
      /^(?:[请請]|[帮幫给給]我|生成|[制製]作|做|拍|来|來|我?想?要|[一1]?[个個段条條支]|[关關][于於]|\d{1,2}秒的?)+/u,
      '',
    );
  const first = (/\p{Script=Han}+/u.exec(asked)?.[0] ?? '').replace(
    /的?(?:视频|視頻|短片|影片|短视频|短視頻|片段|画面|畫面)$/u,
    '',
  );
  const about = first.split(/[的地]/u).at(-1) ?? '';
  const found = [first, about].find((words) => words !== '' && words.length <= longest);
  // Everybody is a person, so the place says more.
  return (
    found ??
    readScene(prompt)
      .name.split(' · ')
      .find((name) => name !== '人') ??
    '新片'
  );
}
