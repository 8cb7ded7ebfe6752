import type { Place, TimeOfDay, Weather } from './scene.ts';

/** English words and Chinese ones, split by `|`; the first of each is the label. Plurals need no entry of their own. */
export type Rows<Value extends string> = Readonly<Record<Value, readonly [english: string, chinese: string]>>;

export const placeRows: Rows<Place> = {
  city: [
    'city|skyline|downtown|metropolis|skyscraper|cityscape|tower|high rise|rooftop|cyberpunk|times square|shanghai|tokyo|new york|hong kong|night city|city at night|city light|urban|tower block|financial district',
    '城市|都市|高楼|摩天大楼|大厦|天际线|楼顶|天台|赛博朋克|上海|外滩|东京|纽约|香港|重庆|北京|陆家嘴|城市夜景|都市夜景|大楼|市中心|夜城',
  ],
  street: [
    'street|alley|avenue|sidewalk|crosswalk|zebra crossing|road crossing|intersection|town square|plaza|lisbon|shop front|storefront|boulevard|pedestrian street|shopping street|paris|london|corner|city street|town|lane|skate spot',
    '街道|街头|大街|马路|广场|小巷|巷子|胡同|路口|十字路口|人行道|步行街|街角|斑马线|弄堂|街上|商店街|小镇|巴黎|伦敦|街|夜街|街区|街巷',
  ],
  village: [
    'village|old town|ancient town|temple|pagoda|shrine|palace|courtyard|forbidden city|kyoto|japanese street|japanese town|ancient city|chinatown|pavilion',
    '村庄|古镇|古城|日式街道|寺庙|寺院|宫殿|故宫|紫禁城|庭院|院子|亭子|乡村|村子|山村|宝塔|京都|古街|塔|仿古街|老街',
  ],
  'water-town': [
    'water town|water village|ancient water town|zhouzhuang|wuzhen|suzhou',
    '水乡|江南水乡|江南|乌镇|周庄|苏州|江南古镇|水乡古镇',
  ],
  canal: ['canal|venice|grand canal|venetian canal|canals of venice|amsterdam', '威尼斯|运河|水城|威尼斯水城|水巷'],
  market: [
    'market|night market|street food|food stall|bazaar|food court|street snack|hawker|snack street|barbecue stall|grocery',
    '集市|夜市|市场|小吃街|街头小吃|路边摊|大排档|小吃|菜市场|美食街|摊位|街头美食|地摊|烧烤摊',
  ],
  stadium: [
    'stadium|football field|soccer field|football pitch|football ground|football match|soccer match|football game|world cup|pitch|arena|match',
    '体育场|球场|足球场|足球赛|足球比赛|世界杯|绿茵场|赛场',
  ],
  'great-wall': ['great wall|the great wall|great wall of china', '长城|万里长城|烽火台|八达岭|城墙'],
  cafe: [
    'café|cafe|coffee shop|coffeehouse|coffee bar|bar|bistro|bakery|tea house|teahouse|restaurant|pub|barista|counter|diner|coffeeshop',
    '咖啡馆|咖啡厅|咖啡店|酒吧|餐厅|饭馆|面包店|书店|奶茶店|吧台|餐馆|茶馆|咖啡店里|火锅店',
  ],
  kitchen: [
    'kitchen|cooking|chef|baking|stove|wok|frying pan|recipe|oven|home cooking|cutting board|cook',
    '厨房|做饭|烹饪|下厨|炒菜|灶台|厨师|烘焙|煮饭|案板|做菜',
  ],
  room: [
    'room|window|windowsill|window sill|living room|bedroom|indoor|indoors|sofa|couch|desk|table|study|apartment|bed|bookshelf|office|library|interior|wooden table|dinner|family dinner|dining table|dinner table|dining room|thanksgiving|by the window|office desk|workplace|workspace|cosy room|co working|at home',
    '房间|窗边|窗台|窗前|窗户|窗外|客厅|卧室|室内|家里|沙发|书桌|桌上|餐桌|团圆饭|饭桌|晚餐|桌子|桌面|书房|公寓|床上|办公室|图书馆|木桌|窗|阳台|家中|工位|写字楼|宿舍|自习室|屋里|屋内',
  ],
  studio: [
    'studio|product|turntable|product shot|product showcase|packshot|pedestal|podium|commercial|showcase|display|plain background|product video|advert|ad|unboxing|advertisement|product ad',
    '产品|展台|转台|摄影棚|产品展示|商品|展示|棚拍|白底|纯色背景|广告|影棚|带货|种草|旋转展示|开箱|旋转台',
  ],
  stage: [
    'stage|concert|theater|theatre|show|spotlight|club|disco|nightclub|dance floor|gig|live house|auditorium|music festival|party|rave|rock concert',
    '舞台|演唱会|剧场|剧院|演出|音乐会|聚光灯|夜店|迪厅|舞池|音乐节|派对|晚会|礼堂',
  ],
  sea: [
    'sea|ocean|open water|harbor|harbour|bay|coast|horizon|seaside|sail|sailing|cliff|pier|port|seascape|mediterranean|at sea|coastline|waves|ocean wave|sea wave|big wave|crashing wave|breaking wave',
    '大海|海上|海面|海洋|海浪|海边|海湾|港口|海岸|海平面|出海|码头|浪花|波涛|悬崖|海|航行|惊涛|海水',
  ],
  beach: [
    'beach|sand|shore|palm|palm tree|island|seashore|hawaii|bali|maldives|sandy beach|coconut|surf',
    '沙滩|海滩|椰树|三亚海边|椰林|棕榈|海岛|岛屿|三亚|马尔代夫|夏威夷|巴厘岛|小岛|踏浪',
  ],
  lake: [
    'lake|pond|reservoir|still water|lakeside|loch|mirror lake|lotus pond',
    '湖|湖泊|湖面|湖水|湖边|池塘|荷塘|湖畔|水库|天池|青海湖',
  ],
  river: [
    'river|stream|creek|riverside|brook|rapids|riverbank|stone bridge|arch bridge|guilin|li river|yangtze',
    '河流|小溪|溪流|江面|江边|河边|江水|山涧|河面|石桥|拱桥|小桥|漓江|桂林|桂林山水|阳朔|三峡|长江|黄河|江|河|山水|国风山水|山水画|江河|水墨山水',
  ],
  waterfall: [
    'waterfall|the falls|niagara|niagara falls|victoria falls|iguazu falls|angel falls|cascade|iguazu',
    '瀑布|飞瀑|黄果树|大瀑布',
  ],
  underwater: [
    'underwater|coral|reef|coral reef|deep sea|seabed|aquarium|under the sea|ocean floor|diving|under water|beneath the wave|dive|deep ocean',
    '水下|海底|珊瑚|珊瑚礁|深海|水族馆|潜水|海底世界|海里|水族箱',
  ],
  mountains: [
    'mountain|snow mountain|snowy mountain|snow peak|snowy peak|peak|alps|himalaya|everest|summit|hill|ridge|valley|glacier|mountain range|canyon|cliffside|snow capped mountain|highland|mountain slope|slope|alpine|snow land|snowy land|snowfield|ski slope|ski resort|antarctica|antarctic|arctic|north pole|south pole|iceberg|polar',
    '雪山|山脉|高山|群山|山峰|山谷|山顶|喜马拉雅|珠峰|阿尔卑斯|冰川|峡谷|山|雪峰|黄山|梯田|大山|山峦|雪岭|雪原|雪坡|滑雪场|雪地里|南极|北极|冰山|阿尔卑斯山|青藏高原',
  ],
  volcano: [
    'volcano|volcanic eruption|erupting volcano|volcano eruption|lava|magma|active volcano|volcanic',
    '火山|火山喷发|火山爆发|岩浆|熔岩|活火山',
  ],
  fuji: ['mount fuji|fuji|mt fuji|fujiyama|fujisan', '富士山|富士山下|富士'],
  forest: [
    'forest|enchanted forest|wood|woods|jungle|rainforest|rain forest|woodland|pine|redwood|tree line|grove|birch|forest path|wilderness',
    '森林|树林|雨林|丛林|林间|林中|松林|白桦林|热带雨林|山林|密林|林子|枫林',
  ],
  bamboo: ['bamboo forest|bamboo|bamboo grove', '竹林|竹海|竹子林|竹'],
  desert: [
    'desert|dune|sand dune|sahara|gobi|oasis|wasteland|arid|cappadocia',
    '沙漠|沙丘|撒哈拉|戈壁|大漠|荒漠|绿洲|敦煌|鸣沙山|卡帕多奇亚|沙丘上',
  ],
  pyramids: [
    'pyramid|pyramids|pyramids of giza|egyptian pyramid|pyramids of egypt|egypt|sphinx',
    '金字塔|埃及金字塔|埃及|胡夫金字塔',
  ],
  mars: [
    'mars|red planet|martian|martian surface|surface of mars|martian landscape|on mars|alien planet',
    '火星|火星表面|红色星球|火星上|火星地表|外星球',
  ],
  meadow: [
    'meadow|green hill|grassy hill|rolling hill|grassland|field|prairie|farm|pasture|steppe|grass|savanna|flower field|flower meadow|sunflower field|countryside|farmland|lawn|savannah|field of flowers|wildflower|hillside|tea field|tea plantation',
    '草地|草原|田野|牧场|原野|花田|花丛|鲜花盛开|花海|农场|农田|草坪|大草原|田间|向日葵花田|野花|呼伦贝尔|田园|山坡|茶山|茶园',
  ],
  vineyard: ['vineyard|winery|vine', '葡萄园|酒庄'],
  lavender: ['lavender field|lavender|provence', '薰衣草|薰衣草田|普罗旺斯|薰衣草花田'],
  rapeseed: ['rapeseed field|rapeseed|canola|canola field|yellow field', '油菜花|油菜花田|油菜花海|油菜田'],
  wheat: [
    'wheat field|wheat|barley|cornfield|corn field|golden field|rice field',
    '麦田|麦浪|稻田|麦子|金色的田野|金黄的田野|稻谷|金色田野|田里|稻花|稻海',
  ],
  park: [
    'park|garden|playground|backyard|yard|botanical garden|campus|kindergarten|bench|orchard|zoo|schoolyard|skate park|skatepark|basketball court',
    '公园|花园|操场|游乐园|后院|植物园|校园|长椅|果园|动物园|园林|游乐场|幼儿园|大学校园|操场上|滑板公园|小区',
  ],
  road: [
    'road|highway|freeway|motorway|route|road trip|winding road|desert road|mountain road|country road|race track|racetrack|open road|asphalt|tunnel',
    '公路|高速公路|高速|马路上|山路|盘山公路|赛道|自驾|道路|隧道|乡间小路|国道',
  ],
  'coastal-road': [
    'coastal road|coast road|coastal highway|coastal drive|pacific coast highway|seaside road|ocean road',
    '沿海公路|滨海公路|海滨公路|海边公路|环海公路|海岸公路',
  ],
  railway: [
    'railway|railroad|rail|track|train track|train station|station|platform|railway station|tram',
    '铁路|铁轨|轨道|火车站|车站|站台|月台|高铁站|轨',
  ],
  subway: [
    'subway|metro|subway station|subway platform|metro station|underground station|subway train|metro train|subway car',
    '地铁|地铁站|地铁站台|地铁里|地铁车厢|地铁口',
  ],
  sky: [
    'sky|cloud|white cloud|above the cloud|aerial|in the air|heaven|skies|flying|fly',
    '天空|云|云中|白云|云里|云端|空中|天上|高空|云层|飞行|云朵|飞翔|飞过|天际|云上',
  ],
  space: [
    'space|galaxy|universe|nebula|planet|outer space|earth|cosmos|milky way|orbit around earth|solar system|star field|starship|space station|black hole|interstellar|cosmic|zero gravity|saturn',
    '太空|宇宙|银河|星云|星球|地球|外太空|行星|太阳系|空间站|黑洞|星系|星际|银河系|失重|土星|土星光环',
  ],
  moon: [
    'moon surface|lunar|lunar surface|on the moon|moonwalk|crater|moon landing|surface of the moon|walk on the moon|moon base',
    '月球|月面|月球表面|登月|环形山|月球上|月表',
  ],
  gym: [
    'gym|fitness center|fitness studio|weight room|boxing ring|sports hall|training hall|gymnasium',
    '健身房|健身中心|健身馆|拳馆|体育馆|训练馆|拳击台',
  ],
  classroom: [
    'classroom|school|blackboard|lecture hall|chalkboard|primary school|high school|middle school|kindergarten classroom|school room',
    '教室|课堂|黑板|学校|讲台|小学|中学|高中|班级',
  ],
  church: [
    'church|cathedral|chapel|church aisle|altar|nave|basilica|wedding chapel',
    '教堂|大教堂|礼拜堂|圣坛|婚礼教堂',
  ],
  'west-lake': [
    'west lake|hangzhou|jiangnan lake|chinese garden|chinese lake',
    '西湖|西湖断桥|断桥残雪|断桥|西湖断桥残雪|杭州|杭州西湖|江南园林|苏堤|雷峰塔|瘦西湖|烟雨江南',
  ],
  abstract: [
    'abstract|light trail|particle|bokeh|gradient|liquid|ink|smoke|texture|shape|geometry|wave of light|flowing light|abstract light|light show|silk|loop background|fluid|kaleidoscope|fractal|motion graphic|screensaver|hologram',
    '抽象|光影|粒子|光斑|渐变|流光|光线流动|水墨|墨水|烟雾|几何|流体|光轨|丝绸|炫光|万花筒|光束|流动的光|动态背景|光效',
  ],
};

export const timeRows: Rows<TimeOfDay> = {
  dawn: [
    'dawn|morning|sunrise|early morning|daybreak|first light|morning light|breakfast|misty morning|sun rises|at sunrise|sun rise',
    '清晨|早晨|日出|黎明|破晓|清早|晨光|早上|晨曦|朝阳|早餐|拂晓|晨雾|晨跑|清晨时分|朝霞|旭日',
  ],
  day: [
    'day|daytime|noon|midday|sunny|sunshine|bright|afternoon|sunlight|summer|blue|summer day|broad daylight|sun',
    '白天|正午|中午|晴天|阳光|下午|午后|夏天|夏日|大晴天|阳光明媚|烈日|晴朗|日光|太阳',
  ],
  sunset: [
    'sunset|dusk|golden hour|twilight|evening|golden|sundown|golden light|magic hour|warm glow|evening glow|setting sun|late afternoon',
    '日落|黄昏|夕阳|傍晚|金色|晚霞|落日|暮色|余晖|黄金时刻|暖阳|薄暮',
  ],
  night: [
    'night|under the milky way|under a starry sky|milky way above|midnight|nighttime|neon|starry|starry sky|star|moonlight|moonlit|moon|dark|nightfall|late night|neon light|aurora|northern light|full moon|starlight|stargazing|neon sign|neon lit|tonight|blue hour|cyberpunk|at midnight|starry night|night sky|city at night|night city|under the stars|city lights|star trail|stars above',
    '夜晚|城市夜景|都市夜景|月夜|月下|夏夜|银河下|银河星空|星空下|银河星空下|星空银河|北极光|极光下|夜里|夜色|深夜|午夜|霓虹|星空|月光|星星|夜间|夜空|月亮|晚上|霓虹灯|极光|夜|繁星|满月|灯火|星光|华灯|凌晨|雨夜|雪夜|赛博朋克|星夜|除夕夜|夜空中|通宵|加班|跨年夜|夜景|夜市',
  ],
};

export const weatherRows: Rows<Weather> = {
  clear: ['clear|clear sky|cloudless|blue sky|blue skies', '晴|晴空|万里无云|蓝天|蓝天白云|碧空'],
  clouds: ['cloudy|overcast|grey sky|gray sky|drifting cloud|sea of clouds', '多云|阴天|云海|乌云|云卷云舒'],
  rain: [
    'rain|rainy|raining|rainfall|drizzle|wet|light rain|heavy rain|downpour|umbrella|raindrop|puddle|rain soaked',
    '下雨|雨|雨天|雨夜|细雨|小雨|大雨|暴雨|雨中|雨滴|湿漉漉|雨后|雨季|春雨|雨水|伞|雨巷|油纸伞|撑伞',
  ],
  snow: [
    'snow|snowing|snowy|winter|snowfall|snowflake|blizzard|christmas|in the snow|snowstorm|frozen|ice|icy',
    '下雪|雪|雪花|冬天|飘雪|大雪|雪地|冬日|雪夜|冰雪|暴风雪|雪景|圣诞|初雪|雪中|冬季|冰|冰面|冰上|雪地里|雪原|雪坡',
  ],
  fog: ['fog|foggy|mist|misty|haze|hazy|smog', '雾|薄雾|大雾|晨雾|迷雾|雾气|云雾|烟雨|雾中|朦胧|云雾缭绕'],
  storm: [
    'storm|stormy|thunder|lightning|thunderstorm|rough sea|hurricane|tempest|typhoon|raging',
    '暴风雨|雷雨|闪电|打雷|风暴|台风|狂风|巨浪|雷电|惊涛骇浪|暴风',
  ],
  leaves: [
    'autumn|fall|falling leaf|falling leaves|maple|autumn leaves|golden leaves|autumn leaf|fall leaf|fall color|leaves|foliage|maple leaf',
    '秋天|落叶|枫叶|秋日|银杏|红叶|秋叶|金秋|秋季|秋|深秋',
  ],
  petals: [
    'spring|cherry blossom|sakura|petal|blossom|falling petal|cherry tree|peach blossom|plum blossom',
    '春天|樱花|花瓣|桃花|春日|梅花|飞花|花雨|春季|桃林|梨花|杏花|樱花林|樱花树|樱花树下|桃花林',
  ],
  aurora: [
    'aurora|northern light|aurora borealis|polar light|southern light|aurora dancing|aurora borealis dancing|northern lights dancing|northern lights dance|dancing northern lights|dancing aurora|aurora dances',
    '极光|北极光|南极光|极光舞动',
  ],
  rainbow: ['rainbow|double rainbow|after the rain|after rain', '彩虹|双彩虹|雨过天晴|雨后彩虹|一道彩虹'],
};
