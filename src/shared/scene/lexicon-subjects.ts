import type { Rows } from './lexicon-places.ts';
import type { Subject } from './scene.ts';

export const subjectRows: Rows<Subject> = {
  cat: [
    'cat|kitten|kitty|tabby|feline|kittens|siamese cat|persian cat',
    '猫|小猫|猫咪|橘猫|黑猫|白猫|喵星人|宠物猫|小奶猫|布偶猫|狸花猫|英短',
  ],
  dog: [
    'dog|puppy|corgi|golden retriever|husky|shiba|labrador|poodle|dachshund|beagle|pug|pet dog|puppies|pet|bulldog|dalmatian',
    '狗|小狗|狗狗|柯基|金毛|哈士奇|柴犬|犬|宠物狗|宠物|泰迪犬|边牧|拉布拉多|修勾|小奶狗',
  ],
  bird: [
    'bird|seagull|gull|eagle|swallow|flock|flock of birds|crane|pigeon|dove|goose|parrot',
    '鸟|小鸟|海鸥|飞鸟|老鹰|燕子|鸟群|白鹭|鸽子|大雁|雄鹰|仙鹤',
  ],
  fish: ['fish|school of fish|tropical fish|clownfish|shark', '鱼|鱼群|热带鱼|小丑鱼|小鱼|鲨鱼'],
  koi: ['koi|koi fish|goldfish|koi carp|carp|koi pond', '锦鲤|金鱼|鲤鱼|红鲤|锦鲤池'],
  whale: ['whale|humpback|dolphin|blue whale', '鲸鱼|鲸|海豚|蓝鲸|座头鲸'],
  jellyfish: ['jellyfish|medusa', '水母'],
  turtle: ['turtle|sea turtle|tortoise|baby turtle', '海龟|乌龟|龟|小海龟|大海龟'],
  horse: ['horse|pony|stallion|wild horse|galloping horse', '马|骏马|白马|野马|小马|马儿|奔马'],
  panda: ['panda|giant panda|baby panda|panda cub|red panda', '熊猫|大熊猫|熊猫宝宝|小熊猫|国宝'],
  tiger: ['tiger|tigers|bengal tiger|siberian tiger|tiger cub|tiger cubs|big cat', '老虎|猛虎|虎|东北虎|小老虎|华南虎'],
  lion: ['lion|lion king|lioness|lion cub|african lion|male lion', '狮子|狮子王|雄狮|小狮子|狮|母狮'],
  elephant: ['elephant|elephants|baby elephant|african elephant|mammoth', '大象|小象|象|象群|非洲象|亚洲象'],
  rabbit: ['rabbit|rabbits|bunny|bunnies|hare|easter bunny', '兔子|小兔子|小白兔|白兔|兔|野兔|玉兔'],
  fox: ['fox|foxes|red fox|arctic fox|fox cub|baby fox|vixen', '狐狸|小狐狸|赤狐|白狐|火狐|北极狐'],
  deer: [
    'deer|stag|fawn|reindeer|elk|doe|moose|sika deer|baby deer|antelope|gazelle',
    '鹿|小鹿|梅花鹿|麋鹿|驯鹿|雄鹿|鹿群|羚羊|藏羚羊',
  ],
  sheep: ['sheep|lamb|ewe|flock of sheep|ram|goat', '羊|绵羊|小羊|羊群|羊羔|山羊|小绵羊'],
  penguin: ['penguin|baby penguin|emperor penguin|penguin chick', '企鹅|小企鹅|帝企鹅|企鹅宝宝'],
  peacock: ['peacock|peafowl|peacock feather', '孔雀|孔雀开屏|绿孔雀|白孔雀'],
  bee: ['bee|honeybee|bumblebee|honey bee|bumble bee', '蜜蜂|小蜜蜂|大黄蜂|采蜜'],
  teddy: [
    'teddy bear|teddy|bear|plush toy|stuffed animal|stuffed bear|plush|toy bear|brown bear',
    '泰迪熊|玩具熊|毛绒熊|小熊|熊|毛绒玩具|布娃娃|棕熊|玩偶|玩具',
  ],
  camel: ['camel|camel caravan|caravan|dromedary|desert caravan', '骆驼|驼队|骆驼队|商队'],
  butterfly: ['butterfly|moth', '蝴蝶|彩蝶'],
  sailboat: ['sailboat|yacht|sail boat|sailing boat|sailing ship', '帆船|游艇|白帆|孤帆'],
  boat: ['boat|fishing boat|motorboat|speedboat|trawler|tugboat', '船|渔船|快艇|摩托艇'],
  rowboat: [
    'rowboat|rowing boat|canoe|kayak|wooden boat|small boat|dinghy|paddling|rower|rowing a boat',
    '小木船|划船|独木舟|皮划艇|木船|划艇|摇船|小船',
  ],
  'dragon-boat': [
    'dragon boat|dragon boat race|dragon boat festival|dragon boat racing',
    '龙舟|赛龙舟|端午节|端午|龙舟赛|龙舟比赛|划龙舟',
  ],
  gondola: ['gondola|gondolier|venetian gondola', '贡多拉|凤尾船'],
  raft: ['raft|bamboo raft|boatman|rafting|sampan', '竹筏|扁舟|小舟|乌篷船|一叶扁舟|木筏|筏子|渔舟|轻舟|孤舟|泛舟'],
  ship: [
    'ship|cruise ship|cargo ship|ferry|liner|freighter|cruise|container ship',
    '轮船|邮轮|货轮|大船|渡轮|巨轮|货船|客轮',
  ],
  car: [
    'car|sports car|suv|automobile|vehicle|convertible|truck|race car|racing car|jeep|van|roadster|supercar|campervan|traffic|electric car|sedan|drift car|muscle car|traffic jam|police car|bus',
    '汽车|跑车|轿车|越野车|赛车|车|小汽车|卡车|房车|敞篷车|车流|吉普|电动汽车|豪车|公交车|警车|新能源车|新能源汽车|新能源',
  ],
  taxi: ['taxi|cab|yellow cab|yellow taxi', '出租车|的士|计程车'],
  bicycle: [
    'bicycle|bike|cyclist|cycling|mountain bike|riding a bike|bikes|road bike|biking',
    '自行车|单车|骑车|骑行|脚踏车|骑自行车|山地车|单车骑行',
  ],
  scooter: [
    'scooter|electric scooter|moped|delivery rider|delivery guy|delivery man|courier|vespa|e bike',
    '外卖小哥|电动车|外卖员|骑手|快递员|外卖|快递小哥|小电驴|电瓶车|送外卖',
  ],
  motorbike: [
    'motorbike|motorcycle|biker|motorcyclist|harley|superbike|dirt bike',
    '摩托车|机车|摩托|骑摩托|机车手|骑士',
  ],
  train: [
    'train|high speed train|bullet train|freight train|subway train|tram|metro train|subway|metro',
    '火车|列车|高铁|动车|子弹头列车|地铁|电车',
  ],
  'steam-train': [
    'steam train|steam engine|steam locomotive|locomotive|old train|vintage train',
    '蒸汽火车|绿皮火车|蒸汽机车|老火车',
  ],
  plane: [
    'plane|airplane|aeroplane|jet|aircraft|airliner|biplane|fighter jet|passenger plane',
    '飞机|客机|喷气机|战斗机|航班',
  ],
  helicopter: ['helicopter|chopper|rescue helicopter', '直升机|直升飞机|救援直升机'],
  balloon: [
    'hot air balloon|balloon|balloon ride|balloon festival|hot air balloon festival|hot air balloons',
    '热气球|气球|热气球节',
  ],
  drone: ['drone|quadcopter|uav', '无人机|四轴飞行器'],
  rocket: [
    'rocket|rocket launch|spacecraft|spaceship|launch|space shuttle|shuttle launch|missile',
    '火箭|飞船|宇宙飞船|火箭发射|航天飞机|发射',
  ],
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
  dragon: ['dragon|chinese dragon|golden dragon|flying dragon', '龙|飞龙|金龙|中国龙|巨龙|神龙|青龙|祥龙'],
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
  'food-stall': [
    'food stall|street food|street vendor|night market|vendor|hawker|noodle stall|barbecue|bbq|skewer|kebab|snack|street snack|grill|food cart|street kitchen|grilled skewer',
    '小吃摊|街头小吃|小吃|烧烤|烤串|路边摊|大排档|夜市|摊贩|小贩|串串|煎饼|羊肉串|美食|臭豆腐|街头美食|糖葫芦',
  ],
  coffee: [
    'coffee|coffee cup|cup of coffee|latte|espresso|cappuccino|mug|cup|hot chocolate|latte art|coffee pouring|barista|latte coffee|flat white|pours latte art',
    '咖啡|咖啡杯|拿铁|一杯咖啡|热可可|杯子|美式|手冲咖啡|卡布奇诺|拉花|一杯拿铁|咖啡拉花',
  ],
  tea: [
    'tea|teapot|green tea|cup of tea|tea ceremony|matcha|tea cup|tea set',
    '茶|茶壶|绿茶|喝茶|一杯茶|茶道|抹茶|热茶|茶杯|沏茶|泡茶|功夫茶|龙井|龙井茶',
  ],
  'milk-tea': [
    'bubble tea|milk tea|boba|boba tea|pearl milk tea|iced coffee|iced latte',
    '奶茶|珍珠奶茶|波霸奶茶|一杯奶茶|冰咖啡|杨枝甘露',
  ],
  juice: [
    'juice|cocktail|lemonade|soda|cola|coke|iced cola|glass of cola|drink|smoothie|beverage|iced tea|orange juice|mojito|cold drink|iced drink|soft drink',
    '果汁|鸡尾酒|柠檬水|汽水|饮料|冷饮|气泡水|橙汁|冰饮|可乐|莫吉托|柠檬茶',
  ],
  cake: [
    'cake|birthday cake|dessert|cupcake|pastry|bread|cheesecake|birthday|strawberry cake|chocolate cake|birthday party|wedding cake|candles on a cake',
    '蛋糕|生日蛋糕|甜品|面包|甜点|糕点|生日|草莓蛋糕|月饼|生日派对|生日快乐',
  ],
  noodles: [
    'noodle|ramen|bowl of noodles|noodle soup|pasta|spaghetti|soup|pho|bowl of ramen|spicy noodle|rice|udon|beef noodle|instant noodle',
    '面条|拉面|牛肉面|一碗面|面|米粉|汤面|热汤|热干面|螺蛳粉|兰州拉面|米饭|泡面|担担面|刀削面',
  ],
  hotpot: [
    'hot pot|hotpot|fondue|shabu shabu|boiling pot|mala',
    '火锅|重庆火锅|麻辣火锅|麻辣烫|涮羊肉|涮锅|四川火锅|冒菜',
  ],
  burger: ['burger|hamburger|cheeseburger|fries|sandwich|fast food|french fries', '汉堡|薯条|三明治|快餐|汉堡包'],
  pizza: [
    'pizza|pizza slice|slice of pizza|cheese pizza|cheesy pizza|margherita|pepperoni|cheese pull|pepperoni pizza',
    '披萨|比萨|芝士披萨|意式披萨|披萨拉丝|芝士拉丝|一块披萨',
  ],
  'dim-sum': [
    'dim sum|dumpling|steamed bun|bao bun|xiaolongbao|soup dumpling|bamboo steamer|steamer|bao|siu mai|wonton',
    '点心|小笼包|包子|饺子|蒸笼|早茶|广式早茶|虾饺|烧卖|水饺|馒头|馄饨|灌汤包|蒸饺',
  ],
  'ice-cream': [
    'ice cream|ice cream cone|gelato|sundae|ice cream scoop|soft serve|ice lolly|popsicle',
    '冰淇淋|冰激凌|雪糕|甜筒|冰棍|冰糕|圣代',
  ],
  fruit: [
    'fruit|apple|orange slice|strawberry|lemon|peach|grape|bowl of fruit|cherry|mango|watermelon|oranges|salad',
    '水果|苹果|橙子|草莓|柠檬|桃子|葡萄|西瓜|樱桃|芒果|果盘|荔枝',
  ],
  sunflower: ['sunflower|daisy|sunflower field', '向日葵|雏菊|葵花'],
  roses: [
    'rose|flower|bouquet|tulip|bouquet of flowers|lily|peony|bunch of flowers|orchid|vase',
    '玫瑰|花|鲜花|花束|郁金香|牡丹|百合|花朵|一束花|兰花|花瓶',
  ],
  lotus: ['lotus|lotus flower|water lily|lotus pond|lily pad', '荷花|莲花|荷叶|睡莲|荷塘|莲叶'],
  blossom: [
    'blossoming branch|blossom branch|flowering branch|branch of blossom|cherry branch',
    '花枝|樱花枝|梅枝|一枝梅花|一枝桃花',
  ],
  tree: [
    'tree|oak|lone tree|old tree|giant tree|willow|maple tree|baobab|ginkgo tree|bonsai',
    '树|大树|古树|老树|一棵树|柳树|枫树|银杏树|孤树',
  ],
  'christmas-tree': [
    'christmas tree|xmas tree|christmas|xmas|merry christmas|christmas eve|christmas present',
    '圣诞树|圣诞|圣诞节|平安夜|圣诞快乐',
  ],
  perfume: [
    'perfume|perfume bottle|bottle|cosmetic|skincare|serum|serum bottle|dropper bottle|serum dropper bottle|fragrance|cream|lotion|wine|whisky|wine bottle|beer',
    '香水|瓶子|化妆品|护肤品|精华|香氛|面霜|红酒|香水瓶|啤酒|威士忌|精华液|瓶',
  ],
  lipstick: ['lipstick|lip gloss|makeup|make up|rouge|cosmetics', '口红|唇釉|彩妆|唇膏|化妆'],
  sneaker: [
    'sneaker|shoe|running shoe|trainer|boot|basketball shoe|sneakers|nike|running shoes|high heel',
    '球鞋|运动鞋|鞋|跑鞋|鞋子|篮球鞋|靴子|跑步鞋|球鞋广告|高跟鞋',
  ],
  watch: [
    'watch|wristwatch|luxury watch|smartwatch|clock|jewelry|ring|mechanical watch',
    '手表|腕表|机械表|智能手表|钟表|钟|珠宝|戒指|名表',
  ],
  phone: [
    'phone|smartphone|new smartphone|mobile|mobile phone|iphone|tablet|screen|cell phone|app|mobile app',
    '手机|智能手机|平板|屏幕|打电话|手机屏幕',
  ],
  laptop: ['laptop|computer|notebook computer|macbook|code|pc|desktop computer', '笔记本电脑|电脑|笔记本|代码|键盘'],
  headphones: [
    'headphone|headset|wireless earbud|earphone|earbud|speaker|wireless headphone|headphones',
    '耳机|头戴式耳机|蓝牙耳机|耳麦|音箱|无线耳机',
  ],
  splash: [
    'splash|water splash|splashing|splashes|splash of water|water drops|water droplets|milk splash',
    '水花|飞溅|水滴飞溅|水花四溅|水珠|水滴|溅起水花',
  ],
  astronaut: ['astronaut|cosmonaut|spaceman|space suit|spacewalk|spacesuit', '宇航员|航天员|太空人|宇航服|太空漫步'],
  robot: ['robot|android|cyborg|mech|droid|humanoid robot', '机器人|机甲|智能机器人|机械人'],
  fireworks: [
    'firework|fireworks|fireworks show|new year|new year eve|celebration|sparkler|lunar new year|chinese new year|new year party|spring festival',
    '烟花|烟火|焰火|新年|跨年|放烟花|庆典|春节|过年|除夕|国庆|新春|新年烟花|元旦',
  ],
  lanterns: [
    'lantern|sky lantern|paper lantern|floating lantern|red lantern|mid autumn|lantern festival|lanterns|lantern show',
    '灯笼|孔明灯|天灯|红灯笼|花灯|元宵|河灯|中秋|元宵节|中秋节|灯会|元宵灯会|花灯会|元宵节灯会|灯笼节',
  ],
  candle: ['candle|candlelight|candlelit|flame', '蜡烛|烛光|烛火|火焰'],
  campfire: ['campfire|bonfire|fire|camp fire', '篝火|营火|火堆|烤火|篝火晚会'],
  tent: ['tent|camp|camping|camper|campsite|glamping|camping tent', '帐篷|露营|营地|露营地|野营|天幕'],
  fireplace: ['fireplace|hearth|cozy fire|crackling fire|log fire', '壁炉|炉火|火炉'],
  lighthouse: ['lighthouse|light house|beacon', '灯塔'],
  windmill: ['windmill|wind turbine|turbine', '风车|风力发电机|大风车'],
  castle: ['castle|fortress|fairy tale castle|knight', '城堡|堡垒|童话城堡'],
  'eiffel-tower': ['eiffel tower|the eiffel tower|eiffel|tour eiffel', '埃菲尔铁塔|铁塔|巴黎铁塔|艾菲尔铁塔'],
  'pearl-tower': ['oriental pearl tower|oriental pearl|pearl tower', '东方明珠|东方明珠塔|明珠塔'],
  bridge: [
    'bridge|suspension bridge|golden gate bridge|golden gate|brooklyn bridge|sea bridge|cable stayed bridge|long bridge',
    '大桥|桥|跨海大桥|跨江大桥|长江大桥|桥梁|港珠澳大桥|斜拉桥|吊桥',
  ],
  cabin: [
    'cabin|cottage|log cabin|wooden house|hut|chalet|house|farmhouse|home|snow cabin|little house',
    '小木屋|木屋|小屋|农舍|房子|屋子|雪屋|茅屋|民宿|小房子',
  ],
  planet: ['saturn|ringed planet|jupiter|planet with rings', '土星|土星光环|土星环|木星|带环的行星'],
  'light-ribbons': [
    'light ribbon|ribbon of light|light trail|neon line|abstract light|flowing light|ribbon|light stream|light wave',
    '光带|光轨|流光|光线|光的丝带|流动的光|光丝带|丝带',
  ],
};
