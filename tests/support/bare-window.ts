import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { commandOf } from './command.ts';
import type { Place } from './desktop.ts';

/**
 * The real app, driven by nothing but scripts in its page: Playwright has every page keep the bodies of all that it fetches, which would
 * be taken for memory of the app's.
 */
export type BareWindow = {
  /** Runs in the page; resolves with what `script`, an expression, resolves to. */
  readonly evaluate: (script: string) => Promise<unknown>;
  /** Proportional set size of each process, in MB, by what it is; without files, which whatever else runs has a share in. */
  readonly memory: () => Promise<ReadonlyMap<string, number>>;
  readonly close: () => Promise<void>;
};

/** `before`: see `StartOptions`. */
export async function startBare(place: Place, before: string): Promise<BareWindow> {
  const { executablePath, args, env } = await commandOf(place, { before, args: ['--remote-debugging-port=0'] });
  const app = spawn(executablePath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const port = await portOf(app);
  const socket = await connect(await pageAt(port));
  let asked = 0;
  const waiting = new Map<number, (message: Told) => void>();
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Told;
    waiting.get(message.id ?? 0)?.(message);
  });
  const evaluate = async (expression: string): Promise<unknown> => {
    const id = (asked += 1);
    const answer = new Promise<Told>((resolve) => waiting.set(id, resolve));
    const params = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }));
    const { result } = await answer;
    waiting.delete(id);
    if (result?.exceptionDetails !== undefined) throw new Error(JSON.stringify(result.exceptionDetails));
    return result?.result?.value;
  };
  while ((await evaluate(`document.readyState + location.host`)) !== 'completeapp')
    await new Promise((resolve) => setTimeout(resolve, 50));
  return {
    evaluate,
    memory: async () => {
      await collectGarbage(port);
      return memoryOf(app.pid ?? 0);
    },
    close: async () => {
      const ended = new Promise((resolve) => app.once('exit', resolve));
      app.kill();
      await ended;
    },
  };
}

type Told = {
  readonly id?: number;
  readonly result?: { readonly result?: { readonly value?: unknown }; readonly exceptionDetails?: unknown };
};

async function portOf({ stderr }: ChildProcess): Promise<string> {
  if (stderr === null) throw new Error('The app has no output');
  for await (const line of createInterface(stderr)) {
    const found = /^DevTools listening on ws:\/\/([^/]+)\//.exec(line)?.[1];
    if (found !== undefined) {
      stderr.resume();
      return found;
    }
  }
  throw new Error('The app ended');
}

type Target = { readonly url: string; readonly webSocketDebuggerUrl: string };

async function targetsAt(port: string): Promise<readonly Target[]> {
  return (await (await fetch(`http://${port}/json`)).json()) as readonly Target[];
}

async function pageAt(port: string): Promise<string> {
  for (;;) {
    const shown = (await targetsAt(port)).find(({ url }) => url.startsWith('rushes://app/'));
    if (shown !== undefined) return shown.webSocketDebuggerUrl;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function connect(address: string): Promise<WebSocket> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  return socket;
}

/** Of all pages: what waits to be collected is not held by anybody. */
async function collectGarbage(port: string): Promise<void> {
  for (const { webSocketDebuggerUrl } of await targetsAt(port)) {
    const socket = await connect(webSocketDebuggerUrl);
    const answered = new Promise((resolve) => {
      socket.addEventListener('message', resolve, { once: true });
      socket.addEventListener('close', resolve, { once: true });
    });
    socket.send(JSON.stringify({ id: 1, method: 'HeapProfiler.collectGarbage' }));
    await answered;
    socket.close();
  }
}

/** All descendants, by the names that Chromium gives them; of renderers the first is the window, the second the hidden page. */
async function memoryOf(root: number): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  const open = [root];
  for (const pid of open) {
    const [command, rollup, children] = await Promise.all(
      ['cmdline', 'smaps_rollup', `task/${pid}/children`].map((name) =>
        readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => ''),
      ),
    );
    open.push(...(children ?? '').trim().split(' ').filter(Boolean).map(Number));
    const kind = /--utility-sub-type=([\w.]+)|--type=([\w-]+)/.exec(command ?? '');
    const name = pid === root ? 'main' : (kind?.[1] ?? kind?.[2] ?? 'other');
    const kilobytes = [...(rollup ?? '').matchAll(/^Pss_(?:Anon|Shmem):\s+(\d+)/gm)].map(([, size]) => Number(size));
    const megabytes = kilobytes.reduce((sum, size) => sum + size, 0) / 1024;
    const free = [name, `${name} 2`, `${name} 3`].find((one) => !sizes.has(one)) ?? name;
    if (megabytes > 0) sizes.set(free, megabytes);
  }
  return sizes;
}
