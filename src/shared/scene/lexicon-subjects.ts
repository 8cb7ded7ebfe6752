import type { Rows } from './lexicon-places.ts';
import type { Color, Mood, Move, Ratio, Subject } from './scene.ts';

export const subjectRows: Rows<Subject> = {
  cat: ['cat|kitten|kitty|tabby|feline', '猫|小猫|猫咪|橘猫|黑猫|白猫|喵星人'],
  dog: ['dog|puppy|corgi|golden retriever|husky|shiba|labrador|poodle', '狗|小狗|狗狗|柯基|金毛|哈士奇|柴犬|犬|泰迪'],
  bird: [
    'bird|seagull|gull|eagle|swallow|flock|flock of birds|crane|pigeon|dove|goose|parrot',
    '鸟|小鸟|海鸥|飞鸟|老鹰|燕子|鸟群|白鹭|鸽子|大雁|雄鹰|仙鹤',
  ],
  fish: ['fish|goldfish|koi|school of fish|tropical fish|clownfish|shark', '鱼|金鱼|锦鲤|鱼群|热带鱼|小丑鱼|小鱼|鲨鱼'],
  whale: ['whale|humpback|dolphin|blue whale', '鲸鱼|鲸|海豚|蓝鲸|座头鲸'],
  jellyfish: ['jellyfish|medusa', '水母'],
  horse: ['horse|pony|stallion|wild horse|galloping horse', '马|骏马|白马|野马|小马|马儿|奔马'],
  panda: ['panda|giant panda|bear', '熊猫|大熊猫|熊'],
  butterfly: ['butterfly|moth', '蝴蝶|彩蝶'],
  sailboat: ['sailboat|yacht|sail boat|sailing boat|sailing ship', '帆船|游艇|白帆|孤帆'],
  boat: [
    'boat|rowboat|rowing boat|fishing boat|canoe|kayak|gondola|raft',
    '船|小船|渔船|小舟|独木舟|竹筏|扁舟|乌篷船|木船|皮划艇',
  ],
  ship: [
    'ship|cruise ship|cargo ship|ferry|liner|freighter|cruise|container ship',
    '轮船|邮轮|货轮|大船|渡轮|巨轮|货船|客轮',
  ],
  car: [
    'car|sports car|suv|automobile|vehicle|convertible|truck|race car|racing car|jeep|van|roadster|supercar|campervan|traffic|electric car',
    '汽车|跑车|轿车|越野车|赛车|车|小汽车|卡车|房车|电动车|敞篷车|车流|吉普',
  ],
  taxi: ['taxi|cab|yellow cab|yellow taxi', '出租车|的士|计程车'],
  bicycle: [
    'bicycle|bike|cyclist|cycling|biker|mountain bike|riding a bike|motorcycle|scooter',
    '自行车|单车|骑车|骑行|脚踏车|骑自行车|山地车|摩托车',
  ],
  train: [
    'train|locomotive|steam train|high speed train|bullet train|steam engine|freight train',
    '火车|列车|高铁|动车|蒸汽火车|绿皮火车|子弹头列车',
  ],
  plane: [
    'plane|airplane|aeroplane|jet|aircraft|airliner|biplane|fighter jet|passenger plane',
    '飞机|客机|喷气机|战斗机|航班',
  ],
  balloon: ['hot air balloon|balloon|balloon ride', '热气球|气球'],
  drone: ['drone|quadcopter|uav', '无人机|四轴飞行器'],
  rocket: [
    'rocket|rocket launch|spacecraft|spaceship|launch|space shuttle|shuttle launch|missile',
    '火箭|飞船|宇宙飞船|火箭发射|航天飞机|发射',
  ],
  person: [
    'person|man|woman|girl|boy|traveler|traveller|hiker|child|kid|he|she|figure|wanderer|lady|guy|backpacker|monk|model|photographer|swordsman|student|farmer|fisherman|old man|someone|walker|stranger|silhouette|hero|warrior|samurai|tourist',
    '人|男人|女人|女孩|男孩|旅人|旅行者|小孩|孩子|少女|少年|背包客|老人|行者|僧人|模特|摄影师|侠客|剑客|学生|农民|渔夫|姑娘|小女孩|小男孩|徒步者|登山者|身影|剪影|她|他|游客|女生|男生|一个人',
  ],
  people: [
    'people|crowd|pedestrian|passerby|walking people|people walking|commuter|group|audience|family|friend|team|passer by',
    '人们|人群|行人|路人|人流|游人|观众|家人|朋友们|一群人|众人|人来人往|一家人|朋友|上班族',
  ],
  couple: [
    'couple|lover|two people|bride|wedding|newlywed|holding hands|romantic couple|bride and groom',
    '情侣|恋人|夫妻|两个人|新娘|婚礼|新人|一对情侣|牵手|夫妇|爱人',
  ],
  kite: [
    'kite|flying a kite|child with a kite|child flying a kite|kid flying a kite',
    '风筝|放风筝|孩子放风筝|小孩放风筝',
  ],
  dancer: [
    'dancer|dancing|ballet|ballerina|dance|ballet dancer|hip hop dancer',
    '舞者|跳舞|芭蕾|舞蹈|起舞|芭蕾舞者|街舞|翩翩起舞',
  ],
  runner: [
    'runner|running|jogger|jogging|marathon|athlete|sprinter|jog|running man|running woman',
    '跑步|跑者|慢跑|马拉松|运动员|奔跑的人|跑步的人|跑步者|晨跑|夜跑',
  ],
  surfer: ['surfer|surfing|surfboard|surfing man', '冲浪|冲浪者|冲浪板|冲浪手'],
  'food-stall': [
    'food stall|street food|street vendor|night market|vendor|hawker|noodle stall|barbecue|bbq|skewer|kebab|dumpling|snack|street snack|grill|food cart|street kitchen|grilled skewer',
    '小吃摊|街头小吃|小吃|烧烤|烤串|路边摊|大排档|夜市|摊贩|小贩|串串|饺子|包子|煎饼|羊肉串|美食|臭豆腐|街头美食|小笼包|糖葫芦',
  ],
  coffee: [
    'coffee|coffee cup|cup of coffee|latte|espresso|cappuccino|mug|cup|hot chocolate|latte art|coffee pouring',
    '咖啡|咖啡杯|拿铁|一杯咖啡|热可可|杯子|美式|手冲咖啡|卡布奇诺|拉花',
  ],
  tea: [
    'tea|teapot|green tea|cup of tea|tea ceremony|matcha|tea cup|tea set',
    '茶|茶壶|绿茶|喝茶|一杯茶|茶道|抹茶|热茶|茶杯|沏茶|泡茶|功夫茶',
  ],
  cake: [
    'cake|birthday cake|dessert|cupcake|pastry|bread|cheesecake|birthday|strawberry cake|chocolate cake',
    '蛋糕|生日蛋糕|甜品|面包|甜点|糕点|生日|草莓蛋糕|月饼',
  ],
  noodles: [
    'noodle|ramen|bowl of noodles|noodle soup|pasta|spaghetti|soup|rice|hot pot|hotpot|pho|bowl of ramen|spicy noodle',
    '面条|拉面|牛肉面|一碗面|面|米粉|火锅|汤面|热汤|米饭|热干面|螺蛳粉|兰州拉面',
  ],
  burger: [
    'burger|hamburger|cheeseburger|pizza|fries|sandwich|fast food|french fries',
    '汉堡|披萨|薯条|三明治|快餐|汉堡包',
  ],
  fruit: [
    'fruit|apple|orange slice|strawberry|lemon|peach|grape|bowl of fruit|cherry|mango|watermelon|oranges|salad',
    '水果|苹果|橙子|草莓|柠檬|桃子|葡萄|西瓜|樱桃|芒果|果盘|荔枝',
  ],
  sunflower: ['sunflower|daisy|sunflower field', '向日葵|雏菊|葵花'],
  roses: [
    'rose|flower|bouquet|tulip|bouquet of flowers|lotus|lily|peony|bunch of flowers|orchid|lotus flower|vase',
    '玫瑰|花|鲜花|花束|郁金香|荷花|牡丹|莲花|百合|花朵|一束花|兰花|花瓶',
  ],
  blossom: [
    'blossoming branch|blossom branch|flowering branch|branch of blossom|cherry branch',
    '花枝|樱花枝|梅枝|一枝梅花|一枝桃花',
  ],
  tree: [
    'tree|oak|lone tree|old tree|giant tree|willow|maple tree|baobab|ginkgo tree|bonsai',
    '树|大树|古树|老树|一棵树|柳树|枫树|银杏树|孤树',
  ],
  perfume: [
    'perfume|perfume bottle|bottle|cosmetic|lipstick|skincare|serum|fragrance|cream|lotion|wine|whisky|drink|cocktail|juice|soda|beverage|wine bottle|beer',
    '香水|瓶子|化妆品|口红|护肤品|精华|香氛|面霜|红酒|饮料|香水瓶|果汁|可乐|啤酒|威士忌|精华液|瓶',
  ],
  sneaker: ['sneaker|shoe|running shoe|trainer|boot|basketball shoe', '球鞋|运动鞋|鞋|跑鞋|鞋子|篮球鞋|靴子'],
  watch: [
    'watch|wristwatch|luxury watch|smartwatch|clock|jewelry|ring|mechanical watch',
    '手表|腕表|机械表|智能手表|钟表|钟|珠宝|戒指|名表',
  ],
  phone: [
    'phone|smartphone|mobile|mobile phone|iphone|laptop|computer|tablet|screen|cell phone',
    '手机|智能手机|笔记本电脑|电脑|平板|屏幕|笔记本',
  ],
  headphones: [
    'headphone|headset|earphone|earbud|speaker|wireless headphone|headphones',
    '耳机|头戴式耳机|蓝牙耳机|耳麦|音箱|无线耳机',
  ],
  astronaut: ['astronaut|cosmonaut|spaceman|space suit|spacewalk|spacesuit', '宇航员|航天员|太空人|宇航服|太空漫步'],
  robot: ['robot|android|cyborg|mech|droid|humanoid robot', '机器人|机甲|智能机器人|机械人'],
  fireworks: [
    'firework|fireworks|fireworks show|new year|new year eve|celebration|sparkler',
    '烟花|烟火|焰火|新年|跨年|放烟花|庆典|春节|过年|除夕|国庆',
  ],
  lanterns: [
    'lantern|sky lantern|paper lantern|floating lantern|red lantern|mid autumn|lantern festival',
    '灯笼|孔明灯|天灯|红灯笼|花灯|元宵|河灯|中秋|元宵节|中秋节',
  ],
  candle: ['candle|candlelight|candlelit|flame', '蜡烛|烛光|烛火|火焰'],
  campfire: ['campfire|bonfire|camp|camping|tent|fire', '篝火|营火|露营|帐篷|火堆|营地'],
  lighthouse: ['lighthouse|light house|beacon', '灯塔'],
  windmill: ['windmill|wind turbine|turbine', '风车|风力发电机|大风车'],
  castle: ['castle|fortress|fairy tale castle|knight', '城堡|堡垒|童话城堡'],
  'light-ribbons': [
    'light ribbon|ribbon of light|light trail|neon line|abstract light|flowing light|ribbon|light stream|light wave',
    '光带|光轨|流光|光线|光的丝带|流动的光|光丝带|丝带',
  ],
};

export const colorRows: Rows<Color> = {
  red: ['red|crimson|scarlet', '红色|红|大红'],
  orange: ['orange|ginger', '橙色|橘色|橘|橙|橘猫'],
  yellow: ['yellow', '黄色|黄'],
  green: ['green|emerald', '绿色|绿|翠绿|碧绿|青翠'],
  blue: ['blue|navy|azure|turquoise|teal', '蓝色|蓝|湛蓝|蔚蓝|深蓝'],
  purple: ['purple|violet', '紫色|紫'],
  pink: ['pink|magenta', '粉色|粉红|粉红色|粉'],
  brown: ['brown|chestnut', '棕色|褐色|咖啡色|棕'],
  black: ['black', '黑色|黑|黑猫'],
  white: ['white|ivory', '白色|白|洁白|雪白|白猫|白马'],
  gray: ['gray|grey|silver', '灰色|银色|灰|银'],
  gold: ['gold', '金|金黄|金黄色'],
};

export const moveRows: Rows<Move> = {
  'push-in': [
    'push in|dolly in|zoom in|forward|fly through|flying through|push|move in|approaching|track in|moving forward|first person|fpv|through',
    '推进|推近|拉近|向前|推镜头|前进|穿越|穿梭|缓缓推进|镜头推近|靠近|穿行|推入|第一视角',
  ],
  'pull-out': [
    'pull out|dolly out|zoom out|pull back|pulling back|backward|pull away|reveal|wide reveal',
    '拉远|拉开|后退|拉镜头|后拉|拉出|镜头拉远|渐远|远去',
  ],
  'pan-left': ['pan left|truck left|right to left|sweep left', '左移|向左|从右到左|左摇'],
  'pan-right': [
    'pan|pan right|truck right|left to right|slider|tracking shot|tracking|sweep|panning|follow|following|side scrolling|pass by',
    '右移|向右|横移|平移|摇镜头|摇镜|跟拍|跟随|横摇|从左到右|扫过|环顾',
  ],
  rise: [
    'rise|crane|crane up|tilt up|aerial|drone shot|bird eye|birds eye|aerial shot|ascending|rising|lift off|top down|overhead|tilt',
    '升起|上升|航拍|俯瞰|鸟瞰|升镜头|仰拍|俯拍|升降|腾空|缓缓升起',
  ],
  orbit: [
    'orbit|rotate|rotating|turntable|360|spin|spinning|circle around|arc shot|rotation|turn around|revolve',
    '环绕|旋转|转台|360度|环绕拍摄|绕拍|自转|转动|旋转展示|旋转台',
  ],
  still: ['still|static|static shot|locked|fixed camera|tripod|locked off', '静止|固定机位|固定镜头|定格|静态|静物'],
};

export const moodRows: Rows<Mood> = {
  calm: [
    'calm|peaceful|quiet|serene|gentle|soft|relaxing|tranquil|slow|soothing|piano|cozy|soft piano|zen|cosy|slowly|warm|silent',
    '平静|宁静|安静|温柔|柔和|舒缓|放松|轻柔|治愈|缓慢|钢琴|温馨|惬意|静谧|悠闲|缓缓|恬静|禅意|温暖|慢慢|柔光',
  ],
  upbeat: [
    'upbeat|fast|happy|energetic|fun|lively|cheerful|dynamic|playful|joyful|teaser|quick|bouncy|vibrant|exciting|funny|cute|busy|bustling',
    '欢快|快节奏|活泼|动感|热闹|开心|快乐|活力|轻快|俏皮|愉快|搞笑|可爱|欢乐|繁忙|繁华|热血',
  ],
  lofi: [
    'lofi|lo fi|chill|jazz|hip hop|retro|vintage|nostalgic|film look|vhs|old film|laid back|chillhop',
    '慵懒|复古|爵士|怀旧|胶片|氛围感|老电影|嘻哈|小清新|文艺|日系',
  ],
  epic: [
    'epic|cinematic|dramatic|grand|majestic|heroic|powerful|trailer|orchestral|blockbuster|intense|movie|spectacular|breathtaking|magnificent|mysterious',
    '史诗|电影感|电影质感|大气|震撼|壮观|宏大|壮丽|磅礴|预告片|大片|英雄|雄伟|气势磅礴|神秘|质感|恢弘',
  ],
  sad: [
    'sad|melancholy|lonely|melancholic|gloomy|moody|wistful|alone|solitude|somber|farewell|emotional',
    '悲伤|忧伤|孤独|忧郁|伤感|寂寞|凄凉|孤单|惆怅|离别|阴郁|落寞',
  ],
  dreamy: [
    'dreamy|dream|ethereal|magical|fantasy|fairy tale|surreal|whimsical|mystical|romantic|hazy dream|poetic|enchanted|fairytale',
    '梦幻|梦境|唯美|魔幻|奇幻|童话|仙境|浪漫|诗意|空灵|超现实|缥缈|梦',
  ],
};

export const ratioRows: Rows<Ratio> = {
  '16:9': ['widescreen|landscape format|horizontal|youtube|16:9|landscape mode', '横屏|横版|宽屏|横向'],
  '9:16': [
    'vertical|portrait|tiktok|reel|short|phone format|story|stories|instagram reel|douyin|vertical video',
    '竖屏|竖版|抖音|快手|短视频|竖向|视频号|手机竖屏',
  ],
  '1:1': ['square|square format|square video', '方形|正方形|方屏|方图'],
  '4:5': ['instagram|instagram post|feed post', '小红书|朋友圈'],
};
