import { expect, it } from 'vitest';
import { restoreMessage } from '../../../../src/main/drafts/restore-words.ts';
import { makesAnew, restoredVersion } from '../../../../src/shared/domain/restore.ts';
import { costKinds } from '../../../../src/shared/domain/message-cost.ts';

it.each(['en', 'zh'] as const)('knows the app’s own words again (%s)', (locale) => {
  const message = restoreMessage(['Remove the title “Make a video of a dog”'], 12, locale);
  expect(restoredVersion(message)).toBe(12);
  expect(costKinds(message, true)).toEqual(['edit']);
  expect(restoredVersion('Undo that')).toBeNull();
});

it.each([
  ['Change the aspect ratio back to 16:9', 'en'],
  ['把画面比例改回 16:9', 'zh'],
] as const)('knows that a new shape is made anew: %s', (line, locale) => {
  const message = restoreMessage([line], 3, locale);
  expect(makesAnew(message)).toBe(true);
  expect(costKinds(message, true)).toEqual(['generate']);
});
