import { plainly } from './gui-talk-match.ts';

const dragging = /\b(?:drag(?:ging)?(?:[ -]and[ -]drop(?:ping)?)?)\b/i;
const moves: readonly (readonly [RegExp, string])[] = [
  [dragging, 'move'],
  [/\byours?\b/gi, 'my'],
  [/拖[拽动放曳移]?[拽动放曳移]?到|拖至/g, '移动到'],
  [/拖入/g, '移动到'],
  [/拖[拽动放曳移]|拖/g, '移动'],
  [/[您你]的/g, '我的'],
  [/(?:即可|就可以|就行|吧|了)$/, ''],
];

/** Handles of the editor: what they are dragged for says what to do. */
const handle = /\b(?:sliders?|handles?|edges?|ends?|corners?)\b|滑块|滑杆|边缘|手柄|两端/i;
const amount = /\b(?:the |your )?([\w-]+(?: [\w-]+)?) slider (?:\w+ )?to (\d+ ?%?)/i;
const amountZh = /(音量|亮度|速度|透明度|对比度|饱和度|时长)(?:滑块|滑杆)?(?:拖动|拖|调)?(?:到|至)(\d+ ?%?)/;
const purpose = /\bto ((?!the\b|a\b|an\b|your\b|my\b|either\b|where\b|left\b|right\b)[a-z-]+ .+|trim|split|crop)$/i;
const purposeZh = /(?:滑块|滑杆|边缘|手柄|两端)(?:即可|可以|就能|来|以|可)*((?!到|至)\p{Script=Han}.+)$/u;
const pronoun = /\b(?:it|them)\b/i;
const thing = /\b(clips?|titles?|music|video|audio|text|song|track|segment|subtitles?|captions?)\b/i;

/**
 * The message that asks the agent for what the user should have dragged, in the language of the sentence. `instruction` starts with
 * the instruction itself, without openings and the end of the sentence.
 */
export function editMessage(instruction: string): string {
  const plain = instruction.replace(/[*_`]/g, '').replace(/\s+/g, ' ').trim();
  return capitalized(handle.test(plain) ? (wanted(plain) ?? moved(plain)) : moved(plain));
}

function moved(instruction: string): string {
  return moves.reduce((text, [pattern, word]) => text.replace(pattern, word), instruction).trim();
}

/** What a slider or an edge is dragged for, if the sentence says so. */
function wanted(instruction: string): string | null {
  const [, what, level] = amount.exec(instruction) ?? [];
  if (what !== undefined) return `Set the ${plainly(what)} to ${level}`;
  const [, whatZh, levelZh] = amountZh.exec(instruction) ?? [];
  if (whatZh !== undefined) return `将${whatZh}调整到${levelZh}`;
  const aim = purpose.exec(instruction)?.[1] ?? purposeZh.exec(instruction)?.[1];
  if (aim === undefined) return null;
  const about = thing.exec(instruction)?.[1];
  return moved(about === undefined ? aim : aim.replace(pronoun, `the ${about}`));
}

function capitalized(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
