import type { Rows } from './lexicon-places.ts';
import type { Subject } from './scene.ts';

/** Who is seen, and whatever somebody does. */
export const peopleRows = {
  person: [
    'person|man|woman|girl|boy|traveler|traveller|hiker|child|kid|he|she|figure|wanderer|lady|guy|backpacker|monk|photographer|swordsman|farmer|fisherman|old man|someone|walker|stranger|silhouette|hero|warrior|samurai|tourist|model|student|father|mother|mom|dad|grandma|grandpa|grandfather|grandmother|baby|toddler|influencer|blogger|nurse|doctor|teacher|singer|guitarist|violinist|pianist|drummer|musician',
    '人|小提琴手|钢琴家|乐手|男人|女人|女孩|男孩|旅人|旅行者|小孩|孩子|少女|少年|背包客|老人|行者|僧人|模特|摄影师|侠客|剑客|学生|农民|渔夫|姑娘|小女孩|小男孩|徒步者|登山者|身影|剪影|她|他|游客|女生|男生|一个人|美女|帅哥|老爷爷|爷爷|奶奶|老奶奶|妈妈|爸爸|宝宝|婴儿|博主|老师|医生|歌手|小伙|大叔|阿姨|女子|男子|行人背影|背影',
  ],
  people: [
    'people|crowd|pedestrian|passerby|walking people|people walking|commuter|group|audience|family|friend|team|passer by|festival|parade|tourists|shoppers|dancers',
    '人们|人群|行人|路人|人流|游人|观众|家人|朋友们|一群人|众人|人来人往|一家人|朋友|学生们|孩子们|游客们|庙会',
  ],
  couple: ['couple|lover|two people|holding hands|romantic couple', '情侣|恋人|夫妻|两个人|一对情侣|牵手|夫妇|爱人'],
  wedding: [
    'wedding|bride|bride and groom|newlywed|groom|wedding ceremony|wedding day|marriage|just married',
    '婚礼|新娘|新人|新郎|新郎新娘|结婚|婚纱|求婚|婚礼现场',
  ],
  hanfu: [
    'hanfu|kimono|geisha|chinese dress|ancient beauty|traditional dress',
    '汉服|古装|古装美女|古风美女|古装女子|汉服少女|汉服美女|旗袍|古筝|弹古筝|和服|仙女|汉服女孩|古风少女|古风女孩',
  ],
  'lion-dance': ['lion dance|lion dancer|chinese lion|lion dancing', '舞狮|舞龙舞狮|醒狮|舞狮队|南狮|狮舞|舞狮表演'],
  'dragon-dance': ['dragon dance|dragon dancer|dragon parade|dragon dancing', '舞龙|龙舞|舞龙队|舞龙表演'],
  'desk-worker': [
    'office worker|programmer|coder|developer|freelancer|coding|typing|working late|software engineer|working on a laptop|programmer coding|types|designer',
    '程序员|上班族|敲代码|打工人|写代码|办公|加班|白领|码农|设计师|敲键盘|工程师',
  ],
  yoga: [
    'yoga|meditation|meditating|does yoga|doing yoga|yoga class|yogi|meditate|pilates',
    '瑜伽|冥想|打坐|练瑜伽|做瑜伽|静坐',
  ],
  'tai-chi': ['tai chi|taichi|kung fu|martial art|qigong|wushu', '太极|打太极|太极拳|武术|功夫|气功|练武|打太极拳'],
  footballer: [
    'footballer|football player|soccer player|football|soccer|striker|goal kick|penalty kick|soccer ball',
    '足球|踢足球|足球少年|足球运动员|踢球|前锋|射门|球员|足球小子',
  ],
  basketballer: [
    'basketball player|basketball|dunk|slam dunk|dunking|basketball game|basketball match|basketball hoop|nba|dunks|dunks a basketball|basketball player dunking',
    '篮球|灌篮|扣篮|篮球少年|打篮球|投篮|篮球运动员|篮球赛|篮球比赛|三分球',
  ],
  skateboarder: [
    'skateboarder|skateboard|skateboarding|skater|skate trick|skate|kickflip',
    '滑板|滑板少年|玩滑板|滑板手|滑板女孩',
  ],
  snowboarder: [
    'snowboarder|snowboard|snowboarding|skier|skiing|ski|snowboarder carving|skis',
    '滑雪|单板滑雪|滑雪者|滑雪板|滑雪运动员|滑雪少年|双板滑雪',
  ],
  bubbles: [
    'soap bubble|blowing bubbles|bubble|child blowing bubbles|blows bubbles|blowing soap bubbles|blows soap bubbles',
    '吹泡泡|泡泡|肥皂泡|吹泡泡的孩子',
  ],
  kite: [
    'kite|flying a kite|child with a kite|child flying a kite|kid flying a kite|kites',
    '风筝|放风筝|孩子放风筝|小孩放风筝',
  ],
  dancer: [
    'dancer|dancing|ballet|ballerina|dance|ballet dancer|hip hop dancer|dances|ballroom',
    '舞者|跳舞|芭蕾|舞蹈|起舞|芭蕾舞者|街舞|翩翩起舞',
  ],
  runner: [
    'runner|running|jogger|jogging|marathon|athlete|sprinter|jog|running man|running woman',
    '跑步|跑者|慢跑|马拉松|运动员|奔跑的人|跑步的人|跑步者|晨跑|夜跑',
  ],
  surfer: ['surfer|surfing|surfboard|surfing man', '冲浪|冲浪者|冲浪板|冲浪手'],
  astronaut: ['astronaut|cosmonaut|spaceman|space suit|spacewalk|spacesuit', '宇航员|航天员|太空人|宇航服|太空漫步'],
} satisfies Partial<Rows<Subject>>;
