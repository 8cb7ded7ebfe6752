import { expect, test } from '@playwright/test';
import { type Subject, subjects } from '../../src/shared/scene/scene.ts';
import { withPainter } from '../support/painter-page.ts';
import type { Portrait, Sitting } from '../support/subject-in-page.ts';

type PaintingPage = typeof globalThis & {
  readonly painter: { readonly portrait: (subject: Subject, sitting: Sitting) => Portrait };
};
type Album = Readonly<Record<'day' | 'later' | 'again' | 'night' | 'otherSeed', Portrait>>;

/** These go through the frame from side to side. */
const acrossTheFrame: ReadonlySet<Subject> = new Set([
  'train',
  'steam-train',
  'people',
  'lanterns',
  'fireworks',
  'light-ribbons',
  'bridge',
  'meteors',
  'fireflies',
]);

/** Sparks in the dark. */
const sparse: ReadonlySet<Subject> = new Set(['meteors', 'fireflies']);

test('every subject stays in its box, moves, stands out by day and by night, and is the same twice', async () => {
  const [albums, blackCat, whiteCat, asleep] = await withPainter((page) =>
    page.evaluate((all) => {
      const { portrait } = (globalThis as PaintingPage).painter;
      const albumOf = (subject: Subject): readonly [Subject, Album] => [
        subject,
        {
          day: portrait(subject, { time: 'day', seconds: 0.4 }),
          later: portrait(subject, { time: 'day', seconds: 1.5 }),
          again: portrait(subject, { time: 'day', seconds: 0.4 }),
          night: portrait(subject, { time: 'night', seconds: 0.4 }),
          otherSeed: portrait(subject, { time: 'day', seconds: 0.4, seed: 11 }),
        },
      ];
      return [
        all.map(albumOf),
        portrait('cat', { time: 'night', seconds: 1, color: '#1c1c20' }),
        portrait('cat', { time: 'day', seconds: 1, color: '#f4f4f2' }),
        (['cat', 'dog'] as const).map(
          (subject) => [subject, portrait(subject, { time: 'day', seconds: 0.4, isResting: true })] as const,
        ),
      ] as const;
    }, subjects),
  );
  for (const [subject, { day, later, again, night }] of albums) {
    expect.soft(again.hash, `${subject} is the same twice`).toBe(day.hash);
    expect.soft(later.hash, `${subject} moves`).not.toBe(day.hash);
    for (const { covered, stray } of [day, later, night]) {
      expect.soft(covered, `${subject} is seen`).toBeGreaterThan(sparse.has(subject) ? 0.001 : 0.05);
      if (!acrossTheFrame.has(subject)) expect.soft(stray, `${subject} stays in its box`).toBeLessThan(0.2);
    }
    expect.soft(day.contrast, `${subject} stands out by day`).toBeGreaterThan(15);
    expect.soft(night.contrast, `${subject} stands out by night`).toBeGreaterThan(30);
  }
  for (const [subject, resting] of asleep) {
    expect(resting.hash, `${subject} lies down to sleep`).not.toBe(new Map(albums).get(subject)?.day.hash);
    expect(resting.stray).toBeLessThan(0.2);
  }
  const varied = albums.filter(([, { day, otherSeed }]) => day.hash !== otherSeed.hash);
  expect(varied.length, 'subjects that another seed draws in other colours').toBeGreaterThan(subjects.length * 0.6);
  expect(blackCat.contrast, 'a black cat at night').toBeGreaterThan(18);
  expect(whiteCat.contrast, 'a white cat by day').toBeGreaterThan(18);
});
