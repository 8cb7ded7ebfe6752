import type { Rows } from './lexicon-places.ts';
import type { Subject } from './scene.ts';

/** Who is seen, and whatever somebody does. */
export const peopleRows = {
  person: [
    'person|man|woman|women|men|girl|traveler|traveller|hiker|he|she|figure|wanderer|lady|guy|backpacker|monk|photographer|swordsman|fisherman|someone|walker|stranger|silhouette|samurai|tourist|influencer|blogger|father|mother|mom|dad|mum|daddy|mommy|husband|wife|sister|brother',
    '人|男人|女士|男士|先生|女性|男性|女人|女孩|男孩|旅人|旅行者|少女|少年|背包客|行者|僧人|摄影师|侠客|剑客|渔夫|姑娘|徒步者|登山者|身影|剪影|她|他|游客|女生|男生|一个人|美女|帅哥|妈妈|爸爸|博主|小伙|大叔|阿姨|女子|男子|行人背影|背影|小姐姐|小哥哥|姐姐|哥哥|妹妹|弟弟|大妈|丈夫|妻子|老婆|老公|清洁工|环卫工人|工人|渔翁|渔民',
  ],
  people: [
    'people|crowd|pedestrian|passerby|walking people|people walking|commuter|group|audience|friend|team|passer by|festival|parade|tourists|shoppers',
    '人们|人群|行人|路人|人流|游人|观众|朋友们|一群人|众人|人来人往|人山人海|人海|朋友|游客们|庙会',
  ],
  couple: ['couple|lover|two people|holding hands|romantic couple', '情侣|恋人|夫妻|两个人|一对情侣|牵手|夫妇|爱人'],
  wedding: [
    'wedding|bride|bride and groom|newlywed|groom|wedding ceremony|wedding day|marriage|just married',
    '婚礼|新娘|新人|新郎|新郎新娘|结婚|婚纱|求婚|婚礼现场',
  ],
  hanfu: [
    'hanfu|kimono|geisha|chinese dress|ancient beauty|traditional dress',
    '汉服|古装|古装美女|古风美女|古装女子|汉服少女|汉服美女|旗袍|古筝|弹古筝|和服|仙女|汉服女孩|古风少女|古风女孩|嫦娥|嫦娥奔月|白娘子|仙子|飞天|采茶姑娘|贵妃|格格|娘娘',
  ],
  'lion-dance': ['lion dance|lion dancer|chinese lion|lion dancing', '舞狮|舞龙舞狮|醒狮|舞狮队|南狮|狮舞|舞狮表演'],
  'dragon-dance': ['dragon dance|dragon dancer|dragon parade|dragon dancing', '舞龙|龙舞|舞龙队|舞龙表演'],
  'desk-worker': [
    'office worker|programmer|coder|developer|freelancer|coding|codes|typing|working late|software engineer|working on a laptop|programmer coding|types|designer',
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
  snowboarder: ['snowboarder|snowboard|snowboarding|snowboarder carving', '单板滑雪|单板|滑单板|单板少年'],
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
  child: [
    'child|kid|boy|little girl|little boy|schoolboy|schoolgirl|young boy|small child|granddaughter|grandson|daughter|son',
    '小孩|孩子|小女孩|小男孩|小朋友|男童|女童|儿童|女儿|儿子|孙子|孙女|小学生|小宝贝',
  ],
  children: [
    'children|kids|boys|little kids|schoolchildren|pupils|students|two kids|two children|student|little girls|little boys|classmates',
    '孩子们|小朋友们|学生们|学生|同学们|同学|两个孩子|一群孩子|一群小孩|儿童们|小学生们|六一|儿童节',
  ],
  'toy-balloons': [
    'balloons|balloon|red balloon|party balloons|child with balloons|colorful balloons|toy balloon|birthday balloons',
    '气球|红气球|彩色气球|一束气球|彩球',
  ],
  baby: [
    'baby|newborn|newborn baby|infant|toddler|baby boy|baby girl|newborns|cute baby',
    '宝宝|婴儿|新生儿|小婴儿|小宝宝|宝贝|婴幼儿|小娃娃|娃娃|奶娃',
  ],
  family: [
    'family|parents|mother and child|father and son|mom and dad|parents and child|happy family|family of three|family of four|mother and daughter',
    '家人|一家人|一家三口|一家|父母|全家|家庭|亲子|一家四口|全家人|阖家|爸爸妈妈',
  ],
  elder: [
    'old man|old woman|grandma|grandpa|grandfather|grandmother|elderly|elderly woman|elderly man|old lady|granny|elder|senior|seniors|grandparents',
    '老人|爷爷|奶奶|老爷爷|老奶奶|外婆|外公|姥姥|姥爷|老太太|老伯|老人家|长辈|老大爷',
  ],
  dancers: [
    'dancers|square dance|group dance|dance crew|dance troupe|dance team|line dance|flash mob|girls dancing',
    '广场舞|跳广场舞|舞团|舞队|群舞|广场舞大妈|女团|齐舞',
  ],
  weightlifter: [
    'weightlifter|weight lifting|weightlifting|lifting weights|lifts weights|lifting|barbell|dumbbell|bodybuilder|workout|fitness|crossfit|deadlift|bench press|training at the gym|personal trainer',
    '举重|撸铁|健身|健身房撸铁|杠铃|哑铃|健身教练|肌肉|力量训练|健美|健身达人',
  ],
  skier: [
    'skier|skiing|ski|skis|downhill skiing|ski jump|alpine skier|cross country skiing|skiers',
    '滑雪|滑雪者|滑雪运动员|滑雪少年|双板滑雪|滑雪板|高山滑雪|双板',
  ],
  guitarist: [
    'guitarist|guitar|playing guitar|plays guitar|electric guitar|acoustic guitar|rock band|band|musician|busker|street musician|rock star|bassist',
    '吉他|弹吉他|吉他手|乐队|乐手|摇滚乐队|民谣歌手|音乐人|街头艺人|木吉他|电吉他',
  ],
  singer: [
    'singer|singing|vocalist|pop star|diva|karaoke|sings|microphone|opera singer|concert singer|idol|host|comedian|stand up comedy',
    '歌手|唱歌|演唱|女歌手|男歌手|麦克风|卡拉ok|唱k|偶像|歌星|主持人|脱口秀|歌唱|话筒|明星',
  ],
  pianist: [
    'pianist|grand piano|playing the piano|plays the piano|piano player|playing piano|plays piano|piano recital|piano concert',
    '钢琴家|弹钢琴|三角钢琴|钢琴演奏|钢琴师|钢琴曲演奏|钢琴独奏',
  ],
  dj: [
    'dj|disc jockey|dj set|turntables|dj booth|edm festival|techno party|rave party|djs',
    'dj|打碟|电音节|电音派对|打碟机|dj打碟|蹦迪',
  ],
  chef: [
    'chef|cook|cooking|cooks|baking|bakes|stir fry|home cooking|master chef|frying|chefs|baker',
    '厨师|大厨|做饭|烹饪|下厨|炒菜|煮饭|做菜|掌勺|颠勺|主厨|烘焙|师傅',
  ],
  teacher: [
    'teacher|professor|lecture|lesson|tutor|teaching|teaches|lecturer|explaining',
    '老师|教师|讲课|上课|教授|授课|讲师|班主任|教书',
  ],
  meeting: [
    'meeting|business meeting|office team|team meeting|colleagues|coworkers|boardroom|conference|presentation|business people|businessmen|startup team|brainstorming|meeting room|conference room|handshake|shaking hands|business team|teamwork',
    '会议|开会|团队|同事|商务|会议室|头脑风暴|汇报|商务会议|团队会议|握手|商务握手|合作|创业团队|职场|团队合作|商务人士',
  ],
  boxers: [
    'boxer|boxing|boxing match|boxing ring|fighters|kickboxing|mma|muay thai|sparring|fight|fighting|ufc|boxers|punching',
    '拳击|拳击手|拳击比赛|格斗|搏击|泰拳|打拳|拳王|对打|拳击台|散打',
  ],
  model: [
    'model|fashion model|runway model|runway|catwalk|fashion show|supermodel|evening gown|fashion week',
    '模特|走秀|时装秀|超模|t台|时装周|礼服|时装|走台',
  ],
  wizard: [
    'wizard|magician|sorcerer|witch|mage|casting a spell|casts a spell|gandalf|warlock|magic spell|harry potter',
    '巫师|魔法师|法师|女巫|魔术师|施法|魔法|哈利波特',
  ],
  knight: [
    'knight|armored knight|medieval knight|crusader|paladin|gladiator|knight in armor|warrior|viking',
    '骑士|铠甲|武士|勇士|将军|战士|盔甲',
  ],
  'monkey-king': [
    'monkey king|sun wukong|wukong|journey to the west|goku',
    '孙悟空|悟空|齐天大圣|美猴王|大圣|黑神话|西游记|孙大圣|金箍棒',
  ],
  mermaid: ['mermaid|mermaids|little mermaid|siren', '美人鱼|人鱼|小美人鱼|鲛人'],
  doctor: [
    'doctor|nurse|doctors|nurses|surgeon|physician|hospital|dentist|medical|clinic|scientist|lab',
    '医生|护士|医护|大夫|医院|牙医|白衣天使|科学家|实验室|医护人员',
  ],
  firefighter: [
    'firefighter|fireman|firefighters|fire department|putting out a fire|fire brigade|burning building',
    '消防员|救火|消防|消防战士|灭火',
  ],
  farmer: [
    'farmer|farmers|harvest|harvesting|harvesting corn|corn|peasant|rancher|farm worker',
    '农民|农民伯伯|丰收|收割|农夫|老农|玉米|收获|种地|秋收',
  ],
  superhero: [
    'superhero|super hero|superman|superheroes|batman|spiderman|iron man|avenger|hero|marvel hero',
    '超级英雄|超人|蝙蝠侠|蜘蛛侠|钢铁侠|英雄|奥特曼',
  ],
  opera: [
    'beijing opera|peking opera|chinese opera|sichuan opera',
    '京剧|花旦|川剧|变脸|戏曲|昆曲|越剧|黄梅戏|唱戏|水袖|旦角|豫剧|京剧花旦|川剧变脸',
  ],
} satisfies Partial<Rows<Subject>>;
