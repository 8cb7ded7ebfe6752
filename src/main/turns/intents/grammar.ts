import { exportRules } from './export-rules.ts';
import { fileRules } from './file-rules.ts';
import { questionRules } from './question-rules.ts';

/**
 * A phrase as slots in a row. `|` parts the phrases for a slot, and an empty one makes the slot optional; in a phrase `<name>` is
 * another rule and `#name` a class of words. A rule that repeats itself does so behind a word, never as its first step.
 */
export type Pattern = readonly string[];

/** In this order: what is a project for another program is no export of the video. */
export const localRoutes = ['interchange', 'export', 'credits', 'state', 'upload'] as const;

/** Words that are known by their form: `1080p60`, `4k`, `1920x1080`, `60fps`; and bare numbers of pixels or pieces. */
export const wordClasses: Readonly<Record<string, RegExp>> = {
  '#size':
    /^(?:\d{3,4}[pi](?:\d{2,3})?(?:fps)?|\d{1,2}k(?:\d{2,3})?|\d{3,4}x\d{3,4}p?|\d{2,3}fps|480|540|720|1080|1440|2160|4320)$/,
  '#pixels': /^\d{3,4}$/,
  '#rate': /^(?:24|25|30|48|50|60|90|100|120)$/,
  '#count': /^\d{1,2}$/,
  '#bytes': /^\d{1,4}[mg]b$/,
};

/**
 * What the app carries out by itself (wire contract: "What the user says, what the app does"), and the words around it. Only what
 * can mean nothing else belongs here: `show credits` asks for the balance, `add credits` is an edit, and `upload this video` may
 * mean publishing it. How something is done (`how do I export?`) is a question, no request. Chinese is written in simplified characters.
 */
export const intentRules = {
  ...exportRules,
  ...questionRules,
  ...fileRules,

  leads: [['<lead>', '|<leads>']],
  /** Before a request to export stands agreement, too. */
  'export-leads': [['<lead>|<agreement>', '|<export-leads>']],
  lead: [
    [
      'please|pls|plz|kindly|just|now|ok|okay|hi|hello|hey|hi there|hey there|hello there|thanks|thank you|great|perfect|so|well|then|and|hmm|um|oh',
    ],
    ['can|could|would|will|may|shall|should', 'you|i|we', '|please|just|also|now'],
    [
      'let me|lets|let us|help me|help me to|let me just|lets just|lets go ahead and|lets now|can you help me|could you help me',
    ],
    [
      'i|we',
      'want|need|would like|would love|just want|just need|have|am going|am ready|am trying|wish|also want',
      '|you',
      'to',
    ],
    ['id like|id love|id just like|im going|im ready|im trying|we are going|we are ready|id like you', 'to'],
    ['i wanna|wanna|i will|ill|i gotta|i have got to'],
    [
      'go ahead and|go on and|time to|its time to|try to|feel free to|we can|you can|you may|you can now|i think we can|i think you can',
    ],
    ['make sure to|dont forget to|be so kind and|do|would you mind|is it possible to|i guess|i think|gonna|going to'],
    [
      '请|请你|请您|请帮我|请问|帮我|帮忙|帮|麻烦|麻烦你|麻烦您|劳驾|给我|替我|让我|拜托|拜托你|辛苦|辛苦你|帮我们|为我|你帮我|您帮我',
    ],
    [
      '我|我们|咱们|我想|我要|我想要|我需要|我来|想|要|你|您|你好|您好|嗨|哈喽|亲|我准备|准备|打算|我打算|希望|我希望|我想让你|想让你|我想看看|需要',
    ],
    [
      '好|好的|好了|行|嗯|嗯嗯|那|那就|就|那么|然后|接下来|接着|最后|先|再|现在|现在就|这就|直接|马上|立即|立刻|尽快|快|赶紧|赶快|快点|一键',
    ],
    [
      '可以|可以帮我|能|能不能|可不可以|能否|可否|能帮我|能不能帮我|可不可以帮我|谢谢|感谢|你能|你可以|您能|您可以|是时候|对|是的|没错',
    ],
  ],
  tails: [['<tail>', '|<tails>']],
  tail: [
    [
      'please|pls|plz|now|right now|right away|immediately|asap|as soon as possible|then|for me|ok|okay|today|already|yet|again|once more|first',
    ],
    [
      'thanks|thank you|thx|ty|thanks a lot|thank you very much|thank you so much|cheers|many thanks|thanks in advance|much appreciated',
    ],
    [
      'if you can|if possible|if you dont mind|if thats ok|when you can|when ready|when youre ready|whenever youre ready|when its done|when its ready',
    ],
    [
      'would you|will you|can you|could you|thats all|thats it|dear|buddy|bro|man|mate|guys|friend|so far|at the moment|currently',
    ],
    ['吧|谢谢|谢谢你|谢谢您|谢谢啦|多谢|谢啦|谢了|感谢|非常感谢|万分感谢|啊|呀|哦|啦|呢|嘛|呗|哈|哟|吗|么|咯|喽|吧吧'],
    [
      '一下|一下吧|好吗|好么|可以吗|可以么|行吗|行么|成吗|好不好|行不行|可以不|可不可以|麻烦了|麻烦你了|辛苦了|辛苦啦|拜托|拜托了',
    ],
    ['现在|好了|马上|立即|立刻|尽快|快点|就行|就可以|就好|即可|就可以了|就行了|就好了|先|亲'],
  ],

  agreement: [
    [
      '|<agreed-thing>',
      '|all|really|already|now|just',
      'looks|look|is|s|sounds|seems|feels|turned out|came out',
      '<agreed-how>',
      '|to me|for me|now',
    ],
    [
      'its|thats|it is|that is|everythings|all is|this ones|theyre|these are|youre|you are',
      '|all|really|already',
      '<agreed-how>',
      '|to me|for me|now',
    ],
    ['<agreed-how>', '|work|job|one|stuff|to go|with me|by me'],
    [
      '|i|we|i really|i just|i absolutely|we really',
      'love|like|loved|liked|loving',
      '|it|this|that|the video|the result|the edit|this version|this one',
      '|a lot|very much|so much',
    ],
    [
      '|i am|im|were|we are|i m|i think im',
      '|very|so|really|quite|totally',
      'happy|satisfied|pleased|done|finished|good|all set|ready',
      '|with',
      '|it|this|that|the video|the result|this version|editing',
    ],
    [
      'all done|all finished|thats it|thats all|thats a wrap|its a wrap|all set|good to go|were good to go|all good|well done|no changes|no more changes',
    ],
    [
      'no further changes|nothing else|nothing more|no problem|no problems|no issues|approved|i approve|confirmed|go|yes|yep|yeah|yup|sure|of course',
    ],
    [
      'absolutely|definitely|agreed|works for me|that works|this works|it works|thatll do|that will do|keep it|keep it like this|keep it as is|leave it as is',
    ],
    [
      'everything works|no more edits|no edits needed|no changes needed|finalize|finalize it|finish|finish it|finish up|wrap it up|lets finish|wow|yay|oh wow',
    ],
    ['<agreed-about>', '<agreement-zh>'],
    ['<agreement-zh>'],
    [
      '就这样|就这个|就它了|就用这个|就用这版|就这版|没意见|同意|收工|完事|齐活|就这么定了|定了|不改了|不用改了|没别的了|没有要改的了',
      '|吧|了',
    ],
  ],
  'agreed-thing': [
    [
      'it|this|that|everything|all|all of it|the video|the result|video|the edit|the clip|the film|this version|this one|the cut|my video',
    ],
  ],
  'agreed-how': [
    ['|very|so|really|pretty|quite|just|absolutely|all|totally|simply|super|much|now|even', '<agreed-word>'],
  ],
  'agreed-word': [
    [
      'good|great|perfect|nice|awesome|amazing|fine|cool|excellent|wonderful|fantastic|beautiful|brilliant|lovely|superb|ok|okay|done|ready',
    ],
    [
      'finished|complete|completed|right|correct|gorgeous|stunning|incredible|better|alright|all right|neat|sweet|impressive|magnificent|terrific|final',
    ],
  ],
  'agreed-about': [
    [
      '我|视频|影片|这个|这版|这一版|这样|效果|整体|现在|都|看起来|看着|感觉|觉得|已经|片子|成片|这条|全部|一切|改得|做得|剪得',
      '|<agreed-about>',
    ],
  ],
  'agreement-zh': [
    [
      '|很|非常|挺|太|真|特别|十分|都|蛮|超|还|比较|够|相当|全都|已经|真的',
      '好|棒|不错|满意|完美|喜欢|可以|行|好看|漂亮|赞|没问题|没有问题|没毛病|ok|okay|完成|搞定|做好|改好|做完|弄好|弄完|剪好|到位|合适|理想|精彩|厉害|优秀|定稿|通过|确认|确认无误|没有其他问题|没什么问题|不用改|不用修改|不需要修改|不用再改|无需修改|改完|剪完|成|ok了|perfect',
      '|了|的|啦|呀|啊|哦|呢|极了|吧|哈|嘞|滴',
    ],
  ],
} as const satisfies Readonly<Record<string, readonly Pattern[]>>;

export type RuleName = keyof typeof intentRules;
