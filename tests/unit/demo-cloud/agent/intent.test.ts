import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { readClause } from '../../../../src/demo-cloud/agent/grammar/clause.ts';
import { fits } from '../../../../src/demo-cloud/agent/grammar/rule.ts';
import { rules } from '../../../../src/demo-cloud/agent/grammar/read-all.ts';
import { readIntent } from '../../../../src/demo-cloud/agent/intent.ts';
import { liftQuotes } from '../../../../src/demo-cloud/agent/quotes.ts';

const empty = { clips: [], titles: [], captions: [], lengthMs: 0, waitingUploads: [], waitingSounds: [] };
const clips = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `take ${index + 1}`,
    prompt: 'a lighthouse',
    startMs: index * 10_000,
    durationMs: 10_000,
  }));
const cut = { ...empty, clips: clips(2), lengthMs: 20_000 };
const uploaded = { ...empty, waitingUploads: ['beach.mp4'] };
const both = { ...cut, waitingUploads: ['beach.mp4'] };

describe('the rules', () => {
  it.each(rules.flatMap((rule) => rule.like.map((like) => [like, rule] as const)))(
    'reads as it says: %s',
    (like, rule) => {
      const situation = { ...cut, clips: clips(3), titles: ['Blue Hour', '蓝调时刻'], waitingSounds: ['song.mp3'] };
      const { said, quotes } = liftQuotes(like);
      const clause = readClause(said, quotes);
      const first = rules.find((one) => fits(one, clause) && one.request(clause, situation) !== null);
      expect(first?.when).toBe(rule.when);
      expect(readIntent(like, situation)).toMatchObject({ kind: 'edit', unread: [] });
    },
  );

  it('never throws, whatever it is told', () => {
    const word = fc.constantFrom(
      ...rules.flatMap(({ like }) => like.flatMap((text) => text.split(' '))),
      '1',
      '2–',
      '⟦0⟧',
      '“',
      '"',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, fc.nat(4), (message, count) => {
        readIntent(message, { ...both, clips: clips(count), titles: ['Blue Hour'] });
      }),
      { numRuns: 500 },
    );
  });
});

describe('readIntent', () => {
  it.each([
    'Generate a 10 second video of a city at night',
    'create another clip about the sea',
    '生成一段海边的视频',
    '做一个关于猫的短片',
    'A red fox in the snow, 5 seconds',
    'a black and white cat sleeping on a sofa',
    'Slow motion of a train in the rain',
    '雪地里的一只红狐狸，5秒',
    '一只黑白猫在沙发上睡觉',
    '雨中火车的慢镜头',
    '一座灯塔，暖色调',
  ])('generates: %s', (message) => {
    expect(readIntent(message, cut)).toEqual({ kind: 'generate', prompt: message });
  });

  it.each(['A sunset over the sea with calm music', '夕阳下的海', `a city, title 'Neon'`])(
    'generates from the first prompt of an empty session: %s',
    (message) => {
      expect(readIntent(message, empty).kind).toBe('generate');
    },
  );

  it.each([
    [`add a title 'Paradise Found'`, { kind: 'set-title', text: 'Paradise Found' }],
    ['加一个标题「天堂」', { kind: 'set-title', text: '天堂' }],
    ['标题改成蓝调时刻', { kind: 'set-title', text: '蓝调时刻' }],
    ['add the title Blue Hour', { kind: 'set-title', text: 'Blue Hour' }],
    ['add a title to the clip', { kind: 'ask', about: 'title' }],
    [`title '50% off, first 3 seconds'`, { kind: 'set-title', text: '50% off, first 3 seconds' }],
    ['remove the title', { kind: 'remove', what: 'text', which: 'all' }],
    ['delete the music', { kind: 'remove', what: 'audio' }],
    ['去掉音乐', { kind: 'remove', what: 'audio' }],
    ['remove the last clip', { kind: 'remove', what: 'video', which: 'last' }],
    ['no effects', { kind: 'remove', what: 'effect' }],
    ['music to 20%', { kind: 'volume', of: 'audio', level: 0.2 }],
    ['音量调到百分之30', { kind: 'volume', of: 'audio', level: 0.3 }],
    ['make the music quieter', { kind: 'volume', of: 'audio', scale: 0.5 }],
    ['音乐小一点', { kind: 'volume', of: 'audio', scale: 0.5 }],
    ['音乐大声点', { kind: 'volume', of: 'audio', scale: 1.5 }],
    ['mute the clip', { kind: 'volume', of: 'video', level: 0 }],
    ['trim to 8 seconds', { kind: 'trim', durationMs: 8000 }],
    ['keep the first 2.5s', { kind: 'trim', durationMs: 2500 }],
    ['只要前8秒', { kind: 'trim', durationMs: 8000 }],
    ['剪到十二秒', { kind: 'trim', durationMs: 12_000 }],
    ['calmer music', { kind: 'set-music', mood: 'calm' }],
    ['换一首欢快的音乐', { kind: 'set-music', mood: 'upbeat' }],
    ['add a transition', { kind: 'cross-fade', which: 'all', durationMs: 1000 }],
  ])('edits: %s', (message, request) => {
    expect(readIntent(message, cut)).toEqual({ kind: 'edit', requests: [request], unread: [] });
  });

  it('reads several requests of one message in their order', () => {
    const intent = readIntent(`Use my clip, add a title 'A, B' and calmer music, then trim to 8 seconds.`, both);
    expect(intent).toMatchObject({
      kind: 'edit',
      requests: [
        { kind: 'place-uploads' },
        { kind: 'set-title', text: 'A, B' },
        { kind: 'set-music', mood: 'calm' },
        { kind: 'trim', durationMs: 8000 },
      ],
    });
  });

  it.each([
    'use my clip',
    'add the clip at the end',
    'put beach.mp4 in',
    '用我的素材',
    'make a vlog video from my footage',
  ])('places uploads that a message refers to: %s', (message) => {
    expect(readIntent(message, both)).toMatchObject({ kind: 'edit', requests: [{ kind: 'place-uploads' }] });
  });

  it('edits the uploads rather than generating when there is no picture yet', () => {
    expect(readIntent('make it pop', uploaded)).toEqual({
      kind: 'edit',
      requests: [{ kind: 'place-uploads' }],
      unread: [],
    });
    expect(readIntent('calmer music', both)).toMatchObject({
      kind: 'edit',
      requests: [{ kind: 'set-music', mood: 'calm' }],
    });
  });

  it.each([
    'what is on the timeline?',
    '你觉得怎么样？',
    // Whoever says what is not to be done, or asks why it was, wants nothing done.
    "Don't remove the music",
    'do not change the title',
    '不要删除音乐',
    '别动标题',
    'Why did you remove the music?',
    'Should I mute clip 2?',
    '为什么删了音乐？',
  ])('describes where it is talked to: %s', (message) => {
    expect(readIntent(message, cut)).toEqual({ kind: 'describe' });
  });

  it.each([
    'make the status bar blue',
    'fly to the moon',
    '把状态栏变蓝',
    'Mach den Titel größer',
    // What cannot be done must not be taken for something that can.
    'add an explosion',
  ])('says what it does not understand: %s', (message) => {
    expect(readIntent(message, cut)).toEqual({ kind: 'unknown' });
  });

  it.each([
    ['make it brighter', 'light'],
    ['画面不要太暗', 'light'],
    ['slowly zoom in on clip 1', 'frame'],
    ['Could you stabilize clip 2?', 'steady'],
    ['play it backwards', 'backwards'],
    ['给视频加旁白', 'voice'],
    ['add a logo', 'overlay'],
    ['make it look vintage', 'style'],
    ['第二段再长一点', 'longer'],
  ])('says precisely what cannot be done: %s', (message, about) => {
    expect(readIntent(message, cut)).toEqual({ kind: 'edit', requests: [{ kind: 'cannot', about }], unread: [] });
  });

  it.each(['remove the clip', '删掉这个片段'])('asks which of several clips is meant: %s', (message) => {
    expect(readIntent(message, cut)).toMatchObject({ requests: [{ kind: 'ask', about: 'clip' }] });
    expect(readIntent(message, { ...cut, clips: clips(1) })).toMatchObject({ requests: [{ kind: 'remove' }] });
  });

  it.each([
    ['Add a cat', {}],
    ['Then show the sea', {}],
    ['Next scene: snowy mountains at dawn', {}],
    ['Another shot of the desert, please', {}],
    ['End with fireworks', {}],
    ['Start with a sunrise', { behind: 0 }],
    ['I want a clip of a train after clip 1', { behind: 1 }],
    ['再拍一段海边日落', {}],
    ['接着是雪山日出', {}],
    ['拍一个运动鞋的竖屏广告，15秒，动感音乐', {}],
    ['Add another shot: a cat sleeping', {}],
    ['再加一个镜头：猫在睡觉', {}],
    ['在片段1和2之间插入雪山', { behind: 1 }],
    ['Insert a shot of fireworks before clip 2', { behind: 1 }],
    ['Add a clip of the sea at the beginning', { behind: 0 }],
  ])('makes a clip of what is to be added: %s', (message, place) => {
    expect(readIntent(message, cut)).toEqual({ kind: 'generate', prompt: message, ...place });
  });

  it.each([
    ['Regenerate clip 2', 'again, a lighthouse'],
    ['Make clip 2 again but at night', 'night, a lighthouse'],
    ['把片段2重新生成，换成夜晚', '夜晚, a lighthouse'],
    ['Turn clip 2 into a forest in the rain', 'a forest in the rain'],
    ['让片段2变成下雪', '下雪, a lighthouse'],
  ])('makes a clip anew: %s', (message, prompt) => {
    expect(readIntent(message, cut)).toMatchObject({ requests: [{ kind: 'replace-with-made', which: [2], prompt }] });
  });

  it.each(['show tracks', 'show credits', 'Show in folder', 'Show all'])('makes nothing of %s', (message) => {
    expect(readIntent(message, cut).kind).toBe('unknown');
  });

  it('tells what it did not understand beside what it did', () => {
    expect(readIntent('Remove the music and fly to the moon', cut)).toEqual({
      kind: 'edit',
      requests: [{ kind: 'remove', what: 'audio' }],
      unread: ['fly to the moon'],
    });
  });

  it('reads the answers to what it asked', () => {
    expect(readIntent('1. What should the title say?: The End', cut)).toMatchObject({
      requests: [{ text: 'The End' }],
    });
    expect(readIntent('1. 想要哪种色调？: 黑白', cut)).toMatchObject({ requests: [{ kind: 'grade', grade: 'mono' }] });
    expect(readIntent('1. Which music would you like?: Epic', cut)).toMatchObject({ requests: [{ mood: 'epic' }] });
  });

  it.each([
    'a perfect wave',
    'nice beach at sunset',
    'Can you make a video of a cat on a beach?',
    '漂亮的雪山',
    'Helping hands in the snow',
    'a free dive into the sea',
  ])('makes a film of what only begins like talk: %s', (message) => {
    expect(readIntent(message, empty)).toEqual({ kind: 'generate', prompt: message });
  });

  it.each([
    'mute clip 2',
    'remove the clip',
    'make it longer',
    'shuffle',
    '删掉片段',
    '从中间切开',
    'trim it to 5 seconds',
  ])('makes no film of an edit where there is nothing to edit: %s', (message) => {
    expect(readIntent(message, empty)).toEqual({ kind: 'describe' });
  });

  it.each([
    'a violin on a wooden table',
    'Make a 10 second clip of a robot dancing',
    '一位老人下棋',
    'vertical ad for my sneaker brand, 15 seconds',
    'remove-proof stickers on a laptop, slow motion',
    'Black and white portrait of a jazz singer',
    'A 4K shot of a chess game without music',
    'Logo animation for a bakery',
    'Once again the knight rides on',
    'a vintage typewriter, bright highlights, zoom in',
    '黑白的小提琴特写，慢动作',
  ])('makes a film of any other words: %s', (message) => {
    expect(readIntent(message, empty)).toEqual({ kind: 'generate', prompt: message });
  });

  it('tells that it read a long message to its end or not', () => {
    const long = `Remove the music. ${'Then fly to the moon. '.repeat(250)}`;
    const intent = readIntent(long, cut);
    expect(intent).toMatchObject({ kind: 'edit', requests: [{ kind: 'remove', what: 'audio' }] });
    expect(intent.kind === 'edit' ? intent.unread.length : 0).toBeGreaterThan(40);
  });

  it('does not generate from a greeting', () => {
    expect(readIntent('hello', empty)).toEqual({ kind: 'talk', about: 'hello' });
    expect(readIntent('What can you do?', uploaded)).toEqual({ kind: 'talk', about: 'help' });
  });
});
