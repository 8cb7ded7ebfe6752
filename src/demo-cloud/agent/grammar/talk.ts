import type { Talk } from '../edit-request.ts';

const lead = String.raw`^[^\p{L}\p{N}]{0,9}(?:(?:hey|hi|hello|ok|so|well|and|but|请问|那|嗨|你好)[^\p{L}\p{N}]{1,3})?`;
const end = String.raw`[\s\p{P}\p{S}]{0,20}$`;

/** What is said without asking for anything, from the plainest to what only looks like it. Whole messages, so that prompts stay prompts. */
const talks: readonly (readonly [Talk, string])[] = [
  [
    'hello',
    `(?:hi|hello|hey|hiya|yo|good (?:morning|afternoon|evening)|hi there|hello there|hey there|你好|您好|嗨|哈喽|早上好|下午好|晚上好|在吗)(?:[呀啊吗]|,? (?:rushes|there))?${end}`,
  ],
  [
    'thanks',
    `(?:many )?(?:thanks|thank you|thx|ty|cheers|谢谢|多谢|感谢|谢啦|辛苦了?)(?:\\s?(?:a lot|so much|very much|again|for .{1,30}|你|啦|了|哦)){0,2}${end}`,
  ],
  [
    'praise',
    `(?:that(?:['’]s| is| looks)? |it(?:['’]s| is| looks)? |(?:i )?(?:really )?)?(?:nice|great|good|perfect|cool|wow|awesome|amazing|love it|like it|lovely|beautiful|looks? (?:good|great|nice|amazing)|很?不错|很好|真?棒|太棒了?|喜欢|我?很?喜欢|漂亮|完美|好看|可以的?)(?:\\s?(?:work|job|so much|a lot|one|video|这个|了|啊|呀)){0,2}${end}`,
  ],
  [
    'make',
    `(?:please )?(?:(?:can|could|would|will) you )?(?:please )?(?:make|create|generate|do)(?: me)? (?:a |an |another |one more |some |new ){0,2}(?:video|clip|film|movie)s?(?: for me)?${end}|^(?:请|帮我|能不?能?|可以|给我|再){0,3}(?:做|生成|制作|拍)[一个段条]{0,2}新?(?:视频|短片|片段|影片)吗?${end}`,
  ],
  ['agreed', `(?:ok(?:ay)?|yes|yeah|yep|sure|alright|fine|got it|好的?|嗯+|行|可以|明白了?|知道了)(?:[呀啊吧])?${end}`],
  ['stop', `(?:stop|cancel|wait|hold on|停|停止|停下|取消|等等|等一下)(?:\\s?(?:it|that|please|吧|下来))?${end}`],
  ['bye', `(?:bye|goodbye|see you|good night|that(?:['’]s| is) all|再见|拜拜|晚安|就这样吧?)${end}`],
  [
    'who',
    `(?:who (?:are|r) (?:you|u)|what are you|are you (?:an? )?(?:bot|robot|human|ai|person|real).{0,20}|what(?:['’]s| is) your name|你是谁|你叫什么(?:名字)?|你是(?:机器人|AI|真人|人)吗?)${end}`,
  ],
  [
    'cost',
    `(?:how much (?:does|is|do|will|would|are|for).{0,40}|what(?:['’]s| does| do| is).{0,30}(?:cost|price|pricing).{0,20}|is (?:it|this) free.{0,20}|do i (?:have|need) to pay.{0,20}|(?:这个?|一[个段次]?)?.{0,10}(?:多少钱|怎么收费|收费吗|要钱吗|免费吗|免费的吗|价格是?多少|贵吗|多少积分))${end}`,
  ],
  [
    'help',
    `(?:help(?: me)?|what (?:can|do) you (?:do|offer).{0,30}|what can i (?:do|ask|say).{0,30}|how (?:does (?:this|it) work|do i (?:use|start).{0,20})|你?(?:能|会|可以)(?:做|干)?些?什么|怎么[用玩做]|帮助|有什么功能)(?:[呢呀啊])?${end}`,
  ],
  [
    'wrong',
    `(?:(?:no|nope|wrong|nah|not (?:that|this|it|quite)(?: one)?|(?:i (?:meant|mean|want) )?the other (?:one|clip)|that(?:['’]s| is) (?:wrong|not (?:it|right|what i (?:want|meant)(?:ed)?))|no,? (?:i (?:meant?|want) )?(?:the )?(?:clip \\d{1,2}|\\w{1,9} (?:one|clip))|不对?|不[对是][，,]?\\s?(?:是|要)?第[一二三四五六七八九十\\d]{1,2}[个段]|不是(?:这个?|那个?)?|错了|(?:我?是?(?:说|要))?(?:是)?(?:另外?一?[个段]|别的)|不是这样|(?:(?:can|could) you )?(?:please )?do the same (?:for|to|with) .{1,30}|(?:and )?(?:that|this) one,? too|(?:第[一二三四五六七八九十\\d]{1,2}[个段]|这个|那个)也(?:一样|要|是|这样)|再做一遍)[\\s\\p{P}]{0,3}){1,3}${end}`,
  ],
  [
    'orders',
    `.{0,80}(?:(?:ignore|disregard|forget|override).{0,40}(?:instructions?|prompts?|rules|guidelines)|system prompt|you are now (?:an?|the)\\b|developer mode|(?:忽略|无视|忘记).{0,20}(?:指令|提示词?|规则|设定)|系统提示词?).{0,2000}$`,
  ],
];
const patterns = talks.map(([about, words]) => [about, new RegExp(`${lead}${words}`, 'isu')] as const);

/** What a whole message talks of; null where it may ask for something. */
export function talkIn(said: string): Talk | null {
  if (!/[\p{L}\p{N}⟦]/u.test(said)) return 'wordless';
  return patterns.find(([, pattern]) => pattern.test(said.trim()))?.[0] ?? null;
}
