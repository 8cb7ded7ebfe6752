import { expect, it } from 'vitest';
import en from '../../../src/shared/locales/en.json' with { type: 'json' };
import zh from '../../../src/shared/locales/zh.json' with { type: 'json' };
import { openClient, openDemoCloud, textsOf } from './rig.ts';

it.each([
  ['English', en],
  ['Chinese', zh],
] as const)('what the tour suggests in %s is understood: a clip, an edit, then a title and music', async (_, texts) => {
  const demoCloud = await openDemoCloud();
  const { sid, say } = await openClient(demoCloud);
  const { describe, edit, finish } = texts.window.tour.messages;
  const drafts: string[] = [];
  for (const message of [describe, edit.replace('{{seconds}}', '6'), finish]) {
    demoCloud.control.script({ kind: 'spoken' });
    await (await say(message)).text();
    drafts.push(JSON.stringify(demoCloud.control.draft(sid)));
  }
  expect(new Set(drafts).size).toBe(3);
  expect(demoCloud.control.draft(sid)).toMatchObject({ d: 6000 });
  expect(drafts[2]).toMatch(/Evening Tide|晚潮/);
  expect(drafts[2]).toMatch(/"tt":1/);
});

it('says nothing of an edit that it did not make while someone is new; later it does, at times', async () => {
  const { describe, edit, finish } = en.window.tour.messages;
  const messages = [describe, edit.replace('{{seconds}}', '6'), finish];
  let claims = 0;
  for (let seed = 0; seed < 12; seed += 1) {
    const demoCloud = await openDemoCloud({ seed, whims: true, beginsGently: true });
    const { sid, say } = await openClient(demoCloud);
    let draft = '';
    const turn = async (message: string): Promise<{ readonly isSaid: boolean; readonly isDone: boolean }> => {
      const said = textsOf(await (await say(message)).text());
      const now = JSON.stringify(demoCloud.control.draft(sid));
      const isDone = now !== draft;
      draft = now;
      return { isSaid: said.length > 0, isDone };
    };
    for (const message of messages) expect(await turn(message)).toEqual({ isSaid: true, isDone: true });
    for (let later = 0; later < 12; later += 1) {
      const { isSaid, isDone } = await turn(`music to ${20 + later}%`);
      if (isSaid && !isDone) claims += 1;
    }
  }
  expect(claims).toBeGreaterThan(0);
});
