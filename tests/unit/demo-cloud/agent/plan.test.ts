import { describe, expect, it } from 'vitest';
import { planTurn } from '../../../../src/demo-cloud/agent/plan.ts';
import type { TurnInput } from '../../../../src/demo-cloud/agent/turn-input.ts';
import { createSampleLibrary } from '../../../../src/demo-cloud/agent/library.ts';
import { costOf, type Step } from '../../../../src/demo-cloud/agent/script.ts';
import { emptyCut, trackOf } from '../../../../src/demo-cloud/draft/cut.ts';
import { applyEdits } from '../../../../src/demo-cloud/draft/edits.ts';
import { createRandom, mixSeed } from '../../../../src/shared/random.ts';

const base = 'http://127.0.0.1:1';
const cut = applyEdits(emptyCut, [
  { kind: 'place-clips', clips: [{ name: 'city', url: `${base}/files/samples/city.mp4`, durationMs: 10_000 }] },
  { kind: 'set-music', name: 'Lo-fi', url: `${base}/files/samples/music.m4a` },
]);

function input(message: string, change: Partial<TurnInput> = {}, seed = 1): TurnInput {
  const library = createSampleLibrary(base, { waitingUploads: [], waitingSounds: [] });
  return {
    message,
    cut,
    past: [],
    undone: [],
    language: 'en',
    library,
    random: createRandom(seed),
    script: null,
    whims: null,
    ...change,
  };
}

const editsOf = (steps: readonly Step[]) =>
  steps.flatMap((step) => (step.kind === 'tool' || step.kind === 'edit' ? step.edits : []));
const textsOf = (steps: readonly Step[]) => steps.flatMap((step) => (step.kind === 'say' ? [step.text] : []));
const timeOf = (steps: readonly Step[]) =>
  steps.reduce((sum, step) => (step.kind === 'wait' || step.kind === 'tool' ? sum + step.ms : sum), 0);
const seeds = Array.from({ length: 400 }, (_, index) => mixSeed(7, index));

describe('planTurn', () => {
  it('is the same for the same seed', () => {
    expect(planTurn(input('calmer music'))).toEqual(planTurn(input('calmer music')));
  });

  it('keeps about three edits in ten silent, in all four ways', () => {
    const plans = seeds.map((seed) => planTurn(input('music to 20%', {}, seed)));
    const silent = plans.filter((plan) => textsOf(plan).length === 0);
    expect(silent.length / plans.length).toBeGreaterThan(0.22);
    expect(silent.length / plans.length).toBeLessThan(0.38);
    const ends = new Set(
      silent.map((plan) => {
        const last = plan.at(-1);
        return last?.kind === 'event' ? last.keys['errorCode'] : last?.kind;
      }),
    );
    expect(ends).toEqual(new Set(['tool', 'STOP', 'MODEL_RETURNED_NO_CONTENT', 'edit']));
    for (const plan of silent) expect(editsOf(plan)).toEqual([{ kind: 'volume', of: 'audio', level: 0.2 }]);
  });

  it('charges nothing where nothing can be done', () => {
    for (const message of [
      'make it brighter',
      'undo',
      'redo',
      'hello',
      'mute clip 7',
      '删掉第五段',
      'remove the title',
      '16:9',
    ])
      expect(costOf(planTurn(input(message)))).toBe(0);
  });

  it("takes the contract's time", () => {
    for (const seed of seeds.slice(0, 50)) {
      const edit = timeOf(planTurn(input('calmer music', {}, seed)));
      expect(edit).toBeGreaterThanOrEqual(9000);
      expect(edit).toBeLessThanOrEqual(30_000);
      const generation = timeOf(planTurn(input('a city at night', { cut: emptyCut }, seed)));
      expect(generation).toBeGreaterThanOrEqual(100_000);
      expect(generation).toBeLessThanOrEqual(300_000);
      const talk = timeOf(planTurn(input('nice work', {}, seed)));
      expect(talk).toBeGreaterThanOrEqual(4000);
      expect(talk).toBeLessThanOrEqual(15_000);
    }
  });

  it('generates in two stages and says so in between', () => {
    const plan = planTurn(input(`Sunset over the sea, title "Dusk"`, { cut: emptyCut }));
    const turningPoint = plan.findIndex((step) => step.kind === 'second-stage');
    const first = applyEdits(emptyCut, editsOf(plan.slice(0, turningPoint)));
    expect(first.tracks.map((track) => track.kind)).toEqual(['video']);
    expect(textsOf(plan.slice(0, turningPoint)).at(-1)).toContain('raw clip is ready: 10 seconds');
    const whole = applyEdits(emptyCut, editsOf(plan));
    expect(whole.tracks.map((track) => track.kind)).toEqual(['video', 'audio', 'text', 'effect']);
    expect(trackOf(whole, 'text')?.segments[0]?.text).toBe('Dusk');
    expect(costOf(plan)).toBe(48);
  });

  it('answers in the language it is spoken to, and talks of a web editor at times', () => {
    const script = { kind: 'spoken', editorTalk: true } as const;
    expect(textsOf(planTurn(input('音乐小一点', { script }))).at(-1)).toMatch(
      /音乐音量已调到 18%（原来 35%）。点击右上角的导出按钮/u,
    );
    expect(textsOf(planTurn(input('quieter music', { script }))).at(-1)).toMatch(/Click the Export button/u);
    const plain = { kind: 'spoken', editorTalk: false } as const;
    expect(textsOf(planTurn(input('quieter music', { script: plain }))).at(-1)).toBe(
      'The music is at 18% volume now (35% before).',
    );
  });

  it('follows a script', () => {
    expect(planTurn(input('x', { script: { kind: 'text', text: 'Hi' } })).at(-1)).toEqual({ kind: 'say', text: 'Hi' });
    const frames = planTurn(input('x', { script: { kind: 'frames', frames: ['data: 1\n\n', { a: 1 }] } }));
    expect(frames.slice(1)).toEqual([
      { kind: 'raw', text: 'data: 1\n\n' },
      { kind: 'json', value: { a: 1 } },
    ]);
    const silent = planTurn(input('calmer music', { script: { kind: 'silent', ending: 'stop' } }));
    expect(silent.at(-1)).toMatchObject({ kind: 'event', keys: { errorCode: 'STOP' } });
    expect(textsOf(silent)).toEqual([]);
  });

  it('asks back and claims what it did not do at times, but only with whims', () => {
    const asked = planTurn(input('add a title', { whims: createRandom(1) }));
    expect(asked.at(-1)).toMatchObject({ kind: 'tool', name: 'ask_question', edits: [] });
    const plans = seeds.map((seed) => planTurn(input('music to 20%', { whims: createRandom(mixSeed(9, seed)) }, seed)));
    const claims = plans.filter((plan) => textsOf(plan).length > 0 && editsOf(plan).length === 0);
    expect(claims.length / plans.length).toBeGreaterThan(0.02);
    expect(claims.length / plans.length).toBeLessThan(0.08);
    for (const seed of seeds) expect(editsOf(planTurn(input('music to 20%', {}, seed)))).toHaveLength(1);
  });

  it('goes back to the cut before the last edit', () => {
    const script = { kind: 'spoken', editorTalk: false } as const;
    expect(editsOf(planTurn(input('undo', { past: [emptyCut], script })))).toEqual([
      { kind: 'restore', cut: emptyCut, steps: 1 },
    ]);
    expect(textsOf(planTurn(input('undo', { script }))).at(-1)).toBe('There is no earlier edit to go back to.');
  });
});
