import { assertNever } from '../../shared/assert-never.ts';
import { lengthOf, pictureLength, trackOf, type Cut, applyEdits, type Edit } from '../draft/edits.ts';
import type { Random } from '../../shared/random.ts';
import type { NextAnswer, SilentEnding, Step } from './script.ts';
import { planError } from './errors.ts';
import { readIntent } from './intent.ts';
import type { Wish } from './intent.ts';
import { quoted } from './quotes.ts';
import type { Shelf } from './shelf.ts';
import { languageOf, words } from './words.ts';

export interface TurnInput {
  readonly message: string;
  readonly cut: Cut;
  readonly shelf: Shelf;
  readonly random: Random;
  /** Forces the answer's shape. */
  readonly script: NextAnswer | null;
}

const GENERATION_CREDITS = 48;
const EDIT_CREDITS = 3;
const SILENT_SHARE = 0.3;
const GUI_TALK_SHARE = 0.4;
const SECOND = 1000;

/** All steps of one turn. The same input gives the same plan. */
export function planTurn(input: TurnInput): readonly Step[] {
  const { script } = input;
  switch (script?.kind) {
    case 'frames':
      return [
        edit(script.edits ?? []),
        ...script.frames.map((frame): Step =>
          typeof frame === 'string' ? { kind: 'raw', text: frame } : { kind: 'json', value: frame },
        ),
      ];
    case 'text':
      return [textTime(input), edit(script.edits ?? []), { kind: 'say', text: script.text }];
    case 'error':
      return planError(script.form, planAsked(input, false));
    case 'generate':
      return planGeneration(input, script.prompt ?? input.message);
    case 'silent':
      return script.edits === undefined ? planAsked(input, true) : planEdit(input, [], script.edits, true);
    case 'spoken':
    case undefined:
      return planAsked(input, script === null ? input.random.chance(SILENT_SHARE) : false);
    default:
      return assertNever(script);
  }
}

function planAsked(input: TurnInput, silent: boolean): readonly Step[] {
  const intent = readIntent(input.message, {
    hasPicture: pictureLength(input.cut) > 0,
    waitingUploads: input.shelf.waitingUploads.map((clip) => clip.name),
  });
  switch (intent.kind) {
    case 'generate':
      return planGeneration(input, intent.prompt);
    case 'edit':
      return planEdit(
        input,
        intent.wishes,
        intent.wishes.map((wish) => editOf(wish, input)),
        silent,
      );
    case 'describe':
      return planDescription(input);
    default:
      return assertNever(intent);
  }
}

/**
 * Plans two stages: first the raw clip comes into the draft and the agent says so, then music, title and effects follow
 * unasked.
 */
function planGeneration({ message, shelf, random, cut }: TurnInput, prompt: string): readonly Step[] {
  const say = words[languageOf(message)];
  const progressive = random.chance(0.5);
  const clip = shelf.sample(prompt, random);
  const raw: Edit = { kind: 'place-clips', clips: [clip] };
  const song = shelf.music('any', random);
  const title = quoted(prompt) ?? titleFrom(prompt);
  const tool = (name: string, args: Readonly<Record<string, unknown>>, ms: number, edits: readonly Edit[]): Step => ({
    kind: 'tool',
    name,
    args,
    response: { status: 'ok' },
    ms,
    edits,
    progressive,
  });
  // Keeps what an earlier generation or the user put there.
  const dressing = [
    {
      kind: 'audio',
      step: tool('add_background_music', { name: song.name }, random.int(3, 20) * SECOND, [
        { kind: 'set-music', ...song },
      ]),
    },
    { kind: 'text', step: tool('add_text_overlay', { text: title }, 3 * SECOND, [{ kind: 'set-title', text: title }]) },
    {
      kind: 'effect',
      step: tool('apply_effect', { effect: 'fade_in' }, 2 * SECOND, [{ kind: 'add-effect', name: 'fade in' }]),
    },
  ] as const;
  return [
    { kind: 'reserve', credits: GENERATION_CREDITS },
    { kind: 'wait', ms: 4 * SECOND, quiet: true },
    { kind: 'say', text: say.generating, thought: say.thinking },
    tool(
      'generate_video',
      { prompt, model: 'qwen-video', duration: clip.durationMs / SECOND },
      random.int(90, 250) * SECOND,
      [raw],
    ),
    { kind: 'say', text: say.rawReady(lengthOf(applyEdits(cut, [raw])) / SECOND) },
    { kind: 'second-stage' },
    ...dressing.filter(({ kind }) => trackOf(cut, kind) === undefined).map(({ step }) => step),
    { kind: 'say', text: withEditorTalk(say.finished, message, random) },
  ];
}

function planEdit(input: TurnInput, wishes: readonly Wish[], edits: readonly Edit[], silent: boolean): readonly Step[] {
  const { message, random, script } = input;
  const say = words[languageOf(message)];
  const progressive = random.chance(0.5);
  const timePerStep = Math.round((random.int(9, 28) * SECOND) / (edits.length + 1));
  const ending = script?.kind === 'silent' && script.ending !== undefined ? script.ending : random.pick(endings);
  const look: Step = {
    kind: 'tool',
    name: 'get_timeline',
    args: {},
    response: { status: 'ok', tracks: input.cut.tracks.length },
    ms: timePerStep,
    edits: [],
    progressive,
  };
  const work = edits.map((change): Step => ({
    kind: 'tool',
    name: 'apply_edit',
    args: change,
    response: { status: 'ok' },
    ms: timePerStep,
    edits: [change],
    progressive,
  }));
  const reserve: Step = { kind: 'reserve', credits: EDIT_CREDITS };
  if (silent) {
    if (ending !== 'empty-body') return [reserve, look, ...work, ...silentEnd(ending)];
    return [reserve, { kind: 'wait', ms: timePerStep * (edits.length + 1), quiet: true }, edit(edits)];
  }
  const told = wishes.map((wish) => say.done(wish)).join(' ');
  const intro: readonly Step[] = random.chance(0.5) ? [{ kind: 'say', text: say.looking }] : [];
  return [reserve, ...intro, look, ...work, { kind: 'say', text: talkative(input, told) }];
}

const endings: readonly SilentEnding[] = ['tools-only', 'stop', 'no-content', 'empty-body'];

function silentEnd(ending: Exclude<SilentEnding, 'empty-body'>): readonly Step[] {
  if (ending === 'tools-only') return [];
  const errorCode = ending === 'stop' ? 'STOP' : 'MODEL_RETURNED_NO_CONTENT';
  return [{ kind: 'event', keys: { errorCode, finishReason: 'STOP' } }];
}

function planDescription(input: TurnInput): readonly Step[] {
  const say = words[languageOf(input.message)];
  const clips = (trackOf(input.cut, 'video')?.segments ?? []).map((segment) => segment.name);
  const text = clips.length === 0 ? say.nothing : talkative(input, say.describe(clips));
  return [textTime(input), { kind: 'say', text }];
}

function textTime({ random }: TurnInput): Step {
  return { kind: 'wait', ms: random.int(4, 13) * SECOND };
}

function talkative({ message, random, script }: TurnInput, text: string): string {
  const forced = script?.kind === 'spoken' ? script.editorTalk : undefined;
  if (forced === false) return text;
  return forced === true
    ? `${text} ${words[languageOf(message)].editorTalk[0] ?? ''}`
    : withEditorTalk(text, message, random);
}

function withEditorTalk(text: string, message: string, random: Random): string {
  return random.chance(GUI_TALK_SHARE) ? `${text} ${random.pick(words[languageOf(message)].editorTalk)}` : text;
}

function editOf(wish: Wish, { shelf, random }: TurnInput): Edit {
  switch (wish.kind) {
    case 'place-uploads':
      return { kind: 'place-clips', clips: shelf.waitingUploads };
    case 'set-music':
      return { kind: 'set-music', ...shelf.music(wish.mood, random) };
    case 'add-effect':
      return { kind: 'add-effect', name: 'fade in' };
    case 'set-title':
    case 'remove':
    case 'volume':
    case 'trim':
      return wish;
    default:
      return assertNever(wish);
  }
}

function edit(edits: readonly Edit[]): Step {
  return { kind: 'edit', edits };
}

/** A short title from a prompt: its first telling words, or its first characters in Chinese. */
function titleFrom(prompt: string): string {
  if (languageOf(prompt) === 'zh')
    return (/[\p{Script=Han}]{2,6}/u.exec(prompt.replace(/^(请|帮我|给我|生成|制作|做|一个|一段|段|个)+/u, '')) ?? [
      '新片',
    ])[0];
  const dull =
    /^(a|an|the|of|me|my|please|generate|create|make|produce|video|clip|short|film|with|about|and|for|\d+|s|second|seconds)$/iu;
  const telling = (prompt.match(/[\p{L}\d]+/gu) ?? []).filter((word) => !dull.test(word)).slice(0, 3);
  return telling.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || 'Untitled';
}
