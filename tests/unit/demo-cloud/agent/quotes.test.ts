import { describe, expect, it } from 'vitest';
import { quoted, withoutQuotes } from '../../../../src/demo-cloud/agent/quotes.ts';

describe('quoted', () => {
  it.each([
    [`add a title 'Paradise Found'`, 'Paradise Found'],
    ['add a title "Urban Dreams" please', 'Urban Dreams'],
    ['title “Blue Hour”', 'Blue Hour'],
    ['title ‘Blue Hour’', 'Blue Hour'],
    ['加一个标题「天堂」', '天堂'],
    ['标题改成『海边』', '海边'],
    ['标题《远方》', '远方'],
    [`a title ''Two Ticks''`, 'Two Ticks'],
    [`let's title it 'Sam's Day'`, `Sam's Day`],
    ['“first” and then "second"', 'first'],
  ])('%s', (message, text) => {
    expect(quoted(message)).toBe(text);
  });

  it.each([`let's make the dogs' run longer`, 'no quotes at all'])('finds none in: %s', (message) => {
    expect(quoted(message)).toBeNull();
  });

  it('leaves the rest without what is quoted', () => {
    expect(withoutQuotes(`add "remove the music" as title`)).not.toContain('remove');
  });
});
