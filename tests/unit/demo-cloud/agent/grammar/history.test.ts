import { describe, expect, it } from 'vitest';
import { historyIn } from '../../../../../src/demo-cloud/agent/grammar/history.ts';
import { openClient, openDemoCloud } from '../../rig.ts';

describe('historyIn', () => {
  it.each([
    ['undo', 'undo', 1],
    ["oops, that's not what I wanted. undo", 'undo', 1],
    ['go back two steps', 'undo', 2],
    ['undo twice', 'undo', 2],
    ['undo the last 3 changes please', 'undo', 3],
    ['undo everything', 'undo', 'all'],
    ['go back to the original version', 'undo', 'all'],
    ['redo', 'redo', 1],
    ['redo that', 'redo', 1],
    ['redo both steps', null, 0],
    ['撤销', 'undo', 1],
    ['不对，撤销', 'undo', 1],
    ['撤销最近三步修改', 'undo', 3],
    ['退回两步吧', 'undo', 2],
    ['全部撤销', 'undo', 'all'],
    ['重做', 'redo', 1],
    ['恢复撤销的修改', 'redo', 1],
    ['redo clip 2', null, 0],
    ['重做第二段', null, 0],
    ['undo the mute of clip 2', null, 0],
    ['go back to the original colours', null, 0],
    ['恢复原来的颜色', null, 0],
  ] as const)('%s', (said, kind, steps) => {
    expect(historyIn(said)).toEqual(kind === null ? null : { kind, steps });
  });
});

describe('taking back and making again', () => {
  it('goes several steps back and forward until something else is edited', async () => {
    const demoCloud = await openDemoCloud();
    const { sid, say } = await openClient(demoCloud);
    const seen: string[] = [];
    const after = async (message: string): Promise<number> => {
      demoCloud.control.script({ kind: 'spoken', editorTalk: false });
      const answer = await (await say(message)).text();
      seen.push(answer);
      const { d, t } = demoCloud.control.draft(sid) as { readonly d: number; readonly t: readonly unknown[] };
      return t.length === 0 ? 0 : d;
    };
    const whole = await after('a city at night');
    expect([
      await after('trim to 8 seconds'),
      await after('trim to 6 seconds'),
      await after('trim to 4 seconds'),
    ]).toEqual([8000, 6000, 4000]);
    expect([await after('undo the last two changes'), await after('redo'), await after('undo')]).toEqual([
      8000, 6000, 8000,
    ]);
    expect([await after('redo the last two changes'), await after('undo everything')]).toEqual([4000, whole]);
    expect([await after('redo'), await after('redo'), await after('undo')]).toEqual([8000, 6000, 8000]);
    expect([await after('trim to 5 seconds'), await after('redo')]).toEqual([5000, 5000]);
    expect(seen.at(-1)).toContain('You have taken no edit back');
    // The clip that was made first goes, too, and comes again.
    expect([await after('undo everything'), await after('undo'), await after('redo')]).toEqual([whole, 0, whole]);
  });
});
