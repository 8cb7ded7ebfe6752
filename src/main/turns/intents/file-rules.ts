const namedEditors =
  'premiere|premiere pro|adobe premiere|final cut|final cut pro|fcp|fcpx|resolve|davinci|davinci resolve|达芬奇';
const editors = `another editor|another program|another app|other editors|a different editor|${namedEditors}`;
const chineseEditors = `其他剪辑软件|其他软件|别的软件|别的剪辑软件|另一个软件|${namedEditors}`;
const timelines = 'fcpxml|xml|otio|opentimelineio';

/** Requests to bring files in, and to take the project to another program. See `grammar.ts`. */
export const fileRules = {
  upload: [
    ['upload', '|<upload-things>', '|<from-computer>'],
    [
      'upload',
      'something|media|some media|my media|from my computer|files from my computer|more|another one|one more|here|stuff|my stuff',
    ],
    ['start|begin', '|an|the|my', 'upload|uploading'],
    [
      'import|attach',
      '|<upload-det>',
      '|media|video|local|audio|own',
      'file|files|clip|clips|footage|photo|photos|picture|pictures|video|videos',
      '|<from-computer>',
    ],
    [
      'add|choose|pick|select|browse|browse for',
      '|some|my|my own|more|a|the',
      '|own|media|local|video',
      'file|files',
      '|<from-computer>',
    ],
    ['|i|ive|i have|we have', 'got|have|', '<upload-things>', 'to upload'],
    ['<uploading-zh>', '|一下|点|一点|些'],
    ['<uploading-zh>', '|一下|点|一点|些', '|<upload-which-zh>', '<upload-thing-zh>'],
    ['<from-computer-zh>', '<uploading-zh>'],
    ['<from-computer-zh>', '<uploading-zh>', '|<upload-which-zh>', '<upload-thing-zh>'],
    ['本地', '<uploading-zh>'],
    ['开始|继续', '<uploading-zh>'],
    ['开始|继续', '<uploading-zh>', '|<upload-which-zh>', '<upload-thing-zh>'],
    ['添加|选择|加|加个', '|<upload-which-zh>', '文件|附件|本地文件|本地素材|我的素材|本地视频'],
    ['把', '<upload-which-zh>', '<upload-thing-zh>', '上传|传上来|传上去|上传上来'],
    ['|我|我这里|我这边', '有', '|<upload-which-zh>', '<upload-thing-zh>', '|需要|想', '要上传|上传|需要上传'],
  ],
  'upload-det': [
    [
      'a|an|my|some|my own|another|more|new|a new|one of my|several|a few|a couple of|multiple|many|a bunch of|some more|some new|a couple|all my',
    ],
    ['one|two|three|four|five|six|seven|eight|nine|ten|#count', '|more|of my|new|other|different'],
  ],
  'upload-things': [
    [
      '|<upload-det>',
      '|own|raw|local|short|new|other|mp4|media|audio|video|music|image|photo|mp3',
      'video|videos|clip|clips|file|files|footage|photo|photos|picture|pictures|image|images|music|song|songs|audio|mp4|recording|recordings|material|materials|material files|track of music|pics|pic|vids|vid',
    ],
  ],
  'from-computer': [
    [
      'from|off',
      '|my|the',
      'computer|desktop|disk|phone|device|pc|laptop|hard drive|gallery|mac|camera|camera roll|drive|downloads',
    ],
  ],
  'from-computer-zh': [['从|用', '|我的', '本地|电脑|电脑里|手机|桌面|硬盘|电脑上']],
  'uploading-zh': [['上传|导入|上载|汇入']],
  'upload-which-zh': [
    [
      '一|两|二|三|四|五|六|七|八|九|十|几|多|一些|若干|#count|个|段|张|条|首|份|支|部|些|我的|自己的|本地|本地的|新的|新|手机里的|电脑里的|电脑上的|我|更多|其他|另一|别的|多个|拍的|自己',
      '|<upload-which-zh>',
    ],
  ],
  'upload-thing-zh': [
    [
      '视频|影片|文件|素材|图片|照片|音乐|音频|素材文件|视频片段|片段|音频文件|图|相片|档案|录音|歌|歌曲|视频文件|视频素材|图片素材|短片|录像|媒体文件|东西|资料|mp4|mp3',
    ],
  ],

  // Beyond the contract's table: whole phrases that can only mean a project for another program.
  interchange: [
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
} as const;
