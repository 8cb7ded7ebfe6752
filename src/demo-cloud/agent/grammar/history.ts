import type { EditRequest } from '../edit-request.ts';
import { withDigits } from './amounts.ts';
import type { Rule } from './rule.ts';

const lead = String.raw`^[^\p{L}\p{N}]{0,9}(?:(?:please|pls|can you|could you|actually|no|oops|wait|等等|等一下|sorry|ok|hmm|now|and|just|that['’]s (?:wrong|not (?:it|right|what i wanted|what i meant))|i (?:don['’]t|do not) like (?:it|that)|请|帮我|麻烦|不对|不好看?|不行|算了|错了|还是|我不喜欢)[^\p{L}\p{N}]{0,3}){0,4}`;
const end = String.raw`(?:\s?(?:please|pls|now|again|了|吧|一下|好了|谢谢)){0,2}[^\p{L}\p{N}]{0,9}$`;
const past = String.raw`(?:edits?|changes?|steps?|things?|times?)`;
const undoing = new RegExp(
  [
    `${lead}(?:undo|(?:scrap|discard|forget|cancel|drop|ditch|lose)(?= (?:that|the|my|this)? ?(?:last |previous )(?:edit|change|step|one))|go back|revert|roll back|take (?:that|it|them|those|everything) back|take back|put (?:it|that) back|step back|never ?mind)(?:\\s(?:that|it|this|(?:that |this )?(?:last |previous )(?:edit|change|step|one)|the change|my (?:last )?(?:edit|change)|twice|(?:all|everything)(?: of (?:it|that|them))?(?: (?:the|my) ${past})?|(?:all )?(?:the |my )?(?:last |previous |past )?(?:\\d{1,2} )?${past}|one step|to (?:before|the (?:previous|last|first|original) version|the (?:start|beginning)))){0,2}${end}`,
    `${lead}(?:[上前][一1][步个次]|刚才?(?:那[1一]?[步个次])?)的?(?:修改|操作|改动)?(?:不要|不算|作废)${end}`,
    `${lead}(?:把?(?:所有|全部)?(?:修改|操作|改动)?)(?:全部?|都|统统)(?:撤|退)(?:了|掉|回|销|回去)${end}`,
    `${lead}把?(?:刚才?|最近|[上前最]后?)(?:的|面)?(?:这|那)?(?:\\d[步次个]|一?[步次个]|全部|所有)?(?:的)?(?:修改|操作|改动|编辑)?(?:都|全|给我|也)?(?:撤|退|取消)(?:了|掉|回|回去|销)${end}`,
    `${lead}(?:全部|都|全|把(?:刚才|上一步|最近|所有).{0,8})?(?:撤销|撤回|撤掉|退回|回退|复原|恢复到?|回到|还原)(?:我)?(?:掉|到|成|为)?(?:刚才的?|所有的?|全部的?|最近的?|前面的?|[上前这那]?\\d[步次个](?:的?(?:修改|操作|改动|编辑))?|[上这那]一?[步个次版](?:的?(?:修改|操作|改动|编辑|版本))?|之前的?(?:版本|样子)?|最初的?(?:版本|样子)?|修改|操作|改动|编辑){0,3}${end}`,
  ].join('|'),
  'iu',
);
const redoing = new RegExp(
  [
    `${lead}(?:redo|re-?apply|undo the undo|(?:bring|put|get) (?:it |that )?back(?= (?:what|again))|(?:(?:redo|re-?apply|bring back|restore|put back) )?(?:what|the (?:edit|change)s?) (?:(?:that )?(?:i|you|we) )?(?:just )?(?:undid|took back|have undone|was undone))(?:\\s(?:that|it|this|everything|all(?: of (?:it|them))?|(?:all )?(?:the )?(?:last )?(?:\\d{1,2} )?${past})){0,2}${end}`,
    `${lead}(?:全部|都)?(?:重做|恢复撤[销掉回]的?|把?刚?才?(?:我|你)?撤[销掉回]了?的(?:修改|那[步个])?(?:再|都|给我)?(?:恢复|还原|找|弄|加|做|拿|放)(?:回来|回去|上)?|取消撤[销回]|反撤销)(?:\\d[步次个](?:的?(?:修改|操作|改动))?|上一步|全部|修改|操作){0,2}${end}`,
  ].join('|'),
  'iu',
);
const whole = /\b(?:all|everything|(?:first|original) version|to the (?:start|beginning))\b|全部?|所有|都|最初/iu;

/** What takes edits back, or makes them again: `undo the last two changes`, `全部撤销`; null where a text asks for anything else. */
export function historyIn(said: string): EditRequest | null {
  const text = withDigits(said.normalize('NFKC').trim());
  const kind = redoing.test(text) ? 'redo' : undoing.test(text) ? 'undo' : null;
  if (kind === null) return null;
  const number = /\d{1,2}/u.exec(text)?.[0];
  if (number === undefined && whole.test(text)) return { kind, steps: 'all' };
  const steps = /\btwice\b/iu.test(text) ? 2 : Number(number ?? 1);
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
