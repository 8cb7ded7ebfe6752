import { expect, it } from 'vitest';
import en from '../../../src/shared/locales/en.json' with { type: 'json' };
import zh from '../../../src/shared/locales/zh.json' with { type: 'json' };
import { openClient, openDemoCloud } from './rig.ts';

it.each([
  ['English', en],
  ['Chinese', zh],
] as const)('what the tour suggests in %s is understood: a clip, an edit, then a title and music', async (_, texts) => {
  const demoCloud = await openDemoCloud();
  const { sid, say } = await openClient(demoCloud);
  const { describe, edit, finish } = texts.window.tour.messages;
  const drafts: string[] = [];
  for (const message of [describe, edit, finish]) {
    demoCloud.control.script({ kind: 'spoken' });
    await (await say(message)).text();
    drafts.push(JSON.stringify(demoCloud.control.draft(sid)));
  }
  expect(new Set(drafts).size).toBe(3);
  expect(demoCloud.control.draft(sid)).toMatchObject({ d: 6000 });
  expect(drafts[2]).toMatch(/Evening Tide|晚潮/);
  expect(drafts[2]).toMatch(/"tt":1/);
});
