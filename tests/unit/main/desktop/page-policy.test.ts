import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compositorSecurityPolicy, contentSecurityPolicy } from '../../../../src/main/desktop/app-files.ts';
import { mediaUrl } from '../../../../src/shared/media-url.ts';

const wanted = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'media-src': "'self'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  'font-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};
const parsed = (policy: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    policy.split('; ').map((part) => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)]),
  );

it('lets the page reach its own origin and nothing else, by header and in the page itself', () => {
  expect(parsed(contentSecurityPolicy)).toEqual({ ...wanted, 'frame-ancestors': "'none'" });
  const page = readFileSync('src/renderer/index.html', 'utf8');
  expect(parsed(/Content-Security-Policy"\s+content="([^"]*)"/.exec(page)?.[1] ?? '')).toEqual(wanted);
});

it('lets the worker that draws reach the same origin, and start only workers of its own making', () => {
  const { 'default-src': none, 'script-src': own, 'connect-src': reached } = wanted;
  const expected = { 'default-src': none, 'script-src': own, 'connect-src': reached, 'worker-src': 'blob:' };
  expect(parsed(compositorSecurityPolicy)).toEqual(expected);
});

// Electron 39 and later refuse a page what another origin of a custom scheme answers to a CORS request.
it('asks for media at the page’s own origin, without CORS', () => {
  expect(mediaUrl('id')).toBe('rushes://app/media/id');
  const sources = ['renderer', 'shared', 'preload']
    .map((folder) => join('src', folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(?:tsx?|html|css)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  expect(sources.length).toBeGreaterThan(100);
  for (const source of sources) {
    expect(source).not.toMatch(/crossorigin/i);
    expect(source.match(/rushes:\/\/(?!app\b)\S*/g) ?? []).toEqual([]);
  }
});
