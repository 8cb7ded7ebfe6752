import { planTurn, rememberedAfter } from '../../../../src/demo-cloud/agent/plan.ts';
import type { Remembered } from '../../../../src/demo-cloud/agent/edit-request.ts';
import type { TurnInput } from '../../../../src/demo-cloud/agent/turn-input.ts';
import type { Step } from '../../../../src/demo-cloud/agent/script.ts';
import { createSampleLibrary } from '../../../../src/demo-cloud/agent/library.ts';
import { type Cut, emptyCut, type Segment } from '../../../../src/demo-cloud/draft/cut.ts';
import { applyEdits, type Edit } from '../../../../src/demo-cloud/draft/edits.ts';
import { createRandom } from '../../../../src/shared/random.ts';

const base = 'http://127.0.0.1:1';
const clip = (name: string, durationMs: number, prompt?: string) => ({
  name,
  url: `${base}/${name}.mp4`,
  durationMs,
  ...(prompt === undefined ? {} : { prompt }),
});

/** City 0–6 s, sea 6–11 s (made from words), beach 11–15 s (an upload); a title, quiet music. */
const before: Cut = applyEdits(emptyCut, [
  { kind: 'place-clips', clips: [clip('city', 6000, 'a city'), clip('sea', 5000, 'the sea'), clip('beach', 4000)] },
  { kind: 'set-music', name: 'Lo-fi', url: `${base}/lo-fi.m4a` },
  { kind: 'set-title', text: 'Blue Hour' },
]);
/** What it was before that. */
const earlier = applyEdits(before, [{ kind: 'remove', what: 'text' }]);
/** What it was until the last edit was taken back. */
const later = applyEdits(before, [{ kind: 'reverse' }]);

const uploads = {
  waitingUploads: [{ name: 'dog.jpg', url: `${base}/dog.jpg`, durationMs: 5000 }],
  waitingSounds: [{ name: 'song.mp3', url: `${base}/song.mp3`, durationMs: 10_000 }],
};

/** Turns a message into steps, in words and by the same chances always. */
export function stepsFor(message: string): readonly Step[] {
  return planTurn(spoken(message));
}

function spoken(message: string): TurnInput {
  return {
    message,
    cut: before,
    past: [emptyCut, earlier],
    undone: [later],
    language: 'en',
    library: createSampleLibrary(
      base,
      /my |dog\.jpg|uploaded|我的|上传|素材/iu.test(message) ? uploads : { waitingUploads: [], waitingSounds: [] },
    ),
    random: createRandom(1),
    script: { kind: 'spoken', editorTalk: false },
    whims: null,
  };
}

/** What a message does to the cut: lines that are gone with `-`, new ones with `+`. */
export function differenceAfter(message: string): readonly string[] {
  return differenceOf(before, applyEdits(before, editsOf(stepsFor(message))));
}

/** Answers one message after the other, each in the light of the ones before, with what it changes. */
export function createConversation(): (message: string) => readonly string[] {
  let [cut, past, remembered]: [Cut, readonly Cut[], Remembered | null] = [before, [], null];
  return (message) => {
    const input: TurnInput = { ...spoken(message), cut, past, undone: [], before: remembered };
    const steps = planTurn(input);
    const edits = editsOf(steps);
    const now = applyEdits(cut, edits);
    const difference = differenceOf(cut, now);
    const back = edits.find((edit) => edit.kind === 'restore')?.steps ?? 0;
    past = back > 0 ? past.slice(0, -back) : edits.length > 0 ? [...past, cut] : past;
    [cut, remembered] = [now, rememberedAfter(input, steps)];
    return difference;
  };
}

function editsOf(steps: readonly Step[]): readonly Edit[] {
  return steps.flatMap((step) => ('edits' in step ? step.edits : []));
}

function differenceOf(one: Cut, other: Cut): readonly string[] {
  const [old, now] = [linesOf(one), linesOf(other)];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}

function linesOf({ tracks, ratio }: Cut): readonly string[] {
  return [ratio, ...tracks.flatMap(({ kind, segments }) => segments.map((part) => `${kind} ${lineOf(part)}`))];
}

function lineOf(part: Segment): string {
  const { name, text, startMs, durationMs, inMs, volume, speed, fadeInMs, fadeOutMs, style, framing = {} } = part;
  const isUsual = volume === null || volume === 1;
  return [
    text ?? name,
    `${startMs / 1000}-${(startMs + durationMs) / 1000}`,
    ...(inMs > 0 ? [`from ${inMs / 1000}`] : []),
    ...(isUsual ? [] : [`${Math.round(volume * 100)}%`]),
    ...(speed === 1 ? [] : [`${speed}x`]),
    ...(fadeInMs > 0 ? [`rises ${fadeInMs / 1000}`] : []),
    ...(fadeOutMs > 0 ? [`falls ${fadeOutMs / 1000}`] : []),
    ...(framing.scale === undefined ? [] : [`zoomed ${framing.scale}`]),
    ...(framing.rotation === undefined ? [] : [`turned ${framing.rotation}`]),
    ...(framing.flippedX === true ? ['mirrored'] : []),
    ...(framing.flippedY === true ? ['mirrored down'] : []),
    ...(style.size === undefined ? [] : [`size ${style.size}`]),
    ...(style.color === undefined ? [] : [`color ${style.color.join(' ')}`]),
    ...(style.y === undefined && style.x === undefined ? [] : [`at ${style.x ?? 0} ${style.y ?? 'low'}`]),
  ].join(' ');
}
