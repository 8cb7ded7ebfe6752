import { describe, expect, it } from 'vitest';
import { costKinds, mostLikely, paidKind } from '../../../../src/shared/domain/message-cost.ts';
import type { ReplyPart } from '../../../../src/shared/domain/turn.ts';

const clip: ReplyPart = {
  kind: 'changes',
  changes: [{ kind: 'added', track: 'video', name: 'sea', startMs: 0, endMs: 9000, volume: null }],
};
const title: ReplyPart = { kind: 'changes', changes: [{ kind: 'removed', track: 'text', name: 'Title' }] };

describe('the words of a message tell what it asks for', () => {
  it.each([
    'Generate a new video of a lighthouse at dusk',
    'generate a 10 second clip: rain on a window',
    'Create another shot of the harbour',
    'Please make me a short, moody film about trains',
    'Make a 15-second product video with a title and calm music',
    'I want a new video, completely different',
    'Film two more scenes in the forest',
    'Generate a sunset over the sea',
    'Now regenerate it with snow',
    'Add a title and generate another clip of the beach',
    '生成一个新的视频',
    '再生成一段海边日落的镜头',
    '帮我做一个10秒的宣传片，配轻音乐',
    '再来一段雨夜街头的视频',
    '拍一条咖啡的短片',
  ])('a new clip: %s', (text) => {
    expect(costKinds(text, true)).toEqual(['generate']);
  });

  it.each([
    'Trim the first clip to 3 seconds',
    'Make the music quieter',
    "Add a title 'Paradise Found'",
    'Remove the last shot',
    'Cut the first two seconds',
    'lower the volume to 20%',
    'Change the font of the title to something bold',
    'Replace the music with a piano piece',
    'Make it shorter and brighter',
    'add captions to the video',
    'Speed up the second clip',
    'Mute the clip',
    'Put a 3 second fade at the end of the clip',
    'Just delete the title, please',
    '把第一个片段剪到3秒',
    '音乐小声一点',
    '加一个标题“天堂”',
    '删掉最后一个镜头',
    '给视频加字幕',
    '把背景音乐换成钢琴曲',
  ])('an edit: %s', (text) => {
    expect(costKinds(text, true)).toEqual(['edit']);
  });

  it.each([
    'Do something with it',
    'A dog runs along the beach, golden hour',
    'Make a fast cut of these clips',
    'Add a shot of the sea before the title',
    'Make the sky purple',
    'Generate subtitles',
    '',
    '更有感觉一点的版本',
    '加一个海边的镜头',
    'Yes, please',
  ])('it is not sure: %s', (text) => {
    expect(costKinds(text, true)).toEqual(['edit', 'generate']);
  });

  it('everything makes something new where there is nothing to edit', () => {
    for (const text of ['A calm product shot', 'Make the music quieter', '海边日落'])
      expect(costKinds(text, false)).toEqual(['generate']);
  });

  it('in a time that does not grow with the message', () => {
    const long = 'make a '.repeat(200_000);
    expect(costKinds(long, true)).toEqual(costKinds(long.slice(0, 600), true));
  });
});

it('is warned of by the upper figure', () => {
  const likely = { generate: 48, edit: 3 };
  expect([['edit'], ['generate'], ['edit', 'generate']].map((kinds) => mostLikely(kinds as never, likely))).toEqual([
    3, 48, 48,
  ]);
});

it.each([
  ['Generate a sea', [{ kind: 'raw-clip', name: 'sea' }], 'generate'],
  ['A calm sea', [clip], 'generate'],
  ['Trim the clip to 3 seconds', [clip], 'edit'],
  ['Make it nicer', [title], 'edit'],
  ['Make the music quieter', [{ kind: 'text', text: 'It is.' }], 'edit'],
  ['Generate a sea', [{ kind: 'text', text: 'Which colour?' }], null],
  ['Hello', [{ kind: 'text', text: 'Hello!' }], null],
] as const)('%s, with what came of it, was %#', (prompt, parts, kind) => {
  expect(paidKind({ prompt, parts })).toBe(kind);
});
