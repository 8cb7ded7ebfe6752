const seeBalance = 'show|check|view|see|show me|tell me|look up|check on|let me see|let me know';
const see = `${seeBalance}|display|list|look at|give me|get|take a look at`;
const chineseSee =
  '查|查看|查询|看|看看|显示|列出|查查|看下|看一下|查一下|查下|告诉我|给我看|给我看看|查询一下|查看一下|显示一下|看看我';

/** Questions that the app answers by itself: the balance, and what is on the timeline. See `grammar.ts`. */
export const questionRules = {
  credits: [
    ['|<my>', '<balance>', '|left|remaining|available|now|status|balance|check|query|inquiry|amount|count|overview'],
    [seeBalance, '|<my>', '<balance-bare>', '|left|remaining|available'],
    [seeBalance, '|me', 'the', '<balance-one>|remaining credits|credits left|credits i have|credits i have left'],
    [
      'whats|what is|what are|wheres|where is|hows|how is',
      'my|the|our',
      '|current|remaining|available',
      '<balance-bare>',
      '|now|at|left|like',
    ],
    [
      'how many|how much',
      'credits|credit',
      '|<have>',
      '|left|remaining|available|now|in total|in my account|on my account|over',
    ],
    ['how much|how many', 'credits|credit', 'is|are|is there|are there', '|still', '|left|remaining|available'],
    [
      'do i|do we|do i still|have i|have we|have i still',
      '|have|still have|got',
      '|enough|any|some|more|sufficient',
      'credits|credit',
      '|left|remaining',
      '|<credits-for>',
    ],
    ['are there|are', '|enough|any|my', 'credits', '|left|remaining|available|enough|sufficient'],
    ['am i|are we', '|running', 'out of|low on|nearly out of|almost out of', 'credits'],
    ['whats left|what is left|how much is left', 'of|on|in', 'my', '<balance-bare>|account'],
    ['|<who-zh>', '<balance-zh>', '|<balance-how-zh>'],
    [chineseSee, '|一下|下', '|<who-zh>', '|还有|还剩|剩|有|剩下', '|多少|几个', '<balance-zh>', '|<balance-how-zh>'],
    [
      '|<who-zh>',
      '还有|还剩|有|剩|剩下|还剩下|剩余|一共有|总共有',
      '多少|几个|几',
      '<balance-zh>',
      '|可用|可以用|能用|了',
    ],
    ['|<who-zh>', '还有|有|有没有|还有没有|还剩', '|足够的|够的|足够', '<balance-zh>', '吗|么|没|没有|'],
    [
      '|<who-zh>',
      '|一共|总共|已经',
      '用了|花了|消耗了|已用|扣了|用掉了|花掉了|用掉|花掉',
      '多少',
      '<balance-zh>',
      '|了',
    ],
    ['多少', '<balance-zh>', '|了'],
    ['<balance-zh>|<who-zh> <balance-zh>', '|还', '够我|够', '用', '吗|么|不'],
  ],
  my: [
    [
      'my|current|remaining|available|my remaining|my current|my available|our|account|my account|total|the current|the remaining',
    ],
  ],
  balance: [['credit|<balance-bare>']],
  'balance-bare': [['credits|<balance-one>']],
  'balance-one': [['balance|credit balance|credits balance|account balance|remaining balance']],
  have: [
    [
      'do i|do we|have i|can i|can we|i|we|did i',
      '|still|currently|now',
      'have|got|own|use|spend|have left|have i got|used|spent|use up',
    ],
    ['are left|are remaining|remain|are available|is left|left over|are there|do i still have|i have'],
  ],
  'credits-for': [
    [
      'for',
      'this|that|it|a video|another video|another clip|a new clip|an edit|another edit|one more|the export|a new video|more edits',
    ],
    [
      'to',
      'continue|go on|export|edit|make a video|make another video|generate a clip|generate a video|generate another clip|keep going',
    ],
  ],
  'who-zh': [
    [
      '我|我的|我们|我们的|你|账户|账号|帐号|我账户|我账号|账户里|账号里|现在|目前|当前|剩余|剩余的|剩下的|可用|可用的|还|里|的',
      '|<who-zh>',
    ],
  ],
  'balance-zh': [['积分|余额|积分余额|账户余额|账号余额|点数|额度|积分额度|可用积分|credits|credit|积分数']],
  'balance-how-zh': [
    [
      '|还|现在|目前|一共|总共',
      '有|剩|剩下|剩余|是|够|够用|足够|用完|用光|花完|不够|不足|充足',
      '|多少|几|吗|么|不够|没|没有|了吗|了没|了没有|的吗|不',
    ],
    [
      '够吗|够不够|够用吗|够不够用|还够吗|还够不够|还够用吗|还够不够用|足够吗|够么|有多少|剩多少|还有吗|还有没有|多少|多少了|剩几个',
    ],
    ['查询|查看|查一下|查询一下|查查|情况|怎么样|余量|明细查询|余额|剩余|还剩|剩余多少|剩下多少|还剩余多少|是多少'],
  ],

  state: [
    ['|<state-of>', 'status|state|progress', '|<of-video>', '|update|check|report|overview'],
    ['status|progress', 'update|check|report', '|<of-video>'],
    [
      see,
      '|me|us',
      '|<all-of>',
      '<state-of> tracks|tracks|timeline|<state-of> timeline|<state-of> status|status|<state-of> state|progress|track list|tracks list|list of tracks',
      '|<of-video>|on the timeline|i have|we have',
    ],
    [
      'give me|get me|get|i need',
      '|a|an|the',
      '|quick|short|current',
      'status|status update|update|progress update|status report|progress report',
      '|<of-video>|on my video|on the video|on this',
    ],
    ['whats|what is|hows|how is', '|the|my|our', '|<state-of>', 'status|state|progress', '|<of-video>|like|looking'],
    ['what|which|how many', 'tracks|track|layers of tracks', '|<tracks-there>'],
    [
      'whats|what is|what do i have|what do we have|what have i got|what is there',
      '|currently|now',
      'on|in',
      '|the|my',
      'timeline|tracks',
    ],
    [
      'what do i have|what do we have|what have we got|what have you done|what has been done|whats done|what is done',
      'so far',
    ],
    [
      'hows|how is',
      '|my|the|this',
      'video|edit|project|clip|film|render|export',
      'going|doing|coming along|coming|progressing',
    ],
    ['how far', 'along', '|is|are', 'it|you|we|my video|the video'],
    [
      'is|are',
      '|it|my video|the video|everything|the edit|you|the clip|this|we|my clip|my edit|the film',
      'done|ready|finished|complete|completed|ready yet|ready to export|ready for export|there yet',
    ],
    [see, '|me', 'what|which', 'tracks', '<tracks-there>'],
    ['any', 'progress|news|update|updates'],
    ['wheres|where is', 'my', '|finished|final', 'video|clip|film|edit'],
    ['|the|my', 'tracks|timeline|track list|tracks list|list of tracks'],
    ['<state-about-zh>|', '有|都有|有了', '哪些|什么|多少|几条|几个|多少条|哪几条|几|多少个', '<tracks-zh>', '|了'],
    [
      '<tracks-zh>|时间线|时间轴',
      '|上|里|里面|上面|中',
      '|现在|目前|都|一共|总共',
      '有|是|包含',
      '|些',
      '什么|哪些|啥|哪些内容|什么内容|什么东西|几条|多少|多少条|几个',
    ],
    ['<tracks-zh>|时间线|时间轴', '列表|情况|内容|一览|清单'],
    ['|<state-about-zh>', '|的', '<state-zh>', '|<state-how-zh>'],
    ['|<state-about-zh>', '是|', '什么|怎样的|啥', '状态|进度|情况'],
    [
      chineseSee,
      '|一下|下',
      '|<state-about-zh>',
      '|的',
      '<state-zh>|<tracks-zh>|时间线|时间轴',
      '|<state-how-zh>|列表|情况|怎么样',
    ],
    [`|${chineseSee}`, '|<state-about-zh>', '有', '哪些|什么|几条|多少', '<tracks-zh>'],
    [
      '|<state-about-zh>|它|成片',
      '|已经|都',
      '做好|完成|剪好|好|做完|生成好|弄好|处理好|准备好|搞定|剪完|生成完|改好|制作好|渲染好|弄完|生成',
      '了吗|了没|了没有|没有|了么|没|了吗现在',
    ],
    [
      '|<state-about-zh>|它',
      '|做|进行|剪|处理|弄|生成|制作',
      '到哪了|到哪里了|到哪一步了|得怎么样了|怎么样了|得怎样了|得如何了',
    ],
  ],
  'state-of': [['<state-word>', '|<state-of>']],
  'state-word': [
    [
      'the|my|our|this|current|latest|project|video|timeline|edit|draft|clip|present|export|render|overall|all|film|job|task',
    ],
  ],
  'of-video': [
    [
      'of|on|for|with',
      '|the|my|this|our|all|all the',
      '|current',
      'video|project|timeline|edit|clip|draft|tracks|film|cut|it|everything|export|render',
    ],
  ],
  'all-of': [
    [
      'all|the|my|all the|all my|all of the|all of my|all tracks and|me the|current|me all|the list of|every|me my|our|the full',
    ],
  ],
  'tracks-there': [
    [
      '|do|does|are|is|have|has|can',
      '|i|we|there|it|you|my video|the video|the timeline|this|my timeline|my project|the project',
      '|have|got|there|see|contain|exist',
      '|<of-place>',
    ],
    ['are|is', 'on|in', '|the|my', 'timeline|video|project'],
  ],
  'of-place': [['on|in', '|the|my|this', 'timeline|video|project|edit']],
  'state-about-zh': [
    [
      '我|我的|视频|影片|项目|专案|当前|目前|现在|任务|工程|制作|生成|剪辑|时间线|时间轴|导出|渲染|片子|整个|这个|作品|全部|所有|里|里面|上|中|的|都|最新|一共|总共|到底',
      '|<state-about-zh>',
    ],
  ],
  'state-zh': [['状态|进度|进展|状况|制作情况|处理情况|时间线状态|状态信息']],
  'state-how-zh': [
    [
      '怎么样|如何|怎样|是什么|到哪了|到哪里了|怎么样了|如何了|咋样|咋样了|是多少|多少|情况|查询|是怎样的|是啥|怎么样啦|查看',
    ],
  ],
  'tracks-zh': [['轨道|音轨|视频轨|音频轨|轨|轨道数|全部轨道|所有轨道']],
} as const;
