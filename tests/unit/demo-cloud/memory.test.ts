import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startDemoCloud, type DemoCloud } from '../../../src/demo-cloud/demo-cloud.ts';
import { openClient, samplesDir, type Client } from './rig.ts';

const origin = 'http://rehearsal.localhost';

/** Starts demo clouds on one folder, one after another. */
async function lastingPlace() {
  const filesDir = await mkdtemp(path.join(tmpdir(), 'demo-cloud-memory-'));
  onTestFinished(() => rm(filesDir, { recursive: true, force: true }));
  const stateFile = path.join(filesDir, 'state.json');
  const start = async (): Promise<DemoCloud> => {
    const demoCloud = await startDemoCloud({ samplesDir, filesDir, stateFile, origin, pace: 0, seed: 7 });
    onTestFinished(demoCloud.close);
    return demoCloud;
  };
  return { stateFile, start };
}

const stateOf = async (client: Client, sid: string) =>
  (await client.call('GET', `/api/state/nemo_agent/me/${sid}/latest`)).json();

describe('a demo cloud that remembers', () => {
  it('has the sessions, drafts, credits and renders of its last run', async () => {
    const { start } = await lastingPlace();
    const first = await start();
    const before = await openClient(first);
    first.control.script({ kind: 'generate' });
    await (await before.say('a sunset')).text();
    await before.submit('render-1');
    await first.control.until(() => first.control.renders()[0]?.status === 'completed');
    const draft = first.control.draft(before.sid);
    expect(JSON.stringify(draft)).toContain(`${origin}/files/`);
    const credits = (await (await before.call('GET', '/api/credits/balance/simple')).json()).data;
    await first.close();

    const second = await start();
    const after = await openClient(second);
    expect((await stateOf(after, before.sid)).data.state.draft).toEqual(draft);
    expect((await (await after.call('GET', '/api/credits/balance/simple')).json()).data).toEqual(credits);
    expect(credits.available).toBeLessThan(100);
    const render = await (await after.call('GET', '/api/render/proxy/lambda/render-1')).json();
    expect(render.output.url).toBe(`${origin}/files/renders/render-1.mp4`);
    const file = await after.call('GET', new URL(render.output.url).pathname);
    expect((await file.arrayBuffer()).byteLength).toBe(render.output.size);
    expect(second.control.sessions().map(({ index }) => index)).toEqual([0, 1]);
  });

  it('has what it answered, also where it ends from one moment to the next', async () => {
    const { start, stateFile } = await lastingPlace();
    const first = await start();
    const { sid } = await openClient(first);
    await expect.poll(() => readFile(stateFile, 'utf8').catch(() => '')).toContain(sid);
    const second = await start();
    expect(second.control.sessions().map(({ id }) => id)).toEqual([sid]);
  });

  it('goes on with a turn that was under way, as the service does, and pays for it once; a render has failed', async () => {
    const { start } = await lastingPlace();
    const first = await start();
    const before = await openClient(first);
    first.control.script({ kind: 'generate' });
    await (await before.say('a sunset')).text();
    const { available } = (await (await before.call('GET', '/api/credits/balance/simple')).json()).data;
    first.control.setCredits({ available: 100, frozen: 0, total: 100 });
    const rendering = first.control.hold('render');
    await before.submit('render-1');
    await rendering.reached;
    const secondStage = first.control.hold('second-stage');
    first.control.script({ kind: 'generate' });
    const answer = before.say('a second sunset');
    await secondStage.reached;
    const clips = JSON.stringify(first.control.draft(before.sid));
    await first.close();
    await answer.then((one) => one.text()).catch(() => '');

    const second = await start();
    const after = await openClient(second);
    await second.control.until(() => second.control.sessions()[0]?.running === 0);
    const balance = (await (await after.call('GET', '/api/credits/balance/simple')).json()).data;
    expect(balance).toEqual({ available, frozen: 0, total: available });
    // What it had done is not done again.
    const count = (draft: string): number => draft.split('.mp4').length;
    expect(count(JSON.stringify(second.control.draft(before.sid)))).toBe(count(clips));
    expect(available).toBeLessThan(100);
    expect(second.control.renders()).toMatchObject([{ id: 'render-1', status: 'failed' }]);
    expect(second.control.sessions()[0]).toMatchObject({ id: before.sid, running: 0, unfinished: [], turns: 2 });
    expect((await after.call('GET', `/api/state/nemo_agent/me/${before.sid}/latest`)).status).toBe(200);
  });

  it.each(['{"version":2,"sess', '{"version":0}', '{"version":2,"seed":1,"accounts":[],"sessions":[{}],"renders":[]}'])(
    'sets what it cannot read aside, and begins anew: %s',
    async (broken) => {
      const { start, stateFile } = await lastingPlace();
      await writeFile(stateFile, broken);
      const { control } = await start();
      expect(control.sessions()).toEqual([]);
      expect(await readFile(`${stateFile}.broken`, 'utf8')).toBe(broken);
      expect(existsSync(stateFile)).toBe(false);
    },
  );
});
