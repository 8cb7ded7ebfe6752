import type { Route } from '../../shared/domain/turn.ts';

/** A phrase as slots in a row; `|` parts the words for a slot, and an empty one makes the slot optional. */
type Pattern = readonly string[];

const videos = 'video|clip|movie|film|file|mp4';
const exporting = '导出|汇出|下载';
const picked = '视频|影片|片子|成片|文件|mp4';
const materials =
  'video|videos|clip|clips|file|files|footage|photo|photos|picture|pictures|image|images|music|song|audio';
const chineseMaterials = '视频|影片|文件|素材|图片|照片|音乐|音频';

const namedEditors =
  'premiere|premiere pro|adobe premiere|final cut|final cut pro|fcp|fcpx|resolve|davinci|davinci resolve|达芬奇';
const editors = `another editor|another program|another app|other editors|a different editor|${namedEditors}`;
const chineseEditors = `其他剪辑软件|其他软件|别的软件|别的剪辑软件|另一个软件|${namedEditors}`;
const timelines = 'fcpxml|xml|otio|opentimelineio';

/**
 * Whole phrases that the app carries out by itself (wire contract: "What the user says, what the app does"), without the courtesy
 * around them. Only what can mean nothing else belongs here: `show credits` asks for the balance, `add credits` is an edit, and
 * `upload this video` may mean publishing it. Chinese is written in simplified characters.
 */
export const intentGrammar: Readonly<Record<Exclude<Route, 'agent'>, readonly Pattern[]>> = {
  export: [
    ['export|download'],
    ['export|download', 'it|this|that|mine|everything'],
    ['export|download|save', '|the|my|this', '|final|finished', `${videos}|result`],
    ['export', '|it|the video|my video|this video|video', 'as|to', '|an|a', 'mp4|mp4 file|file|video|video file'],
    ['send', 'me', '|the|my', '|final|finished', videos],
    ['give', 'me', 'the|my', '|final|finished', videos],
    ['send', '|the|my|this', '|final|finished', `it|${videos}`, 'to me'],
    ['start', '|the|an', 'export|download'],
    [exporting],
    [`${exporting}|保存`, '|我的|这个|整个|最终|最后的', `${picked}|作品`],
    ['导出|保存|汇出', '|视频', '为|成', 'mp4|视频'],
    ['开始', exporting, '|视频'],
    ['把|将', '|我的|这个|最终', picked, `${exporting}|保存|发给我|给我|导出来|下载下来|保存下来`],
    ['发|发送|传', '|视频', '给我'],
    ['发|发送', '我', '|最终', '视频|影片|成片'],
    ['导出来|下载下来|发给我视频'],
  ],
  credits: [
    ['|my|current|remaining|my remaining', 'credit|credits|balance|credit balance|credits balance', '|left|remaining'],
    [
      'show|check|view|see|show me|tell me',
      '|my|remaining|my remaining',
      'credits|balance|credit balance|credits balance',
    ],
    ['show|check|view|see|show me|tell me', 'the', 'balance|credit balance|credits balance|remaining credits'],
    ['whats|what is', 'my|the', '|current|remaining', 'balance|credit balance|credits balance'],
    ['how many', 'credits', '|left|remaining|are left|are remaining|remain'],
    ['how many|how much', 'credits|credit', 'do i have|have i got|i have|do i still have', '|left|remaining|now'],
    ['积分|余额|积分余额|账户余额'],
    ['我的|我|剩余|当前|可用|账户', '积分|余额|积分余额'],
    ['查|查看|查询|看|看看|显示', '|一下|下', '|我的|剩余|当前|账户', '积分|余额|积分余额'],
    ['|我', '|现在|目前', '还有|还剩|有|剩|剩下|还剩下', '多少|几个|几', '积分|余额'],
    ['|我|我的', '积分|余额', '|还', '有|剩|剩下', '多少'],
    ['多少积分|积分多少|余额多少|积分是多少|余额是多少|我的积分是多少|我的余额是多少'],
  ],
  state: [
    ['|the|project|current|timeline|current project', 'status'],
    ['show|check|view|see|list|show me', '|the|my|all|all the|all tracks and', 'tracks|timeline|status'],
    ['show|check|view|show me', '|the|my', 'current|project|timeline', 'status|tracks|timeline'],
    ['whats|what is', 'the|my', '|current|project', 'status'],
    ['状态|项目状态|当前状态|现在状态|时间线状态'],
    ['|现在|当前|目前', '是', '什么', '状态'],
    ['|现在|目前', '状态', '怎么样|如何|怎样'],
    [
      '查|查看|查询|看|看看|显示|列出',
      '|一下|下',
      '|当前|现在的|项目|所有|全部',
      '状态|项目状态|轨道|音轨|时间线|时间轴',
    ],
  ],
  upload: [
    ['upload'],
    ['upload', '|a|an|my|some|my own|another|more|new|a new|one of my', materials],
    ['upload', 'something|media|some media|my media|from my computer|files from my computer'],
    ['start', '|an|the', 'upload'],
    ['上传'],
    ['上传', '|一个|一段|一张|一些|几个|几张|我的|自己的|本地|新的|新|多个', chineseMaterials],
    ['上传', '一下|点|一点', `|${chineseMaterials}`],
    ['开始上传'],
  ],
  // Beyond the contract's table: whole phrases that can only mean a project for another program.
  leave: [
    [
      'continue|go on|continue editing|keep editing|finish|edit|edit it|edit this|continue it|open it|open this',
      'in',
      editors,
    ],
    ['take it along|take it with me|take the project along|take this project along'],
    ['export|download|send', '|it|this|the project|the timeline|my project|my timeline', 'to|for', namedEditors],
    ['export|download|save', '|it|this|the project|the timeline', 'as|to', '|an|a', timelines],
    ['export|download|save', '|the|my', `${timelines}|timeline|project file|project files|subtitles|srt`],
    ['在|用|到', chineseEditors, '里|中|', '继续|继续编辑|继续剪辑|编辑|剪辑|打开'],
    ['导出|汇出|下载', '|到|给|为', '|时间线|工程|项目', namedEditors],
    ['导出|汇出|下载', `${timelines}|工程|工程文件|项目文件|时间线|字幕|字幕文件|srt`],
  ],
};

/** Words around an intent that ask nicely and ask for nothing else, parted by `|`. */
export const courtesy = {
  before: [
    'please|pls|plz|kindly|just|now|ok|okay|hi|hello|hey|great|perfect|thanks',
    'can you|could you|would you|will you|can i|could i|may i|let me|lets|let us|help me',
    'i want to|i wanna|i would like to|id like to|i need to|i want you to|go ahead and|time to',
    '请|请你|请您|请帮我|请问|帮我|帮忙|帮|麻烦|麻烦你|麻烦您|劳驾|给我|替我|让我',
    '我想|我要|我想要|我需要|我来|想|要|你好|您好|好|好的|好了|行|嗯|那|那就|就',
    '现在|直接|马上|可以|可以帮我|能|能不能|可不可以|能否|谢谢',
  ],
  after: [
    'please|pls|plz|now|right now|asap|then|for me|ok|okay',
    'thanks|thank you|thx|ty|thanks a lot|thank you very much|thank you so much|cheers',
    '吧|谢谢|谢谢你|谢谢您|多谢|谢啦|谢了|啊|呀|哦|啦|呢|嘛|呗|哈|哟|吗|么',
    '一下|好吗|可以吗|行吗|好不好|行不行|麻烦了|麻烦你了|辛苦了|现在|好了',
  ],
} as const;

/** Traditional characters of the phrases above, each with its simplified form. */
export const traditional =
  '導导載载傳传匯汇積积餘余額额帳账狀状態态請请幫帮視视頻频謝谢還还時时間间線线軌轨軸轴項项煩烦現现個个張张' +
  '圖图當当發发這这終终給给樣样麼么詢询顯显嗎吗為为將将來来後后讓让問问勞劳駕驾開开戶户幾几樂乐馬马';
