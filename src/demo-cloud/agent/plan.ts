import { assertNever } from '../../shared/assert-never.ts';
import { segmentsOf } from '../draft/cut.ts';
import type { Edit } from '../draft/edits.ts';
import { planError } from './errors.ts';
import { readIntent, situationOf, type Intent } from './intent.ts';
import { planClip, toolMaker } from './plan-clip.ts';
import { EDIT_CREDITS, GENERATION_CREDITS } from './costs.ts';
import { isMissing, refitted, type Resolved, resolveAll } from './resolve.ts';
import type { SilentEnding, Step } from './script.ts';
import type { TurnInput } from './turn-input.ts';
import type { Library } from './library.ts';
import { questionIn, withoutAsking } from './questions.ts';
import type { Question, Remembered } from './edit-request.ts';
import { joinedBy, sayOf, talkative } from './speech.ts';

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

/** What the next message may point back to. Talk changes nothing about that, and what is made or taken back is spoken of anew. */
export function rememberedAfter(input: TurnInput, steps: readonly Step[]): Remembered | null {
  const intent = intentOf(input);
  if (intent.kind === 'describe' || intent.kind === 'talk' || intent.kind === 'unknown') return input.before ?? null;
  if (intent.kind === 'generate') return null;
  const { requests } = intent;
  const kept = requests.filter(({ kind }) => !['undo', 'redo', 'go-back', 'cannot', 'ask'].includes(kind));
  const question = requests.find((request) => request.kind === 'ask');
  const open = question === undefined ? null : { message: input.message, about: question.about };
  if (open !== null && kept.length === 0) return { ...nothing, ...input.before, open };
  if (kept.length === 0) return requests.every(({ kind }) => kind === 'cannot') ? (input.before ?? null) : null;
  return {
    requests: kept,
    hasChanged: steps.some((step) => 'edits' in step && step.edits.length > 0),
    clips: segmentsOf(input.cut, 'video'),
    open,
  };
}

const nothing: Remembered = { requests: [], hasChanged: false, clips: [], open: null };

function intentOf({ message, cut, library, before = null }: TurnInput): Intent {
  const names = { waitingUploads: namesOf(library.waitingUploads), waitingSounds: namesOf(library.waitingSounds) };
  return readIntent(message, situationOf(cut, names), before);
}

function planAsked(input: TurnInput, silent: boolean): readonly Step[] {
  const { message, cut, past, undone, library, random, whims } = input;
  const intent = intentOf(input);
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
      .map((one) =>
        one.changes && !isMissing(one.request, one.before) ? say.done(inTheEnd(one, asked)) : say.notDone(one),
      ),
    ...scenes.map(say.drawn),
    ...(unread.length > 0 ? [say.unread(unread)] : []),
  ];
  const text = joinedBy(input, [...new Set(told)]);
  // What changes nothing costs nothing.
  if (carriedOut.length === 0) return [textTime(input), { kind: 'say', text: talkative(input, text) }];
  const isClaim = !silent && whims !== null && carriedOut.length > 0 && whims.chance(CLAIM_SHARE);
  const intro: readonly Step[] = random.chance(0.5) ? [{ kind: 'say', text: say.looking }] : [];
  const steps = workOf(input, isClaim ? [] : carriedOut, silent);
  if (silent && carriedOut.length > 0) return steps;
  return [...steps.slice(0, 1), ...intro, ...steps.slice(1), { kind: 'say', text: talkative(input, text) }];
}

/** When a title stands is told as it is after all that was asked for in one. */
function inTheEnd(one: Resolved, all: readonly Resolved[]): Resolved {
  const { request } = one;
  const after = all.at(-1)?.after ?? one.after;
  const isThere = request.kind === 'set-title' && segmentsOf(after, 'text').some(({ text }) => text === request.text);
  return isThere ? { ...one, after } : one;
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
