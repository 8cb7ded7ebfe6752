import type { Rows } from './lexicon-places.ts';
import type { Color, Mood, Move, Ratio } from './scene.ts';

export const colorRows: Rows<Color> = {
  red: ['red|crimson|scarlet', '红色|红|大红'],
  orange: ['orange|ginger|orange juice', '橙汁|橙色|橘色|橘|橙|橘猫'],
  yellow: ['yellow|lemonade', '柠檬茶|柠檬水|黄色|黄'],
  green: ['green|emerald', '绿色|绿|青龙|翠绿|碧绿|青翠'],
  blue: ['blue|navy|azure|turquoise|teal', '蓝色|蓝|湛蓝|蔚蓝|深蓝'],
  purple: ['purple|violet', '紫色|紫'],
  pink: ['pink|magenta', '粉色|粉红|粉红色|粉'],
  brown: ['brown|chestnut', '棕色|褐色|咖啡色|棕'],
  black: ['black', '黑色|黑|黑猫'],
  white: ['white|ivory', '白色|白|小白兔|白兔|白狐|白孔雀|洁白|雪白|白猫|白马'],
  gray: ['gray|grey|silver', '灰色|银色|灰|银'],
  gold: ['gold|rose gold|golden dragon', '金|玫瑰金|金龙|金黄|金黄色'],
};

export const moveRows: Rows<Move> = {
  'push-in': [
    'push in|dolly in|zoom in|forward|fly through|flying through|push|move in|approaching|track in|moving forward|first person|fpv',
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
    'rise|crane|crane up|tilt up|aerial|drone shot|drone footage|drone view|aerial drone shot|aerial view|drone aerial|drone flight|bird eye|birds eye|aerial shot|ascending|rising|lift off|top down|overhead|tilt',
    '升起|上升|航拍|无人机航拍|无人机拍摄|航拍视角|俯瞰|鸟瞰|升镜头|仰拍|俯拍|升降|腾空|缓缓升起',
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
    '平静|宁静|安静|温柔|柔和|舒缓|放松|轻柔|治愈|缓慢|钢琴|温馨|惬意|静谧|悠闲|缓缓|恬静|禅意|温暖|慢慢|柔光|古风',
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
