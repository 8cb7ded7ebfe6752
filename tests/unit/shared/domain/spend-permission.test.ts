import { describe, expect, it } from 'vitest';
import { costKinds, reframes } from '../../../../src/shared/domain/message-cost.ts';
import { questionBefore, type SpendRules } from '../../../../src/shared/domain/spend-permission.ts';

const asked = (prompt: string, hasClip: boolean, rules: Partial<SpendRules> = {}) =>
  questionBefore(
    { prompt, kinds: costKinds(prompt, hasClip), hasClip },
    { spending: 'new-clips', silenced: [], ...rules },
  );

describe('before a message is paid for', () => {
  it('nothing is asked about the first clip, and about edits', () => {
    expect(asked('Generate a video of the sea', false)).toBeNull();
    expect(asked('A boat at sunset, vertical 9:16, 10 seconds', false)).toBeNull();
    for (const prompt of ['Trim it to 6 seconds', 'Make the music calmer', 'Do something nice', '标题写“海”'])
      expect(asked(prompt, true)).toBeNull();
  });

  it('another clip is asked about, and one in another ratio', () => {
    expect(asked('Generate another video of the sea', true)).toBe('new-clip');
    expect(asked('再生成一段海边日落的镜头', true)).toBe('new-clip');
    expect(asked('Make it vertical', true)).toBe('new-ratio');
    expect(asked('Change the aspect ratio to 9:16', true)).toBe('new-ratio');
    expect(asked('改成竖屏', true)).toBe('new-ratio');
  });

  it('everything or nothing is asked about where the user wants it so', () => {
    expect(asked('A boat at sunset', false, { spending: 'always' })).toBe('message');
    expect(asked('Trim it', true, { spending: 'always' })).toBe('message');
    expect(asked('Generate another video', true, { spending: 'never' })).toBeNull();
  });

  it('a question that was left out is not asked, and the others are', () => {
    const rules = { spending: 'always', silenced: ['message'] } as const;
    expect(asked('Trim it', true, rules)).toBeNull();
    expect(asked('Generate another video of the sea', true, rules)).toBe('new-clip');
  });
});

it.each([
  'Make the title vertical',
  'Trim it to 0:16',
  'Put the logo into the square',
  'A portrait of a cat',
  '画面更亮',
])('asks for no other ratio: %s', (text) => expect(reframes(text)).toBe(false));
