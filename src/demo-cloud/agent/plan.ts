import { assertNever } from '../../shared/assert-never.ts';
import type { Random } from '../../shared/random.ts';
import { type Cut, lengthOf, pictureLength, segmentsOf, trackOf } from '../draft/cut.ts';
import { applyEdits, type Edit } from '../draft/edits.ts';
import { planError } from './errors.ts';
import { readIntent, situationOf, type Intent } from './intent.ts';
import { quoted } from './quotes.ts';
import { EDIT_CREDITS, GENERATION_CREDITS } from './costs.ts';
import { isMissing, isOnlyTold, ordersOf, refitted, type Resolved, resolveAll, sceneFor } from './resolve.ts';
import type { NextAnswer, SilentEnding, Step } from './script.ts';
import type { Order, Library } from './library.ts';
import { titleFrom } from './title-from.ts';
import { questionIn, withoutAsking } from './questions.ts';
import type { Question } from './edit-request.ts';
import { joinedBy, sayOf, talkative, withEditorTalk } from './speech.ts';
import type { Language } from './words.ts';

export interface TurnInput {
  readonly message: string;
  readonly cut: Cut;
  /** The cuts before the last turns that edited, and those that were taken back since; the newest last. */
  readonly past: readonly Cut[];
  readonly undone: readonly Cut[];
  /** Spoken where a message has no words by which to tell. */
  readonly language: Language;
  readonly library: Library;
  readonly random: Random;
  /** Forces the answer's shape. */
  readonly script: NextAnswer | null;
  /** Chances by which the agent asks back, or claims an edit that it did not make; null: it does neither. */
  readonly whims: Random | null;
}

const [SILENT_SHARE, CLAIM_SHARE] = [0.3, 0.06];
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
      return planClip(input, script.prompt ?? input.message);
    case 'silent':
      return script.edits === undefined ? planAsked(input, true) : planSilentEdits(input, script.edits);
    case 'spoken':
    case undefined:
      return planAsked(input, script === null ? input.random.chance(SILENT_SHARE) : false);
    default:
      return assertNever(script);
  }
}

function planAsked(input: TurnInput, silent: boolean): readonly Step[] {
  const { message, cut, past, undone, library, random, whims } = input;
  const names = { waitingUploads: namesOf(library.waitingUploads), waitingSounds: namesOf(library.waitingSounds) };
  const intent = readIntent(message, situationOf(cut, names));
  switch (intent.kind) {
    case 'generate':
      return planClip(input, intent.prompt, intent.behind);
    case 'edit': {
      const question = questionIn(intent.requests, whims);
      if (question !== null) return planQuestion(input, question);
      const requests = intent.requests.map((request) => (whims === null ? withoutAsking(request) : request));
      return planEdit(
        input,
        resolveAll(requests, cut, { message, library, random, past, undone }),
        silent,
        intent.unread,
      );
    }
    case 'describe':
    case 'talk':
    case 'unknown':
      return planTalk(input, intent);
    default:
      return assertNever(intent);
  }
}

function namesOf(clips: Library['waitingUploads']): readonly string[] {
  return clips.map(({ name }) => name);
}

function planQuestion(input: TurnInput, about: Question | 'music'): readonly Step[] {
  const say = sayOf(input);
  const { prompt, options } = say.question(about);
  if (options.length === 0) return [textTime(input), { kind: 'say', text: prompt }];
  const labels = options.map((label, index) => ({ id: String(index + 1), label }));
  return [
    textTime(input),
    {
      kind: 'tool',
      name: 'ask_question',
      args: { questions: [{ id: about, prompt, options: labels }] },
      response: { status: 'asked' },
      ms: 0,
      edits: [],
      progressive: false,
    },
  ];
}

/**
 * Plans two stages: first the raw clip comes into the draft and the agent says so, then music, title and effects follow
 * unasked.
 */
function planClip(input: TurnInput, prompt: string, behind?: number): readonly Step[] {
  const { library, random, cut } = input;
  const say = sayOf(input);
  const progressive = random.chance(0.5);
  const isFirst = pictureLength(cut) === 0;
  const scene = isFirst ? sceneFor(prompt) : sceneFor(prompt, cut.ratio);
  const { clip, order } = library.clip(scene, prompt, random);
  const raw: readonly Edit[] = [
    ...(scene.ratio === cut.ratio ? [] : [{ kind: 'remake', ratio: scene.ratio, urls: [] } as const]),
    { kind: 'place-clips', clips: [clip], ...(behind === undefined ? {} : { behind }) },
  ];
  const filmMs = pictureLength(applyEdits(cut, raw));
  const song = library.music({ mood: order === null ? 'any' : scene.mood, words: prompt, filmMs }, random);
  const fitting = refitted(cut, raw, library);
  const title = quoted(prompt) ?? titleFrom(prompt);
  const tool = toolMaker(progressive);
  // Whoever sees a film that was painted sees its first frame before it plays: it is no black one.
  const fade = order === null ? 'fade in' : 'fade out';
  // Keeps what an earlier generation or the user put there.
  const dressing = [
    {
      kind: 'audio',
      step: tool('add_background_music', { name: song.clip.name }, random.int(3, 20) * SECOND, {
        edits: [{ kind: 'set-music', name: song.clip.name, url: song.clip.url }],
        orders: ordersOf(song),
        apology: say.failed('music'),
      }),
    },
    {
      kind: 'text',
      step: tool('add_text_overlay', { text: title }, 3 * SECOND, { edits: [{ kind: 'set-title', text: title }] }),
    },
    {
      kind: 'effect',
      step: tool('apply_effect', { effect: fade }, 2 * SECOND, { edits: [{ kind: 'add-effect', name: fade }] }),
    },
  ] as const;
  const length = lengthOf(applyEdits(cut, raw)) / SECOND;
  const missing = dressing.filter(({ kind }) => trackOf(cut, kind) === undefined).map(({ step }) => step);
  const ready = missing.length > 0 ? say.rawReady(length) : say.added(length);
  return [
    { kind: 'reserve', credits: GENERATION_CREDITS },
    { kind: 'wait', ms: 4 * SECOND, quiet: true },
    { kind: 'say', text: say.generating, thought: say.thinking },
    tool(
      'generate_video',
      { prompt, model: 'qwen-video', duration: clip.durationMs / SECOND },
      random.int(90, 250) * SECOND,
      {
        edits: [...raw, ...fitting.edits],
        orders: [...ordersOf({ order }), ...fitting.orders],
        apology: say.failed('clip'),
      },
    ),
    { kind: 'say', text: order === null ? ready : joinedBy(input, [ready, say.drawn(scene)]) },
    { kind: 'second-stage' },
    ...missing,
    ...(missing.length > 0 ? [{ kind: 'say', text: withEditorTalk(say.finished, input) } as const] : []),
  ];
}

type Work = { readonly edits: readonly Edit[]; readonly orders?: readonly Order[]; readonly apology?: string };

function toolMaker(progressive: boolean) {
  return (name: string, args: Readonly<Record<string, unknown>>, ms: number, work: Work): Step => ({
    kind: 'tool',
    name,
    args,
    response: { status: 'ok' },
    ms,
    progressive,
    ...work,
  });
}

function planEdit(
  input: TurnInput,
  asked: readonly Resolved[],
  silent: boolean,
  unread: readonly string[],
): readonly Step[] {
  const { random, whims } = input;
  const say = sayOf(input);
  const carriedOut = asked.filter(({ changes }) => changes);
  const scenes = asked.flatMap((one) => (one.orders.length > 0 ? one.scenes : []));
  // Sound is asked for as a whole: what is as loud as can be is no news where the rest changed.
  const isSoundSet = carriedOut.some(({ request }) => request.kind === 'volume');
  const told = [
    ...asked
      .filter(({ request, changes }) => changes || request.kind !== 'volume' || !isSoundSet)
      .map((one) => (one.changes && !isMissing(one.request, one.before) ? say.done(one) : say.notDone(one))),
    ...scenes.map(say.drawn),
    ...(unread.length > 0 ? [say.unread(unread)] : []),
  ];
  const text = joinedBy(input, [...new Set(told)]);
  if (asked.every(isOnlyTold)) return [textTime(input), { kind: 'say', text: talkative(input, text) }];
  const isClaim = !silent && whims !== null && carriedOut.length > 0 && whims.chance(CLAIM_SHARE);
  const intro: readonly Step[] = random.chance(0.5) ? [{ kind: 'say', text: say.looking }] : [];
  const steps = workOf(input, isClaim ? [] : carriedOut, silent);
  if (silent && carriedOut.length > 0) return steps;
  return [...steps.slice(0, 1), ...intro, ...steps.slice(1), { kind: 'say', text: talkative(input, text) }];
}

/** Scripted edits, which nobody asked for in words. */
function planSilentEdits(input: TurnInput, edits: readonly Edit[]): readonly Step[] {
  const asked = edits.map((edit): Resolved => ({
    request: { kind: 'undo', steps: 1 },
    edits: [edit],
    orders: [],
    scenes: [],
    changes: true,
    before: input.cut,
    after: input.cut,
  }));
  return workOf(input, asked, true);
}

/** Looks at the timeline, then one tool for each request. A turn without words has its ending, too. */
function workOf(input: TurnInput, asked: readonly Resolved[], silent: boolean): readonly Step[] {
  const { random, script, cut, library } = input;
  const say = sayOf(input);
  const fitting = refitted(
    cut,
    asked.flatMap(({ edits }) => edits),
    library,
  );
  const tool = toolMaker(random.chance(0.5));
  const timePerStep = Math.round((random.int(9, 28) * SECOND) / (asked.length + 1));
  const ending = script?.kind === 'silent' && script.ending !== undefined ? script.ending : random.pick(endings);
  const isMaking = asked.some(
    ({ request }) => request.kind === 'replace-with-made' || (request.kind === 'remake' && cut.made > 0),
  );
  const reserve: Step = { kind: 'reserve', credits: isMaking ? GENERATION_CREDITS : EDIT_CREDITS };
  const look = tool('get_timeline', {}, timePerStep, { edits: [] });
  const work = asked.map(({ edits: own, orders: ownOrders, request }, at): Step => {
    const making = request.kind === 'replace-with-made' || request.kind === 'remake';
    const isLast = at === asked.length - 1;
    const edits = isLast ? [...own, ...fitting.edits] : own;
    const orders = isLast ? [...ownOrders, ...fitting.orders] : ownOrders;
    const args = { request: request.kind, edits: own.length };
    const apology = say.failed(making ? 'clip' : 'music');
    return making
      ? tool('generate_video', args, random.int(90, 250) * SECOND, { edits, orders, apology })
      : tool('apply_edit', args, timePerStep, { edits, orders, apology });
  });
  if (!silent) return [reserve, look, ...work];
  if (ending !== 'empty-body') return [reserve, look, ...work, ...silentEnd(ending)];
  return [
    reserve,
    { kind: 'wait', ms: timePerStep * (asked.length + 1), quiet: true },
    ...work.flatMap((step): readonly Step[] =>
      step.kind === 'tool' ? [{ kind: 'edit', edits: step.edits, orders: step.orders ?? [] }] : [],
    ),
  ];
}

const endings: readonly SilentEnding[] = ['tools-only', 'stop', 'no-content', 'empty-body'];

function silentEnd(ending: Exclude<SilentEnding, 'empty-body'>): readonly Step[] {
  if (ending === 'tools-only') return [];
  const errorCode = ending === 'stop' ? 'STOP' : 'MODEL_RETURNED_NO_CONTENT';
  return [{ kind: 'event', keys: { errorCode, finishReason: 'STOP' } }];
}

function planTalk(
  input: TurnInput,
  intent: Extract<Intent, { readonly kind: 'describe' | 'talk' | 'unknown' }>,
): readonly Step[] {
  const { cut } = input;
  const say = sayOf(input);
  const isEmpty = segmentsOf(cut, 'video').length === 0;
  if (intent.kind === 'talk') return [textTime(input), { kind: 'say', text: say.talk(intent.about, isEmpty) }];
  const known = intent.kind === 'describe' ? say.describe(cut) : say.unknown;
  return [textTime(input), { kind: 'say', text: isEmpty ? say.nothing : talkative(input, known) }];
}

function textTime({ random }: TurnInput): Step {
  return { kind: 'wait', ms: random.int(4, 13) * SECOND };
}

function edit(edits: readonly Edit[]): Step {
  return { kind: 'edit', edits };
}
