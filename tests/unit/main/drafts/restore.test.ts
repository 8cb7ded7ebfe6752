import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRestoreLine, restoreLinesOf, restoreRules } from '../../../../src/demo-cloud/agent/grammar/restore.ts';
import { planTurn } from '../../../../src/demo-cloud/agent/plan.ts';
import { createSampleLibrary } from '../../../../src/demo-cloud/agent/library.ts';
import { type Clip, type Cut, emptyCut, segmentsOf } from '../../../../src/demo-cloud/draft/cut.ts';
import { applyEdit, applyEdits, type Edit } from '../../../../src/demo-cloud/draft/edits.ts';
import { type Dialect, dialects, writeDraft } from '../../../../src/demo-cloud/draft/wire.ts';
import { readCanvas, readDraft } from '../../../../src/main/drafts/draft-parser.ts';
import { type DraftState, restorePlan } from '../../../../src/main/drafts/restore-plan.ts';
import { restoreLines, restoreMessage } from '../../../../src/main/drafts/restore-words.ts';
import { atOnce } from '../../../../src/main/drafts/steps.ts';
import { costKinds } from '../../../../src/shared/domain/message-cost.ts';
import { createRandom } from '../../../../src/shared/random.ts';

const base = 'http://127.0.0.1:1';
const clipsThere: readonly Clip[] = ['city', 'sea', 'beach', 'dog “Rex”'].map((name, index) => ({
  name,
  url: `${base}/${index}.mp4`,
  durationMs: 3000 + 1111 * index,
  prompt: name,
}));
const songs: readonly Clip[] = ['Lo-fi', 'Still Water'].map((name) => ({
  name,
  url: `${base}/${name}.m4a`,
  durationMs: 10_000,
}));

function stateOf(cut: Cut, dialect: Dialect): DraftState {
  const draft = writeDraft(cut, dialect, 1);
  const { width, height } = readCanvas(draft, null);
  return { reading: readDraft(draft), size: width === null || height === null ? null : { width, height } };
}

/** The cut after the agent was asked, in words, to bring the wanted one back. */
function broughtBack(present: Cut, wanted: Cut, locale: 'en' | 'zh', dialect: Dialect) {
  const steps = atOnce(restorePlan(stateOf(present, dialect), stateOf(wanted, dialect)));
  const lines = restoreLines(steps, locale);
  const message = restoreMessage(lines, 3, locale);
  const planned = planTurn({
    message,
    cut: present,
    past: [],
    undone: [],
    language: 'en',
    library: createSampleLibrary(base, {
      waitingUploads: [],
      waitingSounds: [],
      knownClips: clipsThere,
      knownSounds: songs,
    }),
    random: createRandom(1),
    script: { kind: 'spoken', editorTalk: false },
    whims: null,
  });
  const said = planned.flatMap((step) => (step.kind === 'say' ? [step.text] : [])).join(' ');
  const edits = planned.flatMap((step): readonly Edit[] => ('edits' in step ? step.edits : []));
  const cut = applyEdits(present, edits);
  const left = restoreLines(atOnce(restorePlan(stateOf(cut, dialect), stateOf(wanted, dialect))), locale);
  return { lines, message, said, cut, left };
}

const framingsOf = (cut: Cut) => segmentsOf(cut, 'video').map(({ framing = {} }) => framing);

const number = fc.integer({ min: 1, max: 5 });
const which = fc.oneof(
  fc.constantFrom('all' as const, 'first' as const, 'last' as const),
  fc.array(number, { minLength: 1, maxLength: 2 }),
);
const ms = fc.integer({ min: 0, max: 12_000 });
const span = fc
  .tuple(ms, fc.integer({ min: 300, max: 5000 }))
  .map(([fromMs, length]) => ({ fromMs, toMs: fromMs + length }));
const text = fc.constantFrom('Blue Hour', 'The End', '第二天', 'He said “go”', 'from 1 to 4 s');
const style = fc.constantFrom(
  {},
  { size: 22 },
  { color: [0.94, 0.26, 0.22] as const },
  { x: 0, y: 0.72 },
  { x: -0.5, y: -0.75, size: 9 },
);
const clip = fc.constantFrom(...clipsThere);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('place-clips' as const), clips: fc.tuple(clip), behind: number }),
  fc.record({ kind: fc.constant('replace-clips' as const), which, clips: fc.tuple(clip) }),
  fc.record({ kind: fc.constant('set-title' as const), text, style, startMs: ms }),
  fc.record({ kind: fc.constant('change-titles' as const), which, text, style }),
  fc.record({
    kind: fc.constant('change-titles' as const),
    which,
    startMs: ms,
    durationMs: fc.integer({ min: 100, max: 4000 }),
    scale: fc.constantFrom(1.4, 0.7),
  }),
  fc.constantFrom(...songs).map(({ name, url }) => ({ kind: 'set-music' as const, name, url })),
  fc.record({ kind: fc.constant('add-effect' as const), name: fc.constantFrom('fade in', 'fade out') }),
  fc.record({
    kind: fc.constant('remove' as const),
    what: fc.constantFrom(
      'audio' as const,
      'text' as const,
      'effect' as const,
      'filter' as const,
      'transition' as const,
    ),
  }),
  fc.record({ kind: fc.constant('remove' as const), what: fc.constant('video' as const), which }),
  span.map((part) => ({ kind: 'remove-span' as const, ...part })),
  span.map((part) => ({ kind: 'keep-span' as const, ...part })),
  fc.record({
    kind: fc.constant('volume' as const),
    of: fc.constantFrom('audio' as const, 'video' as const),
    level: fc.constantFrom(0, 0.2, 0.35, 1),
    which,
  }),
  fc.record({
    kind: fc.constant('volume' as const),
    of: fc.constant('video' as const),
    level: fc.constantFrom(0, 0.5),
    span,
  }),
  fc.record({
    kind: fc.constant('volume' as const),
    of: fc.constant('audio' as const),
    level: fc.constantFrom(0, 0.35),
    span,
  }),
  fc.record({
    kind: fc.constant('change-titles' as const),
    which,
    fadeInMs: fc.constantFrom(500, 1000),
    fadeOutMs: fc.constantFrom(500, 1000),
  }),
  fc.record({ kind: fc.constant('duplicate' as const), which, more: fc.constantFrom(1, 2) }),
  fc.constant({ kind: 'order' as const, numbers: [3, 1, 2] }),
  fc.record({ kind: fc.constant('trim-clips' as const), which, durationMs: fc.integer({ min: 500, max: 4000 }) }),
  fc.record({ kind: fc.constant('trim-clips' as const), which, span }),
  ms.map((atMs) => ({ kind: 'split' as const, atMs })),
  fc.record({ kind: fc.constant('move' as const), from: number, to: number }),
  fc.record({ kind: fc.constant('swap' as const), one: number, other: number }),
  fc.constant({ kind: 'reverse' as const }),
  fc.record({ kind: fc.constant('speed' as const), which, factor: fc.constantFrom(2, 1.5, 0.5, 0.33) }),
  fc.record({ kind: fc.constant('cross-fade' as const), which, durationMs: fc.constantFrom(0, 500, 1000) }),
  fc.record({
    kind: fc.constant('fade-music' as const),
    edge: fc.constantFrom('in' as const, 'out' as const),
    durationMs: fc.constantFrom(500, 2000),
  }),
  fc.record({
    kind: fc.constant('grade' as const),
    which,
    grade: fc.constantFrom('warm' as const, 'cold' as const, 'mono' as const, null),
  }),
  fc.record({ kind: fc.constant('frame' as const), which, zoom: fc.constantFrom(1.25, 0.8, 2) }),
  fc.record({ kind: fc.constant('frame' as const), which, turn: fc.constantFrom(90, 180, -90, 15) }),
  fc.record({ kind: fc.constant('frame' as const), which, mirror: fc.constantFrom('x' as const, 'y' as const) }),
);

const begun = applyEdits(emptyCut, [
  { kind: 'place-clips', clips: clipsThere.slice(0, 3) },
  { kind: 'set-music', name: 'Lo-fi', url: `${base}/Lo-fi.m4a` },
  { kind: 'set-title', text: 'Blue Hour' },
]);

describe('going back in words', () => {
  it('brings any earlier version of a rehearsal back, in both languages', () => {
    fc.assert(
      fc.property(
        fc.array(edit, { maxLength: 4 }),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...dialects),
        fc.constantFrom('en' as const, 'zh' as const),
        (first, then, dialect, locale) => {
          const wanted = first.reduce(applyEdit, begun);
          const present = then.reduce(applyEdit, wanted);
          fc.pre(segmentsOf(wanted, 'video').length > 0);
          const { left, said, message, cut } = broughtBack(present, wanted, locale, dialect);
          expect({ left, message }).toEqual({ left: [], message });
          // The plan that finds nothing left may be blind to how clips lie: asked of the cut itself.
          expect({ framings: framingsOf(cut), message }).toEqual({ framings: framingsOf(wanted), message });
          expect(said).not.toMatch(/understand|没看懂/u);
          expect(costKinds(message, true)).toEqual(['edit']);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the rehearsal’s agent', () => {
  it.each(restoreRules.flatMap(({ like }) => [like]))('reads "%s" like "%s"', (english, chinese) => {
    const [one, other] = [english, chinese].map((line, index) => {
      const opening = index === 0 ? 'Undo: put this video back to how it was:' : '撤销：把视频恢复成这样：';
      const found = restoreLinesOf(`${opening}\n- ${line}`);
      return readRestoreLine(found?.lines[0] ?? '', found?.quotes ?? []);
    });
    expect(one).not.toBeNull();
    expect(one).toEqual(other);
  });
});
