import type { Page } from '@playwright/test';
import { digits, mark } from './bench-body.ts';

/** What the scripts of a bench leave in a page. Times are epoch ms. */
type Notes = {
  readonly paints: number[];
  readonly tasks: number[];
  stop: () => void;
};
type NotingWindow = typeof globalThis & { benchNotes: Notes };

/** Notes, from now on, how long the renderer's long tasks (over 50 ms) take. */
export async function noteTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)));
    observer.observe({ type: 'longtask' });
    Object.assign(globalThis, { benchNotes: { paints: [], tasks, stop: () => observer.disconnect() } });
  });
}

/** Notes long tasks and, for each numbered chunk (`answerChunks`), when the newest message first stood painted with it. */
export async function notePaints(page: Page): Promise<void> {
  await noteTasks(page);
  await page.evaluate(
    ({ sign, length }) => {
      const notes = (globalThis as NotingWindow).benchNotes;
      let newest = -1;
      const observer = new MutationObserver(() => {
        const text = [...document.querySelectorAll('article')].at(-1)?.textContent ?? '';
        const at = text.lastIndexOf(sign);
        const index = at === -1 ? -1 : Number(text.slice(at + 1, at + 1 + length));
        if (!(index > newest)) return;
        newest = index;
        requestAnimationFrame(() => {
          // A message posted while a frame is made arrives only after that frame was painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            while (notes.paints.length <= index) notes.paints.push(Date.now());
          };
          port2.postMessage(null);
        });
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      const stopTasks = notes.stop;
      notes.stop = () => {
        observer.disconnect();
        stopTasks();
      };
    },
    { sign: mark, length: digits },
  );
}

export type Noted = { readonly paints: readonly number[]; readonly longestTaskMs: number };

/** Waits until `count` chunks have been painted and nothing is left to do in the page, then gives what was noted. */
export async function takeNotes(page: Page, count: number): Promise<Noted> {
  await page.waitForFunction((wanted) => (globalThis as NotingWindow).benchNotes.paints.length >= wanted, count, {
    polling: 100,
  });
  await settle(page);
  return page.evaluate(() => {
    const { paints, tasks, stop } = (globalThis as NotingWindow).benchNotes;
    stop();
    return { paints, longestTaskMs: Math.max(0, ...tasks) };
  });
}

/** Waits until the end of an answer stands in the page. */
export async function seeEnd(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => [...document.querySelectorAll('article p')].slice(-9).some((end) => end.textContent.includes(wanted)),
    words,
    { polling: 100 },
  );
}

/** Waits until the page has nothing to do. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((done) => requestIdleCallback(() => setTimeout(done, 100), { timeout: 30_000 })),
  );
}

/** Lets the empty window's page read the stream and show its text, with nothing else around it. */
export async function readPlainly(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const body = (await fetch('/stream')).body?.pipeThrough(new TextDecoderStream()).getReader();
    const article = document.querySelector('article');
    let rest = '';
    for (;;) {
      const read = await body?.read();
      if (read === undefined || read.done) return;
      const frames = (rest + read.value).split('\n\n');
      rest = frames.pop() ?? '';
      for (const frame of frames) {
        const event = JSON.parse(frame.slice('data: '.length)) as {
          readonly partial: boolean;
          readonly content: { readonly parts: readonly { readonly text: string }[] };
        };
        const text = event.content.parts[0]?.text ?? '';
        if (!event.partial) continue;
        if (article?.lastElementChild === null || text.startsWith('\n')) article?.append(document.createElement('p'));
        article?.lastElementChild?.append(text);
        if (text.endsWith('\n\n')) article?.append(document.createElement('p'));
      }
    }
  });
}

/**
 * Opens a project by a click on its name. Resolves to the time from the click to the frame in which the end of its conversation is
 * painted, ms; `end`: the last words of its last message, null for a project without any.
 */
export function openByName(page: Page, name: string, end: string | null): Promise<number> {
  const row = page.getByRole('navigation', { name: 'Projects' }).getByText(name, { exact: true }).first();
  return row.evaluate((element, words) => {
    const isThere = (): boolean => {
      const log = document.querySelector('[role="log"]');
      const last = [...(log?.querySelectorAll('article') ?? [])].at(-1);
      if (log === null || words === null) return last === undefined && log?.textContent !== '';
      if (last?.textContent.includes(words) !== true) return false;
      const [of, within] = [last.getBoundingClientRect(), log.getBoundingClientRect()];
      return of.top < within.bottom && of.bottom > within.top;
    };
    return new Promise<number>((resolve, reject) => {
      const look = (): void => {
        if (!isThere()) {
          if (performance.now() - startedAt < 60_000) requestAnimationFrame(look);
          else reject(new Error('The end of the conversation was not painted within a minute'));
          return;
        }
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - startedAt);
        port2.postMessage(null);
      };
      const startedAt = performance.now();
      (element as HTMLElement).click();
      requestAnimationFrame(look);
    });
  }, end);
}

/** Bytes of JavaScript's heap that are in use, once all garbage is gone. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

type TypingWindow = typeof globalThis & { benchKeys: number[] };

/** Types into the composer; gives the times from each key to the frame that shows it, ms. Leaves the composer empty. */
export async function typeKeys(page: Page, text: string, everyMs: number): Promise<readonly number[]> {
  const composer = page.getByRole('textbox', { name: 'Message' });
  await composer.focus();
  await composer.evaluate((element, count) => {
    const times: number[] = [];
    Object.assign(globalThis, { benchKeys: times });
    let waiting = count;
    const note = (event: Event): void => {
      waiting -= 1;
      if (waiting === 0) element.removeEventListener('keydown', note, { capture: true });
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - event.timeStamp);
        port2.postMessage(null);
      });
    };
    element.addEventListener('keydown', note, { capture: true });
  }, text.length);
  await page.keyboard.type(text, { delay: everyMs });
  await page.waitForFunction((count) => (globalThis as TypingWindow).benchKeys.length >= count, text.length);
  const times = await page.evaluate(() => (globalThis as TypingWindow).benchKeys.slice());
  if ((await composer.inputValue()) !== text) throw new Error('The composer did not take every key');
  await composer.fill('');
  return times;
}
