import { animalRows } from './lexicon-animals.ts';
import { peopleRows } from './lexicon-people.ts';
import type { Rows } from './lexicon-places.ts';
import type { Subject } from './scene.ts';

export const subjectRows: Rows<Subject> = {
  ...animalRows,
  ...peopleRows,
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
  submarine: ['submarine|yellow submarine|u boat|submersible', '潜水艇|潜艇|黄色潜水艇|核潜艇'],
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
  motorbike: ['motorbike|motorcycle|biker|motorcyclist|harley|superbike|dirt bike', '摩托车|机车|摩托|骑摩托|机车手'],
  train: [
    'train|high speed train|bullet train|freight train|subway train|tram|metro train|subway|metro|light rail',
    '火车|列车|高铁|动车|子弹头列车|地铁|电车|轻轨|轻轨穿楼|单轨',
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
    'hot air balloon|balloon ride|balloon festival|hot air balloon festival|hot air balloons|balloons over cappadocia|balloons rise|air balloon|air balloons',
    '热气球|热气球节',
  ],
  drone: ['drone|quadcopter|uav', '无人机|四轴飞行器'],
  rocket: [
    'rocket|rocket launch|spacecraft|spaceship|launch|space shuttle|shuttle launch|missile',
    '火箭|飞船|宇宙飞船|火箭发射|航天飞机|发射',
  ],
  'food-stall': [
    'food stall|street food|street vendor|night market|vendor|hawker|noodle stall|barbecue|bbq|skewer|kebab|snack|street snack|grill|food cart|street kitchen|grilled skewer',
    '小吃摊|街头小吃|小吃|烧烤|烤串|路边摊|大排档|夜市|摊贩|小贩|串串|煎饼|羊肉串|美食|臭豆腐|街头美食|糖葫芦',
  ],
  coffee: [
    'coffee|coffee cup|cup of coffee|latte|espresso|cappuccino|mug|cup|hot chocolate|latte art|coffee pouring|barista|latte coffee|flat white|pours latte art',
    '咖啡|咖啡杯|拿铁|一杯咖啡|热可可|杯子|美式|手冲咖啡|卡布奇诺|拉花|一杯拿铁|咖啡拉花|咖啡师|咖啡师拉花|冰咖啡|冰美式|冰拿铁',
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
    'juice|cocktail|lemonade|drink|smoothie|beverage|iced tea|orange juice|mojito|cold drink|iced drink|soft drink',
    '果汁|鸡尾酒|柠檬水|饮料|冷饮|气泡水|橙汁|冰饮|莫吉托|柠檬茶|冰柠檬水|冰柠檬茶|冰水|冰茶',
  ],
  cake: [
    'cake|birthday cake|dessert|cupcake|pastry|bread|cheesecake|birthday|strawberry cake|chocolate cake|birthday party|wedding cake|candles on a cake',
    '蛋糕|生日蛋糕|甜品|面包|甜点|糕点|生日|草莓蛋糕|生日派对|生日快乐',
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
    'fruit|apple|orange slice|strawberry|lemon|peach|grape|bowl of fruit|cherry|mango|watermelon|oranges',
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
    'perfume|perfume bottle|bottle|cosmetic|skincare|serum|serum bottle|dropper bottle|serum dropper bottle|fragrance|cream|lotion|wine|whisky|wine bottle',
    '香水|瓶子|化妆品|护肤品|精华|香氛|面霜|红酒|香水瓶|威士忌|精华液|瓶',
  ],
  lipstick: ['lipstick|lip gloss|makeup|make up|rouge|cosmetics', '口红|唇釉|彩妆|唇膏|化妆'],
  sneaker: [
    'sneaker|shoe|running shoe|trainer|boot|basketball shoe|sneakers|nike|running shoes|high heel',
    '球鞋|运动鞋|鞋|跑鞋|鞋子|篮球鞋|靴子|跑步鞋|球鞋广告|高跟鞋',
  ],
  watch: ['watch|wristwatch|luxury watch|smartwatch|clock|mechanical watch', '手表|腕表|机械表|智能手表|钟表|钟|名表'],
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
  castle: ['castle|fortress|fairy tale castle', '城堡|堡垒|童话城堡'],
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
  cola: [
    'cola|coke|iced cola|glass of cola|coca cola|pepsi|soda|root beer|fizzy drink|energy drink',
    '可乐|冰可乐|汽水|可口可乐|百事可乐|碳酸饮料|能量饮料',
  ],
  beer: [
    'beer|beers|craft beer|beer mug|mug of beer|pint|lager|cheers|clinking glasses|brewery|beer festival|ice cold beer|cold beer',
    '啤酒|扎啤|精酿|碰杯|干杯|啤酒节|鲜啤|一杯啤酒|冰啤酒|冰镇啤酒',
  ],
  sushi: [
    'sushi|sashimi|sushi platter|sushi roll|nigiri|japanese food|sushi chef|omakase',
    '寿司|刺身|寿司拼盘|日料|生鱼片|日本料理|三文鱼',
  ],
  steak: [
    'steak|beef steak|ribeye|tomahawk|wagyu|grilled steak|beef|sirloin|roast beef|sizzling steak',
    '牛排|煎牛排|牛扒|战斧牛排|和牛|铁板牛排|牛肉',
  ],
  crayfish: [
    'crayfish|crawfish|lobster|spicy crayfish|shrimp|prawn|seafood|crab',
    '小龙虾|龙虾|麻辣小龙虾|虾|大闸蟹|螃蟹|海鲜',
  ],
  meteors: [
    'meteor shower|meteor|meteors|shooting star|shooting stars|falling stars|perseids|comet',
    '流星雨|流星|彗星|狮子座流星雨|英仙座流星雨',
  ],
  fireflies: ['firefly|fireflies|glowing insects|lightning bugs', '萤火虫|流萤'],
  'black-hole': ['black hole|event horizon|supermassive black hole|wormhole|accretion disk', '黑洞|虫洞|视界'],
  'solar-system': [
    'solar system|planets|orbiting planets|eight planets|planets orbiting the sun|planetary system',
    '太阳系|八大行星|行星运行|九大行星',
  ],
  'flying-cars': [
    'flying car|flying cars|hover car|hovercar|air taxi|flying taxi|flying vehicle|hovercraft|ufo|spacecrafts',
    '飞行汽车|飞车|悬浮汽车|空中出租车|飞行器|浮空车|飞碟',
  ],
  satellite: [
    'satellite|space station|space probe|space telescope|iss|solar panels in space|spacecraft in orbit|sputnik',
    '卫星|人造卫星|空间站|太空站|探测器|北斗|太空望远镜',
  ],
  vacuum: [
    'robot vacuum|vacuum robot|vacuum cleaner|roomba|robotic vacuum|vacuum|robot cleaner|vacuuming',
    '扫地机器人|扫地机|吸尘器|扫拖机器人|拖地机器人',
  ],
  pumpkin: [
    'pumpkin|halloween|jack o lantern|halloween pumpkin|pumpkins|jack o lanterns|trick or treat|spooky|haunted house',
    '南瓜|万圣节|南瓜灯|万圣夜|鬼屋',
  ],
  snowman: ['snowman|snowmen|building a snowman|snow man', '雪人|堆雪人'],
  gift: [
    'gift|gift box|present|presents|gifts|gift boxes|unwrapping|surprise box|christmas gifts',
    '礼物|礼盒|礼物盒|惊喜|礼品|拆礼物|伴手礼',
  ],
  yurt: ['yurt|ger|mongolian yurt|mongolian|mongolia|nomad camp', '蒙古包|毡房|毡包|内蒙古'],
  potala: ['potala|potala palace|tibet|lhasa|tibetan palace|tibetan monastery', '布达拉宫|西藏|拉萨|藏地|西藏布达拉宫'],
  'stilt-houses': ['hongya cave|hongyadong|stilt houses|hongya|stilt house', '洪崖洞|吊脚楼|重庆洪崖洞|凤凰古城'],
  liberty: ['statue of liberty|lady liberty|liberty statue', '自由女神|自由女神像'],
  'big-ben': [
    'big ben|london bridge tower|elizabeth tower|westminster|double decker bus|red double decker bus',
    '大本钟|伊丽莎白塔|双层巴士',
  ],
  'taj-mahal': ['taj mahal|agra', '泰姬陵'],
  'opera-house': ['sydney opera house|opera house|sydney', '悉尼歌剧院|悉尼|歌剧院'],
  'temple-of-heaven': ['temple of heaven|hall of prayer', '天坛|祈年殿|天坛公园'],
  tiananmen: ['tiananmen|tiananmen square|tian an men', '天安门|天安门广场|升国旗|升旗'],
  book: [
    'book|books|open book|reading a book|novel|storybook|old book|notebook pages|textbook|library books|diary|fairy tale book',
    '书|书本|打开的书|看书|小说|书籍|翻书|古籍|绘本|课本|故事书|读书',
  ],
  salad: [
    'salad|salad bowl|vegetables|fresh vegetables|healthy food|vegan|veggie|veggies|lettuce|healthy meal|vegetable',
    '沙拉|蔬菜|轻食|健康餐|减脂餐|蔬菜沙拉|青菜|有机蔬菜',
  ],
  pancakes: [
    'pancake|pancakes|stack of pancakes|waffle|waffles|maple syrup|french toast|brunch',
    '松饼|煎饼塔|舒芙蕾|华夫饼|枫糖|早午餐|薄饼',
  ],
  mooncake: ['mooncake|mooncakes|moon cake|moon cakes', '月饼|月饼礼盒|中秋月饼|冰皮月饼|五仁月饼'],
  villa: [
    'villa|mansion|modern house|luxury house|luxury home|swimming pool|pool|dream house|modern villa|pool villa|property|bungalow',
    '别墅|豪宅|泳池|游泳池|样板间|现代别墅|豪华别墅|度假别墅|庄园',
  ],
  ring: [
    'ring|diamond ring|diamond|engagement ring|wedding ring|jewelry|jewellery|gemstone|rings',
    '戒指|钻戒|钻石|珠宝|首饰|对戒|婚戒|宝石|翡翠',
  ],
  'paper-boat': ['paper boat|paper boats|origami boat|folded paper boat', '纸船|小纸船|折纸船|纸折的小船'],
};
