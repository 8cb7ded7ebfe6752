import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../src/demo-cloud/demo-cloud.ts';
import { openBoth, readUntil } from './rig.ts';

describe('streams that go wrong under HTTP 200', () => {
  const failing = async (fault: Fault): Promise<string> => {
    const { demoCloud, client } = await openBoth();
    demoCloud.control.fault({ on: 'run-sse', ...fault });
    return (await client.say('a city')).text();
  };

  it.each([
    ['error', /^data: \{"error":"[^"]+"\}\n\n$/u],
    ['error-details', /"error_details":"/u],
    ['error-code', /"errorCode":"UNKNOWN_ERROR","errorMessage":"/u],
    ['error-code-with-text', /"errorCode":.*"text":"This is as far as I got\."/u],
    ['invalid-json', /^data: \{"error": "Tool "apply_edit" failed/u],
    ['system-text', /"author":"system".*"text":"Error: /u],
    ['after-answer', /All done!.*\n\ndata: \{"error":"[^"]+"\}\n\n$/su],
    ['temporary-issue', /All done!.*\n\n.*"text":"I encountered a temporary issue".*\n\n$/su],
    ['after-chunks', /"partial":true\}\n\n.*"errorMessage":"scripted \\"model\\" failure:\\nsecond line"/u],
    ['tool-error', /"response":\{"error":".*All done!/su],
  ] as const)('%s', async (form, shape) => {
    expect(await failing({ kind: 'stream-error', form })).toMatch(shape);
  });

  it('heartbeats alone, while the turn itself runs', async () => {
    const { demoCloud, client } = await openBoth();
    demoCloud.control.fault({ on: 'run-sse', kind: 'heartbeats', count: 3 });
    expect(await (await client.say('a city')).text()).toBe('data: heartbeat\n\ndata: \n\nheartbeat\n\n');
    await demoCloud.control.until(() => demoCloud.control.sessions()[0]?.running === 0);
    expect(demoCloud.control.draft(client.sid)?.['t']).toHaveLength(4);
    demoCloud.control.fault({ on: 'run-sse', kind: 'heartbeats' });
    await readUntil(await client.say('quieter'), 'heartbeat\n\ndata: heartbeat\n\n');
  });

  it('a line without an end', async () => {
    const { demoCloud, client } = await openBoth();
    demoCloud.control.fault({ on: 'run-sse', kind: 'endless-line', bytes: 1024 * 1024 });
    const answer = await client.say('a city');
    const reader = answer.body?.getReader();
    let size = 0;
    while (size < 1024 * 1024) {
      const piece = (await reader?.read())?.value ?? new Uint8Array();
      expect(piece.includes(10)).toBe(false);
      size += piece.length;
    }
    await reader?.cancel();
  });

  it('a draft of another shape', async () => {
    const { demoCloud, client } = await openBoth();
    const draft = async () =>
      (await (await client.call('GET', `/api/state/nemo_agent/me/${client.sid}/latest`)).json()).data.state.draft;
    for (const value of [null, { tracks: 'three' }, 7]) {
      demoCloud.control.fault({ on: 'state', kind: 'draft', value });
      expect(await draft()).toEqual(value);
    }
    expect(await draft()).toMatchObject({ t: [] });
  });
});
