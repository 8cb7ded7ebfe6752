import type { Which } from '../../draft/cut.ts';
import type { ClipInSight, Situation, EditRequest } from '../edit-request.ts';
import type { Clause } from './clause.ts';
import { lexicon } from './lexicon.ts';
import { sightIn } from './mentions.ts';
import type { Rule } from './rule.ts';

/** Another picture in a clip's place: an upload, a new clip, or the same one made again in another light. */
export const makeRules: readonly Rule[] = [
  {
    when: 'again !title !music',
    like: ['make clip 1 again, at night', '重新生成片段1'],
    request: (clause, situation) => {
      const of = onlyClip(clause, situation);
      if (of === null) return { kind: 'ask', about: 'clip' };
      const { which, clip } = of;
      const change =
        CHANGED.exec(clause.text)
          ?.slice(1)
          .find((words) => words !== undefined) ?? AGAIN;
      // What was uploaded was made from no words.
      if (clip.prompt === null)
        return sightIn(change) === 'thing'
          ? { kind: 'replace-with-made', which, prompt: change }
          : { kind: 'ask', about: 'replacement' };
      return { kind: 'replace-with-made', which, prompt: promptOf(change, clip.prompt) };
    },
  },
  {
    when: 'own/quote/add/move over number !title !caption !music !after !before',
    like: ['put my photo over clip 2', '把我的照片盖在片段2上'],
    request: ({ said, which, has }, { waitingUploads }) =>
      which !== null &&
      /\b(?:over|on top of|across|cover(?:ing)?)\b|盖[住在]|覆盖/iu.test(said) &&
      (has('own') || waitingUploads.some((name) => said.includes(name)))
        ? { kind: 'replace-with-upload', which }
        : null,
  },
  {
    when: 'replace which/clip/it/own !order !mute !faster !slower',
    like: ['replace clip 2 with a dog in the snow', '把片段2换成雪地里的狗'],
    request: (clause, situation) => replacement(clause, situation),
  },
  {
    when: 'become clip/number !title !music !faster !slower !mute',
    like: ['turn clip 1 into a forest in the rain', '让片段1变成夜晚'],
    request: (clause, situation) => {
      const words =
        INTO.exec(clause.text)
          ?.slice(1)
          .find((found) => found !== undefined) ?? '';
      const rest = clause.text.replace(/\b(?:make|let|turn|clips? \d{1,2}|can|you)\b|片段\s?\d{1,2}|让|把/giu, ' ');
      if (sightIn(words) !== null) return made(clause, situation, words);
      return sightIn(rest) === 'air' ? made(clause, situation, rest.trim()) : null;
    },
  },
];

const CHANGED =
  /\b(?:but|with|this time|now)\b\s{0,3}(.{1,300})$|,\s{0,3}(.{1,300})$|(?:换成|改成|变成|改为|变为|这次)\s{0,3}(.{1,300})$/iu;
/** The same words give the same picture: another take needs other words. */
const AGAIN = 'again';
const INTO =
  /\bshould (?:show|be|become|have)\s((?:an?|the)\s.{1,300}?)(?:\sinstead)?[\s\p{P}]{0,3}$|\b(?:into|to be|to)\b\s{1,3}((?:an?|the)\s.{1,300}|night|day|dawn|sunset|winter|autumn|spring)$|\b(?:make|turn)\b.{1,40}?\b(an?\s.{1,300})$|\b(?:at|in)\s(.{1,60})$|(?:变成|变为|换成|改成|改为)\s{0,3}(.{1,300})$/iu;

/** The clip that is meant, where it is one. */
function onlyClip(
  { which }: Clause,
  { clips }: Situation,
): { readonly which: readonly number[]; readonly clip: ClipInSight } | null {
  const numbers: readonly number[] = Array.isArray(which)
    ? which
    : which === 'last' || clips.length === 1
      ? [clips.length]
      : which === 'first'
        ? [1]
        : [];
  const [number, ...others] = numbers;
  const clip = number === undefined ? undefined : clips[number - 1];
  return number === undefined || clip === undefined || others.length > 0 ? null : { which: [number], clip };
}

/** Where only hour or weather are said, what the clip shows stays. What is said last counts least, so the change goes first. */
function promptOf(change: string, before: string): string {
  return sightIn(change) === 'thing' ? change : `${change}, ${before}`;
}

/** `两个都改成蓝色` is said of titles: a colour alone is no picture. */
const mostOfColor = 6;

function made(clause: Clause, situation: Situation, words: string): EditRequest | null {
  if (sightIn(words) === null && clause.color !== null && words.length <= mostOfColor) return null;
  const of = onlyClip(clause, situation);
  if (of === null && clause.which === null && situation.clips.length > 1) return { kind: 'ask', about: 'clip' };
  const which: Which = of?.which ?? clause.which ?? 'last';
  const before = of?.clip.prompt ?? null;
  const isAir = sightIn(words) === 'air' && before !== null;
  return { kind: 'replace-with-made', which, prompt: isAir ? promptOf(words, before) : words };
}

const WITH =
  /\binstead of\b.{0,40}?\b(?:show|use|put|have|want|make|see)\b\s(.{1,400})$|\b(?:show|use|put|have|want|make|see)\b\s(.{1,400}?)\sinstead of\b/iu;
const BY = /(?:\b(?:with|by|for)\b|替换为|替换成|换成|换为|改成|改用)\s{0,3}(.{1,400})$/iu;

/** With what: an upload, or words from which a clip is made. */
function replacement(clause: Clause, situation: Situation): EditRequest | null {
  const { waitingUploads } = situation;
  const match = WITH.exec(clause.text) ?? BY.exec(clause.text);
  const words = (match?.[1] ?? match?.[2])?.trim() ?? '';
  const isUpload =
    waitingUploads.length > 0 && (clause.has('own') || waitingUploads.some((name) => clause.text.includes(name)));
  if (isUpload) return { kind: 'replace-with-upload', which: clause.which ?? 'last' };
  if (clause.has('title') || clause.has('caption') || clause.has('music')) return null;
  return words === '' ? { kind: 'ask', about: 'replacement' } : made(clause, situation, words);
}

/** `A red fox in the snow`, `雪地里的一只狐狸`: no more than what is to be seen. */
const SCENE = new RegExp(
  [
    String.raw`^[^\p{L}]{0,9}(?:(?:slow[- ]mo(?:tion)?|close-?up|time-?lapse|aerial (?:view|shot)|drone shot) of )?(?:an?|two|three|some)\s(?!(?:warm|cold|cool|dark|bright|slow|fast|long|short|loud|quiet|bigg|small)er\b|(?:(?:tiny|little|wee)\s)?(?:bit|tad|touch|lot|few|little|second|moment)\b)`,
    String.raw`^(?=.{4,120}$)(?!.{0,20}(?:[把将给请换改变]|[加删去剪]|第|最[前后])).{0,30}[一两三几](?:只|个|位|辆|条|艘|座|片|群|朵|棵|架|杯|匹|列)(?![点些下半])`,
    String.raw`^(?=.{4,80}$)(?!.{0,20}(?:[把将给请换改变]|[加删去剪]|第|最[前后])).{2,60}的(?:慢镜头|慢动作|特写|航拍|延时)[\s\p{P}]{0,3}$`,
  ].join('|'),
  'iu',
);
const OF_EDITS =
  'title caption music clip transition fade filter effect sound replace remove mute split cut duplicate keepOnly it'.split(
    ' ',
  ) as readonly (keyof typeof lexicon)[];

/** What only tells what is to be seen, and asks for nothing to be done to what is there. */
export function isScene(said: string): boolean {
  return (
    SCENE.test(said) &&
    sightIn(said) === 'thing' &&
    !OF_EDITS.some((word) => lexicon[word].test(said.replace(/画面|镜头|[暖冷]色调/gu, ' ')))
  );
}
