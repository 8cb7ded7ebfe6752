import { describe, expect, it } from 'vitest';
import { eventsOf, openClient, openDemoCloud, textsOf } from '../rig.ts';

const credits = '/api/credits/balance/simple';

describe('run_sse', () => {
  it('streams chunks, then the aggregate that repeats them, thoughts apart', async () => {
    const demoCloud = await openDemoCloud();
    const answer = await (await openClient(demoCloud)).say('A sunset over the hills');
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const text = await answer.text();
    const events = eventsOf(text);
    const aggregates = textsOf(text);
    expect(aggregates).toHaveLength(3);
    const chunks = events
      .filter((event) => event.partial === true)
      .flatMap((event) => event.content?.parts ?? [])
      .flatMap((part) => (part.thought === true ? [] : [part.text ?? '']));
    expect(chunks.join('')).toBe(aggregates.join(''));
    const thoughtsIn = (partial: boolean) =>
      events
        .filter((event) => event.partial === partial)
        .flatMap((event) => event.content?.parts ?? [])
        .flatMap((part) => (part.thought === true ? [part.text ?? ''] : []));
    expect(thoughtsIn(true).join('')).toBe(thoughtsIn(false).join(''));
    expect(thoughtsIn(false)).toEqual([expect.stringContaining('The user wants')]);
    expect(text).toContain('data: heartbeat\n\n');
    expect(text).toContain('data: \n\n');
  });

  it('answers every call, and repeats both where the server is progressive', async () => {
    const demoCloud = await openDemoCloud();
    const client = await openClient(demoCloud);
    const repeats = new Set<number>();
    for (let turn = 0; turn < 8; turn += 1) {
      demoCloud.control.script({ kind: 'spoken' });
      // What is like this already needs no call.
      const message = turn === 0 ? 'a city' : turn % 2 === 0 ? 'calmer music' : 'happier music';
      const parts = eventsOf(await (await client.say(message)).text()).flatMap((event) => event.content?.parts ?? []);
      const called = parts.flatMap((part) => part.functionCall?.id ?? []);
      const answered = parts.flatMap((part) => part.functionResponse?.id ?? []);
      expect(answered).toEqual(called);
      repeats.add(called.length / new Set(called).size);
    }
    expect(repeats).toEqual(new Set([1, 2]));
  });

  it('shows the raw clip in the state before the rest follows, its credits frozen', async () => {
    const demoCloud = await openDemoCloud();
    const client = await openClient(demoCloud);
    const hold = demoCloud.control.hold('second-stage');
    const answering = client.say('A city at night').then((answer) => answer.text());
    await hold.reached;
    expect(demoCloud.control.draft(client.sid)?.['t']).toHaveLength(1);
    expect((await (await client.call('GET', credits)).json()).data).toEqual({ available: 52, frozen: 48, total: 100 });
    hold.release();
    await answering;
    expect(demoCloud.control.draft(client.sid)?.['t']).toHaveLength(4);
    expect((await (await client.call('GET', credits)).json()).data).toEqual({ available: 52, frozen: 0, total: 52 });
  });

  it('goes on with a turn whose reader has left', async () => {
    const demoCloud = await openDemoCloud();
    const client = await openClient(demoCloud);
    const hold = demoCloud.control.hold('run-sse', { frames: 3 });
    const answer = await client.say('A city at night');
    await hold.reached;
    await answer.body?.cancel();
    const [left] = await demoCloud.control.waitFor('run-sse', 1, 'ended');
    expect(left?.outcome).toBe('broken');
    expect(demoCloud.control.draft(client.sid)?.['t']).toEqual([]);
    hold.release();
    await demoCloud.control.until(() => demoCloud.control.sessions()[0]?.running === 0);
    expect(demoCloud.control.draft(client.sid)?.['t']).toHaveLength(4);
  });

  it('holds a stream after exactly so many frames', async () => {
    const demoCloud = await openDemoCloud();
    const client = await openClient(demoCloud);
    demoCloud.control.script({ kind: 'frames', frames: ['data: 1\n\n', 'data: 2\n\n', 'data: 3\n\n'] });
    const hold = demoCloud.control.hold('run-sse', { frames: 2 });
    const reader = (await client.say('x')).body?.getReader();
    await hold.reached;
    let seen = '';
    while (!seen.includes('data: 2')) seen += Buffer.from((await reader?.read())?.value ?? []).toString();
    expect(seen).not.toContain('data: 3');
    hold.release();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('data: 3\n\n');
  });

  it.each(['tools-only', 'stop', 'no-content', 'empty-body'] as const)('edits in silence: %s', async (ending) => {
    const demoCloud = await openDemoCloud();
    const client = await openClient(demoCloud);
    await (await client.say('a city')).text();
    demoCloud.control.script({ kind: 'silent', ending });
    const answer = await client.say(`add a title 'Paradise Found'`);
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(textsOf(text)).toEqual([]);
    expect(text === '').toBe(ending === 'empty-body');
    expect(JSON.stringify(demoCloud.control.draft(client.sid))).toContain('Paradise Found');
  });

  it('says 404 in plain JSON for an unknown session', async () => {
    const demoCloud = await openDemoCloud();
    const client = await openClient(demoCloud);
    demoCloud.control.forgetSession(client.sid);
    const answer = await client.say('hello');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ error: `Session not found: ${client.sid}` });
  });

  it('answers 2001 without starting when the credits do not suffice', async () => {
    const demoCloud = await openDemoCloud();
    const client = await openClient(demoCloud);
    demoCloud.control.setCredits({ available: 20, frozen: 0, total: 20 });
    expect(await (await client.say('a city')).json()).toMatchObject({ code: 2001 });
    expect(demoCloud.control.sessions()[0]?.turns).toBe(0);
  });

  it('behaves alike for the same seed, and otherwise for another', async () => {
    const tell = async (seed: number): Promise<readonly string[]> => {
      const client = await openClient(await openDemoCloud({ seed }));
      const texts: string[] = [];
      for (const message of ['a dream', 'calmer music', 'trim to 8 seconds', 'nice', 'quieter']) {
        texts.push(...textsOf(await (await client.say(message)).text()));
      }
      return texts;
    };
    expect(await tell(5)).toEqual(await tell(5));
    expect(await tell(6)).not.toEqual(await tell(5));
  });
});
