import { colorRows, moodRows, moveRows, ratioRows } from './lexicon-looks.ts';
import { placeRows, type Rows, timeRows, weatherRows } from './lexicon-places.ts';
import { subjectRows } from './lexicon-subjects.ts';
import type { Color, Mood, Move, Place, Ratio, Subject, TimeOfDay, Weather } from './scene.ts';

/** What a word says about a scene. One word may say two things: "night market" is a place and a time. */
export type Meaning =
  | { readonly slot: 'place'; readonly value: Place }
  | { readonly slot: 'time'; readonly value: TimeOfDay }
  | { readonly slot: 'weather'; readonly value: Weather }
  | { readonly slot: 'subject'; readonly value: Subject }
  | { readonly slot: 'color'; readonly value: Color }
  | { readonly slot: 'move'; readonly value: Move }
  | { readonly slot: 'mood'; readonly value: Mood }
  | { readonly slot: 'ratio'; readonly value: Ratio }
  /** `then` begins another shot, `list` may do so, `close` asks for a near framing, `rest` for sleep, `clothes` take a colour. */
  | { readonly slot: 'then' | 'list' | 'close' | 'rest' | 'clothes' | 'backdrop' | 'stand-in' };

export type Language = 'en' | 'zh';

const thenWords =
  'then|after that|afterwards|cut to|next|finally|followed by|later|->|=>|→|然后|接着|随后|最后|之后|再|切换到|转场|切到|接下来|紧接着';
const listWords = 'and|,|、|,|;|。|.|!|!|和|与|以及|及|跟|to|plus|到|&|+|/|\n|:|—|–';
const closeWords = 'close up|closeup|macro|close shot|detail shot|extreme close up|特写|近景|微距|大特写|细节';

const restWords =
  'sleep|sleeping|asleep|falls asleep|fall asleep|falling asleep|fell asleep|nap|napping|naps|sleeps|dozing|doze|curled up|snoozing|lie|lying|睡|睡觉|睡着|熟睡|打盹|打瞌睡|趴|趴在|躺|躺在|午睡|小憩|蜷缩';

/** What somebody wears takes the colour before it: a girl in a red dress. */
const clothes =
  'dress|gown|coat|jacket|shirt|suit|hoodie|sweater|t shirt|skirt|raincoat|uniform|裙|裙子|长裙|连衣裙|衣服|外套|衬衫|毛衣|西装|大衣|风衣|衣|上衣|卫衣|雨衣';

/** A ground in one colour: on a pink background. */
const backdropWords = 'background|backdrop|背景|背景墙|底色';

/** What nobody has drawn yet, where its parts would be taken for something else: `ice cream` is neither ice nor a cream. */
const notDrawn =
  'zebra crossing|crocodile leather|ice rink|fire engine|fire truck|sea lion|dragon fruit|cable car|snow leopard|小提琴|火龙果|缆车|红烧肉|火烈鸟|海狮|海豹|马戏|河马|斑马线|蜗牛|变色龙|雪豹|水龙头|牛奶|牛仔|牛仔裤|牛油果|黄牛票|马戏团|海牛|狼狈|狼烟|恐龙化石|年夜饭|羊毛|羊肉|羊驼|小熊猫玩偶|壁画|兵马俑|书包|粽子|书法|书法家|毛笔|毛笔字|壁画|马术|马拉车|海马|河马|蚂蚁';

/** What is drawn as something near it, and said: a hamster has no bushy tail. */
const standIns =
  'hamster|bear|brown bear|swan|goose|wine|wine bottle|whisky|police car|bus|truck|van|samurai|swordsman|monk|仓鼠|熊|天鹅|鹅|大白鹅|鸳鸯|红酒|威士忌|警车|公交车|卡车|侠客|剑客|僧人|武士';

/** Words that need not be drawn, so that nobody is told that they were not understood. */
const englishFillers =
  'wearing|wears|wear|wore|dressed|made|falls|fall|falls down|falls off|falls over|fell|2|3|a|an|the|of|in|on|at|by|with|from|into|over|under|near|through|along|across|around|behind|between|beside|for|as|is|are|be|it|its|his|her|their|my|your|our|this|that|these|those|there|some|one|two|three|few|many|several|while|where|when|who|which|very|really|so|up|down|out|off|back|front|left|right|slowly|quickly|please|make|create|generate|draw|show|film|shoot|want|need|like|i|me|we|you|can|could|would|let|s|video|clip|movie|short|shot|scene|footage|second|sec|minute|long|camera|lens|view|angle|wide|style|look|feel|feeling|quality|high|low|hd|full|4k|8k|uhd|1080p|720p|title|titled|named|called|caption|text|subtitle|music|song|sound|track|background|add|insert|use|put|set|has|have|new|old|big|small|little|tiny|large|huge|giant|beautiful|lovely|pretty|nice|great|amazing|stunning|gorgeous|perfect|realistic|photorealistic|hyperrealistic|detailed|against|toward|towards|above|below|beneath|onto|inside|outside|next to|whole|all|every|each|no|not|without|more|most|just|only|also|too|move|moving|walk|walking|sit|sitting|stand|standing|look|looking|watch|watching|drift|drifting|float|floating|glide|glowing|glow|shine|shining|sparkle|sparkling|reflect|reflecting|reflection|pass|passing|steam|steaming|hot|cold|fresh|empty|single|lone|distant|far|away|light|lights|shadow|color|colour|colorful|colourful|rich|deep|travel|trip|story|ambient|background music|take|gets|get|goes|go|going|come|coming|rising|falling|ready|play|playing|jump|jumping|stretch|stretching|ride|riding|row|rowing|launch|launching|blow|blowing|wind|windy|breeze|water|ground|floor|wall|top|side|middle|center|centre|foreground|start|begin|end|ending|opening|effect|filter|tone|mood|vibe|atmosphere|aesthetic|composition|cup|bowl|plate|glass|wooden|old|young|run|runs|cross|crossing|eat|eating|drink|drinking|read|reading|hold|holding|wait|waiting|smile|smiling|laugh|bloom|blooming|burn|burning|rider|gallop|galloping|swim|swimming|dive|chase|chasing|explode|burst|bursting|pour|pouring|tropical|capped|gently|softly|flower|swaying|sway|spread|wave|waving|gather|land|landing|arrive|leave|leaving|speed|speeding|race|racing|roll|rolling|hang|hanging|fill|filled|covered|surrounded|full of|kind|type|style of|bit|lot|piece|pair|couple of|row of|line of|sits|stands|walks|flies|drives|rides|swims|plays|time lapse|timelapse|hyperlapse|slow motion|does|do|doing|types|scores|score|pours|waves at|waves in|waves to|waves and|waves hello|waves from|wave at|wave to|friendly|luxury|marble|stone|soap|tall|round|modern|elegant|fancy|premium|delicious|tasty|happy|vast|dense|lush|ancient|cute|baby|adorable|funny|covered in|made of|over it|busy|cosy|friends|game|world|place|scenery|landscape|nature|view of|views|close|open|clean|minimal|minimalist|simple|ultra|hdr|intro|outro|logo|promo|promotion|brand|branding|commercial video|social media|reels|tiktok video|youtube|vlog|advertising|campaign|summer sale|sale|shop|store|crisp|smooth|fluffy|shiny|glossy|spins|turns|shines|glows|falls|rises|sets|appears|opens|closes|starts|ends|grows|runs through|sitting by|sits by|works|working|enjoying|enjoys|having|drinks|eats|looks|looks at|talks|talking|smiles|celebrates|celebrating|sparkles|behind it|frame|frames|scenes|sequence|montage|sunny day|warm light|warm lighting|lighting|backlit|silky|steam rising|rising steam|soft light|soft lighting|bokeh background|depth of field|shallow depth of field|blurred|blurry|hands|hand|face|eyes|hair|hat|caucasian|male|female|asian|american|european|chinese|japanese|korean|french|italian|indian|air|coastal|soaring|hopping|flowing|grilling|arriving|melting|herd|lamp|crossing|futuristic|wood fired|wood fired oven|oven fresh|poster|ice cube|ice cubes|cheesy|glides|gliding|winding|winding over|dust|red dust|trots|trotting|grazing|spreads its tail|spreads|erupts|erupting|flows|among|lands|after|lifting|pulled|driving|drive|beige|crashing|crashing on|applying|leaps|leaps out of|leaping|carves|carves down|with fire|with flames|in flames|in the air|chopsticks|slice|sauce|chocolate sauce|melting chocolate|chocolate|lime|board|platter|making|teaching|training|packed|wild|barrel|aisle|beauty|wireless|tech|japan|china|norway|iceland|italy|france|switzerland|america|europe|asia|india|korea|thailand|scene of|presents|sleepy|branch|howling|howls|roaring|roars|banana|swiss|prehistoric|stomping|herds|chewing|hooting|climbing|climbs|follows|mother and baby|family of|gears turning|swirling|steamy|slopes|carving|bathing|sunbathing|performing|performance|lifts|weights|sweat|motivational|opponent|ropes|lasers|success|hop|hops|hopping|waves from|slicing|sizzling|plating|served|discussion|discuss|celebrating success|math|mathematics|lecture hall|playing at|powder|downhill|racing downhill|crib|cot|with ice|with ice cubes|on ice|clinking|clink|petals falling|down the aisle|walking down|rosemary|spicy|plays with|toys|jumping for joy|cheering|hands up|candle lit|hall|concert hall|encore|exchange|vows|rings|falling|flying|howl|blooming|carved|glowing pumpkins|steppe|nomad|magic|magical spell|fighting a|in front of|medieval|sword|armor|armored|swimming|swims|orbits|orbiting|bending light|bends|solar panels|solar panel|panels|educational|animation|animated|science|science class|explained|unwrap|opening gifts|cleaning|cleans|cleaning up|cleaner robot|dust|hens|crows|crowing|pecking|farmyard|waddles|acorn|nuts|nut|paws|arctic ice|pond ducks|walks the runway|walking the runway|flashes|red gown|fall from the sky|streak|streaks|wish|wishes|makes a wish|staff|brave|battle|fights|fighting|ships|zoom|zooms|zooming|between|skyscrapers glow|cub|under a|stone bridges|prayer|swims|slithering|slithers|circling|circles|on its perch|talking bird|harvests|healthy|fresh|dressing|syrup|dripping|drips|butter|stack of|opened|pages|page|turning|turn the page|torch|reflection pool|saves|rescue|rescues|smoke and fire|putting out|flexing|cape|lily pads|lily pad|through the grass|dressing|top view|flat lay|ugc style|ugc|b roll|broll|footage of|real estate|tour|tired|smiling|holding|puts out|puts|magic dust|deep blue|ice cold|iced|condensation|being|lifted|proposal|proposes|on one knee|knee|emerging|motivation|wakes up|wakes|electric|seed|exploring|trek|goal|scoring|scores a|line|explains|performer|jewel|sparkling ring|first|work|to work';
const chineseFillers =
  '穿|穿着|身穿|戴|戴着|头戴|佩戴|下车|上车|到站|归来|归|裹着|抓|追人|的|地|得|在|里|中|上|下|内|外|旁|前|后|边|一|个|只|条|辆|艘|座|片|杯|碗|位|名|朵|棵|列|架|束|匹|张|群|对|两|三|几|些|了|着|过|是|有|被|把|将|从|向|往|让|给|为|我|你|想|要|请|帮|做|制作|生成|画|拍|拍摄|来|去|视频|短片|片段|镜头|画面|场景|秒|分钟|时长|高清|全高清|超清|标题|字幕|文字|写|音乐|配乐|配|背景|背景音乐|加|加上|插入|添加|用|放|很|非常|特别|大|小|新|老|旧|高|低|远|近|远处|近处|美丽|漂亮|好看|美|写实|逼真|风格|效果|质感|感|光|灯|灯光|影|影子|色|色彩|水|水面|倒影|地面|风|微风|慢|快|缓缓|慢慢|静静|轻轻|走|走路|散步|行走|漫步|坐|站|看|看着|望|望着|漂|漂浮|飘|飘动|流动|流|升|落|洒|照|映|闪烁|闪|发光|冒|热气|蒸汽|热|冷|旅行|旅途|故事|预告|短|长|全景|中景|远景|竖|横|版|屏|第|开始|结束|结尾|开头|时|当|就|都|也|还|并|而|或|等|那|这|它|他们|我们|之|于|以|起|出|开|停|停靠|停在|坐在|站在|走在|飞|划|划过|驶|驶过|经过|穿过|跑|奔跑|飞奔|玩|玩耍|追|追逐|伸懒腰|一只|一个|一条|一辆|一艘|一座|一片|一位|一名|一朵|一列|一架|一匹|一张|一群|一对|一起|风景|景色|景|气氛|氛围|感觉|意境|摇曳|升空|绽放|盛开|天|里面|外面|旁边|上面|下面|之间|中间|周围|空旷|美妙|超|极|最|满|多|少|吃|喝|竹子|背|背后|背景|空|腾腾|热气腾腾|缭绕|纷飞|队|新鲜|鲜|双|游|游泳|游过|跃|跃出|跳|跃起|翻滚|拍打|盘旋|环绕着|笼罩|覆盖|铺满|挂|挂着|点|点亮|亮|闪耀|闪亮|清新|清澈|明亮|古老|巨大|高大|孤|独自|一艘|两只|一群|等待|微笑|读|读书|骑|骑着|拿|拿着|抱|抱着|守|守护|倒|倒映|映照|映出|摆|摆着|放着|撑|撑着|举|举着|朝|朝着|沿|沿着|随|随着|伴|伴着|与|般|似的|一样|处|方|间|时候|时间|季节|画质|超高清|镜|不|没有|无|人生|生活|日常|美好|自然|大自然|奇观|唯|最后|手工|制|现代|传统|中国|中式|欧式|复古风|风情|卖|小哥|哥|一家三口|高级感|高级|国风|国潮|清爽|炊烟袅袅|炊烟|飞盘|追飞盘|宝宝|挂满|珍珠|延时|延时摄影|慢动作|掠过|光环|慢镜头|加班|敲|弹|打|送|吃着|喝着|品牌|宣传片|宣传|种草视频|带货视频|短剧|开场|片头|片尾|转|动|舞|热辣|香|美味|好吃|诱人|豪华|奢华|精致|高端|简约|极简|时尚|潮流|酷|炫酷|科技感|未来感|未来|科技|智能|萌|萌宠|可爱的|乖|帅|甜|暖|冰爽|解渴|清凉|活力满满|青春|回忆|校园|毕业|暑假|假期|周末|节日|快乐|幸福|甜蜜|爱|爱情|友情|亲子|励志|正能量|特效|大气磅礴|机位|视角|运镜|第一人称|无人机视角|俯视|仰视|对称|构图|前景|虚化|背景虚化|光线|逆光|侧光|顶光|丁达尔|胶片感|柔|淡|浓|深|浅|亮丽|鲜艳|五彩|五彩缤纷|彩色|多彩|斑斓|绚丽|璀璨|绚烂|灿烂|壮阔|辽阔|广阔|一望无际|连绵|起伏|层层|袅袅|潺潺|皑皑|茫茫|滚滚|翻涌|奔涌|倾泻|倾泻而下|飞溅|溅|洒落|洒满|穿梭|掠|叶|口|家|山脚下|脚下|沸腾|表演|演奏|夏|打闹|进站|晒|晒太阳|比赛|欢庆|飞行的|飞舞|海报|冰块|刚|刚出炉|出炉|拉丝|电商|水雾|升腾|深处|盘旋|飘落|刚刚|台阶|跨|跃过|举行|吹|喷发|开屏|展翅|红油|油|腾飞|喷涌|漂流|日式|科幻|行驶|飞驰|大道|门口|排队|新款|石板路|丰收|红墙|采茶|直播带货|直播|主播|美女主播|介绍|毕业季|家常菜|比赛中|鼓声|兰州|许愿|母子|非洲|树枝|枝|转头|咆哮|香蕉|嚎叫|峨眉|母女|父子|父女|草|吃草|漫山遍野|嬉戏|打哈欠|哈欠|抢|低头|抬头|成群|成群结队|蹦跳|蹦蹦跳跳|手里|开心地跳|跳得|妈妈|大妈|汗水|汗|学走路|张开双臂|双臂|讨论|滋滋|滋滋作响|作响|铁板|拼盘|麻辣|特|气泡|上升|飞驰而下|而下|冲下|招手|打招呼|挥手|酒|拳台|比拼|女|男|讲|数学|飞跃|励志短片|搞定|招牌|慢慢旋转|交换|誓言|走红毯|红毯|打扫|清扫|扫|客厅里|辉煌|灯火辉煌|转经|转经的|大战|妖怪|战|堆|一家|孩子堆|蒙蒙|下蛋|打鸣|啄|啄米|松果|坚果|捧着|浮冰|母子|夜晚|划过夜空|陨落|坠落|许|走在|t台上|挥舞|挥剑|剑|宝剑|高举|守卫|中世纪|缓缓转动|科普|动画|动画科普|运行|轨道|围绕|绕|围着|太阳转|拆|打开|拆开|惊喜的|飞越|之中|里飞|海底遨游|遨游|游弋|故乡|毡|牧民|牧羊|高清|断桥|草丛|叶子上|叶子|翻页|翻|油光发亮|大口|敬礼|国旗|飘扬|红旗|桂花|大口吃|水稻|玉米地|举起|披风|打针|抗疫|奔跑|忙碌|感人|清新|微笑|拿着|前后|对比|前后对比|样板间|展示|上空|站在|单膝下跪|单膝|下跪|跪|冰镇|包|包饺子|吸溜|种|穿楼|扫街|放飞|许愿|餐|送餐|回家|放学|墨香|节日|现场|堤岸|卖力|袭来|来袭|赏|赏月|亮晶晶|交换戒指|剥|丰盛|团圆|动起来|埋头苦读|苦读|七上八下|国货|丝绒|景点|提|提着|碰|满载而归|埋头|先';

/** Null: it is known that it cannot be drawn. */
type Lexicon = ReadonlyMap<string, readonly Meaning[] | null>;

function tabled(): Lexicon {
  const words = new Map<string, readonly Meaning[] | null>();
  const learn = (row: string, meaning: Meaning): void => {
    for (const word of row.split('|')) words.set(word, [...(words.get(word) ?? []), meaning]);
  };
  const slot = <Value extends string>(rows: Rows<Value>, means: (value: Value) => Meaning): void => {
    for (const value of keysOf(rows)) for (const row of rows[value]) learn(row, means(value));
  };
  slot(placeRows, (value) => ({ slot: 'place', value }));
  slot(timeRows, (value) => ({ slot: 'time', value }));
  slot(weatherRows, (value) => ({ slot: 'weather', value }));
  // A black cat is first black.
  slot(colorRows, (value) => ({ slot: 'color', value }));
  slot(subjectRows, (value) => ({ slot: 'subject', value }));
  slot(moveRows, (value) => ({ slot: 'move', value }));
  slot(moodRows, (value) => ({ slot: 'mood', value }));
  slot(ratioRows, (value) => ({ slot: 'ratio', value }));
  learn(thenWords, { slot: 'then' });
  learn(listWords, { slot: 'list' });
  learn(closeWords, { slot: 'close' });
  learn(restWords, { slot: 'rest' });
  learn(clothes, { slot: 'clothes' });
  learn(backdropWords, { slot: 'backdrop' });
  for (const filler of [...englishFillers.split('|'), ...chineseFillers.split('|')]) {
    if (!words.has(filler)) words.set(filler, []);
  }
  for (const word of notDrawn.split('|')) words.set(word, null);
  learn(standIns, { slot: 'stand-in' });
  return words;
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] {
  // A literal table has no keys but its own.
  return Object.keys(record) as Key[];
}

const lexicon = tabled();
/** Longest entries: English in words, Chinese in characters. */
const longest = { en: 4, zh: 6 };

/** A piece of a prompt: what it means, or null where the lexicon does not have it. `words` counts from the start. */
export type Piece = { readonly text: string; readonly at: number; readonly meanings: readonly Meaning[] | null };

/** Cuts a prompt (NFKC, without quotes) into pieces, longest match first, in time linear in its length. */
export function piecesOf(prompt: string): readonly Piece[] {
  const tokens = [
    ...prompt.matchAll(
      /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{Letter}\p{Number}])+(?:['’]\p{Letter}+)?|[-=]>|\n|[^\s]/gu,
    ),
  ].map(([token]) => token);
  const pieces: Piece[] = [];
  const add = (text: string, meanings: readonly Meaning[] | null): void => {
    pieces.push({ text, at: pieces.length, meanings });
  };
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at] ?? '';
    if (/^\p{Script=Han}/u.test(token)) {
      cutHan(Array.from(token), add);
      at += 1;
      continue;
    }
    const { meanings, words } = phraseAt(tokens, at);
    // A sign that says nothing is no word.
    if (meanings !== null || /\p{Letter}/u.test(token)) add(tokens.slice(at, at + words).join(' '), meanings);
    at += words;
  }
  return pieces;
}

/** `words` counts tokens, hyphens among them. */
type Phrase = { readonly meanings: readonly Meaning[] | null; readonly words: number };

/** The longest phrase that begins here; single hyphens join words as spaces do. */
function phraseAt(tokens: readonly string[], at: number): Phrase {
  let found: Phrase = { meanings: null, words: 1 };
  let phrase = '';
  const last = Math.min(tokens.length, at + longest.en * 2);
  for (let end = at, words = 0; end < last && words < longest.en; end += 1) {
    const token = (tokens[end] ?? '').toLowerCase();
    if (token === '-' && words > 0) continue;
    if (words > 0 && !/^\p{Script=Latin}/u.test(token)) break;
    words += 1;
    const meanings = [phrase + token, ...singulars(token).map((singular) => phrase + singular)]
      .map((form) => lexicon.get(form))
      .find((entry) => entry !== undefined);
    if (meanings !== undefined) found = { meanings, words: end - at + 1 };
    phrase += `${token} `;
  }
  return found;
}

function singulars(word: string): readonly string[] {
  const bare = word.replace(/['’]s$/u, '');
  const forms = bare === word ? [] : [bare];
  if (word.length < 4 || !word.endsWith('s')) return forms;
  forms.push(word.slice(0, -1));
  if (word.endsWith('es')) forms.push(word.slice(0, -2));
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  return forms;
}

function cutHan(letters: readonly string[], add: (text: string, meanings: readonly Meaning[] | null) => void): void {
  let unknown = '';
  const flush = (): void => {
    if (unknown !== '') add(unknown, null);
    unknown = '';
  };
  for (let at = 0; at < letters.length;) {
    let taken = Math.min(longest.zh, letters.length - at);
    while (taken > 0 && !lexicon.has(letters.slice(at, at + taken).join(''))) taken -= 1;
    if (taken === 0) {
      unknown += letters[at] ?? '';
      at += 1;
      continue;
    }
    flush();
    const text = letters.slice(at, at + taken).join('');
    add(text, lexicon.get(text) ?? null);
    at += taken;
  }
  flush();
}

/** What a place, a subject or a time is called, for names and for the agent's answers. */
export function labelOf(value: Place | Subject | TimeOfDay, language: Language): string {
  const [english, chinese] = { ...placeRows, ...subjectRows, ...timeRows }[value];
  return (language === 'zh' ? chinese : english).split('|', 1)[0] ?? value;
}
