import { describe, expect, it } from 'vitest';
import type { App } from '../../../../src/main/app/app.ts';
import type { Context } from '../../../../src/main/ipc/context.ts';
import { createRouter, type Handlers, type Sender } from '../../../../src/main/ipc/router.ts';
import { contract } from '../../../../src/shared/contract/contract.ts';
import { ok } from '../../../../src/shared/result.ts';

const page: Sender = { windowId: 7, asker: 'page' };
const preload: Sender = { windowId: 7, asker: 'preload' };
const projectId = '3f1f0a3e-5a2c-4f57-9a39-2d2f6a3f6f10';
const refused = { ok: false, error: { code: 'bad-request' } };
// Only handed on here.
const app = { rehearsal: true } as App;
const desktop = {} as Context['desktop'];

function routerWith(overrides: Partial<Handlers>, report: (name: string, error: unknown) => void = () => undefined) {
  const all = Object.fromEntries(Object.keys(contract).map((name) => [name, () => ok(name)]));
  const handlers: Handlers = { ...(all as unknown as Handlers), ...overrides };
  return createRouter({ handlers, app: () => Promise.resolve(app), desktop, report });
}

describe('router', () => {
  it('hands a parsed input, the opened app and the window to the handler', async () => {
    const seen: unknown[] = [];
    const route = routerWith({
      'turn.send': (...all) => {
        seen.push(...all);
        return ok(null);
      },
    });
    const answer = await route('turn.send', { projectId, text: '  hi  ', uploadIds: [] }, page);
    expect(answer).toEqual({ ok: true, data: null });
    const input = { projectId, text: 'hi', suffix: '', uploadIds: [], anyway: false, beside: false };
    expect(seen).toEqual([input, app, { windowId: 7, desktop }]);
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
    expect(await routerWith({})(name, input, page)).toEqual(refused);
  });

  it('lets nobody but the preload script name a path, and the preload script nothing else', async () => {
    const route = routerWith({});
    const drop = { projectId, paths: ['/etc/passwd'] };
    expect(await route('upload.drop', drop, page)).toEqual(refused);
    expect(await route('upload.drop', drop, preload)).toEqual({ ok: true, data: 'upload.drop' });
    expect(await route('app.connect', {}, preload)).toEqual(refused);
    const withPaths = Object.entries(contract).filter(
      ([, { input }]) => 'paths' in input.shape || 'files' in input.shape,
    );
    expect(withPaths.map(([name, { from }]) => [name, from])).toEqual([
      ['upload.drop', 'preload'],
      ['upload.paste', 'preload'],
      ['batch.drop', 'preload'],
    ]);
  });

  it.each([
    ['pictures that are too large together', [40, 30], false],
    ['pictures that are not', [40, 24], true],
  ])('takes 64 MB of pasted pictures at most: %s', async (_what, megabytes, taken) => {
    const files = megabytes.map((size) => ({ type: 'image/png', bytes: new Uint8Array(size * 1024 * 1024) }));
    expect(await routerWith({})('upload.paste', { projectId, files }, preload)).toMatchObject({ ok: taken });
  });

  it('answers a throwing handler with `internal`, and reports it', async () => {
    const reports: unknown[] = [];
    const fault = new Error('boom');
    const route = routerWith(
      {
        'app.connect': () => {
          throw fault;
        },
      },
      (name, error) => reports.push(name, error),
    );
    expect(await route('app.connect', {}, page)).toEqual({ ok: false, error: { code: 'internal' } });
    expect(reports).toEqual(['app.connect', fault]);
  });

  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_BUSY', 'history-busy'],
  ])('says why nothing could be written: %s', async (code, failure) => {
    const route = routerWith({
      'app.connect': () => {
        throw Object.assign(new Error('no'), { code });
      },
    });
    expect(await route('app.connect', {}, page)).toEqual({ ok: false, error: { code: failure } });
  });
});
