/** English words match whole, Chinese ones anywhere. */
export function words(english: string, chinese: string): RegExp {
  return new RegExp(`(?<![\\p{Script=Latin}\\d])(?:${english})(?![\\p{Script=Latin}\\d])|${chinese}`, 'iu');
}

/** What a clause may speak of: the rules name these words. In Chinese as people type them, simplified. */
export const lexicon = {
  // What is meant.
  title: words(
    'titles?|headings?|headline|text|words|lettering|fonts?',
    '(?<!副)标题|片名|题目|(?<![数])字(?![幕数节])',
  ),
  caption: words('captions?|subtitles?|sub-?title', '字幕|副标题|说明文字'),
  music: words(
    'music|bgm|songs?|soundtrack|(?:background|backing|different|another|new|other) track|tunes?|score|beats?|lo-?\\s?fi|melody|jazz|techno|edm|hip-?hop|house track',
    '音乐|配乐|bgm|歌曲?|曲子|lo-?fi|(?:爵士|摇滚|管弦|交响|古典|电子|民谣?|弦|流行|说唱)乐|(?:钢|提)琴曲|吉他曲|背景乐|[放来换听配加]一?(?:[点些段首]|个)?(?:爵士|摇滚|嘻哈|古典|电子|民谣|钢琴|流行)(?:的|吧|[，。]|$)',
  ),
  clip: words(
    'clips?|shots?|scenes?|footage|segments?|pieces?|sections?|parts?|(?:last|first|other|second|third|fourth|\\d{1,2}(?:st|nd|rd|th)|middle|next|final|this|that) one',
    '片段|镜头|素材|画面|段落?|[个张](?:视频|图片|照片)|第\\d{1,2}个|最[后前](?:1个|那个|个)|另[外1一]?个',
  ),
  sound: words('voice|sounds?|audio', '原声|声音?|出声'),
  originalSound: words('voices?|(?:original|its own|natural) (?:sound|audio)|its audio', '原声|原音|人声|现场声'),
  video: words(
    'video|film|movie|picture|everything|whole thing|cut|footage',
    '视频|影片|短片|片子|画面|整片|全片|整体',
  ),
  effect: words('effects?', '特效|效果'),
  transition: words(
    'transitions?|cross-?\\s?fades?|cross-?\\s?dissolves?|dissolves?|blend|fades? .{1,30} into',
    '转场|过渡|叠化|溶解|交叉淡化|淡入淡出转场',
  ),
  filter: words('filters?|colou?r grad(?:e|ing)|grad(?:e|ing)|tint|look', '滤镜|调色|色调'),
  fade: words(
    'fad(?:e|es|ing)|(?:from|to) black',
    '淡入|淡出|渐入|渐出|渐强|渐弱|黑场|从黑屏|到黑屏|渐黑|渐显|渐隐|(?:慢慢|渐渐|逐渐)(?:地)?(?:出现|显示|浮现|显现|消失|收|变[亮小弱轻黑暗]|没|停)',
  ),
  it: words('it|this|that|them|these', '它们?|这个|这段|那个'),

  // What is to be done.
  add: words(
    'add|insert|include|put|give|label|overlay|write|type|print|stamp|place|lay|append|with|i want|need|show',
    '加|插入|放|配|写|添|标[上注]|打[出上]|(?<![起出下回过])来|要|用',
  ),
  show: words('show|display', '显示|出现'),
  change: words(
    'change|rename|update|edit|set|make|turn|switch|say|reads?|let|(?:call|name) (?:it|this|the)',
    '改|换|设|调|变|让|叫|[取起命]名',
  ),
  remove: words(
    'remove|delete|drop|get rid of|throw (?:it |this |that )?(?:away|out)|take (?:it |this |that |them )?(?:out|away|off)|strip|erase|clear|without|no|lose|hide|kill|(?:titles?|captions?|subtitles?|text) off|take (?:the |all |every )?(?:music|sound|titles?|text|captions?|song) (?:out|off|away)|(?:can|must|(?:has|have|needs) to) go(?! (?:first|last|before|after|to))|bin|trash|scrap|ditch|axe|discard|toss|chuck|zap|(?:chop|cut|throw|pull) .{1,20}? out|do(?:n.t| not) (?:want|need|show|play|use)(?!.{0,30} to\\b)',
    '删|去(?=原?声)|去掉|移除|不(?:想|需)?要(?!太|那么|这么|动)|拿掉|去除|取消|清[除掉]|去了|隐藏|关掉|关了|[扔丢][掉了]|撤[掉下]|用不[着上]|没用了?|多余|剔除|[抹擦]掉|擦除|不留|(?:别|不|不要)[放加配](?=.{0,6}(?:音乐|配乐|bgm|标题|字幕))',
  ),
  cut: words(
    'cut(?: out)?|snip|chop|skip|shave|(?:take|knock|lop|slice|crop) .{1,30}off',
    '[剪切截裁掐砍](?:掉|去|了|除)|减(?=\\s?[\\d.])|跳过',
  ),
  keep: words(
    'trim(?:med)?|cut|shorten|limit|keep|leave (?:only|just)|make it|only the first|first|crop|down to',
    '剪|裁|缩短|截|保留|只要|只留|就[要留]|前|压缩?[到成至]|控制在|不超过',
  ),
  keepOnly: words(
    'keep|only|just|trim .{0,40}to|down to|shorten .{0,40}to|limit',
    '保留|只要|只留|就[要留]|只剩|只[放播用取]|只在|只需|只有|仅|[剪裁缩截压][短剪缩]?[到至成为]|控制在|不超过',
  ),
  split: words(
    'split|divide|break|(?:cut|chop|slice) (?:\\w+ ){0,3}at (?:the )?(?:\\d{1,3}|second)|(?:cut|chop|slice) .{0,30}in(?:to)? (?:half|halves|two|\\d (?:pieces|parts|halves)|pieces)',
    '分割|分成|拆|[切剪劈裁]开|分开|一分为二|[切劈剪裁]成(?=[两\\d二三四五六几]?[段半截份块])|断开|对半[切分剪]|[切剪]一?1?刀|剪断',
  ),
  move: words(
    'move|(?:clip|shot|scene|one) (?:\\d{1,2} )?to the (?:very )?(?:start|front|beginning|end|back)|put|place|bring|shift|drag|send|push|stick|pop|goes|go|(?:start|begin|open|end|finish|close)s? (?:with|the (?:video|film|movie))|comes? (?:first|last)|be (?:first|last)|make .{1,30} the (?:(?:opening|opener|ending|first|last)(?: (?:clip|one|shot))?|\\d{1,2}th one)',
    '移|放(?![慢大快完])|挪|排|调到|提到|拖|搬|[扔丢摆塞甩拿插]到|[做当作](?:为)?(?:开场|开头|片头|结尾|片尾|收尾)|先[放播]|打头|压轴|殿后|[以用].{1,20}(?:开头|开场|结尾|收尾)',
  ),
  swap: words(
    'swap|exchange|switch|(?:flip|reverse|invert) (?:the )?order of|flip .{1,20}(?:around|round)|trade places',
    '交换|互换|对[调换]|调换|[调颠掉]个?个|换个(?:位置|顺序|先后)|换位|换一?下(?![个首段])',
  ),
  backwards: words(
    'reverse (?:the )?(?:\\w{1,9} )?(?:order|clips)|reverse order|in reverse|opposite order|the other way round|order reversed',
    '倒序|倒过来|反过来|颠倒|顺序反',
  ),
  replace: words(
    'replace|substitute|swap out|swap .{1,40} (?:for|with (?:my|the uploaded|an uploaded))|instead of|in place of',
    '替换|替掉|顶替|换成|换为|换掉|改成|改用|代替|取代',
  ),
  again: words(
    're-?generate|re-?do|re-?make|(?:generate|film|shoot|draw) .{1,60}again|make (?!(?:it|that|this|them|everything|the \\w+) \\w+ again).{1,60}again|another (?:take|version) of',
    '重新生成|重新做|重做|重拍|重新?来(?:过|[一1][遍次])|再(?:生成|做|拍)[一1][次遍]',
  ),
  into: words('into', '变成|变为|换成|改成|改为|替换'),
  become: words(
    'should (?:show|become|be (?:an?|the))|turn .{1,60}into|change .{1,60}(?:in)?to|make .{1,60}|let .{1,60}',
    '变成|变为|换成|改成|改为|让',
  ),
  faster: words(
    'faster|accelerate[ds]?|speed(?:ed|ing)?[ -]?up|speed(?:ing)? .{1,20} up|quicker|double speed|twice as fast|(?<!too )fast|too slow',
    '加快|加速|提速|快一?[点些]|快(?=\\s?(?:\\d|百分|一半|一倍))|快放|更快|快进|倍速|太慢',
  ),
  slower: words(
    'slower|decelerate[ds]?|slow(?:ed)?[ -]?down|slow .{1,20} down|slow[ -]?mo(?:tion)?|half speed|half as fast|(?<!too )slow|too fast',
    '放慢|减速|慢一?[点些]|慢(?=\\s?(?:\\d|百分|一半|一倍))|慢镜头|慢放|慢动作|更慢|变慢|慢速|半速|太快',
  ),
  speed: words('speed|pace|(?:play|run)s? .{1,30} at \\d{1,3} ?(?:%|percent)', '速度|倍速|变速'),
  normalSpeed: words(
    '(?:normal|original|regular|usual) speed|normal again|back to normal',
    '(?:正常|原来的?|原始|恢复)的?(?:速度|倍速)|原速|常速',
  ),

  // How loud.
  mute: words(
    'mute[ds]?|silen(?:ce|t)|no sound|without sound|(?:turn|switch|shut) off (?:\\w{1,9} ){0,2}(?:sound|audio|music|volume)|(?:turn|switch|shut) (?:the )?(?:sound|audio|volume) .{1,20} off|(?:(?:turn|switch|shut) (?:\\w{1,9} ){0,2})?(?:sound|audio|music|volume|bgm) off',
    '静音|消音|没有声音|关(?:掉|了|闭).{0,6}(?:声|音)|(?:声音?|音乐|配乐|音量|bgm).{0,3}关(?:了|掉|闭|上)|无声|[别不](?:要)?出声',
  ),
  unmute: words(
    'unmute|(?<!no )sound (?:back|on(?! (?:the|my|this|clip)))|(?:bring|put|get|turn) (?:the )?(?:sound|audio|volume) back|(?:bring|get) back (?:the )?(?:sound|audio|volume)',
    '(?:音乐|配乐|bgm)还是要(?:的|吧|有|$)|还是要有?(?:背景)?(?:音乐|配乐|bgm)|取消.{0,8}静音|恢复.{0,8}声音|打开.{0,8}声音',
  ),
  louder: words(
    'louder|more volume|(?:double|triple) .{0,20}(?:volume|loudness|level)|too (?:quiet|soft)|(?<!half )as loud|\\+\\s?\\d{1,2}(?:\\.\\d)?\\s?(?:db|decibels?)|(?:up|add) .{0,12}\\d\\s?(?:db|decibels?)|(?:music|volume|sound|audio|bgm|song) (?:\\w+ )?up|can(?:no|.)?t (?:really |even |quite )?hear|can (?:hardly|barely) hear|(?:turn|crank|bump|pump) (?:.{0,30} )?up|raise|increase|boost',
    '(?<!太)大声|大(?:很|许)多|(?:音量|声音?).{0,4}[翻加大]1?倍|[升提加大高]了?\\s?\\d{1,2}(?:\\.\\d)?\\s?(?:db|分贝)|大一?[点些]声?|响一?[点些]?|提高|调高|[调开]大|增大|太[小轻]|听不[太]?[清见到]',
  ),
  quieter: words(
    'quieter|(?<!too )quiet(?! (?:music|songs?|piece|part))|too loud|(?:less|not (?:so|too|that|as)) loud|less (?:music|volume|sound)|softer|lower|(?:turn|tone|dial|bring) (?:.{0,30} )?down|down to (?=a |half|\\d{1,3}\\s?(?:%|percent))|drop .{0,30}(?:volume|level)|halve|reduce|decrease|half as loud|(?:music|volume|sound|audio|bgm|song) (?:\\w+ )?down|-\\s?\\d{1,2}(?:\\.\\d)?\\s?(?:db|decibels?)|(?:drop|cut|take|knock|down) .{0,24}\\d\\s?(?:db|decibels?)|drown(?:s|ing)? (?:out )?(?:everything|the)|over(?:powering|whelming|bearing)',
    '太响|吵|盖[过住]|太大|[降减小低弱]了?\\s?\\d{1,2}(?:\\.\\d)?\\s?(?:db|分贝)|(?:不要|别)(?:太|那么|这么)[大响]|(?<!太)小声|小声?(?:很|许)多|小一?[点些]声?|轻一?[点些]|降低|调低|[调关开放]小|减小|减半|减弱',
  ),
  volume: words('volume|loud(?:ness)?', '音量|响度'),

  // Where and when.
  all: words('all|every|each|both|entire|whole', '所有|全部|每|都|整个|各'),
  first: words(
    'first|opening',
    '第1(?!秒)|首个|头[一1]?[段个]|开头(?:的|那)?一?[段个]|开头的?(?:片段|镜头|画面|视频)|最前',
  ),
  last: words(
    '(?<!(?:titles?|captions?|text|it) )last|final',
    '最后|末尾|最末|结尾(?:的|那)?一?[段个]|结尾的?(?:片段|镜头|画面|视频)',
  ),
  start: words(
    '(?:at |to |from )?the (?:start|beginning|front|top of the video)|intro|opening|first|before everything',
    '开头|片头|开始|最前|首位|开场|打头|先放|第1(?!秒)|前面?[的那]{0,2}\\s?\\d|前面(?=.{0,3}[去剪删裁切])',
  ),
  end: words(
    '(?:at |to )?the (?:very )?(?:end(?:ing)?|back)|(?<!(?:titles?|captions?|text|it) )last|outro|end (?:credits?|card|title|screen)|closing|(?:end|finish|close) (?:(?:the |this |my )?(?:video|film|movie|it) )?(?:off )?with',
    '结尾|片尾|末尾|最后|结束|收尾|压轴|殿后',
  ),
  half: words('half|halves', '一半|[前后]半'),
  throughout: words(
    'throughout|the whole (?:video|time|film)|all the time|entire video|from start to end|until the end',
    '全程|一直|整个视频|从头到尾|始终',
  ),
  between: words('between', '之间|中间'),
  after: words('after|past|beyond|behind|following|from .{1,14} on(?:wards?)?(?! the)', '后面|之后|后边|[往以]后|秒后'),
  before: words('before|in front of', '前面|之前|前边|秒前(?!\\d)'),
  tail: words(
    '\\d{1,3}(?:[.:]\\d{1,3})?\\s?(?:s|secs?|seconds?)? (?:to|until|till|through) (?:the )?(?:very )?end',
    '\\d\\s?秒?[到至](?:结尾|最后|末尾|片尾)',
  ),
  over: words('label|over|on|across|onto|when|during|while|cover(?:ing)?', '标[上注]|上面?|时|盖[住在]|覆盖'),
  vanish: words('disappears?|vanish(?:es)?|leaves?|goes? away|ends?', '消失|不见|结束|收起|[收消撤]掉|不显示|藏起'),
  alike: words(
    '(?:as long|same (?:length|duration)|match(?:es|ing)? .{0,30}(?:length|duration)|(?:length|duration) .{0,9}match) .{0,40}',
    '一样长|同样长|等长|(?:长度|时长)(?:一样|相同|一致)',
  ),
  order: words('order|sequence|re-?order|rearrange|arrange', '顺序|排序|重新排'),
  duration: words('duration|length|long(?:er)?|run(?:ning)? ?time|lasts?(?= \\d)', '时长|长度|总长'),
  longer: words(
    'longer|lengthen|extend',
    '太短|长一?[点些]|[更再]长|延长|加长|久一?[点些]|[更再]久|(?:多|再)(?:留|停|显示|放)一?会儿?|多(?:停?留|停|显示|放|待)(?=\\s?[\\d.]+\\s?秒)',
  ),
  shorter: words(
    'shorter|\\d\\s?(?:s|secs?|seconds?) too long',
    '长了\\s?\\d|太长|剪短(?![到至成为])|短一?[点些]|短(?=\\d)|[更再]短',
  ),
  later: words('later|delay', '晚一?(?:[点些]|(?=\\d))|推迟|延后|往后推'),
  earlier: words('earlier|sooner', '早一?(?:[点些]|(?=\\d))|提前|提早'),
  duplicate: words(
    'duplicate|clone|copy|repeat|loop|(?:show|play|use|have) .{1,40}? (?:twice|(?:two|three|four|\\d) times|again)(?! (?:as|faster|slower))',
    '复制|拷贝|重复|循环|克隆|(?:放|播|出现|来)\\d[遍次]|再多?[放播][一\\d][遍次]',
  ),
  shuffle: words('shuffle|mix up|jumble|random(?:ly|i[sz]ed?)?', '打乱|随机|洗牌'),
  own: words('my|mine|own|uploaded|attached|i uploaded|i sent|i added', '我的|上传的?|我传的|自己的|附件'),
  bigger: words(
    'bigger|larger|enlarge|(?:as|times as) (?:big|large)|increase .{0,20}size|(?:double|triple|twice) (?:the |its )?size|too (?:small|tiny)|size (?:it )?up',
    '放大|增大|大(?:很|许)多|大(?:[一1]?[点些]|[一1]号)|更大|[变改弄调加]大(?!号)|大\\d{1,2}倍|太小',
  ),
  smaller: words(
    'smaller|shrink|(?:reduce|decrease) .{0,30}size|(?:too|(?:not|n.t be) (?:so|that)) (?:big|large|huge)|size (?:it )?down',
    '缩小|小(?:很|许)多|小(?:[一1]?[点些]|[一1]号)|更小|[变改弄调]小(?!号)|(?:不要|别)(?:太|那么|这么)大|太大',
  ),
  up: words('(?:move|shift|push|bring) .{0,30}up|higher|raise|lift', '往上|向上|上移|高一?[点些]'),
  down: words('(?:move|shift|push|bring) .{0,30}down|lower', '往下|向下|下移|低一?[点些]'),
  big: words('(?<!too |as |so |that )(?:big|large|huge|giant)', '大号|大字|很大|大大的|特大'),
  small: words('(?<!too )(?:small|tiny)', '小号|小字|很小'),
  fadeIn: words(
    'fad(?:e|es|ing) (?:it |the \\w+ )?in|fade-?in|from black|rise',
    '淡入|渐入|渐显|渐强|从黑|(?:慢慢|渐渐|逐渐)(?:地)?(?:出现|显示|浮现|显现|变亮|进来)',
  ),
  fadeOut: words(
    'fad(?:e|es|ing) (?:it |the \\w+ )?(?:in and )?out|fade-?out|fade(?:s|d)? (?:to|into) black|to black|fade away',
    '淡出|渐出|渐隐|渐弱|渐黑|到黑场|淡入淡出|(?:慢慢|渐渐|逐渐)(?:地)?(?:消失|收|变[小弱轻黑暗]|没|停)',
  ),
  both: words('in and out|in & out', '淡入淡出|淡入和淡出'),
  originalColor: words(
    '(?:original|normal|real|natural) colou?rs?|in (?:full )?colou?r|colou?rful again|back to colou?r|colou?r back',
    '原色|原来的(?:颜色|色彩)|恢复(?:颜色|色彩|彩色)|彩色|(?:保留|留着?)(?:颜色|色彩)|有(?:颜色|色彩)',
  ),
  color: words('colou?rs?', '颜色|色彩'),

  // Earlier edits, and what cannot be done.
  history: words(
    'undo|scrap|discard|forget|cancel|go back|revert|roll back|back|never ?mind|redo|re-?apply',
    '撤|退回|回退|恢复|复原|回到|还原|重做|取消|不要|不算|作废',
  ),
  playsBack: words(
    '(?:play|run|show).{0,40} (?:backwards?|in reverse(?! order)|reversed)|backwards?|rewind(?:ing)?|reverse (?:clip|it|the (?:clip|shot|video|footage|last|first))(?! order)',
    '倒放|倒着[放播]|反向播放|逆[放播]',
  ),
  light: words(
    'bright(?:er|en|ness)?|dark(?:er|en)|too dark|contrast|saturat(?:e|ed|ion)|exposure|vibran(?:t|ce)|highlights|shadows',
    '亮度|太[亮暗]|[调更变提]亮|亮一?[点些]|[调更变]暗|暗一?[点些]|对比度|饱和度|曝光|鲜艳',
  ),
  steady: words(
    'stabili[sz](?:e|ation|ing)|shaky|less shake|denoise|sharpen|upscale|4k',
    '防抖|稳定一?下?画面|降噪|锐化|超分|4k',
  ),
  spoken: words(
    'voice-?\\s?overs?|narrat(?:e|ion|or)|dub(?:bing)?|text to speech|read .{1,30}aloud|(?:auto|automatic) (?:captions|subtitles)|transcri(?:be|pt)',
    '旁白|解说|画外音|朗读|配音|念出|自动(?:生成)?字幕|语音',
  ),
  noise: words(
    'sound (?:effects?|fx)|sfx|(?:rain|wind|wave|ocean|sea|bird|city|traffic|crowd|thunder|fire|forest) (?:sounds?|noises?)|(?:sounds?|noises?) of (?!clip|the (?:last|first|second|third|\\d))',
    '音效|[雨风浪海鸟雷]声|(?:海浪|鸟叫|汽车|人群|掌|笑)声',
  ),
  zoom: words(
    '(?:(?:un)?zoom(?:ed|ing)?(?! out of)|punch in|magnify|(?:scale|blow) .{0,20}(?:up|down))|(?:closer|farther|larger|bigger|enlarge)(?=.{0,20}(?:picture|clip|shot|frame))|(?:make|enlarge) (?:the )?(?:picture|clip \\d{1,2}|shot) (?:bigger|larger|smaller)',
    '缩放|推近|拉近|拉远|放大|缩小',
  ),
  turn: words(
    'un-?rotate|rotat(?:e|ed|es|ing|ion)|upside[- ]down|(?:turn|spin) (?:.{1,20} )?(?:\\d{1,3} ?(?:°|deg|degrees?)|sideways|(?:counter|anti)?-?clockwise|to the (?:left|right)|on its side)|\\d{1,3} ?(?:°|degrees)',
    '旋转|转\\s?\\d{1,3}\\s?(?:度|°)|[顺逆]时针|上下颠倒|[转摆]正|[左右]转(?!场)',
  ),
  mirror: words(
    '(?:un)?mirror(?:ed|ing)?|unflip|flip(?:ped|ping)?(?! (?:the )?order)(?! .{1,20}(?:around|round)\\b)(?!.{0,30}\\bto (?:vertical|portrait|landscape|square)\\b)',
    '镜像|翻转|(?:左右|上下|水平|垂直)(?:反|翻|对调|颠倒)(?!过来播)',
  ),
  unframed: words(
    '(?:back to )?(?:normal|usual|original) (?:size|zoom|framing|orientation)|un(?:zoom|rotate|mirror|flip)|reset',
    '恢复|还原|原来的?(?:大小|方向)|正常大小|不要|[转摆]正',
  ),
  framing: words(
    'crop(?:ping)?(?! .{0,30}(?:square|vertical|portrait|landscape|\\d:\\d|\\d\\s?s|seconds?))|tilt|pan(?:ning)?|ken burns|transparent|opacity',
    '裁[掉去]?画面|平移|摇镜|透明',
  ),
  blur: words(
    'blur(?:red|ry)?|bokeh|(?:remove|change|replace) the background(?! (?:music|track|song|sound))|green ?screen|cut out the (?:person|dog|cat|subject)|remove the (?:person|people|object|watermark)',
    '虚化|模糊|打码|马赛克|抠[像图]|绿幕|换背景(?!音)|去水印',
  ),
  overlay: words(
    'logos?|watermark|stickers?|emojis?|overlay (?:a|the|my) (?:picture|photo|image|clip|video)|picture[- ]in[- ]picture|pip|split[- ]?screen|side by side|collage|border|frame around',
    'logo|水印|贴纸|表情|画中画|分屏|边框|拼图',
  ),
  lettering: words(
    'bold(?:er)?|italics?|fonts?|arial|helvetica|comic sans|times new roman|serif|cursive|handwrit(?:ten|ing)|capitals?|upper-?case|all caps|typeface|underlin(?:e|ed)|outlines?|drop shadow|shadow|glow|animat(?:e|ed|ion)|typewriter|bounc(?:e|y)|background box',
    '加?粗|斜体|字体|[宋黑楷隶]体|仿宋|雅黑|手写体|艺术字|下划线|描边|阴影|发光|动画|打字机|弹跳',
  ),
  style: words(
    'vintage|retro|old(?:-fashioned)?|film grain|grainy|cartoon|anime|sketch|comic|glitch|vhs|cyberpunk|cinematic look|lut',
    '复古|胶片|卡通|动漫|漫画|素描|故障风|赛博',
  ),
  tint: words('(?:to|from|into) (?:white|red|blue|green|yellow|gr[ae]y)', '[到成从为]?(?:白|红|蓝|绿|黄|灰)[色场]'),
} as const;

export type Word = keyof typeof lexicon;
