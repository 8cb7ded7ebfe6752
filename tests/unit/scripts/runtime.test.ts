import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAttempts, download } from '../../../scripts/setup/official.mjs';
import { findRuntime, tryOfficial } from '../../../scripts/setup/runtime.mjs';
import { temporaryFolder } from './temporary-folder.ts';

const official = { path: '/official/electron', version: '45.0.0', official: true };
const fallback = { path: '/fallback/electron', version: '33.2.1', official: false };

function partsWith(overrides: object) {
  const lines: string[] = [];
  const parts = {
    installedOfficial: () => undefined,
    officialVersion: () => '45.0.0',
    tryOfficial: async () => 'Electron 45.0.0 cannot be fetched here (no network)',
    fallbackSupported: () => true,
    installedFallback: () => undefined,
    provisionFallback: async () => fallback,
    say: (line: string) => lines.push(line),
    ...overrides,
  };
  return { parts, lines };
}

describe('finding the runtime', () => {
  it('takes the official one that is there, without a word', async () => {
    const { parts, lines } = partsWith({ installedOfficial: () => official });
    expect(await findRuntime(parts)).toBe(official);
    expect(lines).toEqual([]);
  });

  it('takes the official one that can be fetched', async () => {
    const { parts } = partsWith({ tryOfficial: async () => official });
    expect(await findRuntime(parts)).toBe(official);
  });

  it('else makes the registry’s and says so in one line', async () => {
    const { parts, lines } = partsWith({});
    expect(await findRuntime(parts)).toBe(fallback);
    expect(lines).toEqual([
      'Using Electron 33.2.1 from the npm registry, for development and tests only: ' +
        'Electron 45.0.0 cannot be fetched here (no network).',
    ]);
  });

  it('stops on a platform that the registry has none for', async () => {
    const { parts } = partsWith({ fallbackSupported: () => false });
    await expect(findRuntime(parts)).rejects.toThrow(/none for this platform/);
  });
});

describe('trying the official one', () => {
  it('is not repeated within some hours of a failure, but then it is', async () => {
    let now = 1_000_000;
    let tries = 0;
    const attempts = createAttempts({ file: join(temporaryFolder(), 'noted.json'), now: () => now });
    const fetchIt = async () => {
      tries += 1;
      throw Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
    };
    const first = await tryOfficial('45.0.0', { attempts, fetchIt, remember: true });
    expect(first).toBe('Electron 45.0.0 cannot be fetched here (No network, or the host name is unknown)');
    await tryOfficial('45.0.0', { attempts, fetchIt, remember: true });
    expect(tries).toBe(1);
    await tryOfficial('46.0.0', { attempts, fetchIt, remember: true });
    expect(tries).toBe(2);
    now += 7 * 3_600_000;
    await tryOfficial('46.0.0', { attempts, fetchIt, remember: true });
    expect(tries).toBe(3);
  });
});

describe('the download', () => {
  const target = () => join(temporaryFolder(), 'electron.zip');
  const silent = (_url: string, { signal }: { readonly signal: AbortSignal }) =>
    new Promise<Response>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

  it('gives up on a server that says nothing', async () => {
    await expect(download('http://localhost/', target(), silent, 1)).rejects.toThrow(/no answer within/);
  });

  it('refuses another status than success', async () => {
    const missing = async () => new Response('', { status: 404 });
    await expect(download('http://localhost/', target(), missing, 1000)).rejects.toThrow(/answers 404/);
  });

  it('leaves no part of a body that breaks off', async () => {
    const file = target();
    const broken = async () =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new Uint8Array(10));
            controller.error(Object.assign(new Error('cut'), { code: 'ECONNRESET' }));
          },
        }),
      );
    await expect(download('http://localhost/', file, broken, 1000)).rejects.toThrow('cut');
    expect(existsSync(file)).toBe(false);
  });
});
