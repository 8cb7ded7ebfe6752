import type { Page } from '@playwright/test';
import { endOf, type PastProject, writeHistory } from '../../support/bench-history.ts';
import { heapOf, openByName, settle, typeKeys } from '../../support/bench-window.ts';
import { createPlace, startApp } from '../../support/desktop.ts';
import { aboveBaseline, atMost, type Bench, type Figure, figureOf, timesBaselinePlus } from '../figure.ts';
import { alternate, p95, pairOf } from '../stats.ts';

const runs = 3;
const lengths = [100, 1_000, 10_000] as const;
const longest = 10_000;
const megabyte = 1024 * 1024;
const typed = 'let the light come from the left, and slower';
const keyEveryMs = 45;

/** Each is opened for the first time when it is measured: a view that the window still holds would cost nothing. */
export const openLongProject: Bench = {
  name: 'open-long-project',
  about: 'opening a project of 10,000 (1,000, 100) turns, its heap, and typing in it (p95), against an empty project',
  measure: async () => {
    const place = await createPlace();
    try {
      await writeHistory(place.userData, [...lengths, 'warm' as const].flatMap(projectsOf));
      const { window, close } = await startApp(place);
      try {
        await open(window, longName('warm', 0));
        const figures: Figure[] = [];
        for (const length of lengths) figures.unshift(...(await measureLength(window, length)));
        return [...figures, await measureTyping(window)];
      } finally {
        await close();
      }
    } finally {
      await place.close();
    }
  },
};

type Length = (typeof lengths)[number] | 'warm';

function longName(length: Length, run: number): string {
  return `Long ${length} ${run}`;
}

function emptyName(length: Length, run: number): string {
  return `Empty ${length} ${run}`;
}

function projectsOf(length: Length): readonly PastProject[] {
  return Array.from({ length: length === 'warm' ? 1 : runs }, (_, run) => [
    { name: longName(length, run), turns: length === 'warm' ? 10 : length },
    { name: emptyName(length, run), turns: 0 },
  ]).flat();
}

/** Always from the same place: what is left behind has to be taken down, too. */
async function open(window: Page, name: string): Promise<number> {
  await openByName(window, emptyName('warm', 0), null);
  await settle(window);
  return openByName(window, name, name.startsWith('Long') ? endOf(name) : null);
}

type Opening = { readonly ms: number; readonly heapMB: number };

async function measureLength(window: Page, length: Length): Promise<readonly Figure[]> {
  const measure = async (name: string): Promise<Opening> => ({
    ms: await open(window, name),
    heapMB: (await heapOf(window)) / megabyte,
  });
  const pair = await alternate(
    runs,
    (run) => measure(longName(length, run)),
    (run) => measure(emptyName(length, run)),
  );
  const name = length === longest ? 'open-long-project' : `open-long-project:${length}`;
  const times = pairOf(pair, openingTime, openingTime);
  const opening = figureOf({ name, unit: 'ms', goal: timesBaselinePlus(1.5, 150, 'ms'), ...times });
  if (length !== longest) return [opening];
  const heaps = pairOf(pair, openingHeap, openingHeap);
  return [opening, figureOf({ name: 'open-long-project:heap', unit: 'MB', goal: aboveBaseline(30, 'MB'), ...heaps })];
}

function openingTime({ ms }: Opening): number {
  return ms;
}

function openingHeap({ heapMB }: Opening): number {
  return heapMB;
}

async function measureTyping(window: Page): Promise<Figure> {
  const typeIn = async (name: string): Promise<number> => {
    await open(window, name);
    return p95(await typeKeys(window, typed, keyEveryMs));
  };
  const pair = await alternate(
    runs,
    () => typeIn(longName(longest, 0)),
    () => typeIn(emptyName(longest, 0)),
  );
  return figureOf({ name: 'open-long-project:typing', unit: 'ms', goal: atMost(30, 'ms'), ...pair });
}
