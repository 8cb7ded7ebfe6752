import { assertNever } from '../../shared/assert-never.ts';
import type { Random } from '../../shared/random.ts';
import { readScene } from '../../shared/scene/read-scene.ts';
import type { Ratio, Scene } from '../../shared/scene/scene.ts';
import { type Clip, type Cut, indicesOf, pictureLength, segmentsOf } from '../draft/cut.ts';
import { applyEdits, type Edit } from '../draft/edits.ts';
import { restoringEdits } from './restore.ts';
import type { Made, Order, Library } from './library.ts';
import type { EditRequest } from './edit-request.ts';

/** A request with the edits that carry it out. */
export interface Resolved {
  readonly request: EditRequest;
  readonly edits: readonly Edit[];
  readonly orders: readonly Order[];
  /** What is drawn for it. */
  readonly scenes: readonly Scene[];
  /** False where the cut is the same as before: there was nothing to do it to. */
  readonly changes: boolean;
  readonly before: Cut;
  readonly after: Cut;
}

interface Resources {
  readonly message: string;
  readonly library: Library;
  readonly random: Random;
  /** The cuts before the last turns that edited, the newest last. */
  readonly past: readonly Cut[];
  /** The cuts that were taken back since the last edit, the newest last. */
  readonly undone: readonly Cut[];
}

/** One request after the other, each with the cut that the ones before it leave. */
export function resolveAll(requests: readonly EditRequest[], cut: Cut, resources: Resources): readonly Resolved[] {
  let now = cut;
  return requests.map((request) => {
    const found = resolve(request, now, resources);
    const next = applyEdits(now, found.edits);
    const changes = JSON.stringify(next.tracks) !== JSON.stringify(now.tracks) || next.ratio !== now.ratio;
    const before = now;
    now = next;
    return { orders: [], scenes: [], ...found, request, changes, before, after: next };
  });
}

type Found = Pick<Resolved, 'edits'> & Partial<Pick<Resolved, 'orders' | 'scenes'>>;

function resolve(request: EditRequest, cut: Cut, resources: Resources): Found {
  const { message, library, random } = resources;
  if (isEdit(request)) return { edits: [request] };
  switch (request.kind) {
    case 'place-uploads':
      return {
        edits: [
          { ...request, kind: 'place-clips', clips: library.waitingUploads.map((clip) => lasting(clip, request)) },
        ],
      };
    case 'replace-with-upload':
      return { edits: [{ ...request, kind: 'replace-clips', clips: library.waitingUploads }] };
    case 'replace-with-made': {
      const scene = sceneFor(request.prompt, cut.ratio);
      const made = library.clip(scene, request.prompt, random);
      return {
        edits: [{ kind: 'replace-clips', which: request.which, clips: [made.clip] }],
        ...ordered([made], [scene]),
      };
    }
    case 'set-music': {
      const [there] = segmentsOf(cut, 'audio');
      const present = there === undefined ? {} : { present: there.name };
      const made = library.music(
        { mood: request.mood, words: message, filmMs: pictureLength(cut), ...present },
        random,
      );
      const { name, url } = made.clip;
      return { edits: [{ kind: 'set-music', name, url }], ...ordered([made], []) };
    }
    case 'own-music':
      return { edits: library.waitingSounds.slice(-1).map(({ name, url }) => ({ kind: 'set-music', name, url })) };
    case 'remake':
      return remade(request.ratio, cut, library, random);
    case 'go-back':
      return { edits: restoringEdits(request.lines, cut, library) };
    case 'undo':
    case 'redo':
      return { edits: turnedBack(request, resources) };
    case 'shuffle':
      return { edits: [{ kind: 'order', numbers: shuffled(segmentsOf(cut, 'video').length, random) }] };
    case 'cannot':
    case 'ask':
      return { edits: [] };
    default:
      return assertNever(request);
  }
}

const needing = [
  'place-uploads',
  'replace-with-upload',
  'replace-with-made',
  'set-music',
  'own-music',
  'remake',
  'go-back',
  'undo',
  'redo',
  'shuffle',
  'cannot',
  'ask',
] as const;
type Needing = Extract<EditRequest, { readonly kind: (typeof needing)[number] }>;

/** Needs nothing but the cut. */
function isEdit(request: EditRequest): request is Exclude<EditRequest, Needing> {
  return !needing.some((kind) => kind === request.kind);
}

/** A picture stands as long as it is wanted, a film no longer than it is. */
function lasting(clip: Clip, { durationMs = clip.durationMs }: { readonly durationMs?: number }): Clip {
  const isPicture = /\.(?:jpe?g|png|gif|webp)$/iu.test(clip.name);
  return { ...clip, durationMs: isPicture ? durationMs : Math.min(durationMs, clip.durationMs) };
}

/** As many steps as there are. `everything` leaves what was there first. */
function turnedBack(
  { kind, steps }: Extract<EditRequest, { readonly kind: 'undo' | 'redo' }>,
  { past, undone }: Pick<Resources, 'past' | 'undone'>,
): readonly Edit[] {
  const cuts = kind === 'undo' ? past : undone;
  const first = kind === 'undo' ? cuts.findIndex((one) => pictureLength(one) > 0) : 0;
  const most = first === -1 ? 0 : cuts.length - first;
  const taken = steps === 'all' ? most : Math.min(steps, cuts.length);
  const cut = taken === 0 ? undefined : cuts.at(-taken);
  return cut === undefined ? [] : [{ kind: 'restore', cut, steps: kind === 'undo' ? taken : -taken }];
}

/** Numbers from 1 in another order; two change places. */
function shuffled(count: number, random: Random): readonly number[] {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  for (let at = count - 1; at > 0; at -= 1) {
    // Nobody stays in his place, so that something is seen to happen.
    const other = random.int(0, at - 1);
    [numbers[at], numbers[other]] = [numbers[other] ?? 0, numbers[at] ?? 0];
  }
  return numbers;
}

/** Every clip that was made from words is made anew; what was uploaded stays as it is. */
function remade(ratio: Ratio, cut: Cut, library: Library, random: Random): Found {
  if (ratio === cut.ratio) return { edits: [] };
  const byPrompt = new Map<string, Made>();
  const urls = segmentsOf(cut, 'video').map(({ prompt }) => {
    if (prompt === null) return null;
    const scene = sceneFor(prompt, ratio);
    const known = byPrompt.get(prompt) ?? library.clip(scene, prompt, random);
    byPrompt.set(prompt, known);
    return known.clip.url;
  });
  return { edits: [{ kind: 'remake', ratio, urls }], ...ordered([...byPrompt.values()], []) };
}

/** What a prompt shows, in the shape that the video has. */
export function sceneFor(prompt: string, ratio?: Ratio): Scene {
  const scene = readScene(prompt);
  return { ...scene, ratio: ratio ?? scene.ratio };
}

function ordered(made: readonly Made[], scenes: readonly Scene[]): Required<Omit<Found, 'edits'>> {
  return { orders: made.flatMap(ordersOf), scenes };
}

export function ordersOf({ order }: Pick<Made, 'order'>): readonly Order[] {
  return order === null ? [] : [order];
}

/** Music that was composed here is composed anew for a film of another length, so that its end stays the film's. */
export function refitted(
  cut: Cut,
  edits: readonly Edit[],
  library: Library,
): { readonly edits: readonly Edit[]; readonly orders: readonly Order[] } {
  const after = applyEdits(cut, edits);
  const [song, ...others] = segmentsOf(after, 'audio');
  const filmMs = pictureLength(after);
  const isOne = song?.url != null && others.every(({ url }) => url === song.url) && filmMs > 0;
  const made = isOne ? library.refit({ name: song.name, url: song.url ?? '' }, filmMs) : null;
  if (made === null) return { edits: [], orders: [] };
  return { edits: [{ kind: 'set-music', name: made.clip.name, url: made.clip.url }], orders: ordersOf(made) };
}

/** Whether a request speaks of a clip or title that is not there. */
export function isMissing(request: EditRequest, cut: Cut): boolean {
  if (!('which' in request) || request.which === undefined) return false;
  const kind =
    request.kind === 'change-titles' || (request.kind === 'remove' && request.what === 'text') ? 'text' : 'video';
  return indicesOf(request.which, segmentsOf(cut, kind).length).length === 0;
}
