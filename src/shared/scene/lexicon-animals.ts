import type { Rows } from './lexicon-places.ts';
import type { Subject } from './scene.ts';

export const animalRows = {
  cat: [
    'cat|kitten|kitty|tabby|feline|kittens|siamese cat|persian cat',
    '猫|小猫|猫咪|橘猫|黑猫|白猫|喵星人|宠物猫|小奶猫|布偶猫|狸花猫|英短',
  ],
  dog: [
    'dog|puppy|corgi|golden retriever|husky|shiba|labrador|poodle|dachshund|beagle|pug|pet dog|puppies|pet|bulldog|dalmatian',
    '狗|小狗|狗狗|柯基|金毛|哈士奇|柴犬|犬|宠物狗|宠物|泰迪犬|边牧|拉布拉多|修勾|小奶狗',
  ],
  bird: [
    'bird|seagull|gull|eagle|swallow|flock|flock of birds|crane|pigeon|dove|goose',
    '鸟|小鸟|海鸥|飞鸟|老鹰|燕子|鸟群|白鹭|鸽子|大雁|雄鹰|仙鹤',
  ],
  fish: ['fish|school of fish|tropical fish|clownfish', '鱼|鱼群|热带鱼|小丑鱼|小鱼'],
  koi: ['koi|koi fish|goldfish|koi carp|carp|koi pond', '锦鲤|金鱼|鲤鱼|红鲤|锦鲤池'],
  whale: ['whale|humpback|dolphin|blue whale', '鲸鱼|鲸|海豚|蓝鲸|座头鲸'],
  jellyfish: ['jellyfish|medusa', '水母'],
  turtle: ['turtle|sea turtle|tortoise|baby turtle', '海龟|乌龟|龟|小海龟|大海龟'],
  horse: ['horse|pony|stallion|wild horse|galloping horse', '马|骏马|白马|野马|小马|马儿|奔马'],
  panda: ['panda|giant panda|baby panda|panda cub|red panda|panda family', '熊猫|大熊猫|熊猫宝宝|小熊猫|国宝|熊猫一家'],
  tiger: ['tiger|tigers|bengal tiger|siberian tiger|tiger cub|tiger cubs|big cat', '老虎|猛虎|虎|东北虎|小老虎|华南虎'],
  lion: [
    'lion|lion king|lioness|lion cub|african lion|male lion|lion family',
    '狮子|狮子王|雄狮|小狮子|狮|母狮|狮子一家',
  ],
  elephant: [
    'elephant|elephants|baby elephant|african elephant|mammoth|elephant family',
    '大象|小象|象|象群|非洲象|亚洲象|大象一家',
  ],
  rabbit: [
    'rabbit|rabbits|bunny|bunnies|hare|easter bunny|rabbit family',
    '兔子|小兔子|小白兔|白兔|兔|野兔|玉兔|兔子一家',
  ],
  fox: ['fox|foxes|red fox|arctic fox|fox cub|baby fox|vixen', '狐狸|小狐狸|赤狐|白狐|火狐|北极狐'],
  deer: [
    'deer|stag|fawn|reindeer|elk|doe|moose|sika deer|baby deer|antelope|gazelle',
    '鹿|小鹿|梅花鹿|麋鹿|驯鹿|雄鹿|鹿群|羚羊|藏羚羊',
  ],
  sheep: ['sheep|lamb|ewe|flock of sheep|ram', '羊|绵羊|小羊|羊群|羊羔|小绵羊'],
  penguin: [
    'penguin|baby penguin|emperor penguin|penguin chick|penguin family',
    '企鹅|小企鹅|帝企鹅|企鹅宝宝|企鹅一家',
  ],
  peacock: ['peacock|peafowl|peacock feather', '孔雀|孔雀开屏|绿孔雀|白孔雀'],
  bee: ['bee|honeybee|bumblebee|honey bee|bumble bee', '蜜蜂|小蜜蜂|大黄蜂|采蜜'],
  teddy: [
    'teddy bear|teddy|bear|plush toy|stuffed animal|stuffed bear|plush|toy bear|brown bear',
    '泰迪熊|玩具熊|毛绒熊|小熊|熊|毛绒玩具|布娃娃|棕熊|玩偶|玩具',
  ],
  camel: ['camel|camel caravan|caravan|dromedary|desert caravan', '骆驼|驼队|骆驼队|商队'],
  butterfly: ['butterfly|moth', '蝴蝶|彩蝶'],
  dragon: ['dragon|chinese dragon|golden dragon|flying dragon', '龙|飞龙|金龙|中国龙|巨龙|神龙|青龙|祥龙'],
  goat: ['goat|billy goat|mountain goat|goat kid|ibex', '山羊|小山羊|岩羊|盘羊'],
  cow: [
    'cow|cattle|calf|bull|ox|dairy cow|buffalo|yak|water buffalo|cows grazing',
    '牛|奶牛|小牛|牛群|黄牛|水牛|牦牛|公牛|耕牛|老黄牛',
  ],
  giraffe: ['giraffe|baby giraffe|giraffe family', '长颈鹿|小长颈鹿|长颈鹿一家'],
  wolf: ['wolf|wolves|wolf pack|howling wolf|grey wolf|gray wolf|coyote|werewolf', '狼|狼群|灰狼|野狼|孤狼|小狼|狼嚎'],
  monkey: [
    'monkey|chimp|chimpanzee|gorilla|ape|orangutan|baby monkey|macaque|monkey family',
    '猴子|猴|小猴子|小猴|金丝猴|猩猩|大猩猩|猕猴|猴子一家',
  ],
  owl: ['owl|barn owl|snowy owl|baby owl|night owl', '猫头鹰|雪鸮|夜猫子'],
  dinosaur: [
    'dinosaur|dinosaurs|t rex|trex|tyrannosaurus|tyrannosaurus rex|velociraptor|raptor|jurassic|jurassic park|godzilla',
    '恐龙|霸王龙|暴龙|小恐龙|侏罗纪|哥斯拉|恐龙世界',
  ],
  duck: [
    'duck|ducks|duckling|ducklings|swan|swans|mallard|rubber duck|duck family',
    '鸭子|小鸭子|鸭|小鸭|天鹅|黄鸭|鸳鸯|鹅|大白鹅|鸭子一家',
  ],
  chicken: ['chicken|rooster|hen|cockerel|chickens|chick|poultry', '鸡|公鸡|母鸡|小鸡|大公鸡|鸡群|土鸡'],
  pig: ['pig|piglet|pigs|hog|piggy|wild boar', '猪|小猪|猪猪|野猪|佩奇|香猪'],
  squirrel: ['squirrel|chipmunk|squirrels|red squirrel|hamster', '松鼠|小松鼠|花栗鼠|仓鼠'],
  'polar-bear': ['polar bear|polar bears|white bear', '北极熊|白熊'],
  shark: ['shark|sharks|great white shark|great white|hammerhead', '鲨鱼|大白鲨|鲨'],
  frog: ['frog|frogs|toad|tadpole|tree frog', '青蛙|蛤蟆|小青蛙|树蛙|蟾蜍'],
  snake: ['snake|snakes|python|cobra|viper|serpent', '蛇|小蛇|蟒蛇|眼镜蛇|巨蟒|灵蛇'],
  parrot: ['parrot|parrots|macaw|cockatoo|budgie|parakeet', '鹦鹉|金刚鹦鹉|虎皮鹦鹉'],
  zebra: ['zebra|baby zebra|zebra foal', '斑马|小斑马|斑马群'],
  unicorn: ['unicorn|baby unicorn|white unicorn', '独角兽|小独角兽|白色独角兽'],
  crocodile: ['crocodile|croc|alligator|gator|caiman', '鳄鱼|大鳄鱼|小鳄鱼|短吻鳄'],
  kangaroo: ['kangaroo|wallaby|joey|baby kangaroo', '袋鼠|小袋鼠|袋鼠宝宝'],
} satisfies Partial<Rows<Subject>>;
