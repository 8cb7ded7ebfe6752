import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, constantFrom, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScene } from '../../../../src/shared/scene/read-scene.ts';
import { moods, moves, places, ratios, subjects, timesOfDay, weathers } from '../../../../src/shared/scene/scene.ts';

const table = readFileSync(join(import.meta.dirname, '../../painter/prompts.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.includes(' | ') && !line.startsWith('#'))
  .map((line) => line.split(' | '));

function shotsOf(prompt: string): string {
  return readScene(prompt)
    .shots.map(({ place, time, weather, subject }) => [place, time, weather, subject ?? '-'].join(' '))
    .join(' + ');
}

describe('readScene', () => {
  it('has prompts in both languages to prove itself on', () => {
    const chinese = table.filter(([prompt = '']) => /\p{Script=Han}/u.test(prompt));
    expect(chinese.length).toBeGreaterThanOrEqual(20);
    expect(table.length - chinese.length).toBeGreaterThanOrEqual(20);
  });

  it.each(table)('reads "%s"', (prompt = '', _seen, shots) => {
    expect(shotsOf(prompt)).toBe(shots);
  });

  it.each([
    ['a cat, vertical, 5 seconds', '9:16', 5],
    ['a cat 1:1 for 12s', '1:1', 12],
    ['一只猫，竖屏，十二秒', '9:16', 12],
    ['一只猫，４：５，８ 秒', '4:5', 8],
    ['a cat for TikTok', '9:16', 8],
    ['a cat, 90 seconds', '16:9', 15],
    ['a cat in 1 second', '16:9', 3],
    ['抖音短视频：一只猫', '9:16', 8],
  ])('takes ratio and length from "%s"', (prompt, ratio, seconds) => {
    expect(readScene(prompt)).toMatchObject({ ratio, seconds });
  });

  it('keeps the size for what was asked in 1080p', () => {
    expect(readScene('a cat in 1080p').isFullHd).toBe(true);
    expect(readScene('一只猫，全高清').isFullHd).toBe(true);
    expect(readScene('a cat').isFullHd).toBe(false);
  });

  it('makes a shot of each place and of each step', () => {
    expect(shotsOf('a red car on a desert road, then it reaches the sea')).toBe('road day clear car + sea day clear -');
    expect(shotsOf('先是森林，然后是雪山，最后是大海')).toBe(
      'forest day clear - + mountains day clear - + sea day clear -',
    );
  });

  it('lets the stronger place and the nearer color win', () => {
    expect(readScene('a black cat on a red sofa').shots[0]).toMatchObject({
      subject: 'cat',
      color: 'black',
      place: 'room',
    });
    expect(readScene('a flower meadow under a blue sky').shots[0].place).toBe('meadow');
    expect(readScene('a forest lake').shots[0].place).toBe('lake');
    expect(readScene('a lake in the forest').shots[0].place).toBe('lake');
  });

  it('says what it did not recognise, and draws nothing of what is in quotes', () => {
    expect(readScene('an axolotl by the window').unrecognised).toEqual(['axolotl']);
    expect(readScene('一只僵尸在草地上').unrecognised).toEqual(['僵尸']);
    expect(readScene('2只小狗在雪地里').shots[0].subject).toBe('dog');
    for (const [prompt, thing] of [
      ['Cable car in the mountains', 'Cable car'],
      ['草原上的火烈鸟', '火烈鸟'],
      ['冰面上的海豹', '海豹'],
    ] as const) {
      expect(readScene(prompt)).toMatchObject({ unrecognised: [thing], shots: [{ subject: null }, { subject: null }] });
    }
    const titled = readScene('a forest, with the title “A cat in a zeppelin”');
    expect(titled.unrecognised).toEqual([]);
    expect(titled.shots[0].subject).toBeNull();
  });

  it('draws nobody beside an animal that runs, and gives clothes their colour', () => {
    for (const [prompt, subject] of [
      ['A red fox running through a snowy forest', 'fox'],
      ['a running wolf', 'wolf'],
      ['雪地森林里奔跑的红狐狸', 'fox'],
    ] as const)
      expect(readScene(prompt).shots[0]).toMatchObject({ subject, companion: null });
    expect(readScene('a woman in a red dress').shots[0]).toMatchObject({ subject: 'person', color: 'red' });
    expect(readScene('红裙女孩在海边').shots[0]).toMatchObject({ subject: 'person', color: 'red' });
  });

  it.each([
    ['a woman in a red dress', 'woman'],
    ['a man in a blue suit', 'man'],
    ['the woman and her dog by the sea', 'woman'],
    ['he plays the guitar', 'man'],
    ['a little girl waves', 'woman'],
    ['红裙女孩在海边', 'woman'],
    ['妈妈在厨房做饭', 'woman'],
    ['男孩踢足球', 'man'],
    ['少年弹吉他', 'man'],
    ['弹吉他的女孩', 'woman'],
    ['他们在弹吉他', null],
    ['a female doctor', 'woman'],
    ['一位男士在跑步', 'man'],
    ['a dancer', null],
    ['a man and a woman, a romantic couple', null],
  ] as const)('knows who is seen in "%s"', (prompt, person) => {
    expect(readScene(prompt).shots[0].person).toBe(person);
  });

  it.each([
    ['a panda doing tai chi', 'panda', ['tai chi']],
    ['a cat playing the piano', 'cat', ['playing the piano']],
    ['a dancing bear', 'teddy', ['dancing', 'bear']],
    ['打太极的熊猫', 'panda', ['打太极']],
    ['一只猫弹钢琴', 'cat', ['弹钢琴']],
    ['a running fox', 'fox', []],
  ] as const)('adds nobody to an animal in "%s", and says what it does not draw', (prompt, subject, unrecognised) => {
    expect(readScene(prompt)).toMatchObject({ shots: [{ subject, companion: null }, {}], unrecognised });
  });

  it.each([
    ['a hamster in a teacup', 'hamster'],
    ['仓鼠吃瓜子', '仓鼠'],
    ['a police car at night', 'police car'],
    ['two bears by a river', 'bears'],
    ['a woman walking two dogs', 'two dogs'],
    ['three cats and a dog on a sofa', 'three cats'],
    ['grandma knitting by the fireplace with a sleeping cat', 'cat'],
    ['a man in a black suit and a woman in a red dress', 'dress'],
  ] as const)('says what it draws otherwise in "%s"', (prompt, said) => {
    expect(readScene(prompt).unrecognised).toContain(said);
  });

  it.each([
    ['the night falls over a city', 'city'],
    ['a surfer falls off his board', 'sea'],
    ['人山人海的庙会', 'street'],
    ['火车到站，旅客下车', 'railway'],
    ['一杯冰柠檬水', 'beach'],
  ] as const)('tears no word out of its phrase in "%s"', (prompt, place) => {
    expect(readScene(prompt).shots[0]).toMatchObject({ place, weather: 'clear' });
    expect(readScene(prompt).shots[0].companion).not.toBe('car');
  });

  it.each([
    ['two owls at night', 'owl', 2],
    ['three old boats on the sea', 'boat', 3],
    ['2 red cars', 'car', 2],
    ['two cups of hot coffee', 'coffee', 2],
    ['两只猫', 'cat', 2],
    ['three women on the beach', 'person', 3],
    ['a herd of elephants', 'elephant', 3],
    ['三只熊猫吃竹子', 'panda', 3],
    ['一群马在草原上奔跑', 'horse', 3],
    // These are several already.
    ['一群羊', 'sheep', 1],
    ['two penguins', 'penguin', 1],
    // Who is not alone is seen once.
    ['two cats and a dog', 'cat', 1],
    ['two mountains and a cat', 'cat', 1],
    ['a cat with three lives', 'cat', 1],
    ['双十一的手机', 'phone', 1],
  ] as const)('counts "%s"', (prompt, subject, count) => {
    expect(readScene(prompt).shots[0]).toMatchObject({ subject, count });
  });

  it.each([
    ['a perfume bottle on a pink background', 'perfume', 'studio', 'pink', []],
    ['红色背景的香水', 'perfume', 'studio', 'red', []],
    ['口红，背景是黑色', 'lipstick', 'studio', 'black', []],
    ['a red sneaker on a white background', 'sneaker', 'studio', 'white', []],
    ['a woman on a blue background', 'person', 'studio', 'blue', []],
    ['a cat in the forest, pink background', 'cat', 'forest', null, ['pink']],
    ['a cat with soft background music', 'cat', 'room', null, []],
    ['a cat, blue sky background', 'cat', 'room', null, []],
  ] as const)('reads the ground of "%s"', (prompt, subject, place, backdrop, unrecognised) => {
    const scene = readScene(prompt);
    expect(scene.shots[0]).toMatchObject({ subject, place, backdrop });
    expect(scene.unrecognised).toEqual(unrecognised);
  });

  it.each([
    ['a man and a woman walk on the beach', 'couple'],
    ['他和她在海边散步', 'couple'],
    ['a man and his mother', 'person'],
    ['a woman and a woman', 'person'],
    ['a man, then a woman', 'person'],
  ] as const)('sees who is together in "%s"', (prompt, subject) => {
    expect(readScene(prompt).shots[0].subject).toBe(subject);
  });

  it('keeps who is seen in the shots that follow', () => {
    expect(readScene('A woman wakes up, then coffee at the window').shots.map(({ person }) => person)).toEqual([
      'woman',
      'woman',
    ]);
  });

  it('is the same for the same words, however wide they are written, and names the clip in their language', () => {
    expect(readScene('ＣＡＴ')).toEqual(readScene('CAT'));
    expect(readScene('a cat at night').seed).not.toBe(readScene('a cat by night').seed);
    expect(readScene('a sailboat at sunset').name).toBe('Sailboat, sea, sunset');
    expect(readScene('夕阳下的帆船').name).toBe('帆船 · 大海 · 日落');
  });

  it('makes a scene of any text', () => {
    const words = constantFrom('cat', '猫', 'then', '，', '12s', '“', '9:16', 'neon ', '雨夜', '\u{1f600}', ' - ');
    assert(
      property(string({ unit: 'binary', maxLength: 60 }), words, integer({ min: 0, max: 40 }), (text, word, times) => {
        const { shots, seconds, ratio, mood } = readScene(word.repeat(times) + text);
        expect(shots.length).toBeLessThanOrEqual(3);
        expect(shots.reduce((sum, shot) => sum + shot.seconds, 0)).toBe(seconds);
        expect(seconds).toBeGreaterThanOrEqual(3);
        expect(seconds).toBeLessThanOrEqual(15);
        expect([ratios.includes(ratio), moods.includes(mood)]).toEqual([true, true]);
        for (const shot of shots) {
          expect(shot.seconds).toBeGreaterThan(0);
          expect(places).toContain(shot.place);
          expect(timesOfDay).toContain(shot.time);
          expect(weathers).toContain(shot.weather);
          expect(moves).toContain(shot.move);
          expect([null, ...subjects]).toContain(shot.subject);
        }
      }),
    );
  });
});
