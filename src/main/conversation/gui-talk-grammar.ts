/**
 * A phrase as slots in a row. `|` parts the words for a slot, and an empty one makes the slot optional; `*3` is up to three words
 * of any kind but small ones; `@name` is what a button or panel is called. The first slot is always plain words.
 */
export type Pattern = readonly string[];

/** `by-name`: what is clicked or opened says what to offer, and what has no name of its own shows the tracks. */
export type Offer = 'export' | 'tracks' | 'credits' | 'edit' | 'by-name';

export type Row = {
  readonly offers: Offer;
  readonly patterns: readonly Pattern[];
  /** Words that also describe films: said to the user only at the start of a sentence, or behind "please", "you can". */
  readonly needsAddress?: true;
  /** Words that make a sentence true of this app too, so that it stays. */
  readonly unless?: string;
};

const click = 'click|click on|clicking|tap|tap on|right-click|double-click|right click|double click';
const press =
  'click|click on|clicking|tap|tap on|tapping|press|pressing|hit|hitting|right-click|double-click|right click|double click';
const pick = `${press}|select|choose|pick|use|using|find|look for|locate|selecting|choosing`;
const enter =
  'open|open up|opening|expand|go to|going to|switch to|head to|head over to|navigate to|jump to|visit|bring up|use|using|see|check|check out';
const look =
  'preview|previewing|view|see|watch|play|play back|check|check out|review|find|look at|take a look at|have a look at|inspect|edit|adjust|fine-tune|finetune|trim|arrange|rearrange|reorder|tweak|change|scrub through|scroll through';
const drag = 'drag|drag and drop|drag-and-drop|dragging';
const widget = 'button|icon|tab|panel|menu|option|link|tool|toggle|dropdown|section|page|dialog|sidebar';
const stage =
  'timeline|time line|timeline editor|timeline panel|preview window|preview panel|preview area|preview pane|preview player|video player|editor|editing panel|track panel|tracks panel';
const room = `${stage}|sidebar|side panel|toolbar|media library|asset library|media panel|inspector|layers panel|properties panel|settings panel`;
const side = 'top|bottom|upper|lower|left|right|top-right|top-left|upper-right|upper-left|bottom-right|bottom-left';
const thing =
  'clip|clips|video|videos|music|song|audio|track|tracks|title|titles|text|subtitle|subtitles|caption|captions|segment|segments|layer|layers|effect|effects|transition|transitions|footage|edge|edges|end|ends|handle|handles|slider|sliders|timeline|keyframe|keyframes';
const account = 'account|billing|subscription|credit balance';
const exporting = 'export|download|导出|下载';

const pressZh = '点击|点按|点选|单击|双击|轻点|轻触|按下|按|点一下|点';
const enterZh = '打开|展开|进入|切换到|前往|转到|点开|使用';
const lookZh = '预览|查看|观看|播放|看到|看|检查|回看|浏览|编辑|调整|微调|剪辑|修改';
const dragZh = '拖拽|拖动|拖放|拖曳|拖入|拖移|拖到|拖至|拖';
const stageZh = '时间线|时间轴|预览窗口|预览区|预览面板|预览区域|预览窗|播放器|编辑器|编辑区|轨道面板|编辑面板|轨道区';
const nameZh =
  '音频|音乐|文字|文本|标题|字幕|素材|媒体|特效|效果|滤镜|转场|贴纸|设置|属性|轨道|图层|预览|播放|保存|分享|发布|添加|音量|剪辑|工具|项目|侧边|右侧|左侧|导出|下载';
const widgetZh = '按钮|图标|面板|选项卡|选项|标签|标签页|菜单|工具栏|侧边栏|键|页面|窗口|库';
const thingZh =
  '片段|素材|视频|音乐|音频|轨道|音轨|标题|字幕|文字|文本|图层|特效|转场|滑块|滑杆|边缘|手柄|两端|时间线|时间轴|画面|剪辑|关键帧';
const exportingZh = '导出|下载|汇出|export|download';
const accountZh = '账户|账号|帐户|账单|订阅|积分余额|积分|余额';

/** Sentences about the web editor that the agent thinks its user has (wire contract: "the agent says | the app does"). */
export const rows: readonly Row[] = [
  {
    offers: 'tracks',
    patterns: [
      [drag, '|the|your', 'playhead'],
      [dragZh, '|时间线上的|时间轴上的', '播放头|指针|时间指针|进度条'],
    ],
  },
  {
    offers: 'edit',
    unless: 'upload|computer|desktop|here|上传|电脑|桌面|此处|这里',
    patterns: [
      [drag, '*5', thing],
      [drag, '|the|your', thing],
      [drag, '|the|your|either', 'edge|edges|end|ends|corner|corners|handle|handles', 'of'],
      [drag, 'it|them|this|that|these|those|each'],
      [dragZh, '*8', thingZh],
      ['将|把', '*4', thingZh, '*8', dragZh],
      ['将|把', '*8', dragZh, '*6', thingZh],
    ],
  },
  {
    offers: 'credits',
    patterns: [
      [
        `${enter}|${look}|manage|managing`,
        '|the|your',
        '*1',
        account,
        '|page|settings|section|dashboard|tab|panel|menu|balance|history|details|status',
      ],
      [`${enter}|${look}`, 'your', '|remaining|current|available', 'credits|credit usage|balance'],
      [`${enter}|${look}`, '|the', 'remaining|available', 'credits|balance'],
      ['top up|buy|purchase|recharge|upgrade|get', '*4', 'in|from|on|at|under|through', '|your|the', '*1', account],
      [`${lookZh}|${enterZh}|查询|查一下|登录|检查|管理`, '|一下', '|您的|你的|您|你', '*4', accountZh],
      ['在|到|去', '|您的|你的', accountZh, '*6', `${lookZh}|查询|充值|购买`],
    ],
  },
  {
    offers: 'export',
    patterns: [
      [pick, '|on', '|the|your', '*2', exporting, `${widget}|feature|function|settings|now`],
      [press, '|on|the|on the|your', '*2', exporting],
      ['select|choose|pick', exporting, 'from|in|at|on|under|to'],
      ['go to|navigate to|head to', '*2', exporting],
      [press, 'here|the link', '|below', 'to', exporting],
      ['the', '*1', exporting, 'button|option|icon|menu', 'is|can be|sits|will|lets|in|at|on'],
      ['youll find|youll see|you can find|theres|there is', '|the|an|a', '*1', exporting, 'button|option|icon|menu'],
      [`${pressZh}|使用|选择|通过|找到`, '*12', exportingZh],
      ['导出', '按钮', '|就|位于', '在|位于|右|左|界面|页面'],
    ],
  },
  {
    offers: 'by-name',
    patterns: [
      [enter, '|the|your', '@name', widget],
      [press, '|on', '|the|your', '*2', widget, 'at|in|on|to|above|below|next to', '|the', side],
      [pick, '|the|your', '*3', 'in|on|from', '|the|your', '*1', room],
      [`${enter}|show|hide`, '|the|your', '*1', room],
      [enterZh, '*8', nameZh, '|的', widgetZh],
      [`${enterZh}|查看|看看|看一下|预览`, '|一下', '*4', stageZh],
      [`${pressZh}|选择|选中`, '*12', `${stageZh}|工具栏|侧边栏|菜单栏`],
      [pressZh, '*4', '右上角|左上角|右下角|左下角|顶部|底部|上方|下方|右侧|左侧', '*4', widgetZh],
    ],
  },
  {
    offers: 'by-name',
    needsAddress: true,
    patterns: [
      [press, '|on', '|the|your', '@name'],
      [click, '|on', 'the|your|a|any', '*2', `${thing}|${widget}`],
      ['点击|单击|双击|选中', '*4', '片段|标题|字幕|轨道|素材|音轨|图层'],
      ['select|choose|pick|use|using', '|the|your', '@name', widget],
      [pressZh, '*8', nameZh, '*2', widgetZh],
      [`${pressZh}|选择`, '|右上角的|顶部的|上方的|左侧的|右侧的|下方的', '@name'],
    ],
  },
  {
    offers: 'tracks',
    patterns: [
      [look, '*5', 'in|on|from|using|with|within|inside|through', '|the|your', '*1', stage],
      [look, '*4', 'in|from|using|within', '|the|your', '@name', 'panel|tab|menu|section'],
      [look, '|the|your', '*1', stage],
      ['preview', 'your|the', 'video|clip|result|edit|cut', '|now|here|there'],
      ['preview', 'it', '|now|here|there'],
      ['zoom|scroll|zooming|scrolling', '*4', 'timeline'],
      [
        '在|从|到|去|通过|使用',
        '*6',
        stageZh,
        '|面板',
        '|上|中|里|内|上方|下方|里面|中间',
        '|直接|实时|随时|进行|自由',
        lookZh,
      ],
      [lookZh, '*6', stageZh],
      [
        '在|从|到|去|通过|使用',
        '*6',
        nameZh,
        '面板|选项卡|标签页|菜单|侧边栏',
        '|上|中|里|内',
        '|直接|进行|来',
        lookZh,
      ],
    ],
  },
];

/** Openings that speak to the user; what follows is said to them. */
export const addresses: readonly Pattern[] = [
  [
    'please|simply|kindly|try|feel free to|go ahead and|you|all you need to do is|all you have to do is|want to|would you like to',
  ],
  ['you', '|can|may|could|should|must|might', '|now|also|always|then|simply|just|easily|directly|even|either'],
  ['you', 'need to|have to|might want to|may want to|can choose to|are able to'],
  ['youll', 'need to|want to|have to|be able to'],
  ['dont forget to|remember to|make sure to|be sure to|make sure you|i recommend|i suggest|id recommend|id suggest'],
  ['do you want to|can you|could you|the next step is to|your next step is to|its time to|its easy to|its best to'],
  ['快|快去|赶快|赶紧|请|您|你|麻烦您|建议您|建议你|建议|记得|别忘了|不妨|欢迎|只需|只要|只需要|需要|试试|尝试|直接'],
  ['|您|你', '|现在|也|还|就|随时|接下来|然后', '可以|可|能|能够', '|随时|直接|现在|再|继续|自行|先'],
];

/** Openings that only lead on. */
export const links: readonly Pattern[] = [
  [
    'now|then|next|finally|first|second|third|lastly|also|just|instead|alternatively|afterwards|again|great|perfect|ok|okay',
  ],
  ['and|or|but|so|by|while|simply|directly|when ready|when finished|when done|if needed|once ready|tip|note|step'],
  ['in|on|from|at', '|the', '*2', `${stage}|toolbar|sidebar|corner|menu|panel|right|left|top`],
  [
    '现在|然后|接着|接下来|首先|最后|其次|随后|之后|再|先|也|还|并|并且|或|或者|但|同时|此外|另外|如有需要|或是|好的|好',
  ],
  ['满意的话|如果满意|满意后|满意了|确认无误后|确认后|完成后|完成之后|准备好后|之后|需要时|点击后'],
  ['在', '*10', '上|中|里|内|处|角|侧|栏|部|方|区|下', '|直接|自由|随意'],
  ['如果|若|如需|需要|当|想|要|想要|等', '*12', '时|后|的话|请|就|可以|可'],
  ['通过|用鼠标|用|鼠标'],
];

/** A clause that begins so leads to what the next one asks for, and goes where that goes. */
export const introductions =
  'if|when|once|whenever|after|before|as soon as|to|in order to|until|for|如果|若|如需|如要|如|当|等|待|一旦|想要|想|要|要想|若要|若需|为了|需要|喜欢|满意|确认|完成|觉得|准备好';

/** Where the editor is said to have something: `in the top right corner, …`. */
export const places = {
  before: 'in|on|at|from|under|在|从',
  with: `${room}|corner|right|left|top|bottom|${stageZh}|右|左|顶部|底部|菜单`,
};

/** What a list of instructions is announced with, up to a colon or as a heading. */
export const announcements =
  'tip|tips|pro tip|quick tip|note|hint|next|next step|next steps|step|steps|export|download|preview|how to|heres how|here is how|heres what you can do|what you can do|what next|whats next|follow|you can|you could|from here|to|if|when|finally|in the editor|提示|小提示|小贴士|温馨提示|注意|下一步|接下来|操作|步骤|导出|下载|预览|如何|怎么|怎样|您可以|你可以|您还可以|你还可以|如需|如果|如要|后续|请|在编辑器';

/** A clause behind an instruction that begins so only says what comes of it. */
export const outcomes =
  'which|where|so you|so that|so it|allowing|letting|to|for|then you|and youll|and you will|and itll|and it will|and your|and the|and wait|then wait|即可|就|便|就能|就可以|来|以便|以|然后就|并等待|等待|随后|系统';

/** A clause behind an instruction that begins so, or has one of the verbs, says something of its own. */
export const statements = {
  begin:
    'i|ill|ive|im|id|we|well|weve|it|its|this|that|these|those|they|tell|just tell|let|ask|just ask|you|youll|youre|everything|there|theres|here|if|but|should|whether|我|您|你|它|这|如|若|随时|告诉|也可|或告|或直接告',
  hold: 'is|are|was|were|has|have|had|will|plays|starts|lasts|runs|shows|looks|sounds|features|已|我|是|告诉|随时|有',
};

/** What is asked of the user in talk, not in an editor. */
export const speech = 'tell|let|ask|say|告诉|随时|说';

/** Words between clauses that belong to neither of them. */
export const joints = {
  part: 'and|or|but|so|then|by|while|并|或|但|然|也',
  drop: 'and|or|but|so|then|或者|或|并且|并|但是|但|然后|而且|也|and then|or just|so then',
};

/** What is clicked or opened, by what it offers. */
export const called = {
  export: 'export|download|导出|下载|汇出',
  credits: 'account|billing|subscription|credits|upgrade|账户|账号|账单|积分|余额|订阅|充值',
} as const;

/** What buttons and panels are called, where neither quotes nor a capital letter show it. */
export const names =
  'export|download|play|preview|share|save|publish|settings|text|audio|music|media|effects|effect|filters|transitions|transition|title|titles|captions|subtitles|volume|undo|redo|split|trim|crop|layers|properties|add text|add music|assets|library|elements|templates|styles|speed|color|stickers';

/** Words that no `*` passes: behind them something else is spoken of. */
export const smallWords = 'a|an|of|with|and|as|where|who|that|her|his|their|he|she|they|他|她|们|着';

/** Words of instructions that say nothing about an editor by themselves. */
export const everyday =
  'the|your|it|of|to|in|on|at|from|under|through|with|here|is|go|get|buy|use|using|see|view|find|look|for|watch|check|change|open|play|select|choose|pick|you|youll|can|there|theres';

/** Traditional characters of the Chinese above that the intents do not have, each with its simplified form. */
export const traditionalUi =
  '點点擊击鈕钮閱阅標标籤签預预覽览擇择選选檢检調调剪剪輯辑區区畫画圖图層层題题關关擴扩邊边緣缘滿满確确會会進进換换轉转側侧頂顶觀观訂订號号單单設设動动進进從从這这裡里專专';
