import type { ElectronApplication } from '@playwright/test';
import { createEventWriter } from '../../../src/demo-cloud/sse.ts';
import { createPlace, partsOf, type Place, say, startApp } from '../../support/desktop.ts';
import type { Running } from '../../support/bench-probe.ts';
import { atMost, type Bench, type Figure, figureOf } from '../figure.ts';
import { alternate } from '../stats.ts';

const runs = 5;
const segments = 20_000;
const words = 'the wave and the light come slowly to the shore where music waits. ';

/** What the cloud says to one message. */
type Turn = { readonly draft: unknown; readonly answer: string };

const short: Turn = { draft: draftOf(3, 0), answer: words };

/** How long main answers nobody, at the longest, while a turn runs from the message to its end; against a short turn. */
export const mainStandsStill: Bench = {
  name: 'main-stands-still',
  about: `main's longest stand-still over a draft of ${segments} segments, a new one each time; over 1 MB of words; over 7 MB in one frame`,
  measure: async () => {
    const place = await createPlace();
    const real = await startApp(place);
    try {
      await stillness(place, real, short);
      const figure = async (name: string, turn: (run: number) => Turn): Promise<Figure> => {
        const pair = await alternate(
          runs,
          (run) => stillness(place, real, turn(run)),
          () => stillness(place, real, short),
        );
        return figureOf({ name, unit: 'ms', goal: atMost(100, 'ms'), ...pair });
      };
      return [
        await figure('main-stands-still', (run) => ({ ...short, draft: draftOf(segments, run) })),
        await figure('main-stands-still:answer', () => ({ ...short, answer: textOf(1_000_000) })),
        await figure('main-stands-still:frame', () => ({ ...short, answer: textOf(7_000_000) })),
      ];
    } finally {
      await real.app.close().catch(() => undefined);
      await place.close();
    }
  },
};

/** The longest that main did not come around while a turn ran in a new project, ms. */
async function stillness(place: Place, { app, window }: Running, { draft, answer }: Turn): Promise<number> {
  const { control } = place.demoCloud;
  await window.getByRole('button', { name: 'New project' }).click();
  control.clear();
  control.fault({ on: 'state', kind: 'draft', value: draft, times: Infinity });
  control.script({
    kind: 'frames',
    frames: [createEventWriter(Date.now).text(answer, { partial: false, last: true })],
  });
  await watch(app);
  await say(window, 'Tell me of the sea');
  await window.getByRole('article').getByText(' added: ').first().waitFor();
  await partsOf(window).stop.waitFor({ state: 'hidden' });
  return seen(app);
}

type Watched = typeof globalThis & { longestMs: number; watching: NodeJS.Timeout };

/** A timer of main's own: what comes late by so much stood still for so long. */
async function watch(app: ElectronApplication): Promise<void> {
  await retryInUse(() =>
    app.evaluate(() => {
      clearInterval((globalThis as Partial<Watched>).watching);
      let last = performance.now();
      const watching = setInterval(() => {
        const now = performance.now();
        const main = globalThis as Watched;
        main.longestMs = Math.max(main.longestMs, now - last);
        last = now;
      }, 1);
      Object.assign(globalThis, { longestMs: 0, watching });
    }),
  );
}

function seen(app: ElectronApplication): Promise<number> {
  return retryInUse(() =>
    app.evaluate(() => {
      const { watching, longestMs } = globalThis as Watched;
      clearInterval(watching);
      return longestMs;
    }),
  );
}

const mostTries = 20;
const betweenTriesMs = 250;

/** V8 may lose the promise of a debugger's call while it collects what a large turn left: who hears of that asks again. */
async function retryInUse<T>(call: () => Promise<T>, tries = 1): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (tries === mostTries || !String(error).includes('garbage collected')) throw error;
    await new Promise((done) => setTimeout(done, betweenTriesMs));
    return retryInUse(call, tries + 1);
  }
}

function textOf(length: number): string {
  return words.repeat(Math.ceil(length / words.length)).slice(0, length);
}

/** A draft of so many segments on three tracks, other ones in each run. */
function draftOf(count: number, run: number): unknown {
  const segment = (kind: number, index: number) => ({
    id: `${kind}-${index}`,
    s: index * 1000,
    d: 1000,
    m:
      kind === 7
        ? { text: `Title ${index}, ${run}` }
        : { name: `clip ${index}`, url: `https://cdn.example/${run}/${kind}-${index}.mp4?sig=${run}` },
  });
  return {
    d: count * 1000,
    t: [0, 1, 7].map((tt) => ({
      tt,
      sg: Array.from({ length: Math.ceil(count / 3) }, (_, index) => segment(tt, index)),
    })),
  };
}
