import { lengthOf, pictureLength, trackOf } from '../draft/cut.ts';
import { applyEdits, type Edit } from '../draft/edits.ts';
import { GENERATION_CREDITS } from './costs.ts';
import type { Order } from './library.ts';
import type { TurnInput } from './turn-input.ts';
import { quoted } from './quotes.ts';
import { ordersOf, refitted, sceneFor } from './resolve.ts';
import type { Step } from './script.ts';
import { joinedBy, sayOf, withEditorTalk } from './speech.ts';
import { titleFrom } from './title-from.ts';

const SECOND = 1000;

/**
 * Plans two stages: first the raw clip comes into the draft and the agent says so, then music, title and effects follow
 * unasked.
 */
export function planClip(input: TurnInput, prompt: string, behind?: number): readonly Step[] {
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

export function toolMaker(progressive: boolean) {
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
