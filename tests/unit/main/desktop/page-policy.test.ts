import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  compositorSecurityPolicy,
  contentSecurityPolicy,
  mediaWorkerSecurityPolicy,
} from '../../../../src/main/desktop/app-files.ts';
import { mediaUrl } from '../../../../src/shared/media-url.ts';

const pageOnly = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; worker-src 'self'; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'`;
const hiddenOnly = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; connect-src 'self'; base-uri 'none'; form-action 'none'`;
const byHeader = `frame-ancestors 'none'; sandbox allow-scripts allow-same-origin allow-forms`;

const metaOf = (page: string): string | undefined =>
  /Content-Security-Policy"\s+content="([^"]*)"/.exec(readFileSync(join('src/renderer', page), 'utf8'))?.[1];

it('lets each page reach its own origin and nothing else, by header and in the page itself', () => {
  expect(contentSecurityPolicy).toBe(`${pageOnly}; ${byHeader}`);
  expect(metaOf('index.html')).toBe(pageOnly);
  expect(mediaWorkerSecurityPolicy).toBe(`${hiddenOnly}; ${byHeader}`);
  expect(metaOf('media-worker.html')).toBe(hiddenOnly);
});

it('lets the worker that draws reach the same origin, and start only workers of its own making', () => {
  expect(compositorSecurityPolicy).toBe(`default-src 'none'; script-src 'self'; worker-src blob:; connect-src 'self'`);
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
