/** Words of the grammar as they are written right; only what nearly reads like one of them is taken for a slip of the keys. */
const known = new Set(
  `title titles caption captions subtitle subtitles music volume louder quieter quiet softer lower sound sounds remove delete
  replace change duplicate shuffle reverse split faster slower speed first second seconds third between before after start
  starts beginning black white yellow orange purple warmer colder bigger smaller vertical horizontal square transition
  transitions crossfade effect effects filter video videos photo photos picture pictures quite spilt`.split(/\s+/u),
);
const leastLetters = 5;

/** `quiter` is `quieter`, `tilte` is `title`, `一丢丢` is `一点点`; all else stays as it was typed. */
export function spelled(said: string): string {
  return said
    .replace(/(?<![\p{L}\d])[a-z]{5,14}(?![\p{L}\d])/giu, (word) => meantWord(word.toLowerCase()) ?? word)
    .replace(fewOfClips, '$& clips')
    .replace(/一(?:丢丢|丁点儿?|咪咪|滴滴|些些|点儿)/gu, '一点点')
    .replace(/(?<=点)儿/gu, '')
    .replace(COMPLAINT, '太')
    .replace(DESTINATION, '到第$1位')
    .replace(/盖[过住]了?(?:人声|原声|说话声?|声音)/gu, '太吵')
    .replace(/(?<![从])头一?(?=[段个](?!头))/gu, '第一');
}

/** `有点大声` finds fault as `太大声` does: less of it is wanted. */
const COMPLAINT =
  /(?:还是|还)?(?:有[一1]?点|有些|偏|过于|太过)(?=(?:大声|小声|[吵响大小快慢长短暗亮冷暖轻高低久])(?!一?[点些]))/gu;

/** `狗狗放第一个` says where to, and not which clip. */
const DESTINATION = /(?<=[放排移挪调摆])[到在]?第([一二三四五六七八九\d])个(?=$|[吧了，,。！!])/gu;

/** `swap the first two`. */
const fewOfClips =
  /\bthe (?:first|last) (?:two|three|four|five|[2-5])\b(?![.:\d]\d?)(?! ?(?:s|secs?|seconds?|min|minutes?|clips?|shots?|scenes?|titles?|captions?|videos?|edits?|changes?|things|steps?|songs?|photos?|pictures?|words?|letters?|lines?|halves|parts?|segments?|pieces?|ones)\b)/giu;

function meantWord(word: string): string | null {
  if (word.length < leastLetters || known.has(word)) return null;
  const near = [...known].filter((other) => other.length >= leastLetters && isOneSlip(word, other));
  return near[0] ?? null;
}

/** One letter too many, one too few, or two that changed places; the first one is right, and none is added at the end. */
function isOneSlip(typed: string, right: string): boolean {
  // `changes` is another word than `change`.
  if (typed[0] !== right[0] || (typed.startsWith(right) && typed !== right)) return false;
  const [long, short] = typed.length >= right.length ? [typed, right] : [right, typed];
  let at = 0;
  while (at < long.length && long[at] === short[at]) at += 1;
  if (long.length === short.length + 1) return long.slice(0, at) + long.slice(at + 1) === short;
  if (long.length !== short.length || at === long.length) return false;
  const turned = `${long[at + 1] ?? ''}${long[at] ?? ''}`;
  return long.slice(0, at) + turned + long.slice(at + 2) === short;
}
