/** Words of sentences about a web editor, `|` between them; Chinese in simplified characters. */
export const words = {
  press:
    'click|clicking|tap|tapping|press|pressing|hit|hitting|push|double click|right click|点击|点按|点选|单击|双击|轻点|轻触|按下|右键点击|右键单击|右键|点一下|点开|按|点',
  pick: 'select|selecting|choose|choosing|pick|use|using|find|locate|look for|hover over|选择|使用|找到|通过|选中',
  enter:
    'open|open up|opening|expand|go to|go back to|going to|switch to|head to|head over to|navigate to|jump to|visit|bring up|scroll to|scroll down to|scroll up to|access|show|hide|log in to|log into|sign in to|return to|refresh|reload|打开|展开|进入|切换到|前往|转到|滚动到|下滑到|登录|返回|回到|刷新',
  look: 'preview|previewing|view|see|watch|play|play back|check|check out|review|look at|take a look at|have a look at|inspect|edit|adjust|fine tune|finetune|trim|arrange|rearrange|reorder|tweak|change|modify|scrub through|scroll through|scroll|zoom|预览|查看|观看|播放|看到|看看|看|检查|回看|浏览|编辑|调整|微调|剪辑|修改',
  account: 'manage|top up|buy|purchase|recharge|upgrade|get|充值|购买|查询|管理',
  drag: 'drag|dragging|拖拽|拖动|拖放|拖曳|拖入|拖移|拖到|拖至|拖',
  save: 'export|exporting|download|downloading|save|saving|导出|下载|汇出|保存',
  export: 'exports?|downloads?|导出|下载|汇出',
  widget:
    'button|icon|tab|panel|menu|option|tool|toggle|dropdown|section|page|dialog|sidebar|按钮|图标|面板|选项卡|选项|标签页|标签|菜单|工具栏|侧边栏|页面|窗口|区域|键',
  area: 'timeline|time line|preview|preview window|preview panel|preview area|player|video player|editor|workspace|toolbar|sidebar|side panel|library|inspector|track panel|时间线|时间轴|预览窗口|预览区|预览面板|播放器|编辑器|编辑区|轨道面板|编辑面板|轨道区|工具栏|侧边栏|菜单栏|素材库',
  side: 'top|bottom|upper|lower|left|right|corner|右上角|左上角|右下角|左下角|右侧|左侧|顶部|底部|上方|下方',
  money: 'account|billing|subscription|credit balance|账户|账号|帐户|账单|订阅|积分|余额',
  element:
    'clip|clips|title|titles|text|subtitle|subtitles|caption|captions|segment|segments|layer|layers|track|tracks|music|song|audio|video|videos|edge|edges|end|ends|corner|handle|handles|slider|sliders|footage|transition|effect|片段|素材|视频|音乐|音频|轨道|音轨|标题|字幕|文字|文本|图层|特效|转场|滑块|滑杆|边缘|手柄|两端|画面|剪辑|关键帧',
  name: 'file|play|pause|share|publish|settings|text|audio|music|media|effects|effect|filters|transitions|transition|title|titles|captions|subtitles|volume|undo|redo|split|trim|crop|layers|properties|assets|elements|templates|styles|speed|color|colors|stickers|delete|trash|scissors|fullscreen|zoom|add|save|account|billing|credits|export|exports|download|音频|音乐|文字|文本|标题|字幕|素材|媒体|特效|效果|滤镜|转场|贴纸|设置|属性|轨道|图层|预览|播放|保存|分享|发布|添加|音量|工具|项目|导出|下载|剪刀|删除|账单|账户',
  keys: 'space bar|spacebar|space|enter|delete|esc|ctrl|cmd|空格键|空格|回车|快捷键',
  playhead: 'playhead|scrubber|播放头|时间指针|指针|进度条',
} as const;

/** With those above, all that an instruction may hold besides: a sentence with any other word stays. */
export const others =
  'the|your|a|an|it|its|this|that|these|those|them|each|either|of|to|in|on|at|from|under|through|with|via|by|for|and|or|but|so|then|now|next|first|second|third|last|finally|also|just|simply|instead|again|when|once|if|after|before|while|until|as|where|which|what|how|you|youll|youre|youd|can|could|should|may|might|will|would|want|like|need|needs|have|ready|happy|satisfied|done|finished|everything|all|any|is|are|be|looks|good|great|perfect|ok|okay|forget|remember|sure|make|feel|free|please|here|there|above|below|around|changes|their|many|handle|handles|edge|edges|slider|sliders|located|three|dots|further|adjustments|adjustment|brightness|contrast|opacity|more|less|e|s|c|z|inside|within|near|side|middle|center|up|down|back|over|out|into|onto|directly|easily|always|anytime|whenever|time|step|steps|tip|note|hint|results|result|edit|cut|project|film|file|mp4|sound|font|style|length|order|position|size|quality|resolution|format|playback|interface|screen|window|pane|area|bar|canvas|dashboard|profile|history|details|usage|plan|remaining|available|current|credit|credits|balance|computer|device|pc|disk|local|folder|downloads|adjust|keep|move|remove|replace|apply|set|start|begin|wait|complete|completes|confirm|continue|hear|listen|zoom|scroll|log|sign|release|blue|green|big|small|large|more|higher|run|low|new|beginning|saved|saves|appears|appear|exported|downloaded|location|desired|final|finish|view|try|about|youve|youd|s|double|fine|tune|close|full|version|see|sits|lets|blank|free|4k|1080p|720p|480p|hd|影片|请|您|你|的|可|以|在|中|上|里|内|后|时|了|再|先|就|也|还|并|或|或者|然后|即|即可|便|将|把|到|至|来|去|用|从|和|与|与|是|有|若|如|如果|如需|需要|想|想要|要|当|等|待|等待|完成|完成后|满意|的话|确认|无误|准备|好|现在|接下来|最后|之后|直接|随时|自由|随意|轻松|方便|快|吧|哦|啦|这里|这个|位于|界面|编辑|视频|效果|成片|作品|文件|本地|电脑|分辨率|格式|画质|清晰度|顺序|位置|音量|字体|样式|大小|颜色|时长|速度|亮度|开头|结尾|末尾|片头|第一|第二|第三|条|个|详情|了解|更多|不足|剩余|情况|历史|记录|设置|选项|微调|更改|删除|移动|添加|裁剪|分割|拆分|缩放|滚动|查找|看到|最终|整体|进行|提示|小贴士|温馨|下一步|步骤|操作|记得|别忘了|建议|欢迎|不妨|只需|只|鼠标|快捷|保存|另存|下|左|右|顶|底|边|侧|角|处|一下|一次|试试|感受|看|听|图标|会|能|够|让|给|它|其|按|键|此|结果|所有|每个|任意|自动|开始|都|并且|同时|需|喜欢|满意后|成|为';
/** Behind these words an imperative is said to the user, in English; in Chinese behind these characters. */
export const address =
  'please|you|can|could|may|just|simply|to|now|then|by|should|try|also|always|directly|easily|either|next|first|finally|instead|and|or|but|so|again|great|perfect|ok|okay|tip|note|about';
export const addressZh = '请您你可能再先就也还需要去来时后话上中里内处角侧方部区栏并或用接快以议得了下步示\\s';
/** What somebody else does: in the film, or in the conversation. */
export const somebody =
  'he|she|they|his|her|him|hero|heroine|man|woman|men|women|girl|boy|kid|kids|child|hand|hands|finger|character|actor|actress|narrator|viewer|viewers|audience|customer|customers|user|users|people|camera|close up|他|她|他们|她们|主角|男孩|女孩|男人|女人|男子|女子|人物|角色|观众|用户|顾客|手指|镜头|特写|旁白|小孩|孩子';
export const agent =
  'i|ive|ill|id|im|we|weve|me to|dont|not|never|cannot|没有|不要|不用|无需|不需要|别|我来|我会|我已|我可以|我帮|已为|为您|为你|帮您|帮你';
/** How a label or heading begins that leads to what is said to the user; and what one names that leads to parts of a film or a plan. */
export const announcing =
  '(?:pro |quick )?(?:tips?|notes?|hint|reminder)$|next|steps?$|(?:export|download|save|preview|导出|下载|保存|预览)$|whats next|what (?:you|next)|how to|heres how|here is how|to (?:export|save|download|preview|edit|adjust|change|check|share)|you can|you could|from here|if you|when you|once you|finally|in the editor|小?提示|小贴士|温馨提示|注意|下一步|接下来|操作|后续|最后|[您你](?:还|也|现在)?可以|如需|如果|如何|怎么|怎样';
export const contentLabels =
  'script|voice over|voice-over|voiceover|vo|narrator|narration|caption|captions|on screen|on-screen|storyboard|shot|shots|scene|scenes|plan|outline|copy|slogan|tagline|dialogue|dialog|text|title|titles|subtitle|subtitles|concept|cta|call to action|lyrics|脚本|文案|旁白|分镜|镜头|字幕|台词|对白|口播|标语|计划|方案|大纲|标题|画面|场景|歌词|配音|解说';
