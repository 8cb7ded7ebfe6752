import { describe, expect, it } from 'vitest';
import { withNotes, withoutNotes } from '../../../../src/shared/domain/file-notes.ts';

const files = [
  { name: 'intro.mp4', note: 'use as the intro' },
  { name: 'b.mov', note: '  ' },
  { name: '海 – a\nb.mp3', note: 'only the\nend' },
];
const names = files.map(({ name }) => name);

describe('notes on files', () => {
  it('stand below the message, a line for each file that has one', () => {
    expect(withNotes('Make a film', files, 'en')).toBe(
      'Make a film\n\nFiles:\n- intro.mp4: use as the intro\n- 海 – a b.mp3: only the end',
    );
    expect(withNotes('做个视频', files.slice(0, 1), 'zh')).toBe('做个视频\n\n文件：\n- intro.mp4：use as the intro');
    expect(withNotes('Make a film', files.slice(1, 2), 'en')).toBe('Make a film');
  });

  it.each(['en', 'zh'] as const)('are taken out again (%s)', (locale) => {
    const text = 'Make a film\n\nFiles:\n- of my own';
    expect(withoutNotes(withNotes(text, files, locale), names)).toBe(text);
  });

  it.each([
    'Make a film\n\nFiles:\n- intro.mp4: use as the intro\nand then some',
    'Make a film\n\nFiles:\n- other.mp4: use as the intro',
    'Files:\n- intro.mp4: use as the intro',
    'Make a film',
  ])('leave what the user wrote alone: %j', (text) => {
    expect(withoutNotes(text, names)).toBe(text);
  });
});
