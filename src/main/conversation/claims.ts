import type { Activity, ReplyPart } from '../../shared/domain/turn.ts';

const edits: readonly Activity[] = ['editing', 'music', 'title', 'generating'];

/** Ways of saying that something was done to the cut. What was only proposed or asked is no claim. */
const claims: readonly RegExp[] = [
  /\b(?:I|I've|I have|we've|we have)\s+(?:just\s+|now\s+)?(?:added|removed|changed|trimmed|cut|set|updated|replaced|lowered|raised|moved|placed|put|generated|created|made|deleted|shortened|applied|adjusted)\b/i,
  /\b(?:has|have) been (?:added|removed|changed|trimmed|set|updated|replaced|lowered|raised|moved|generated|created|deleted|applied|adjusted)\b/i,
  /\b(?:is|are) now (?:in place|on the timeline|in the timeline|added|set|at \d+ ?%)/i,
  /^\s*(?:done|all set|all done)\b[.!,]?/i,
  /(?:已经?|刚刚?|成功)(?:为你|帮你|将|把)?[^。！？\n]{0,16}?(?:添加|加上|加入|删除|移除|修改|更改|调整|调低|调高|剪短|裁剪|替换|换成|设置|设为|生成|创建|应用|完成)/,
  /(?:添加|删除|修改|调整|裁剪|替换|生成|设置)(?:好了|完成了?|完毕|成功)/,
  /(?:添加|加上|加|删除|修改|改|调整|调低|调高|裁剪|剪|替换|换|生成|设置)(?:好)?了(?!吗|么|没)/,
];

/** Whether the turn says, by a tool that worked or in words, that the cut was changed. */
export function claimsEdit(parts: readonly ReplyPart[], worked: ReadonlySet<Activity>): boolean {
  if (edits.some((activity) => worked.has(activity))) return true;
  return parts.some((part) => part.kind === 'text' && claims.some((claim) => claim.test(part.text)));
}

/** Whether the answer ends with a question to the user. */
export function asksSomething(parts: readonly ReplyPart[]): boolean {
  const last = parts.findLast((part) => part.kind === 'text');
  return last?.kind === 'text' && /[?？]["'”’」』)）*_\s]*$/.test(last.text);
}
