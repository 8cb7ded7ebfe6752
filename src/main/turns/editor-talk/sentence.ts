import type { SuggestedAction } from '../../../shared/domain/turn.ts';
import * as talk from './words.ts';
import { simplified } from '../../../shared/simplified.ts';

/** A pattern of alternatives, the longest first: Latin ones are whole words, Chinese ones stand anywhere. */
function any(list: string): string {
  const all = list.split('|').toSorted((a, b) => b.length - a.length);
  const latin = all.filter((word) => /^[a-z\d]/.test(word)).join('|');
  return `(?:${[latin && `\\b(?:${latin})\\b`, ...all.filter((word) => !/^[a-z\d]/.test(word))].filter(Boolean).join('|')})`;
}

const { press, pick, enter, look, account, drag, save, widget, area, side, money, element, name, keys } = talk.words;
const [exported, looked, lookedZh] = [any(talk.words.export), any(look), any(look.replace(/[a-z][^|]*\|/g, ''))];
const named = `(?:§ ?|${any(name)} ?的?)${any(widget)}`;

const rule = (
  offers: SuggestedAction['kind'],
  ...forms: readonly string[]
): readonly [SuggestedAction['kind'], RegExp] => [
  offers,
  new RegExp(forms.map((form) => `(?<=^|\\b(?:${talk.address}) |[${talk.addressZh}])${form}`).join('|')),
];

/** In this order (wire contract: "the agent says | the app does"). `§` is a name. */
const rules = [
  rule('tracks', `${any(drag)}.{0,20}?${any(talk.words.playhead)}`),
  rule('edit', `${any(drag)}.{0,40}?(?:${any(element)}|\\b(?:it|them|this)\\b)`, `[将把].{0,16}?${any(drag)}`),
  rule(
    'credits',
    `${any(`${enter}|${look}|${account}|${press}`)}.{0,30}?(?:${any(money)}|\\byour (?:[a-z]+ )?(?:credits?|balance)\\b|\\b(?:remaining|available) credits\\b)|[在到去].{0,6}?${any(money)}.{0,12}?${any(`${look}|${account}`)}`,
  ),
  rule(
    'export',
    `(?:.{0,24}?\\bfile |${any(`${press}|select|choose|pick|选择|使用|找到|通过|前往|滚动到|打开|进入`)}.{0,40}?)${exported}`,
    `(?:${any(`${pick}|${enter}`)}|\\b(?:youll|you can) (?:see|find)|\\btheres).{0,40}?${exported} (?:${any(widget)}|feature|function|settings)`,
    `${any(save)}.{0,40}?\\b(?:from|using|via|with|in|at|through|under)\\b.{0,24}?${any(`${widget}|${side}|editor|toolbar`)}`,
    `(?:.{0,6}?${any(`${side}|编辑器|菜单|工具栏|面板|页面|界面`)}){1,2}.{0,4}?${any('导出|下载|汇出|保存')}`,
    `(?:the|your|an?)(?: [a-z]+)? (?:export|download) (?:button|option|icon|menu|section) (?:is|can|sits|will|lets|in|at|on)\\b`,
    `(?<=you (?:can|may) (?:now )?|可以)(?:export|download|导出|下载) ?(?:it|the|your|this|视频|成片|了|$)`,
    `${any('导出|下载|汇出')}(?:按钮|选项|图标|键).{0,3}[在于右左顶]`,
    `${any(`${press}|use|using|find`)}.{0,16}?(?:button .{0,12}?(?:top|upper) right|右上角的?按钮)`,
  ),
  rule(
    'tracks',
    `${any(`${enter}|${pick}|${press}`)}.{0,24}?(?:${named}|${any(`${area}|handle|handles|slider|sliders|scissors|滑块|手柄`)})`,
    `${any(`${press}|${pick}`)}.{0,24}?${any(widget)}.{0,16}?${any(side)}`,
    `${looked}.{0,40}?\\b(?:in|on|from|using|with|within|inside|through|at)\\b.{0,16}?(?:${named}|${any(area)})`,
    `(?:${looked} ?(?:the |your |一下)?|${lookedZh}.{0,6}?)${any(area)}`,
    `preview (?:it|(?:your|the) (?:video|clip|result|edit|cut))(?: now| here| there)?$`,
    `[在从到去]?.{0,6}?(?:${any(area)}|${named}|${any(side)}的?面板).{0,8}?${lookedZh}`,
    `${any(`${press}|选中|选择`)}(?: on)?(?: the| your| a| any| each)?(?: [a-z]+){0,2}? ?(?:${any(`${element}|${name}|${keys}`)})`,
  ),
] as const;
/** A clause that tells something of its own; one that only leads to an instruction begins otherwise. */
const statement =
  /^(?!(?:if|when|once|after|before|while|until|as|so|which|where)\b|[如若当等待]).*(?:\b(?:is|are|its|thats|youre|can be|has|have|looks?)\b|[了成好]$)/;

const trigger = `${press}|${drag}|${talk.words.export}|${widget}|${area}|${money}|${keys}|credits|preview|handles?|sliders?`;
/** Says no to the most of all sentences that are no instruction, at a small part of what reading them costs. */
export const mayInstruct = new RegExp(`${any(trigger)}|[點擊匯導預軸鈕戶帳積雙]`, 'i');
const covered = new RegExp(any([...Object.values(talk.words), talk.others, talk.address].join('|')), 'g');
const [isSomebody, isAgent] = [new RegExp(any(talk.somebody)), new RegExp(any(talk.agent))];
const [isContent, isAnnouncing] = [new RegExp(any(talk.contentLabels)), new RegExp(`^(?:${talk.announcing})`)];
const isName = new RegExp(`^(?:${any(`${name}|${talk.words.export}`)})(?: ?${any(widget)})?$`);
const isUpload = /\b(?:upload|computer|desktop|here)\b|上传|电脑|桌面|此处|这里/;
const quoted =
  /"[^"]*"|“[^”]*”|‘[^’]*’|「[^」]*」|『[^』]*』|《[^》]*》|【[^】]*】|`[^`]*`|(?<![\p{L}\p{N}])'[^']+'(?![\p{L}\p{N}])/gu;
const beforeWidget = /(?<=\s)(?:\p{Lu}[\w-]* ){1,3}(?=(?:button|icon|tab|panel|menu|section|page)\b)/gu;

const folds: readonly (readonly [RegExp, string])[] = [
  [/(?:\bi|\bid|\bwed?|我)\s?(?:recommend|suggest|建议)|\b(?:go ahead|try) and\b|\bdont forget\b/g, 'please'],
  [/\bdrag[ -]and[ -]drop\b/g, 'drag'],
  [/\s[-–—]+\s|[–—]+|[,;:()，；：、（）]/g, ' | '],
  [/ \| (?=并|然后|再)/g, ''],
  [/[-/>→+]/g, ' '],
  [/[^\p{L}\p{N}§|%\s]/gu, ''],
  [/\s+/g, ' '],
  [/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ''],
];

/** A sentence in plain lower-case words, clauses parted by `|`; a quotation is `§` unless it is a button's name. */
function plainly(sentence: string): string {
  const fold = (text: string): string => {
    const lower = simplified(text.normalize('NFKC')).replace(/['’]/g, '').toLowerCase();
    return folds.reduce((plain, [pattern, word]) => plain.replace(pattern, word), lower);
  };
  const nameOf = (text: string): string => (isName.test(fold(text).trim()) ? ` ${text} ` : ' § ');
  const named = sentence.replace(/[*_~#•]+/g, ' ').replace(quoted, (text) => nameOf(text.slice(1, -1)));
  return fold(named.replace(beforeWidget, nameOf)).trim();
}

/** What a sentence tells the user to do in the editor; `isAll`: it says nothing else. Null where it tells nothing of the kind. */
export function readInstruction(
  sentence: string,
): { readonly suggestedAction: SuggestedAction; readonly isAll: boolean } | null {
  const plain = plainly(sentence);
  if (isSomebody.test(plain)) return null;
  const clauses = plain
    .split(/\||\bby (?=(?:click|press|tapp|us|select|open|dragg|go|choos)ing)|\b(?:and|or|then|but|so|while)\b|或者?/)
    .flatMap((clause) => (isAgent.test(clause) ? [] : [clause.trim()]));
  // "In the timeline, you can rearrange the clips."
  const [first = '', second = ''] = clauses;
  if (/^(?:in|on|at|from)\b/.test(first)) clauses.push(`${second} ${first}`);
  const [offer] = rules.find(([, form]) => clauses.some((clause) => form.test(clause))) ?? [];
  if (offer === undefined || (offer === 'edit' && isUpload.test(plain))) return null;
  const others = plain.replace(covered, '').replace(offer === 'edit' ? /\d+%?/g : '', '');
  const tells = clauses.some((clause) => statement.test(clause) && !rules.some(([, form]) => form.test(clause)));
  const isAll = !/[^\s|§]/.test(others) && !tells && !isAgent.test(plain);
  return { suggestedAction: offer === 'edit' ? suggestedEdit(sentence) : { kind: offer }, isAll };
}

/** What a label or heading leads to. */
export function leadsTo(label: string): 'instructions' | 'content' | null {
  const plain = plainly(label).replace(/[|\s]+$/, '');
  return (isAnnouncing.test(plain) && 'instructions') || (isContent.test(plain) && 'content') || null;
}

const moves: readonly (readonly [RegExp, string])[] = [
  [/\bdrag(?:ging)?(?:[ -]and[ -]drop(?:ping)?)?\b/i, 'move'],
  [/\byours?\b/gi, 'my'],
  [/拖[拽动放曳移]?[拽动放曳移]?到|拖[至入]/g, '移动到'],
  [/拖[拽动放曳移]|拖/g, '移动'],
  [/[您你]的/g, '我的'],
  [/(?:即可|就可以|就行|吧|了)$/, ''],
  [/即可/, '来'],
  [/^.*\b(?:edges?|ends|handles?|corners?) of (?:the|my) (\w+)\b.* to (\w+) (?:it|them)$/i, '$2 the $1'],
  [/^move (?:the |my )?(\w+(?: \w+)?) slider (?:\w+ )?to (\d+ ?%?)$/i, 'set the $1 to $2'],
  [/^.*\b(?:sliders?|handles?|edges?)\b.* to ((?!the\b|a\b|\d)\w+ .+|trim|split|crop)$/i, '$1'],
  [/^移动(\p{Script=Han}{2,3})滑[块杆](?:移动)?到/u, '将$1调整到'],
  [/^移动(?:滑块|滑杆|边缘|手柄|两端)来?(?!到)/, ''],
];
const isExact =
  /^(?=.*(?:\b(?:clips?|titles?|music|audio|text|song|segments?|subtitles?|captions?|volume|speed)\b|片段|标题|音乐|音频|文字|字幕|音量|速度)).*(?:\b(?:to|onto|into|before|after) (?:the |my )?(?:very )?(?:start|beginning|front|end|first|second|third|last|audio track|\d)|到(?:时间[线轴]的?|视频的?)?(?:开头|结尾|末尾|最前|最后|片头|片尾|第|\d))/i;
/** Advice for some day, or about any piece, is no edit of this video: nobody shall pay for it by a click. */
const isGeneral =
  /\b(?:if|when(?:ever)?|any|each|every|some|(?:re)?(?:order|arrang)\w*)\b|\b(?:move|drag|trim) (?:an? |(?:\w+ )?(?:clips|segments|titles|captions) )|如果|若|任意|任何|每|顺序|排列|的话/i;

/**
 * The request to the agent that replaces the sentence, in its language. One click sends it only if it names an object and a
 * place, and is meant for this video.
 */
function suggestedEdit(sentence: string): SuggestedAction {
  const [said = ''] = /\bdrag(?:ging)?\b[^,;]*|(?:将|把|拖)[^，；,;]*/i.exec(sentence.replace(/[*_`]/g, '')) ?? [];
  const plain = said.replace(/\s+/g, ' ').replace(/[.!?。！？…\s]+$/, '');
  const asked = moves.reduce((text, [pattern, word]) => text.replace(pattern, word), plain).trim();
  const text = asked.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return isExact.test(text) && !isGeneral.test(sentence) ? { kind: 'edit', text, sends: true } : { kind: 'edit', text };
}
