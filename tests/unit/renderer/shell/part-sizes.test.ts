import { describe, expect, it } from 'vitest';
import { columnSpans, dragged, timelineSpan } from '../../../../src/renderer/shell/part-sizes.ts';
import { defaultLayout, withFolded } from '../../../../src/shared/domain/layout.ts';

const small = { width: 960, narrow: true, projectsFolded: true };
const large = { width: 1920, narrow: false, projectsFolded: false };

describe('the sizes of the columns', () => {
  it('are those of the design where the user wants nothing', () => {
    const { projects, chat } = columnSpans(defaultLayout, large);
    expect([projects.value, chat.value]).toEqual([216, 392]);
    expect(columnSpans(defaultLayout, small).chat.value).toBe(336);
  });

  it('leave room for the stage, whatever was wanted in a larger window', () => {
    const wide = { ...defaultLayout, projects: 420, chat: 1400 };
    expect(columnSpans(wide, large).chat.value).toBe(1240);
    const { projects, chat } = columnSpans(wide, { ...small, projectsFolded: false });
    expect(projects.value).toBe(400);
    expect(chat.value).toBe(300);
    expect(960 - projects.value - chat.value).toBeGreaterThanOrEqual(260);
  });

  it('keep the timeline and the picture over it in sight at 960x600', () => {
    const span = timelineSpan({ ...defaultLayout, timeline: 900 }, 556, 140);
    expect(span).toMatchObject({ value: 396, least: 96, most: 396 });
    expect(timelineSpan(defaultLayout, 556, 140).value).toBe(140);
  });
});

describe('a drag', () => {
  const span = { value: 392, least: 300, most: 700, folded: 40 };
  it.each([
    [420.4, 420],
    [280, 300],
    [227, 'fold'],
    [740, 700],
    [773, 'fold-other'],
  ] as const)('to %s means %s', (wanted, means) => {
    expect(dragged(wanted, span, true)).toBe(means);
  });
  it('folds nothing beyond where nothing lies', () => {
    expect(dragged(900, span, false)).toBe(700);
  });
});

describe('folding', () => {
  it('never folds conversation and stage both', () => {
    const chat = withFolded(defaultLayout, 'chat', true);
    const stage = withFolded(chat, 'stage', true);
    expect(stage.folded).toMatchObject({ chat: false, stage: true });
    expect(withFolded(stage, 'timeline', true).folded).toMatchObject({ chat: false, stage: true, timeline: true });
  });
});
