import { describe, expect, it } from 'vitest';
import { createRouter, type Handlers } from '../../../src/main/ipc/router.ts';
import { contract } from '../../../src/shared/contract/contract.ts';

const sender = { windowId: 7 };
const projectId = '3f1f0a3e-5a2c-4f57-9a39-2d2f6a3f6f10';

function handlersThat(overrides: Partial<Handlers>): Handlers {
  const all = Object.fromEntries(Object.keys(contract).map((name) => [name, () => ({ ok: true, data: null })]));
  return { ...(all as unknown as Handlers), ...overrides };
}

describe('router', () => {
  it('hands a parsed input and the sender to the handler', async () => {
    const seen: unknown[] = [];
    const route = createRouter(
      handlersThat({
        'turn.send': (input, from) => {
          seen.push(input, from);
          return { ok: true, data: null };
        },
      }),
      () => undefined,
    );
    const answer = await route('turn.send', { projectId, text: '  hi  ', uploadIds: [] }, sender);
    expect(answer).toEqual({ ok: true, data: null });
    expect(seen).toEqual([{ projectId, text: 'hi', uploadIds: [] }, sender]);
  });

  it.each([
    ['an unknown name', 'turn.explode', {}],
    ['a name from the prototype', 'constructor', {}],
    ['a name that is no text', 7, {}],
    ['a missing field', 'turn.send', { projectId, text: 'hi' }],
    ['an extra field', 'app.connect', { path: '/etc/passwd' }],
    ['an empty message', 'turn.send', { projectId, text: '   ', uploadIds: [] }],
    ['an id that is none', 'turn.stop', { turnId: '../x' }],
    ['a link that is not https', 'app.openUrl', { url: 'file:///etc/passwd' }],
    ['a thumbnail that is no JPEG', 'project.thumbnail', { projectId, image: 'data:text/html;base64,AAAA' }],
    ['nothing', 'turn.send', undefined],
  ])('refuses %s', async (_what, name, input) => {
    const route = createRouter(handlersThat({}), () => undefined);
    expect(await route(name, input, sender)).toEqual({ ok: false, error: { code: 'bad-request' } });
  });

  it('answers a throwing handler with `internal`, and reports it', async () => {
    const reports: unknown[] = [];
    const fault = new Error('boom');
    const route = createRouter(
      handlersThat({
        'app.connect': () => {
          throw fault;
        },
      }),
      (name, error) => reports.push(name, error),
    );
    expect(await route('app.connect', {}, sender)).toEqual({ ok: false, error: { code: 'internal' } });
    expect(reports).toEqual(['app.connect', fault]);
  });

  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_BUSY', 'history-busy'],
  ])('says why nothing could be written: %s', async (code, failure) => {
    const route = createRouter(
      handlersThat({
        'app.connect': () => {
          throw Object.assign(new Error('no'), { code });
        },
      }),
      () => undefined,
    );
    expect(await route('app.connect', {}, sender)).toEqual({ ok: false, error: { code: failure } });
  });
});
