import type { EditRequest } from '../edit-request.ts';
import { withDigits } from './amounts.ts';
import type { Rule } from './rule.ts';

const lead = String.raw`^[^\p{L}\p{N}]{0,9}(?:(?:please|pls|can you|could you|actually|no|oops|wait|等等|等一下|sorry|ok|hmm|now|and|just|that['’]s (?:wrong|not (?:it|right|what i wanted|what i meant))|i (?:don['’]t|do not) like (?:it|that)|请|帮我|麻烦|不对|不好看?|不行|算了|错了|还是|我不喜欢)[^\p{L}\p{N}]{0,3}){0,4}`;
const end = String.raw`(?:\s?(?:please|pls|now|again|了|吧|一下|好了|谢谢)){0,2}[^\p{L}\p{N}]{0,9}$`;
const past = String.raw`(?:edits?|changes?|steps?|things?|times?)`;
const undoing = new RegExp(
  [
    `${lead}(?:undo|go back|revert|roll back|take (?:that|it|them|those|everything) back|take back|put (?:it|that) back|step back|never ?mind)(?:\\s(?:that|it|this|the change|my (?:last )?(?:edit|change)|twice|(?:all|everything)(?: of (?:it|that|them))?(?: (?:the|my) ${past})?|(?:all )?(?:the |my )?(?:last |previous |past )?(?:\\d{1,2} )?${past}|one step|to (?:before|the (?:previous|last|first|original) version|the (?:start|beginning)))){0,2}${end}`,
    `${lead}(?:全部|都|全|把(?:刚才|上一步|最近|所有).{0,8})?(?:撤销|撤回|退回|回退|恢复到?|回到|还原)(?:我)?(?:掉|到|成|为)?(?:刚才的?|所有的?|全部的?|最近的?|前面的?|[上前]?\\d[步次个](?:的?(?:修改|操作|改动|编辑))?|上一?[步个次版](?:的?(?:修改|操作|改动|编辑|版本))?|之前的?(?:版本|样子)?|最初的?(?:版本|样子)?|修改|操作|改动|编辑){0,3}${end}`,
  ].join('|'),
  'iu',
);
const redoing = new RegExp(
  [
    `${lead}(?:redo|re-?apply|undo the undo|bring back what (?:i|you) (?:just )?(?:undid|took back))(?:\\s(?:that|it|this|everything|all(?: of (?:it|them))?|(?:all )?(?:the )?(?:last )?(?:\\d{1,2} )?${past})){0,2}${end}`,
    `${lead}(?:全部|都)?(?:重做|恢复撤销的?|把?刚?才?撤销的(?:修改)?(?:恢复|还原|找)(?:回来)?|取消撤销|反撤销)(?:\\d[步次个](?:的?(?:修改|操作|改动))?|上一步|全部|修改|操作){0,2}${end}`,
  ].join('|'),
  'iu',
);
const whole = /\b(?:all|everything|(?:first|original) version|to the (?:start|beginning))\b|全部?|所有|都|最初/iu;

/** What takes edits back, or makes them again: `undo the last two changes`, `全部撤销`; null where a text asks for anything else. */
export function historyIn(said: string): EditRequest | null {
  const text = withDigits(said.normalize('NFKC').trim());
  const kind = redoing.test(text) ? 'redo' : undoing.test(text) ? 'undo' : null;
  if (kind === null) return null;
  if (whole.test(text)) return { kind, steps: 'all' };
  const steps = /\btwice\b/iu.test(text) ? 2 : Number(/\d{1,2}/u.exec(text)?.[0] ?? 1);
  return { kind, steps: Math.max(1, steps) };
}

/** Edits taken back and made again. */
export const historyRules: readonly Rule[] = [
  {
    when: 'history',
    like: ['undo the last two changes', '撤销最近两步'],
    request: ({ text }) => historyIn(text),
  },
];
