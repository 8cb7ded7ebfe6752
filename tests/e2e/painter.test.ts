import { expect, test } from '@playwright/test';
import type * as InPage from '../support/painter-in-page.ts';
import { withPainter } from '../support/painter-page.ts';

type PainterPage = typeof globalThis & { readonly painter: typeof InPage };

const prompts = ['Neon city at night in the rain, 3s', '雪山日出，3秒', 'A dog in a flower meadow, 3s'] as const;

test('the same prompt paints the same pixels, other prompts other pictures, and every frame carries the mark', async () => {
  await withPainter(async (page) => {
    const seen = (prompt: string, frame: number): Promise<InPage.Facts> =>
      page.evaluate(([text, at]) => (globalThis as PainterPage).painter.facts(text, at), [prompt, frame] as const);
    const firsts: InPage.Facts[] = [];
    for (const prompt of prompts) {
      const first = await seen(prompt, 10);
      expect(await seen(prompt, 10)).toEqual(first);
      const later = await seen(prompt, 80);
      expect(later.hash).not.toBe(first.hash);
      for (const { marked } of [first, later]) {
        expect(marked).toBeGreaterThan(0.08);
        expect(marked).toBeLessThan(0.6);
      }
      firsts.push(first);
    }
    for (const [index, { mean }] of firsts.entries()) {
      for (const other of firsts.slice(index + 1)) {
        const distance = Math.hypot(...mean.map((value, channel) => value - (other.mean[channel] ?? 0)));
        expect(distance).toBeGreaterThan(25);
      }
    }
    // These words draw dunes that begin left of where their waves are counted from.
    expect((await seen('A spaceship lands on Mars, red dust, 5 seconds', 0)).mean[0]).toBeGreaterThan(100);
    // A word more is another film of the same things.
    const [prompt] = prompts;
    expect((await seen(`${prompt} please`, 10)).hash).not.toBe(firsts[0]?.hash);
  });
});
