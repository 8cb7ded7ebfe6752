/** Requests for the video as a file: what is wanted, how the file should be, where it should go. See `grammar.ts`. */
export const exportRules = {
  export: [
    ['<exporting>', '|<object>', '|<manners>'],
    ['<saving>', '<object>|<manners>', '|<manners>'],
    ['render', '|<object>', '|<manners>'],
    ['save'],
    [
      'start|begin|run|do|try|launch|trigger|proceed with|go ahead with|continue with|proceed to|retry|repeat|redo|make',
      '|the|an|my|a|this|another',
      '|final|video',
      'export|download|render|exporting|rendering|downloading',
      '|<object>|of <object>',
      '|<manners>',
    ],
    [
      'click|press|hit|tap|push|use',
      '|on',
      '|the',
      'export|download|export button|download button|render|render button',
      '|<manners>',
    ],
    [
      '|its|it is|this is|we are|were|all|everything is|everythings|the video is|my video is|video is|got it',
      'ready',
      '|now',
      'to|for|for the',
      'export|download|be exported|be downloaded|exporting|render|rendering|be rendered|final export',
      '|<object>',
      '|<manners>',
    ],
    ['<handing>', '|over', '<the-video>', '|over', '|<manners>'],
    ['have|get|receive|grab', '|back', '<the-video>', '|<manners>'],
    [
      'i|we|id',
      'want|need|would like|like to have|like to get|want to have|want to get|just want|just need|only want',
      '|to have|to get',
      '<the-video>',
      '|<manners>',
    ],
    ['id like', '<the-video>', '|<manners>'],
    ['export', 'a|an', '<video>', '|file', '|<manners>'],
    ['send|give|email|hand', '|over', 'it|this', '|over', 'to me|me', '|<manners>'],
    ['send', 'it|the video|video|<the-video>', '|over|here|back', '|to me', '|<manners>'],
    ['give it to me|send me it|hand it over|can i have it|let me have it|get it to me', '|<manners>'],
    ['export', '<forms>', '<object>', '|<manners>'],
    ['mp4|the mp4|the mp4 file|my mp4|download link|the download link|video download|video export|final export'],
    ['<doing-zh>', '|<rest-zh>'],
    ['<storing-zh>', '<rest-zh>'],
    ['<before-zh>', '|<again-zh>', '<doing-zh>|<storing-zh>|渲染', '|<rest-zh>'],
    ['<again-zh>', '<doing-zh>|<storing-zh>', '|<rest-zh>'],
    ['可以|能|该|要|准备|准备好|是时候|已经可以|差不多可以|随时可以|可以准备', '<doing-zh>|出片', '|<rest-zh>', '了'],
    ['|把|将', '<object-zh>', '<to-me-zh>', '|<rest-zh>'],
    [
      '发我|发给我|传给我|传我|发过来|传过来|给我发过来|给我传过来|发送给我|发我一份|发给我一份|发给我看看',
      '|<forms-zh>',
    ],
    [
      '发|发送|传|给|拿|发一下',
      '我',
      '|一下|一份',
      '|<forms-zh>',
      '最终的视频|最终视频|成片|成品|最终版|mp4|视频文件|mp4文件|下载链接|完整视频|链接|视频链接|成品视频|最终影片',
    ],
    ['发|发送|传', '我', '|一下|一份', '|最终|最终的|我的|完整的|做好的|<forms-zh>', '视频|影片|片子|文件'],
    ['最终|要|想要|需要', '成片|成品|最终视频|最终版视频|mp4文件'],
    ['点击|点|按|按下', '导出|下载|汇出', '|按钮|键'],
    ['出片|出成片|视频导出|视频下载|影片汇出|影片下载|视频保存'],
  ],

  exporting: [
    [
      'export|download|re export|reexport|redownload|re download|rerender|re render|export and download|export and save|download and save|save and export|export download|render and export|render and download',
    ],
  ],
  saving: [['save|output|store|render out|export out']],
  handing: [['send me|give me|get me|hand me|pass me|send|give|hand|email me']],

  'the-video': [
    ['the|my|our', '|<adjectives>', '|<forms>', '<video>', '|file|files|back'],
    ['the|my', '|<adjectives>', '<forms>', '|version|one|copy'],
    ['|a|an|the|my', '|download|share', 'link', '|to|for', '|the|my', '|video'],
    ['an|the|my', '|final|finished', 'mp4|mp4 file|mp4 video'],
    ['final|finished', '<video>'],
  ],
  object: [
    ['it|this|that|mine|everything|all|all of it|it all|this one|that one|a copy|the lot'],
    ['|<det>', '|<adjectives>', '|<forms>', '<video>', '|file|files|version|clip'],
    [
      '|<det>',
      'final|finished|current|latest|finished and final|full|complete',
      'version|cut|result|one|copy|product|edit',
    ],
    ['|<det>|a|an', '|<adjectives>', '<forms>', '|<video>|version|copy|one|export|render'],
  ],
  det: [['the|my|this|that|our|its|the whole|the entire|my whole|all of the|all my|your']],
  adjectives: [
    [
      'final|finished|complete|completed|full|whole|entire|current|latest|new|resulting|edited|generated|rendered|exported|ready|updated|present|made|created',
      '|<adjectives>',
    ],
  ],
  video: [
    [
      'video|videos|clip|movie|film|file|mp4|result|edit|cut|vid|final cut|draft|reel|short|montage|trailer|teaser|animation|slideshow|vlog|master',
    ],
  ],

  manners: [['<manner>', '|<manners>']],
  manner: [
    ['as|to|in|into|at|with|using|for|and as|but in|but as', '<forms>'],
    ['<forms>'],
    ['to|on|onto|in|into|at|under', '<place>'],
    [
      'locally|somewhere|to file|to a file|to disk|as a file|as file|as a video|as video|to video|as one file|as a copy|here',
    ],
    ['again|once more|one more time|another time|a second time|anew|one last time|twice'],
    ['now|right now|right away|immediately|already|straight away|please|then'],
    ['under|below|less than|smaller than|at most|max|within', '#bytes|#count mb|#pixels mb|#count gb'],
    [
      'for me|to me|with sound|as is|as it is|like this|like that|when ready|when done|when its done|when its ready|when youre done|when finished|once its done|once its ready',
    ],
  ],
  /** How the file should be. */
  forms: [['<form>', '|and|with|at|in|as|by', '|<forms>']],
  form: [
    ['|a|an|the|its', '<format>', '|file|video|format|movie|container|video file|format file|clip'],
    [
      '|a|an|the|its|it',
      '<grade>',
      '|mp4|video|possible|available|picture|image',
      'quality|resolution|definition|res|bitrate|def|res version|size|resolution version',
      '|possible|available|there is|you can',
    ],
    ['|a|the', 'file|video file|video format'],
    ['|a|the', '<sizes>', '|resolution|quality|video|res|mode|version|format|pixels'],
  ],
  format: [['mp4|mp 4|mpeg4|mpeg 4|<other-format>']],
  grade: [['<own-grade>|<other-grade>']],
  'own-grade': [
    ['high|highest|best|max|maximum|top|good|great|very high|the best|the highest|highest possible|best possible'],
  ],
  sizes: [
    [
      '#size|#pixels p|#pixels px|#pixels pixels|#pixels by #pixels|#pixels x #pixels|#pixels #pixels|#size #rate|#rate fps|#rate frames|#rate hz',
      '|and|at',
      '|<sizes>',
    ],
    [
      'hd|full hd|fullhd|fhd|uhd|ultra hd|qhd|hdr|sdr|hi res|high res|low res|hires|high def|high definition|#size hd|#size uhd|lossless|uncompressed|standard definition',
    ],
  ],
  place: [
    [
      '|my|the|this|a|your',
      '|local|external|own',
      'computer|pc|mac|laptop|desktop|disk|drive|hard drive|downloads|downloads folder|download folder|folder|documents|documents folder|usb|usb stick|usb drive|phone|camera roll|gallery|device|machine|movies folder|videos folder|videos|movies|harddrive|local disk|local drive|ssd|d drive|c drive|desktop folder|home folder|pictures',
    ],
    [
      '本地|电脑|我的电脑|桌面|硬盘|硬碟|本机|下载文件夹|文件夹|资料夹|磁盘|本地磁盘|d盘|c盘|e盘|u盘|手机|相册|相簿|手机相册|本地文件夹|本地电脑|移动硬盘|下载目录|目录|电脑桌面|我的桌面|我电脑|我的文件夹|我的手机|本地硬盘|电脑里|下载夹|移动硬碟',
    ],
  ],
  /** What the contract's one kind of output (MP4, high quality, the draft's own size) does not have. */
  'other-form': [
    ['<other-format>'],
    ['<other-grade>', '|mp4|video', 'quality|resolution|definition|res|bitrate|def|size'],
    ['<sizes>|#bytes'],
    ['<other-form-zh>'],
  ],
  'other-format': [
    [
      'mov|avi|webm|mkv|gif|animated gif|m4v|wmv|flv|mpeg|mpg|prores|pro res|h264|h265|h 264|h 265|x264|x265|hevc|avc|av1|vp9|mp3|wav|quicktime|ogg|m4a|aac|apple prores|mpeg2|3gp|动图',
    ],
  ],
  'other-grade': [
    [
      'full|low|lower|lowest|small|smaller|smallest|medium|standard|original|native|ultra|minimum|web|4k|1080p|720p|normal|draft|cinema|highest possible|lossless|source|same|higher',
    ],
  ],

  'doing-zh': [
    [
      '导出|汇出|下载|渲染|输出|保存|导出来|下载下来|保存下来|存下来|渲染出来|输出来|导出并下载|导出并保存|下载并保存|导出下载|渲染导出|渲染输出|渲染并导出|保存导出|export|download',
    ],
  ],
  'storing-zh': [['存|导|另存|储存|转存|转成|存成|导成|储存下来']],
  'again-zh': [
    ['重新|再|再次|重|直接|一键|立即|开始|马上|继续|正式|现在|立刻|尝试|试试|试着|再试试|请求|执行|进行|需要|确认'],
  ],
  'before-zh': [
    ['用|以|按|按照|选|选择|要', '<forms-zh>', '|的', '|格式|形式|方式|标准|来'],
    ['把|将|', '<object-zh>', '|都|给我|帮我|全部|也|用 <forms-zh>|以 <forms-zh>|按 <forms-zh>'],
  ],
  'to-me-zh': [
    [
      '发我|发给我|给我|传给我|传我|拿给我|发过来|传过来|给我发过来|给我传过来|发给我看看|给我发来|发来|交给我|发送给我|发到我这|发我一下|发我一份|给我一份',
    ],
  ],
  'object-zh': [
    [
      '|<which-zh>',
      '视频|影片|片子|成片|文件|作品|成品|短片|短视频|mp4|视频文件|结果|全片|最终版|成品视频|片|动画|完成版|最终版本|档案|它|这个|这个视频|整个视频|整部片子|最终结果|宣传片|vlog|最终成片|最终成品|预告片|版本',
    ],
  ],
  'which-zh': [
    [
      '我的|这个|这条|这部|这支|该|整个|最终|最终的|最后的|完整|完整的|全部|所有|当前|当前的|现在的|刚才的|做好的|新的|整条|整部|剪好的|生成的|完成的|剪辑好的|编辑好的|你做的|最新|最新的|成品|的|<forms-zh>',
      '|<which-zh>',
    ],
  ],
  'rest-zh': [['<rest-one-zh>', '|<rest-zh>']],
  'rest-one-zh': [
    [
      '一下|一遍|一次|一份|一个|出来|下来|给我|发我|发给我|个|到|至|为|成|成为|为一个|成一个|来|试试|看看|一版|并下载|并保存|然后下载|并发给我|个版本|的版本',
    ],
    ['<forms-zh>', '|的'],
    ['<object-zh>'],
    ['到|至|在|往|进|去|入', '<place>', '|里|上|中|里面|上面|下|内|中去'],
    ['用|以|按|选|要', '<forms-zh>'],
  ],
  'forms-zh': [['<form-zh>', '|的|和|且', '|<forms-zh>']],
  'form-zh': [['<own-form-zh>|<other-form-zh>']],
  'own-form-zh': [
    ['mp4', '格式|文件格式'],
    [
      'mp4|mp4视频|mp4文件|mp4格式|mp4格式的视频|高画质|高质量|最高画质|最佳画质|最好画质|最高质量|高品质|最高品质|最佳质量|最好的画质|最高的画质|最好的质量|最好质量|最高清晰度|高清晰度|最佳品质|高画质版|高质量版',
    ],
  ],
  'other-form-zh': [
    [
      '#size|#pixels p|#pixels x #pixels|#pixels 乘 #pixels|#pixels 乘以 #pixels|#pixels #pixels|#rate 帧|#rate fps|每秒 #rate 帧',
      '|分辨率|画质|清晰度|格式|高清|超清|解析度|画面|品质|版|版本|hd|质量|的分辨率|的画质|的清晰度',
    ],
    ['<other-format>', '|格式|文件|视频|编码|格式文件|格式视频'],
    [
      '高清|超清|超高清|全高清|标清|蓝光|最高清|无损|原画|原画质|高分辨率|最高分辨率|高码率|低画质|低清|原始分辨率|原分辨率|原尺寸|hd|full hd|uhd|fhd|高清版|超清版|高清格式|高清画质|超清画质|低质量|低分辨率|小文件|中等画质|标准画质|流畅|原始画质|原始质量|原质量|最大分辨率|高解析度|高帧率|高清晰|中画质|2倍|压缩版|高清mp4|全高清画质|蓝光画质',
    ],
  ],
} as const;
