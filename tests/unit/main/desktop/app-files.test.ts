import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy, createSchemeHandler, fileWithin } from '../../../../src/main/desktop/app-files.ts';

let folder: string;
let handle: ReturnType<typeof createSchemeHandler>;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes 窗口 '));
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'renderer', 'index.html'), '<title>Rushes</title>');
  writeFileSync(join(folder, 'renderer', 'assets', 'a b.js'), 'export {}');
  writeFileSync(join(folder, 'renderer', 'assets', 'large.js.br'), brotliCompressSync('export const a = 1;'));
  writeFileSync(join(folder, 'renderer', 'assets', 'broken.js.br'), 'no such thing');
  mkdirSync(join(folder, 'renderer-more'));
  writeFileSync(join(folder, 'renderer-more', 'x.js'), 'outside');
  handle = createSchemeHandler({
    root: join(folder, 'renderer'),
    mediaJobs: async (request) => new Response(`task ${request.url}`),
    media: async (request) => new Response(`media ${request.url} ${request.headers.get('range')}`, { status: 206 }),
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function get(url: string, init?: RequestInit): Promise<Response> {
  const request = new Request(url, init);
  const { method, headers } = request;
  const { body, ...head } = await handle({ url, method, headers: Object.fromEntries(headers), whole: () => request });
  return new Response(body, head);
}

describe('rushes://app', () => {
  it.each(['rushes://app/', 'rushes://app/index.html', 'rushes://app/index.html?x=1#y'])(
    'serves the page at %s',
    async (url) => {
      const response = await get(url);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await response.text()).toBe('<title>Rushes</title>');
    },
  );

  it('serves scripts by their type and length', async () => {
    const response = await get('rushes://app/assets/a%20b.js');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('content-length')).toBe('9');
    const head = await get('rushes://app/assets/a%20b.js', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '9', '']);
  });

  it.each(['rushes://app/', 'rushes://app/assets/a%20b.js', 'rushes://app/nothing'])('guards %s', async (url) => {
    const { headers } = await get(url);
    expect(headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    'rushes://app/..%2fsecret.txt',
    'rushes://app/..%2F..%2F..%2Fetc/passwd',
    'rushes://app/%2e%2e/secret.txt',
    'rushes://app/assets/..%2f..%2fsecret.txt',
    'rushes://app/..%2frenderer-more/x.js',
    'rushes://app/..%5csecret.txt',
    'rushes://app/%2fetc%2fpasswd',
    'rushes://app/index.html%00',
    'rushes://app/%zz',
    'rushes://app/assets',
    'rushes://app/assets/',
    'rushes://app/nothing.js',
  ])('finds nothing at %s', async (url) => {
    const response = await get(url);
    expect([response.status, await response.text()]).toEqual([404, '']);
  });

  it('unpacks what lies there compressed', async () => {
    const response = await get('rushes://app/assets/large.js');
    expect([response.status, response.headers.get('content-length')]).toEqual([200, '19']);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await response.text()).toBe('export const a = 1;');
    expect((await get('rushes://app/assets/broken.js')).status).toBe(404);
  });

  it('takes no other method', async () => {
    expect((await get('rushes://app/', { method: 'POST', body: 'x' })).status).toBe(405);
  });
});

describe('fileWithin', () => {
  it('leads nowhere outside, whatever stands in the path', () => {
    const root = join('/', 'pages');
    expect(fileWithin(root, '/../../pages/index.html')).toBe(join(root, 'index.html'));
    for (const path of ['/..', '/../', '/../pages', '/../pages-of-others/x', '//etc/../..', '/..%2f..']) {
      const file = fileWithin(root, path);
      expect(file === null || file.startsWith(join(root, '/'))).toBe(true);
    }
    expect(fileWithin(root, '/../rooted/x')).toBeNull();
  });
});

it('hands media over, as it was asked', async () => {
  const response = await get('rushes://app/media/some-id', { headers: { range: 'bytes=0-1' } });
  expect([response.status, await response.text()]).toEqual([206, 'media rushes://app/media/some-id bytes=0-1']);
});

it.each(['rushes://media/some-id', 'rushes://other/index.html', 'rushes://app.evil/', 'rushes://APP2/', 'rushes:app'])(
  'knows nothing of %s',
  async (url) => {
    expect((await get(url)).status).toBe(404);
  },
);
