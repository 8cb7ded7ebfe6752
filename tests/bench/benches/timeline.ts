import type { Page } from '@playwright/test';
import { createPlace, partsOf, say, startApp } from '../../support/desktop.ts';
import { settle } from '../../support/bench-window.ts';
import { type Bench, type Figure, figureOf, timesBaseline, timesBaselinePlus } from '../figure.ts';
import { alternate, p95 } from '../stats.ts';

const runs = 5;
const steps = 30;

export const timelineZoom: Bench = {
  name: 'timeline-zoom',
  about: 'a step of zoom in a timeline of 5,000 segments (p95), against one that is all DOM',
  measure: () =>
    withTimeline(5_000, async (page) => {
      await layOut(page, 5_000);
      const times = await alternate(
        runs,
        async () => p95(await turnWheel(page, 'zoom')),
        async () => p95(await zoomElements(page)),
      );
      return [figureOf({ name: 'timeline-zoom', unit: 'ms', goal: timesBaseline(0.2), ...times })];
    }),
};

export const timeline50000: Bench = {
  name: 'timeline-50000',
  about: 'a step of scrolling in a timeline of 50,000 segments (p95), against 500 of which as many are in sight',
  measure: () =>
    withTimeline(50_000, (large) =>
      withTimeline(500, async (small) => {
        const times = await alternate(
          runs,
          async () => p95(await turnWheel(large, 'pan', 12)),
          async () => p95(await turnWheel(small, 'pan', 1)),
        );
        return [figureOf({ name: 'timeline-50000', unit: 'ms', goal: timesBaselinePlus(1.5, 4, 'ms'), ...times })];
      }),
    ),
};

/** Starts the app with a cut of so many segments on three tracks. */
async function withTimeline(
  count: number,
  measure: (page: Page) => Promise<readonly Figure[]>,
): Promise<readonly Figure[]> {
  const place = await createPlace();
  try {
    const { window, close } = await startApp(place);
    try {
      const { control, url } = place.demoCloud;
      control.fault({ on: 'state', kind: 'draft', value: draftOf(url, count), times: Infinity });
      control.script({ kind: 'spoken' });
      await say(window, 'All of it');
      await partsOf(window).timeline.getByRole('option').first().waitFor({ state: 'attached', timeout: 60_000 });
      await settle(window);
      return await measure(window);
    } finally {
      await close();
    }
  } finally {
    await place.close();
  }
}

function draftOf(url: string, count: number): unknown {
  const each = Math.floor(count / 3);
  const pieces = (name: string, d: number) =>
    Array.from({ length: each }, (_, index) => ({ s: index * 2000, d, m: { name: `${name} ${index}`, text: name } }));
  const clip = { s: 0, d: 2000, m: { name: 'city', url: `${url}/files/samples/city.mp4` } };
  return {
    m: { width: 1280, height: 720 },
    t: [
      { tt: 0, sg: [clip, ...pieces('shot', 1900).slice(1)] },
      { tt: 1, sg: pieces('sound', 2000) },
      { tt: 7, sg: pieces('words', 900) },
    ],
  };
}

/**
 * Turns the wheel over the tracks, in and out or along, from a view that is `zoomedBy` steps closer than all. Resolves to what each step
 * took from the event until it was painted, ms.
 */
function turnWheel(page: Page, how: 'zoom' | 'pan', zoomedBy = 0): Promise<readonly number[]> {
  return page.getByRole('listbox').evaluate(
    async (list, { way, count, closer }) => {
      const box = list.getBoundingClientRect();
      const turn = (deltaX: number, deltaY: number): boolean =>
        list.dispatchEvent(
          new WheelEvent('wheel', {
            bubbles: true,
            cancelable: true,
            ctrlKey: way === 'zoom',
            deltaX,
            deltaY,
            clientX: box.left + box.width / 3,
            clientY: box.top + 10,
          }),
        );
      const painted = (act: () => void): Promise<number> =>
        new Promise((resolve) => {
          requestAnimationFrame(() => {
            const startedAt = performance.now();
            act();
            // A message that is posted while a frame is made arrives after it was painted.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - startedAt);
            port2.postMessage(null);
          });
        });
      const zoomIn = {
        bubbles: true,
        cancelable: true,
        ctrlKey: true,
        deltaY: -60,
        clientX: box.left,
        clientY: box.top,
      };
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Z', shiftKey: true }));
      for (let index = 0; index < closer; index += 1) list.dispatchEvent(new WheelEvent('wheel', zoomIn));
      const times: number[] = [];
      for (let index = 0; index < count; index += 1) {
        const back = index >= count / 2;
        times.push(await painted(() => (way === 'zoom' ? turn(0, back ? 60 : -60) : turn(back ? -90 : 90, 0))));
      }
      return times;
    },
    { way: how, count: steps, closer: zoomedBy },
  );
}

/** Puts the same number of segments over the window as elements, as a timeline without a canvas has them. */
async function layOut(page: Page, count: number): Promise<void> {
  await page.evaluate((all) => {
    const area = document.createElement('div');
    area.id = 'bench-elements';
    area.style.cssText = 'position:fixed;left:0;right:0;bottom:0;height:120px;overflow:hidden;background:black';
    for (let index = 0; index < all; index += 1) {
      const bar = document.createElement('div');
      bar.textContent = `shot ${index}`;
      bar.style.cssText = `position:absolute;top:${(index % 3) * 36}px;height:30px;overflow:hidden;white-space:nowrap;border:1px solid;border-radius:6px;background:#234`;
      area.append(bar);
    }
    area.hidden = true;
    document.body.append(area);
  }, count);
}

function zoomElements(page: Page): Promise<readonly number[]> {
  return page.evaluate(async (count) => {
    const area = document.getElementById('bench-elements');
    if (area === null) return [];
    area.hidden = false;
    const bars = [...area.children].filter((bar) => bar instanceof HTMLElement);
    const times: number[] = [];
    let scale = innerWidth / (bars.length / 3);
    for (let index = 0; index < count; index += 1) {
      scale *= index >= count / 2 ? 1 / 1.5 : 1.5;
      const ms = await new Promise<number>((resolve) => {
        requestAnimationFrame(() => {
          const startedAt = performance.now();
          for (const [at, bar] of bars.entries()) {
            bar.style.left = `${Math.floor(at / 3) * scale}px`;
            bar.style.width = `${scale * 0.95}px`;
          }
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - startedAt);
          port2.postMessage(null);
        });
      });
      times.push(ms);
    }
    area.hidden = true;
    return times;
  }, steps);
}
